import fc from "fast-check"
import { expect, it } from "vitest"
import { growing, timeRange } from "../../renderer/chart-scales.ts"

it("holds every value, with a top that never falls and rarely moves", () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 500 }), (values) => {
			const range = growing(10)
			const tops = values.map((value) => range(value)[1])
			for (const [at, top] of tops.entries()) {
				expect(top).toBeGreaterThanOrEqual(values[at] ?? 0)
				expect(top).toBeGreaterThanOrEqual(tops[at - 1] ?? 10)
			}
			// From 10 to two millions in steps of 1, 2, 5, 10.
			expect(new Set(tops).size).toBeLessThanOrEqual(17)
		}),
	)
})

it("shows half a minute, and twice as much whenever that is full", () => {
	expect([0, 1, 30, 31, 60, 61, 3_600].map((second) => timeRange(second)[1])).toEqual([30, 30, 30, 60, 60, 120, 3_840])
})
