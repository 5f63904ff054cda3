import fc from "fast-check"
import { expect, test } from "vitest"
import { recent } from "../../src/customer/recent.ts"

test("says of every text what it was told to say, in whatever order they come", () => {
	const backwards = (text: string) => [...text].reverse().join("")
	const said = recent(backwards)
	// Few letters, so that many texts have the same place.
	const text = fc.oneof(fc.string({ unit: fc.constantFrom("a", "b", "å"), maxLength: 20 }), fc.string())
	fc.assert(
		fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
			for (const one of [...texts, ...texts]) expect(said(one)).toBe(backwards(one))
		}),
		{ numRuns: 200 },
	)
})

test("what came lately is not judged again", () => {
	let judged = 0
	const said = recent((text) => {
		judged++
		return text.length
	})
	const before = judged
	for (const name of ["Anna", "Bo", "Anna", "Anna", "Bo"]) said(name)
	expect(judged - before).toBe(2)
})
