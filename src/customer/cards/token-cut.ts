import { signatureLength, type TokenFacts } from "./token-facts.ts"

/** Lengths of signatures in Base64: of HMAC, elliptic curves and RSA. Whatever others have, such a one is whole. */
const whole: ReadonlySet<number> = new Set([43, 64, 86, 128, 171, 176, 342, 512, 683])

/** Two parts, both JSON: what has one, or another second, is a token of some other kind. */
const withClaims = /^eyJ[\w-]*\.eyJ/

/** Widths of columns at which databases and programs cut a text without a word. */
const widths: ReadonlySet<number> = new Set([
	100, 120, 128, 150, 191, 200, 240, 250, 254, 255, 256, 300, 400, 500, 511, 512, 1000, 1023, 1024, 2000, 2048, 4000,
	4096, 8000, 32759, 32767,
])

/**
 * Whether a token was cut off, as the others of the file show: it begins as they do and its claims cannot be read, or it
 * ends before its third part does; or all of them end at the same width, wherever that falls.
 * @param readable whether the claims of the token can be read
 */
export function isCut(token: string, readable: boolean, facts: TokenFacts): boolean {
	const signature = signatureLength(token)
	if (signature === undefined) return false
	if (!(readable && signature > 0) && facts.whole > 0) return true
	if (token.length === facts.longest.length && endsAtWidth(facts)) return signature > 0 || withClaims.test(token)
	return !whole.has(signature) && signature < usualSignature(facts)
}

/** Whether any token of the file may be one that `isCut` or `isStray` finds: whether its tokens differ in form at all. */
export function mayBeDamaged({ tokens, jwts, whole, signatures, longest }: TokenFacts): boolean {
	const isMixed = tokens > jwts && jwts > 0
	return isMixed || jwts > whole || Object.keys(signatures).length > 1 || longest.shortest !== longest.greatest
}

/** Whether a value is no token of any form, where most of the file's are JWTs: `invoice`, `Swish`. */
export function isStray(token: string, { tokens, jwts }: TokenFacts): boolean {
	return jwts * 2 > tokens && !token.startsWith("eyJ") && (token.length < shortestToken || /\s/.test(token))
}

/** Third parts of one kind are of one length: where they are not, and the tokens are, something ended all of them. */
function endsAtWidth({ jwts, longest }: TokenFacts): boolean {
	if (longest.count < 2 || (longest.shortest > 0 && longest.shortest === longest.greatest)) return false
	if (longest.shortest > 0 && whole.has(longest.shortest) && whole.has(longest.greatest)) return false
	return widths.has(longest.length) || (longest.count > 4 && longest.count === jwts)
}

/** No token is shorter, in characters. */
const shortestToken = 16

/** The length that most third parts have, where it is one of a signature; 0 where there is none such. */
function usualSignature({ jwts, signatures }: TokenFacts): number {
	if (jwts < 3) return 0
	for (const length of whole) if ((signatures[length] ?? 0) * 2 > jwts) return length
	return 0
}
