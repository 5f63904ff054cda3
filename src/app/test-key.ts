import { connect } from "../intergiro/client.ts"
import type { Route } from "../intergiro/dispatcher.ts"
import { claimsOf, isToken, warningsOf } from "../intergiro/key.ts"

/** What trying a key came to. */
export type KeyTest =
	| { readonly kind: "accepted" }
	/** Nothing that changes nothing can be done with it, or Intergiro could not be asked. */
	| { readonly kind: "untested"; readonly message: string }
	| { readonly kind: "refused"; readonly message: string }

const timeout = 10_000

/**
 * Tries a key by reading one page of what exists, which changes nothing. A public key may not, and is not tried. What does
 * not look like a key is refused, unless Intergiro takes it.
 * Throws `UnusableUrl` or `UnusableKey`.
 */
export async function testKey(url: string, key: string, route: Route = {}): Promise<KeyTest> {
	const client = connect({ url, key, timeout, ...route })
	try {
		if (client.listing === "no")
			return { kind: "untested", message: "It was not tried: a public key can create, and read nothing." }
		const page = await client.list()
		switch (page.kind) {
			case "page":
				return { kind: "accepted" }
			case "forbidden":
				return client.listing === "yes" || page.status === 401
					? { kind: "refused", message: `${expiredOf(key) ?? page.message} This key is not accepted at ${url}.` }
					: { kind: "untested", message: `It was not tried to its end. ${page.message} A public key may not list.` }
			case "throttled":
			case "failed":
			case "unusable":
				if (!isToken(key)) return { kind: "refused", message: "This does not look like an API key of Intergiro." }
				return { kind: "untested", message: `It could not be tried. ${page.message}` }
		}
	} finally {
		await client.close()
	}
}

/** Why a key is most likely refused: that it says when it expired comes before what a server says of it. */
function expiredOf(key: string): string | undefined {
	return warningsOf(claimsOf(key), Date.now()).find(({ kind }) => kind === "expired")?.message
}
