import { besideWords, countedWords, remarkWords, totalWords } from "./note-words.ts"

/**
 * What the text in the number's cell says of the file, in a row that has nothing of a customer: `Totaal`, `Yht. 2`,
 * `Records: 2`, `Totalt antall kunder: 24`; `Stand: 20.11.2026`, `Exported by Anna`. Every word has to be one of such
 * lines: `Total AB` is somebody.
 */
export function noteKind(text: string): "total" | "page" | undefined {
	if (text.length > longest || handle.test(text)) return undefined
	if (isTotal(text)) return "total"
	const [, lead = "", rest = ""] = leading.exec(text) ?? []
	return remarkWords.has(lead.toLowerCase()) && remark.test(rest) ? "page" : undefined
}

function isTotal(text: string): boolean {
	const colon = text.search(/[:=]/)
	// Behind a colon stands whatever was counted or added.
	const words = (colon < 0 ? text : text.slice(0, colon))
		.toLowerCase()
		.split(/[^\p{L}\d€]+/u)
		.filter(Boolean)
	let totals = 0
	let counted = 0
	let numbers = 0
	for (const word of words) {
		if (totalWords.has(word)) totals++
		else if (countedWords.has(word)) counted++
		else if (number.test(word)) numbers++
		else if (!besideWords.has(word)) return false
	}
	return totals > 0 || (counted > 0 && (colon > 0 ? /\d/.test(text) : numbers > 0 && number.test(words[0] ?? "")))
}

const longest = 80
/** `TOTAL-9`, `count_3` and `sum@example.com` are written as numbers of customers are. */
const handle = /\p{L}[-/]\d|[_@]/u
/** With a unit: `50kr`. */
const number = /^\d+\p{L}{0,3}$/u
const leading = /^[^\p{L}\d]*(\p{L}+)(.*)$/u
/** A colon, a date or a page, or who did it. */
const remark = /^\.?\s*:|^\s.*\d|^\s+(?:by|at|on|av|den|von|am|af|par|le|por|el|da|il|przez|door|op)\s/iu
