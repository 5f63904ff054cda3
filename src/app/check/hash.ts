import { hash53 } from "../../contract/hash.ts"
import { nearKey, tokenCore } from "../../customer/duplicates.ts"

/** Numbers that are equal or nearly so have the same. */
export function keyHash(number: string): number {
	return hash53(nearKey(number) || number)
}

/**
 * Tokens that are one and the same, perhaps with another ending, have the same: all of what they are known by is taken, since tokens
 * that are alike but for some characters anywhere would each have to be compared with all others otherwise.
 */
export function tokenHash(token: string): number {
	const { from, to } = tokenCore(token)
	return hash53(token, from, to)
}
