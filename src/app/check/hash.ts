import { nearKey } from "../../customer/duplicates.ts"

/** 53 bits of hash of `text` after its first `from` characters, which a number holds exactly. Equal texts have equal hashes; the reverse has to be confirmed. */
export function hash53(text: string, from = 0): number {
	let low = 0x9e3779b9 ^ text.length
	let high = 0x7f4a7c15 ^ text.length
	for (let index = from; index < text.length; index++) {
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

/** A token's end, its signature, tells it from others; the rest need not be looked at to suspect a duplicate. */
export function tokenHash(token: string): number {
	return hash53(token, Math.max(0, token.length - 32))
}
