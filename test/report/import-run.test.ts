import { expect, it } from "vitest"
import { importRun, numberChange, readImportRun, saysItMayExist } from "../../src/report/import-run.ts"

const run = "20261128123456-ab12cd"

it("says run and row, in a form that no spreadsheet executes, rounds or takes for a date", () => {
	const cell = importRun(run, 17, "c1", false)
	expect(cell).toMatch(/^20261128123456-ab12cd\/17\/[0-9a-f]{4}$/)
	expect(readImportRun(` ${cell} `)).toMatchObject({ run, row: 17 })
	for (const other of ["", "2.02611E+13", `${cell}0`, `${run}/17`, "17"]) expect(readImportRun(other)).toBeUndefined()
})

it("tells a number that was changed, and one that a spreadsheet changed", () => {
	const was = (number: string, row = 17) => importRun(run, row, number, false)
	expect(numberChange(was("00123"), "00123")).toBeUndefined()
	expect(numberChange("", "anything")).toBeUndefined()
	expect(numberChange(was("00123"), "123")).toBe("by-spreadsheet")
	expect(numberChange(was("1234567890123456789"), "1234567890123450000")).toBe("by-spreadsheet")
	expect(numberChange(was("c1"), "c2")).toBe("by-person")
	expect(numberChange(was(""), "c2")).toBe("by-person")
	// Whatever became of the cell: what cannot be checked is not taken for unchanged.
	expect(numberChange("garbled", "c1")).toBe("unreadable")
	expect(numberChange(was("c1", 18).replace("/18/", "/17/"), "c1")).toBe("by-person")
})

it("keeps that a row may exist, whatever is written over its other columns", () => {
	const cell = importRun(run, 17, "c1", true)
	expect([saysItMayExist(cell, "c1"), numberChange(cell, "c1")]).toEqual([true, undefined])
	expect(saysItMayExist(importRun(run, 17, "c1", false), "c1")).toBe(false)
	expect(saysItMayExist("", "c1")).toBe(false)
})
