import type { FindingCode } from "../finding-codes.ts"
import { isEscaped } from "../letters/escapes.ts"
import { isInQuotes, type OddLetters, oddLetters } from "../letters/odd-letters.ts"

/** UTF-8 read as Windows-1252 or Mac Roman, as it may be in any value: `Ã¥`, `Ã…`, `â€“`, `√•`. */
const misread = /[Ã√][^\0-\x7f]|â€/

/** A letter that only a font knew, as those of a PDF: which one it was is lost. */
const ownLetter = /\p{Co}/u

/** In quotes of its own, those inside it doubled. */
const wrapped = /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|`[^`]*`)$/

const codes: Readonly<Record<OddLetters, FindingCode>> = {
	lost: "text.replacement-character",
	"mis-decoded": "text.mis-decoded",
	"seven-bit": "text.seven-bit",
	"two-scripts": "text.two-scripts",
}

/** Signs of which a name or an address has few, and which may stand where a letter stood, or for one. */
const oddSigns = /[&%\\_[\]{|}~?\u0080-\u00bf×÷\u0192\u02c6\u02dc]/

/** Whether there may be something odd about a text that is well set and not `isSuspect`. */
export function mayBeOdd(text: string): boolean {
	return oddSigns.test(text)
}

/** What is odd about the characters of a text that may have several lines. */
export function oddInLines(value: string): FindingCode | undefined {
	if (/[^\P{Cc}\t\n\r]/u.test(value)) return "text.control-character"
	if (isEscaped(value)) return "text.escaped"
	if (ownLetter.test(value)) return "text.replacement-character"
	const letters = oddLetters(value)
	return letters ? codes[letters] : /[\t\n\r]/.test(value) ? "text.line-break" : strayQuote(value)
}

/** What is odd about the characters of a value of one line. */
export function oddInOneLine(value: string): FindingCode | undefined {
	if (/\p{Cc}/u.test(value)) return "text.control-character"
	if (value.includes("\ufffd") || ownLetter.test(value)) return "text.replacement-character"
	return misread.test(value) ? "text.mis-decoded" : strayQuote(value)
}

/** Whether quotation marks of whatever form stand around the whole of a value. */
export function isQuoted(value: string): boolean {
	return wrapped.test(value) || isInQuotes(value)
}

function strayQuote(value: string): FindingCode | undefined {
	return isQuoted(value) || (/^"|"$/.test(value) && value.split('"').length % 2 === 0) ? "text.stray-quote" : undefined
}
