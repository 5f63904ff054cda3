/**
 * 53 bits of hash of a part of `text`, every `step`th character of it, which a number holds exactly. Equal parts have equal hashes; the
 * reverse has to be confirmed.
 */
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
