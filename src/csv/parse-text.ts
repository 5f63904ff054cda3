import Papa from "papaparse"
import type { Block } from "./block.ts"
import type { Layout } from "./layout.ts"
import { unifyQuotes } from "./quotes.ts"

export type LineEnd = Exclude<Block["lineEnd"], "mixed">

/** Cells, and what is wrong with which record, by its index. */
export interface Parsed {
	readonly data: string[][]
	readonly errors: readonly { readonly code: string; readonly row: number }[]
}

/** Writes backslash escapes in quoted cells as doubled quotes, which is what PapaParse reads without exception. */
function doubleQuotes(text: string, delimiter: string): string {
	const opening = new RegExp(`(?<=^|[${delimiter}\\r\\n])"`, "g")
	const closing = new RegExp(`"[ \\t\\v\\f]*(?=[${delimiter}\\r\\n]|$)`, "y")
	const special = /["\\]/g
	let doubled = ""
	let copied = 0
	while (opening.test(text)) {
		let index = opening.lastIndex
		for (;;) {
			special.lastIndex = index
			if (!special.test(text)) return doubled + text.slice(copied)
			index = special.lastIndex
			const follower = text[index]
			if (text[index - 1] === "\\" && (follower === '"' || follower === "\\")) {
				doubled += text.slice(copied, index - 1) + (follower === '"' ? '"' : "")
				copied = index
				index++
			} else if (text[index - 1] === '"') {
				closing.lastIndex = index - 1
				if (follower === '"') index++
				else if (closing.test(text)) break
			}
		}
		opening.lastIndex = index
	}
	return doubled + text.slice(copied)
}

/** The records of `text`, every one of which ends with `lineEnd`, but perhaps the last. */
export function parseText(text: string, layout: Layout, lineEnd: LineEnd): Parsed {
	const complete = text.endsWith(lineEnd) ? text : text + lineEnd
	if (layout.quote !== undefined) return parseMarked(complete, layout, lineEnd, layout.quote)
	const input = layout.escape === "\\" && text.includes("\\") ? doubleQuotes(complete, layout.delimiter) : complete
	const parser = new Papa.Parser({ delimiter: layout.delimiter, newline: lineEnd })
	const { data, errors } = parser.parse(input, 0, false) as Parsed
	const last = data.at(-1)
	if (errors.at(-1)?.code !== "MissingQuotes") data.pop()
	else if (last?.length) last.push((last.pop() ?? "").slice(0, -lineEnd.length))
	return { data, errors }
}

/** The same where another mark stands around cells. */
function parseMarked(complete: string, { delimiter }: Layout, lineEnd: LineEnd, quote: string): Parsed {
	const { text, mark } = unifyQuotes(complete, quote, delimiter)
	const parser = new Papa.Parser({ delimiter, newline: lineEnd, quoteChar: mark, escapeChar: mark })
	const { data } = parser.parse(text, 0, false) as Parsed
	data.pop()
	return { data, errors: [] }
}
