import type { PlainTest } from "./kind.ts"

/** As spreadsheets, databases and people write where there is no value, or where something is wrong with it. */
const odd = String.raw`(?![='#"\x60 ]|(?:NULL|null|NaN|nan|none|undefined|-{1,3}|\(null\)|<null>|N\/A|n\/a|\\N)$)`
/** Composed Latin letters beyond ASCII; not Ã, which begins what was read in a wrong encoding. */
const letter = String.raw`\u00c0-\u00c2\u00c4-\u00d6\u00d8-\u00f6\u00f8-\u024f`

export function matches(pattern: RegExp): PlainTest {
	return (value) => pattern.test(value)
}

export const isPlainText = matches(new RegExp(`^${odd}[\\x20-\\x7e${letter}]{0,199}[\\x21\\x23-\\x7e${letter}]$`))
