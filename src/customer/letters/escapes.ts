const accented = "[a-z](?:uml|acute|grave|circ|tilde|ring|slash|cedil|caron)"
const entity = `amp|quot|apos|lt|gt|nbsp|shy|szlig|[ao]elig|eth|thorn|euro|[nm]dash|hellip|[lrsb][sd]quo|${accented}`

/** What a program writes in place of a character for another program to undo. Percents as in UTF-8, or of a sign. */
const escaped = new RegExp(
	`&(?:#\\d{1,7}|#x[\\da-f]{1,6}|${entity});|_x[\\da-f]{4}_|%(?:2[\\da-f]|[c-f][\\da-f]%[89ab][\\da-f])|\\\\(?:u[\\da-f]{4}|x[\\da-f]{2})`,
	"i",
)

const named: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" }

/** Whether a text has escapes in it that nobody undid. One look at a sign first: nearly no text has any of them. */
export function isEscaped(text: string): boolean {
	return /[&%\\_]/.test(text) && escaped.test(text)
}

/**
 * A text with its escapes undone where they can mean one thing: the signs of HTML and characters by number, the line ends
 * of workbooks; and `%C3%B6` and `\u00e9` where the whole text is written that way. As it is where that is not certain.
 */
export function unescaped(text: string): string {
	if (!isEscaped(text)) return text
	const undone = ofBackslashes(ofPercents(ofWorkbooks(ofHtml(text))))
	return undone !== text && isSound(undone) ? undone : text
}

function ofHtml(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|lt|gt));/gi, (whole, decimal, hex, name) => {
		if (name) return named[name.toLowerCase()] ?? whole
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
		return code > 0x10ffff ? whole : String.fromCodePoint(code)
	})
}

/** A carriage return before a line end or at the end of a cell, as workbooks keep those of Windows. */
function ofWorkbooks(text: string): string {
	return text.replace(/_x000D_(?=\n|$)/gi, "").replace(/_x000[DA]_/gi, "\n")
}

function ofPercents(text: string): string {
	if (!/%(?:[89a-f][\da-f]|20)/i.test(text) || /[\s+&=?]|%(?![\da-f]{2})/i.test(text)) return text
	try {
		return decodeURIComponent(text)
	} catch {
		return text
	}
}

function ofBackslashes(text: string): string {
	if (!text.includes("\\u") || /\\(?!u[\da-f]{4})/i.test(text)) return text
	return text.replace(/\\u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Letters, signs and spaces: nothing unseen, unassigned or half, and nothing lost. */
function isSound(text: string): boolean {
	return !/[^\P{C}\n\u200c\u200d]|\ufffd/u.test(text)
}
