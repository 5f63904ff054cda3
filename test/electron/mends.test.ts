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
