import { expect, it } from "vitest"
import { figuresOf } from "../../src/contract/figures.ts"
import { noCounts } from "../../src/contract/progress.ts"

it("counts each customer once: who exists, who was refused, who is in doubt, and who is to come", () => {
	const counts = { ...noCounts(), created: 30, existing: 2, rejected: 1, "verification-required": 1, unknown: 1 }
	const figures = figuresOf({ counts: { ...counts, invalid: 7, "left-out": 3 }, ambiguous: 1, total: 150 })
	expect(figures).toEqual({ there: 32, declined: 1, cardholders: 1, notSent: 0, doubts: 2, done: 36, left: 114 })
})
