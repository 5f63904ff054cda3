import { createHash } from "node:crypto"

/** Bytes: enough that no two tokens meet. */
const length = 16

/**
 * What the journal and the ledger know a card token by: 128 bits of a SHA-256, in base64url. Salted by the merchant, so that nothing
 * can be compared between merchants.
 */
export function tokenHash(merchant: string, token: string): string {
	return createHash("sha256").update(`${merchant}\0${token}`).digest().subarray(0, length).toString("base64url")
}
