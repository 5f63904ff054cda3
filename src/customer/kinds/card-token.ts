import { type Audience, audienceIn, type Claims, endIn, expiryIn, isJwt } from "../claims.ts"
import type { FindingCode } from "../finding-codes.ts"
import { oddInOneLine } from "./characters.ts"
import { isErrorValue } from "./damage.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { anyText } from "./text.ts"

/** What is said of a card token; `detail` never holds the token itself. */
export interface TokenRemark {
	readonly code: FindingCode
	readonly detail?: string
}

const day = 24 * 60 * 60 * 1000

/**
 * What a card token says of itself by its claims; undefined where it has none to read. The signature is not verified, and a token is never refused here: its form is
 * the issuer's business.
 */
export function remarksOn(
	claims: Claims | undefined,
	now: number,
	audience: Audience | undefined,
): readonly TokenRemark[] {
	if (!claims) return [{ code: "token.not-a-token" }]
	const remarks: TokenRemark[] = []
	const expiry = expiryIn(claims)
	if (expiry) {
		// A card is good to the end of its month.
		const end = Date.UTC(expiry.year, expiry.month)
		if (end - now <= 30 * day)
			remarks.push({
				code: end <= now ? "token.card-expired" : "token.card-expiring",
				detail: `${String(expiry.month).padStart(2, "0")}/${expiry.year}`,
			})
	}
	const end = endIn(claims)
	if (end !== undefined && end <= now) remarks.push({ code: "token.expired" })
	const isFor = audience && audienceIn(claims)
	if (isFor && isFor !== audience)
		remarks.push({ code: isFor === "development" ? "token.test-token" : "token.live-token" })
	if (claims.type === "recurring") remarks.push({ code: "token.not-single-use" })
	return remarks
}

/** A single-use card token. What it says of itself is for `remarksOn`. */
export const cardToken = {
	example: "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYXJkIn0.c2lnbmF0dXJl",
	schema: anyText,
	read: asItIs,
	invalid: undefined,
	missing: undefined,
	usual: undefined,
	plain: undefined,
	damage: undefined,
	// Quotes around it are told of by its form.
	odd: (value) => {
		const odd = oddInOneLine(value)
		return odd === "text.stray-quote" ? undefined : odd
	},
	// Not a scheme, not another way to pay, and not a masked or shortened card number.
	standIn: undefined,
	isWhole: false,
	fits: (value) =>
		isJwt(value) ||
		(value.length > 4 &&
			!isErrorValue(value) &&
			!/^\p{L}{1,12}$/u.test(value) &&
			!/[*•\s]|xxx|^(?:visa|master|maestro|amex|american|diners|dankort|debit|credit|jcb)/i.test(value)),
} as const satisfies ValueKind
