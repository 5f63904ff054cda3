import { createHash } from "node:crypto"
import type { EnvironmentIdentity } from "../contract/record.ts"
import { type Audience, audienceIn, audiencesIn, endIn, claimsOf as jwtClaimsOf } from "../customer/claims.ts"
import { Refusal } from "../customer/refusal.ts"
import { scrub } from "./scrub.ts"
import { isLoopback } from "./url.ts"

/** A key that cannot stand in a header, or none at all. The message never holds the key. */
export class UnusableKey extends Refusal {
	override readonly name = "UnusableKey"
}

/** What a key says of itself. Nothing of it is verified, and a key that does not decode says nothing. */
export interface KeyClaims {
	readonly merchant?: string
	readonly merchantName?: string
	readonly issuer?: string
	readonly audience: readonly string[]
	/** Milliseconds since 1970. */
	readonly expires?: number
}

/** Something about a key to tell a person before anything is sent; none of it stops a run. */
export type KeyWarning =
	| { readonly kind: "expired"; readonly message: string }
	| { readonly kind: "cannot-list"; readonly message: string }
	| { readonly kind: "nameless"; readonly message: string }

/** The key as pasted, without the white space around it. Throws `UnusableKey`. */
export function checkKey(text: string): string {
	const key = text.trim()
	if (key === "" || key === "Bearer") throw new UnusableKey("The API key is empty.")
	if (!/^(?:Bearer +)?[\x21-\x7e]+$/.test(key)) {
		throw new UnusableKey(
			"The API key holds a line break, a space or a character that no key has. Copy it again, as one line.",
		)
	}
	return key
}

/** The value of the authorization header. */
export function bearer(key: string): string {
	return key.startsWith("Bearer ") ? key : `Bearer ${key}`
}

/** Whether it looks like a key: a token that says something of itself. */
export function isToken(key: string): boolean {
	return jwtClaimsOf(bare(key)) !== undefined
}

export function claimsOf(key: string): KeyClaims {
	const claims = jwtClaimsOf(bare(key)) ?? {}
	const expires = endIn(claims)
	return {
		...(typeof claims.sub === "string" && claims.sub !== "" ? { merchant: claims.sub } : undefined),
		...(typeof claims.name === "string" ? { merchantName: scrub(claims.name) } : undefined),
		...(typeof claims.iss === "string" ? { issuer: claims.iss } : undefined),
		audience: audiencesIn(claims),
		...(expires === undefined ? undefined : { expires }),
	}
}

/** Whether the key may list customers. */
export function listingOf(claims: KeyClaims): "yes" | "no" | "maybe" {
	if (claims.audience.includes("private")) return "yes"
	return claims.audience.includes("public") ? "no" : "maybe"
}

/** What kind of card tokens a key takes, where it says so; hardly any does. */
export function tokenAudience(key: string): Audience | undefined {
	return audienceIn(jwtClaimsOf(bare(key)) ?? {})
}

/** `now` in milliseconds since 1970. */
export function warningsOf(claims: KeyClaims, now: number): readonly KeyWarning[] {
	const warnings: KeyWarning[] = []
	if (claims.expires !== undefined && claims.expires <= now) {
		const when = new Date(claims.expires).toISOString().slice(0, 10)
		warnings.push({ kind: "expired", message: `This API key says that it expired on ${when}.` })
	}
	if (listingOf(claims) === "no") {
		const message =
			"This is a public API key. It cannot list customers: what exists already is not found, and doubt cannot be settled."
		warnings.push({ kind: "cannot-list", message })
	}
	if (claims.merchant === undefined) {
		const message =
			"This API key does not say which merchant it belongs to: what was created with another key of the same merchant is not known with this one, unless it can list customers."
		warnings.push({ kind: "nameless", message })
	}
	return warnings
}

/**
 * The merchant is a hash of the URL's origin and the key's `sub`, or of the key itself when that is not to be had. A sandbox is known
 * by its issuer and by running on this machine; its port changes from one run to the next, so that its merchant is `sub` alone. Test
 * and live keys have no documented difference and share one host: their kind is `unknown`.
 */
export function environmentIdentity(url: URL, key: string): EnvironmentIdentity {
	const claims = claimsOf(key)
	const sandbox = claims.issuer === "intergiro-sandbox" && claims.merchant !== undefined && isLoopback(url)
	const merchant = JSON.stringify([sandbox ? "sandbox" : serverOf(url), claims.merchant ?? { key: bare(key) }])
	const listing = listingOf(claims)
	return {
		url: url.href.replace(/\/$/, ""),
		merchant: createHash("sha256").update(merchant).digest("hex").slice(0, 32),
		...(claims.merchantName === undefined ? undefined : { merchantName: claims.merchantName }),
		kind: sandbox ? "sandbox" : "unknown",
		key: listing === "yes" ? "private" : listing === "no" ? "public" : "unknown",
	}
}

/** The same for every spelling of a URL: a URL has dropped case and the usual port already, a name's last dot says nothing, and this machine has several names. */
function serverOf(url: URL): string {
	const { protocol, hostname, port } = url
	return `${protocol}//${isLoopback(url) ? "127.0.0.1" : hostname.replace(/\.$/, "")}${port && `:${port}`}`
}

function bare(key: string): string {
	return key.trim().replace(/^Bearer +/, "")
}
