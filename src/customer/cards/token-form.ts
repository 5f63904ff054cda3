/** What is wrong with a card token as it stands in its cell. */
export type TokenDamage = "token.several" | "token.bearer" | "token.wrapped" | "token.broken" | "token.cut"

/** What no token in a cell of its own holds: nothing beyond the letters of tokens and of Base64, and no second beginning. */
const plain = /^(?!bearer)[\w.~+/=:$-]+$/i

const opening = `[\\s"'\`([{<“”„‟«»‹›‘’‚＂＇「*]`
const closing = `[\\s"'\`)\\]}>“”„‟«»‹›‘’‚＂＇」*,;.]`
const wrapped = new RegExp(`^${opening}*(.*?)${closing}*$`, "su")

/** Each part ends where a dot does, so that no letter is looked at twice. */
const wholeToken = /^eyJ[\w-]*\.eyJ[\w-]*\.[\w-]+$/

/** Whether a cell is a JWT and nothing else, with nothing to clean in it. */
export function isWholeToken(cell: string): boolean {
	return wholeToken.test(cell)
}

/**
 * What is wrong with a cell of card tokens, by itself: two tokens, a scheme such as `Bearer` before it, quotes or brackets
 * around it, or something inside that no token holds. Opaque tokens are taken as they are: only what cannot belong to
 * any is said.
 */
export function tokenForm(cell: string): TokenDamage | undefined {
	if (isWholeToken(cell)) return undefined
	// Claims begin so behind the dot of every token; a signature may, of one in a quarter million, and that is whole.
	const jwts = cell.split(".eyJ").length - 1
	if (jwts > 1) return "token.several"
	if (plain.test(cell)) return shoutedOrWrapped(cell)
	if (/^\W*(?:authorization\s*:?\s*)?bearer(?:[\s:]|%20)/i.test(cell)) return "token.bearer"
	const inner = wrapped.exec(cell)?.[1] ?? cell
	if (inner !== cell && isPlain(inner)) return "token.wrapped"
	if (isSeveral(inner)) return "token.several"
	return jwts === 1 || /^\W*eyJ[\w-]{10}/.test(cell) ? "token.broken" : undefined
}

/** A JWT in capitals is another text, and one with anything before it is another token. */
function shoutedOrWrapped(cell: string): TokenDamage | undefined {
	if (/^EYJ[\w-]{10,}\.EYJ/.test(cell)) return "token.broken"
	return hasTokenInside(cell) ? "token.wrapped" : undefined
}

const shortestHeader = 11

/** Whether the one JWT of a cell has something before it: `eyJ`, and eight letters or more to the dot before its claims. */
function hasTokenInside(cell: string): boolean {
	const claims = cell.indexOf(".eyJ")
	let start = claims
	while (start > 0 && /[\w-]/.test(cell[start - 1] ?? "")) start--
	const at = cell.indexOf("eyJ", Math.max(start, 1))
	return at >= 0 && claims - at >= shortestHeader
}

function isPlain(text: string): boolean {
	return text !== "" && plain.test(text)
}

/** Opaque tokens in a list: of one length, or nearly, and each with a digit in it, as no words are. */
function isSeveral(text: string): boolean {
	const parts = text.split(/[\s,;|]+/u)
	if (parts.length < 2 || !parts.every((part) => part.length >= 8 && /\d/.test(part) && plain.test(part))) return false
	const lengths = parts.map((part) => part.length)
	return Math.max(...lengths) <= Math.min(...lengths) * 1.25
}
