import { describe, expect, test } from "vitest"
import { noEvidence as nothing } from "../../../src/customer/columns/column-evidence.ts"
import { factsOf, joinEvidence, noEvidence } from "../../../src/customer/lines/file-facts.ts"
import { FileTally } from "../../../src/customer/lines/file-tally.ts"
import { isFooter, isOtherTable } from "../../../src/customer/lines/in-file.ts"

const filling = {
	rows: 7,
	columns: [7, 4, 3, 0].map((filled) => ({ ...nothing(), filled })),
}

function evidenceOf(from: number, to: number) {
	const tally = new FileTally()
	for (let row = from; row <= to; row++) {
		tally.add(row, row === 6 ? "other-header" : row === 4 ? "header" : undefined)
		tally.tokens.add("opaque", false)
	}
	return tally.evidence()
}

describe("facts of a file", () => {
	test("are those of its parts, in whatever order", () => {
		const all = evidenceOf(2, 8)
		expect(joinEvidence(evidenceOf(5, 8), evidenceOf(2, 4))).toEqual(all)
		expect(joinEvidence(evidenceOf(2, 4), evidenceOf(5, 8))).toEqual(all)
		expect(joinEvidence(noEvidence, all)).toEqual(all)
		const facts = factsOf(all, filling)
		expect(facts).toMatchObject({ rows: 7, lastRow: 8, usual: [0, 1], otherTableFrom: 6, tokens: { tokens: 7 } })
		expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
	})

	test("where no other table begins", () => {
		const facts = factsOf(evidenceOf(2, 5), filling)
		expect(facts).not.toHaveProperty("otherTableFrom")
		expect(isOtherTable(1000, facts)).toBe(false)
	})

	test("behind another table", () => {
		const facts = factsOf(evidenceOf(2, 8), filling)
		expect([5, 6, 7].map((row) => isOtherTable(row, facts))).toEqual([false, false, true])
	})
})

describe("a footer", () => {
	const facts = { rows: 6, lastRow: 7, usual: [0, 1, 2, 3] }
	const isLast = (cells: readonly string[], row = 7) => isFooter(cells, row, 1, facts)

	test.each([
		[["Totalt", "", "", "6"]],
		[["Totalt", "12", "", ""]],
		[["", "", "6", "kunder"]],
		[["", "5", "", ""]],
		[["Totalt", "5", "x", "x"]],
	])("%j", (cells) => expect(isLast(cells)).toBe(true))

	test.each([
		[["Anna Berg", "12", "", ""]],
		[["Anna Berg", "", "a@example.com", "x"]],
		[["Total AB", "12", "", ""]],
		[["Totalt", "12", "a@example.com", "x"]],
		[["", "12", "", ""]],
	])("is not %j", (cells) => expect(isLast(cells)).toBe(false))

	test("is the last row, of five at least unless it says so", () => {
		expect(isLast(["Totalt", "", "", "6"], 6)).toBe(false)
		const short = { ...facts, rows: 4, lastRow: 5 }
		expect(isFooter(["", "", "6", "kunder"], 5, 1, short)).toBe(false)
		expect(isFooter(["", "3", "", ""], 5, 1, short)).toBe(false)
		expect(isFooter(["Totalt", "3", "", ""], 5, 1, short)).toBe(true)
	})
})
