import type { FindingCode } from "../finding-codes.ts"

/** UTF-8 read as Windows-1252 or Mac Roman: `Ã¥`, `Ã…`, `â€“`, `√•`. */
const misread = /[Ã√][^\0-\x7f]|â€/

/** In quotes of its own, those inside it doubled. */
const wrapped = /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|`[^`]*`)$/

/** What is odd about the characters of a value that may have several lines. */
export function oddInLines(value: string): FindingCode | undefined {
	if (/[^\P{Cc}\t\n\r]/u.test(value)) return "text.control-character"
	return oddLetters(value) ?? (/[\t\n\r]/.test(value) ? "text.line-break" : strayQuote(value))
}

/** What is odd about the characters of a value of one line. */
export function oddInOneLine(value: string): FindingCode | undefined {
	return /\p{Cc}/u.test(value) ? "text.control-character" : (oddLetters(value) ?? strayQuote(value))
}

function oddLetters(value: string): FindingCode | undefined {
	if (value.includes("\ufffd")) return "text.replacement-character"
	return misread.test(value) ? "text.mis-decoded" : undefined
}

function strayQuote(value: string): FindingCode | undefined {
	return wrapped.test(value) || (/^"|"$/.test(value) && value.split('"').length % 2 === 0)
		? "text.stray-quote"
		: undefined
}
