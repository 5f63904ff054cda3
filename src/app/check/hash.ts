import { nearKey, tokenCore } from "../../customer/duplicates.ts"

/** 53 bits of hash of a part of `text`, every `step`th character of it, which a number holds exactly. Equal parts have equal hashes; the reverse has to be confirmed. */
export function hash53(text: string, from = 0, to = text.length, step = 1): number {
	let low = 0x9e3779b9 ^ (to - from)
	let high = 0x7f4a7c15 ^ (to - from)
	for (let index = from; index < to; index += step) {
		const unit = text.charCodeAt(index)
		low = Math.imul(low ^ unit, 0x01000193)
		high = Math.imul(high ^ unit, 0x5bd1e995)
		high ^= high >>> 15
	}
	low = Math.imul(low ^ (low >>> 16) ^ high, 0x85ebca6b)
	high = Math.imul(high ^ (high >>> 13) ^ low, 0xc2b2ae35)
	return ((high ^ (high >>> 16)) >>> 11) * 0x1_0000_0000 + ((low ^ (low >>> 15)) >>> 0)
}

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
