import * as fc from "fast-check"
import { expect, test } from "vitest"
import { repeatedHashes } from "../../../src/app/check/repeated.ts"

/** Few different ones, neighbours among them, and the ends of what 53 bits hold. */
const hash = fc.oneof(
	fc.integer({ min: 0, max: 20 }),
	fc.integer({ min: 0, max: 2 ** 53 - 1 }),
	fc.constantFrom(0, 1, 2 ** 53 - 1, 2 ** 53 - 2, 2 ** 52, Number.NaN),
)

test("hashes that are there more than once are found, each once", () => {
	fc.assert(
		fc.property(fc.array(hash, { maxLength: 300 }), (hashes) => {
			const counts = new Map<number, number>()
			for (const one of hashes) counts.set(one, (counts.get(one) ?? 0) + 1)
			const repeated = [...counts].flatMap(([one, count]) => (count > 1 && !Number.isNaN(one) ? [one] : []))
			const found = [...repeatedHashes(new Float64Array(hashes))]
			expect(found.sort((a, b) => a - b)).toEqual(repeated.sort((a, b) => a - b))
		}),
		{ numRuns: 1_000 },
	)
})

test("a million of one are no more work than a million others", () => {
	expect([...repeatedHashes(new Float64Array(1_000_000).fill(7))]).toEqual([7])
	expect([...repeatedHashes(Float64Array.from({ length: 1_000_000 }, (_, index) => index * 8_191))]).toEqual([])
})
