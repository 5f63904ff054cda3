import { hash } from "node:crypto"

/** Bytes: enough that no two tokens meet. */
const length = 16

/**
 * What the journal and the ledger know a card token by: 128 bits of a SHA-256, in base64url. Salted by the merchant, so that nothing
 * can be compared between merchants.
 */
export function tokenHash(merchant: string, token: string): string {
	return hash("sha256", `${merchant}\0${token}`, "buffer").toString("base64url", 0, length)
}

/** The same for one merchant; of one token several things are asked, one after the other. */
export function tokenHasher(merchant: string): (token: string) => string {
	let last: { readonly token: string; readonly hash: string } | undefined
	return (token) => {
		if (last?.token !== token) last = { token, hash: tokenHash(merchant, token) }
		return last.hash
	}
}
