import { audiencesIn, cardClaimsOf, endIn, expiryIn } from "./claims.ts"
import type { FindingCode } from "./finding-codes.ts"

/** What is said of a card token; `detail` never holds the token itself. */
export interface TokenRemark {
	readonly code: FindingCode
	readonly detail?: string
}

const day = 24 * 60 * 60 * 1000

/**
 * Reads what a card token says of itself. The signature is not verified, and a token is never refused here: its form is
 * the issuer's business.
 */
export function remarksOn(
	token: string,
	now: number,
	audience: "production" | "development" | undefined,
): readonly TokenRemark[] {
	const claims = cardClaimsOf(token)
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
	const isFor = audience && audiencesIn(claims)
	if (audience === "production" && isFor?.includes("development") && !isFor.includes("production"))
		remarks.push({ code: "token.test-token" })
	if (audience === "development" && isFor?.includes("production") && !isFor.includes("development"))
		remarks.push({ code: "token.live-token" })
	if (claims.type === "recurring") remarks.push({ code: "token.not-single-use" })
	return remarks
}
