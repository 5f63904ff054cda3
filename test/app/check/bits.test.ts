import fc from "fast-check"
import { expect, it } from "vitest"
import { Bits } from "../../../src/app/check/bits.ts"

const members = fc.uniqueArray(fc.nat(300))

function bitsOf(numbers: readonly number[]): Bits {
	const bits = new Bits()
	for (const number of numbers) bits.add(number)
	return bits
}

it("is a set of whole numbers, as any other", () => {
	fc.assert(
		fc.property(members, members, members, fc.nat(300), (added, deleted, others, end) => {
			const bits = bitsOf(added)
			for (const number of deleted) bits.delete(number)
			const set = new Set(added.filter((number) => !deleted.includes(number)))
			const sorted = [...set].sort((a, b) => a - b)
			expect([...bits]).toEqual(sorted)
			expect(bits.size).toBe(set.size)
			expect([...bits.without(bitsOf(others))]).toEqual(sorted.filter((number) => !others.includes(number)))
			expect(bits.hasBetween(end, end + 20)).toBe(sorted.some((number) => number >= end && number < end + 20))
			const both = bits.clone()
			both.merge(bitsOf(others))
			expect([...both]).toEqual([...new Set([...sorted, ...others])].sort((a, b) => a - b))
			expect(bits.size).toBe(set.size)
			expect([...Bits.below(end)]).toEqual(Array.from({ length: end }, (_, index) => index))
			expect(Bits.below(end).size).toBe(end)
		}),
	)
})
