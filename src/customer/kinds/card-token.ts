import { type Audience, audienceIn, type Claims, endIn, expiryIn, isJwt, shownExpiry } from "../claims.ts"
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

/** What is to be said of a card token by its claims; undefined where it has none to read. */
export type RemarksOn = (claims: Claims | undefined) => readonly TokenRemark[]

const none: readonly TokenRemark[] = []
const unreadable: readonly TokenRemark[] = [{ code: "token.not-a-token" }]

/**
 * Prepares to tell what card tokens say of themselves. Their signature is not verified, and a token is never refused here: its
 * form is the issuer's business.
 * @param now milliseconds since 1970
 * @param audience whom the tokens have to be for
 */
export function remarksFor(now: number, audience: Audience | undefined): RemarksOn {
	const thisMonth = monthAt(now)
	const soon = monthAt(now + 30 * day)
	return (claims) => {
		if (!claims) return unreadable
		let remarks: TokenRemark[] | undefined
		const add = (remark: TokenRemark) => {
			remarks ??= []
			remarks.push(remark)
		}
		const expiry = expiryIn(claims)
		// A card is good to the end of its month.
		const after = expiry && expiry.year * 12 + expiry.month
		if (expiry && after !== undefined && after <= soon)
			add({
				code: after <= thisMonth ? "token.card-expired" : "token.card-expiring",
				detail: shownExpiry(expiry),
			})
		const end = endIn(claims)
		if (end !== undefined && end <= now) add({ code: "token.expired" })
		const isFor = audience && audienceIn(claims)
		if (isFor && isFor !== audience) add({ code: isFor === "development" ? "token.test-token" : "token.live-token" })
		if (claims.type === "recurring") add({ code: "token.not-single-use" })
		return remarks ?? none
	}
}

/** Months since the year 0 that began at or before a moment, January of that year being none. */
function monthAt(moment: number): number {
	const date = new Date(moment)
	return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** A single-use card token. What it says of itself is for `remarksFor`. */
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
	oneOf: undefined,
	fits: (value) =>
		isJwt(value) ||
		(value.length > 4 &&
			!isErrorValue(value) &&
			!/^\p{L}{1,12}$/u.test(value) &&
			!/[*•\s]|xxx|^(?:visa|master|maestro|amex|american|diners|dankort|debit|credit|jcb)/i.test(value)),
} as const satisfies ValueKind
