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
	const claims = claimsOf(token)
	if (!claims) return [{ code: "token.not-a-token" }]
	const remarks: TokenRemark[] = []
	const expires = monthAndYear(claims.xpr) ?? monthAndYear(claims.expires)
	if (expires) {
		const [month, year] = expires
		// A card is good to the end of its month.
		const end = Date.UTC(year, month)
		if (end - now <= 30 * day)
			remarks.push({
				code: end <= now ? "token.card-expired" : "token.card-expiring",
				detail: `${String(month).padStart(2, "0")}/${year}`,
			})
	}
	if (typeof claims.exp === "number" && claims.exp * (claims.exp < 1e11 ? 1000 : 1) <= now)
		remarks.push({ code: "token.expired" })
	const audiences = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
	if (audience === "production" && audiences.includes("development") && !audiences.includes("production"))
		remarks.push({ code: "token.test-token" })
	if (audience === "development" && audiences.includes("production") && !audiences.includes("development"))
		remarks.push({ code: "token.live-token" })
	if (claims.type === "recurring") remarks.push({ code: "token.not-single-use" })
	return remarks
}

/** The claims of a card token, in the present form (`xpr`) and the older one (`expires`, `type`). */
type Claims = Readonly<Partial<Record<"aud" | "exp" | "xpr" | "expires" | "type", unknown>>>

/** Node, Electron and every browser have it; the pure types know no platform. One character a byte. */
declare const atob: (base64: string) => string

// By hand, not by a schema: every claim may be missing or of another form, and this runs for every row.
function claimsOf(token: string): Claims | undefined {
	const start = token.indexOf(".") + 1
	const end = token.indexOf(".", start)
	if (start === 0 || end < 0) return undefined
	try {
		const claims = token.slice(start, end)
		// Rarely there, and to look is faster than to replace.
		const json = atob(/[-_]/.test(claims) ? claims.replaceAll("-", "+").replaceAll("_", "/") : claims)
		return json.startsWith("{") ? JSON.parse(json) : undefined
	} catch {
		return undefined
	}
}

/** Month from 1, and year in full; numbers or numeric text. */
function monthAndYear(claim: unknown): readonly [number, number] | undefined {
	if (!Array.isArray(claim)) return undefined
	const month = Number(claim[0])
	const year = Number(claim[1])
	if (!(month >= 1 && month <= 12 && year >= 0 && year < 10_000)) return undefined
	return [month, year < 100 ? 2000 + year : year]
}
