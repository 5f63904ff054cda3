import { hash53 } from "../../contract/hash.ts"
import { nearKey, tokenCore } from "../../customer/duplicates.ts"

/** Numbers that are equal or nearly so have the same. */
export function keyHash(number: string): number {
	return hash53(nearKey(number) || number)
}

/**
 * Tokens that are one and the same, perhaps with another ending, have the same: some characters are enough to suspect it. Of what may be
 * short or alike in parts, those of the end and some of all the rest.
 */
export function tokenHash(token: string): number {
	const { from, to } = tokenCore(token)
	if (from > 0) return hash53(token, from, to, Math.ceil((to - from) / (2 * some)))
	if (to <= short) return hash53(token, 0, to)
	const end = to - some
	return both(hash53(token, end, to), hash53(token, 0, end, Math.ceil(end / some)))
}

/** Characters of a token of which all are taken, and of each part of a longer one. */
const short = 64
const some = 24

/** One of two hashes of 53 bits. */
function both(one: number, other: number): number {
	return ((one / 2 ** 32) ^ (other / 2 ** 32)) * 2 ** 32 + (((one | 0) ^ (other | 0)) >>> 0)
}
