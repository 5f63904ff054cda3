/** 53 bits of hash of a part of `text`, which a number holds exactly. Equal parts have equal hashes; the reverse has to be confirmed. */
export function hash53(text: string, from = 0, to = text.length): number {
	let low = 0x9e3779b9 ^ (to - from)
	let high = 0x7f4a7c15 ^ (to - from)
	// Each takes every second character, which takes half the time of both taking all.
	let index = from
	for (; index + 1 < to; index += 2) {
		low = Math.imul(low ^ text.charCodeAt(index), 0x01000193)
		high = Math.imul(high ^ text.charCodeAt(index + 1), 0x5bd1e995)
		high ^= high >>> 15
	}
	if (index < to) low = Math.imul(low ^ text.charCodeAt(index), 0x01000193)
	return mixed(low, high)
}

/** 53 bits of two hashes of 32, each of which is in all of them. */
export function mixed(low: number, high: number): number {
	low = Math.imul(low ^ (low >>> 16) ^ high, 0x85ebca6b)
	high = Math.imul(high ^ (high >>> 13) ^ low, 0xc2b2ae35)
	return ((high ^ (high >>> 16)) >>> 11) * 0x1_0000_0000 + ((low ^ (low >>> 15)) >>> 0)
}
