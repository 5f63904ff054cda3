/** Nothing in such a number has another spelling: most are, so that they cost nothing. */
const plain = /^[1-9a-z][0-9a-z._/-]*$/
const zeros = /^0+(?=\d)/
/** What a spreadsheet or a program puts before a number to keep it a text. */
const quotes = /^['"‘’“”`´]+/

/**
 * The form that two spellings of one customer number share: without case, width, spaces and quotes around it, and leading zeros.
 * `00123`, `'123` and `１２３` are `123`. Two numbers of one form need not be one customer: a person says.
 */
export function spellingOf(number: string): string {
	if (plain.test(number)) return number
	const text = number.normalize("NFKC").toLowerCase().trim().replace(quotes, "").trim()
	return text.replace(zeros, "")
}
