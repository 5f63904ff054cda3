import { expect, it } from "vitest"
import { Mends } from "../../electron/mends.ts"

it("keeps one value for each cell, the last", () => {
	const mends = new Mends()
	mends.set([{ row: 2, column: "E-post", value: "a" }])
	mends.set([
		{ row: 2, column: "E-post", value: "b" },
		{ row: 2, column: "Ort", value: "c" },
	])
	expect(mends.edits.cells).toEqual([
		{ row: 2, column: "E-post", value: "b" },
		{ row: 2, column: "Ort", value: "c" },
	])
})

it("knows what was mended and left out of each row, also after a step back", () => {
	const mends = new Mends({ cells: [{ row: 2, column: "Ort", value: "x" }], skipped: [5] })
	mends.set([{ row: 2, column: "E-post", value: "a" }])
	expect([mends.columnsOf(2), mends.columnsOf(3)]).toEqual([["Ort", "E-post"], []])
	expect([mends.isSkipped(5), mends.isSkipped(2)]).toEqual([true, false])
	mends.undo()
	expect(mends.columnsOf(2)).toEqual(["Ort"])
})

it("goes back and forth step by step, and forgets the way forth when something else is mended", () => {
	const mends = new Mends()
	mends.skip([7, 3], true)
	mends.set([{ row: 2, column: "Ort", value: "x" }])
	mends.undo()
	expect(mends.edits).toEqual({ cells: [], skipped: [3, 7] })
	mends.undo()
	expect(mends.edits).toEqual({ cells: [], skipped: [] })
	expect(mends.canUndo).toBe(false)
	mends.undo()
	mends.redo()
	expect(mends.edits.skipped).toEqual([3, 7])
	mends.skip([3], false)
	expect(mends.canRedo).toBe(false)
	mends.redo()
	expect(mends.edits).toEqual({ cells: [], skipped: [7] })
})
