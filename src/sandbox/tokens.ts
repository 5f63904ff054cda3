import { createHmac, randomBytes } from "node:crypto"

/** What the sandbox does with a card: create the customer, or refuse it in one of these ways. */
export const cardKinds = ["ok", "declined", "three-d-secure", "expired", "development"] as const
export type CardKind = (typeof cardKinds)[number]

/** The issuer by which a key is known to be a sandbox's. */
export const sandboxIssuer = "intergiro-sandbox"

/** An API key as a JWT; the same arguments give the same key, so that a sandbox that starts again still knows it. */
export function mintKey(kind: "private" | "public", merchant: string, secret: string): string {
	const head = encode({ alg: "HS256", typ: "JWT" })
	const claims = encode({ iss: sandboxIssuer, sub: merchant, name: "Sandbox", aud: kind, iat: 1_700_000_000 })
	const signature = createHmac("sha256", secret).update(`${head}.${claims}`).digest("base64url")
	return `${head}.${claims}.${signature}`
}

/**
 * A card token in the documented form, of the size of a real one. `serial` makes it reproducible: the same kind and serial give the
 * same token; otherwise every token is another.
 */
export function mintCardToken(kind: CardKind, serial?: string): string {
	const head = encode({ alg: "RS256", typ: "JWT" })
	const claims = encode({
		iss: "card",
		aud: kind === "development" ? "development" : "production",
		iat: 1_700_000_000,
		xpr: kind === "expired" ? [1, 20] : [12, 39],
		enc: `sandbox:${kind}:${serial ?? randomBytes(48).toString("base64url")}`,
	})
	const signature = createHmac("sha512", "card").update(claims).digest()
	return `${head}.${claims}.${Buffer.concat([signature, signature, signature, signature]).toString("base64url")}`
}

/** The kind of a token; anything that does not decode is a good card. */
export function cardKindOf(token: string): CardKind {
	const claims = decodeClaims(token)
	const kind = typeof claims.enc === "string" ? claims.enc.split(":")[1] : undefined
	return cardKinds.find((known) => known === kind) ?? "ok"
}

/** What a token says of its card: last digits and expiry. */
export function cardOf(token: string): { readonly last4?: unknown; readonly expires?: unknown } {
	const { last4, xpr, expires = xpr } = decodeClaims(token)
	return { ...(last4 === undefined ? {} : { last4 }), ...(expires === undefined ? {} : { expires }) }
}

function encode(claims: object): string {
	return Buffer.from(JSON.stringify(claims)).toString("base64url")
}

function decodeClaims(token: string): Record<string, unknown> {
	try {
		const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString())
		return typeof claims === "object" && claims !== null ? { ...claims } : {}
	} catch {
		return {}
	}
}
