import { hash } from "node:crypto"

/** The hash by which the ledger knows a card token: 128 bits of SHA-256, salted by the merchant. */
export function tokenHasher(merchant: string): (token: string) => string {
	return (token) => hash("sha256", `${merchant}\n${token}`, "base64url").slice(0, 22)
}
