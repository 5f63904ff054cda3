/** What a JWT says of itself: a card token or an API key. Nothing of it is verified, and any claim may be anything. */
export type Claims = Readonly<Record<string, unknown>>

/** The end of a card's life: month from 1, year in full. */
export interface Expiry {
	readonly month: number
	readonly year: number
}

/** As in `03/2029`. */
export function shownExpiry({ month, year }: Expiry): string {
	return `${String(month).padStart(2, "0")}/${year}`
}

/** Node, Electron and every browser have them; the pure types know no platform. `atob` gives one character a byte. */
declare const atob: (base64: string) => string
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

/** Whether a text is a JWT by its form: three parts in base64url, the first a JSON object. Whatever letters it holds. */
export function isJwt(text: string): boolean {
	return /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)
}

/** The claims of a JWT; undefined when it has none to read. Never throws, whatever it is given. */
export function claimsOf(jwt: string): Claims | undefined {
	const bytes = bytesOf(jwt)
	if (bytes === undefined) return undefined
	return parsed(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))))
}

/**
 * What a card token says of its card and of itself, for every row of a file: of claims that nothing here reads, some may be left out. Text
 * beyond ASCII is not decoded, and the claims of a card hold none.
 */
export function cardClaimsOf(token: string): Claims | undefined {
	const bytes = bytesOf(token)
	if (bytes === undefined) return undefined
	// Tokens that hold nothing of their own often say the same as the one before.
	if (bytes !== last.bytes) last = { bytes, claims: usualClaims(bytes) ?? parsed(bytes) }
	return last.claims
}

let last: { readonly bytes: string; readonly claims: Claims | undefined } = { bytes: "", claims: undefined }

/**
 * The claims of nearly every card token, by their form: JSON without anything to unescape, in which whom it is for and when the card expires
 * stand once, and no other claim is one that is read. To see this takes a third of the time of parsing it.
 */
const usual = (() => {
	const text = String.raw`"[^"\\\x00-\x1f]*"`
	const plain = String.raw`(?:${text}|[1-9]\d{0,14})`
	const within = String.raw`"\w+":${plain}`
	const other = String.raw`"(?!(?:aud|xpr|exp|expires|last4|scheme)"|type":"recurring")\w+":(?:${plain}|\{${within}(?:,${within})*\})`
	const audience = `"aud":"(production|development)"`
	const expiry = String.raw`"xpr":\[([1-9]\d?),([1-9]\d{0,3})\]`
	return new RegExp(`^\\{(?:${other},)*${audience},(?:${other},)*${expiry}(?:,${other})*\\}$`)
})()

function usualClaims(json: string): Claims | undefined {
	const found = usual.exec(json)
	return found === null ? undefined : { aud: found[1], xpr: [Number(found[2]), Number(found[3])] }
}

/** The second part of a JWT, a character for each byte. */
function bytesOf(jwt: string): string | undefined {
	const start = jwt.indexOf(".") + 1
	const end = jwt.indexOf(".", start)
	if (start === 0 || end < 0) return undefined
	const claims = jwt.slice(start, end)
	try {
		// Rarely there, and to look is faster than to replace.
		const isUrl = claims.includes("-") || claims.includes("_")
		return atob(isUrl ? claims.replaceAll("-", "+").replaceAll("_", "/") : claims)
	} catch {
		return undefined
	}
}

function parsed(json: string): Claims | undefined {
	if (!json.startsWith("{")) return undefined
	try {
		return JSON.parse(json)
	} catch {
		return undefined
	}
}

/** When the card behind a token expires, by the token's own word: `xpr`, or `expires` in older ones. */
export function expiryIn(claims: Claims): Expiry | undefined {
	return expiry(claims.xpr) ?? expiry(claims.expires)
}

/** The last four digits of the card behind a token, by the token's own word. */
export function last4Of(token: string): string | undefined {
	const claims = cardClaimsOf(token)
	return claims && last4In(claims)
}

export function last4In({ last4 }: Claims): string | undefined {
	return typeof last4 === "string" && /^\d{4}$/.test(last4) ? last4 : undefined
}

/** The scheme of the card behind a token, as older ones say it. */
export function schemeIn({ scheme }: Claims): string | undefined {
	return typeof scheme === "string" && /^[\w -]{1,20}$/.test(scheme) ? scheme : undefined
}

/** When the JWT itself ends, in milliseconds since 1970: `exp` in seconds, as it should be, or in milliseconds. */
export function endIn({ exp }: Claims): number | undefined {
	if (typeof exp !== "number") return undefined
	const end = exp < 1e11 ? exp * 1000 : exp
	return Math.abs(end) <= lastMoment ? end : undefined
}

/** Of a `Date`, which throws where one beyond it is written out. */
const lastMoment = 8.64e15

/** Whom the JWT is for, one or several. */
export function audiencesIn({ aud }: Claims): readonly string[] {
	return (Array.isArray(aud) ? aud : [aud]).filter((one) => typeof one === "string")
}

/** What a card token, or a key that takes them, is for: live cards or tests. */
export type Audience = "production" | "development"

/** The one of the two that a JWT is for; nothing where it says neither, or both. */
export function audienceIn(claims: Claims): Audience | undefined {
	const { aud } = claims
	if (aud === "production" || aud === "development") return aud
	const all = Array.isArray(aud) ? aud : []
	const isLive = all.includes("production")
	if (isLive === all.includes("development")) return undefined
	return isLive ? "production" : "development"
}

/** Month and year, numbers or numeric text; two digits are a year of this century. */
function expiry(claim: unknown): Expiry | undefined {
	if (!Array.isArray(claim)) return undefined
	const month = wholeOf(claim[0])
	const year = wholeOf(claim[1])
	if (!(month >= 1 && month <= 12 && year >= 0 && year < 10_000)) return undefined
	return { month, year: year < 100 ? 2000 + year : year }
}

function wholeOf(claim: unknown): number {
	if (typeof claim === "number") return Number.isInteger(claim) ? claim : Number.NaN
	return typeof claim === "string" && /^\d{1,4}$/.test(claim) ? Number(claim) : Number.NaN
}
