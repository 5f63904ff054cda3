import type { PlainTest } from "./kind.ts"

/** As spreadsheets, databases and people write where there is no value, or where something is wrong with it. */
const odd = String.raw`(?![='#"\x60 ]|(?:NULL|null|NaN|nan|none|undefined|-{1,3}|\(null\)|<null>|<NA>|NaT|N\/A|n\/a|\\N)$)`
/** ASCII but for what programs write in place of a letter, and what letters of seven bits look like. */
const sign = String.raw`\x20-\x24\x27-\x3e@-Z\x60-z`
/** The same without a space and a quote. */
const last = String.raw`\x21\x23\x24\x27-\x3e@-Z\x60-z`
/** Composed Latin letters beyond ASCII, none of them a ligature; not Ã and ƒ, which stand in what was read in a wrong encoding. */
const letter = String.raw`\u00c0-\u00c2\u00c4-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u017e\u0180-\u0191\u0193-\u01c3\u01cd-\u01f0\u01f4-\u024f`

export function matches(pattern: RegExp): PlainTest {
	return (value) => pattern.test(value)
}

export const isPlainText = matches(new RegExp(`^${odd}[${sign}${letter}]{0,199}[${last}${letter}]$`))
