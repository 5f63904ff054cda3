import type { Cleaning } from "./cleaning.ts"
import type { FindingCode } from "./finding-codes.ts"
import { withoutLigatures } from "./letters/ligatures.ts"
import { mayBeginWith } from "./quick-look.ts"

/**
 * Whether a cell holds anything but plain, well-set text: space around it, or a character that is neither ASCII nor a
 * composed Latin letter of its own, or signs of a wrong encoding, of a spreadsheet or of quotes that are the file's. Cheap: asked of every mapped cell.
 */
export function isSuspect(text: string): boolean {
	const first = text.charCodeAt(0)
	const last = text.charCodeAt(text.length - 1)
	if (first === space || first === equals || first === apostrophe || first === backtick || first === quote) return true
	if (last === space || last === quote) return true
	if (isPlaceholder(text)) return true
	return (
		/[^\x20-\x7e]/.test(text) &&
		/[^\x20-\x7e\u00a1-\u00ac\u00ae-\u0131\u0134-\u013e\u0141-\u017e\u0180-\u01c3\u01cd-\u01f0\u01f4-\u02ff]|Ã[\u00a1-\u02ff]|â€/.test(
			text,
		)
	)
}

const space = 32
const quote = 34
const apostrophe = 39
const equals = 61
const backtick = 96

/** What databases and programs write for a value that is not there. Not `Null` and `None`, which are people's names. */
const placeholder = /^(?:NULL|null|\(null\)|<null>|<NA>|NaT|\\N|N\/A|n\/a|NaN|nan|none|undefined|-{1,3})$/
const longestPlaceholder = 9
const mayBePlaceholder = mayBeginWith("Nnu-(<\\")

/** Whether a cell holds what programs write for no value. */
export function isPlaceholder(text: string): boolean {
	return text.length <= longestPlaceholder && mayBePlaceholder(text) && placeholder.test(text)
}

const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

const steps: readonly {
	readonly switch: keyof Cleaning
	readonly code: FindingCode
	readonly clean: (text: string) => string
}[] = [
	{
		switch: "zeroWidth",
		code: "cleaned.zero-width",
		// Joiners mean something in scripts such as Persian and Hindi, and nothing after a Latin letter.
		clean: (text) =>
			text
				.replace(/[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, "")
				.replace(/(^|[\p{Script=Latin}\p{Script=Common}])(?:\u200c|\u200d)+/gu, "$1"),
	},
	{
		switch: "spaces",
		code: "cleaned.spaces",
		clean: (text) => text.replace(oddSpaces, " "),
	},
	{
		switch: "spreadsheetMarks",
		code: "cleaned.spreadsheet-mark",
		clean: (text) => {
			const bare = withoutApostrophes(text)
			return /^="([^"]*)"$/.exec(bare)?.[1] ?? bare
		},
	},
	{ switch: "trim", code: "cleaned.trim", clean: (text) => text.trim() },
	{ switch: "compose", code: "cleaned.ligature", clean: withoutLigatures },
	{ switch: "compose", code: "cleaned.compose", clean: (text) => text.normalize("NFC") },
	{ switch: "placeholders", code: "cleaned.placeholder", clean: (text) => (placeholder.test(text) ? "" : text) },
]

/** A text with its odd spaces as signs, to tell it from one with plain ones. */
export function withVisibleSpaces(text: string): string {
	return text.replace(oddSpaces, "␣")
}

/**
 * Without the apostrophe before a number, and without any before what a spreadsheet would execute, where our own files
 * have one too. As many as stand behind the value are left: they are quotes.
 */
function withoutApostrophes(text: string): string {
	let before = 0
	while (text.charCodeAt(before) === apostrophe) before++
	if (before === 0) return text
	let behind = 0
	while (behind < text.length - before && text.charCodeAt(text.length - 1 - behind) === apostrophe) behind++
	const first = text.charAt(before)
	if (/[=+\-@\t\r]/.test(first)) return text.slice(Math.max(0, before - behind))
	return before === 1 && behind === 0 && /\d/.test(first) ? text.slice(1) : text
}

/** Cleans a text and tells, step by step, which cleaning changed it and to what. */
export function cleanText(
	text: string,
	cleaning: Cleaning,
	changed: (code: FindingCode, before: string, after: string) => void,
): string {
	let before = text
	for (const step of steps) {
		if (!cleaning[step.switch]) continue
		const after = step.clean(before)
		if (after === before) continue
		changed(step.code, before, after)
		before = after
	}
	return before
}
