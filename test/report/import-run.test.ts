import fc from "fast-check"
import { expect, it } from "vitest"
import { neutralize } from "../../src/csv/writer.ts"
import { hasCardNumber } from "../../src/customer/card-number.ts"
import {
	changedBySpreadsheet,
	importRun,
	numberChange,
	readImportRun,
	saysItMayExist,
} from "../../src/report/import-run.ts"

const run = "20261128123456-ab12cd"

it("says run and row, in a form that no spreadsheet executes, rounds or takes for a date", () => {
	const cell = importRun(run, 17, "c1", false)
	expect(cell).toMatch(/^20261128123456-ab12cd\/17\/[0-9a-f]{4}$/)
	expect(readImportRun(` ${cell} `)).toMatchObject({ run, row: 17 })
	for (const other of ["", "2.02611E+13", `${cell}0`, `${run}/17`, "17"]) expect(readImportRun(other)).toBeUndefined()
})

it("tells a number that was changed", () => {
	const was = (number: string, row = 17) => importRun(run, row, number, false)
	expect(numberChange(was("00123"), "00123")).toBeUndefined()
	expect(numberChange("", "anything")).toBeUndefined()
	expect(numberChange(was("00123"), "123")).toBe("changed")
	expect(numberChange(was("c1"), "c2")).toBe("changed")
	expect(numberChange(was(""), "c2")).toBe("changed")
	// Whatever became of the cell: what cannot be checked is not taken for unchanged.
	expect(numberChange("garbled", "c1")).toBe("unreadable")
	expect(numberChange(was("c1", 18).replace("/18/", "/17/"), "c1")).toBe("changed")
})

it("keeps the cells that a spreadsheet may write otherwise, whatever they and their columns are called", () => {
	const columns = ["Nr", "=A&B?", "", "Gata; Ort", "Namn"]
	const cells = ["0012", "10E5", "3/4", "1 000", "Anna Ek"]
	const cell = importRun(
		run,
		17,
		"0012",
		false,
		columns.map((name, index) => [name, cells[index] ?? ""]),
	)
	expect([...(readImportRun(cell)?.kept ?? [])]).toEqual(columns.slice(0, 4).map((name, index) => [name, cells[index]]))
	expect(neutralize(cell)).toBe(cell)
	expect(numberChange(cell, "0012")).toBeUndefined()
	expect(changedBySpreadsheet(cell, columns, cells).size).toBe(0)
	expect([...changedBySpreadsheet(cell, columns, ["12", "1000000", "2026-04-03", "1001", "A"])]).toEqual([
		[0, "0012"],
		[1, "10E5"],
		[2, "3/4"],
	])
})

it("never holds what may be taken for a card number", () => {
	expect(importRun(run, 17, "c1", false, [["Telefon", "4111 1111 1111 1111"]])).toMatch(/\/17\/[0-9a-f]{4}$/)
	const digits = fc.stringMatching(/^0\d{3,15}$/)
	fc.assert(
		fc.property(fc.array(digits, { maxLength: 4 }), (cells) => {
			const cell = importRun(
				run,
				17,
				"c1",
				false,
				cells.map((one, index) => [`C${index}`, one]),
			)
			expect(hasCardNumber(cell)).toBe(false)
		}),
	)
})

it("keeps that a row may exist, whatever is written over its other columns", () => {
	const cell = importRun(run, 17, "c1", true)
	expect([saysItMayExist(cell, "c1"), numberChange(cell, "c1")]).toEqual([true, undefined])
	expect(saysItMayExist(importRun(run, 17, "c1", false), "c1")).toBe(false)
	expect(saysItMayExist("", "c1")).toBe(false)
})
