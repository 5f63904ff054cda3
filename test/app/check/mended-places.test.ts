import { expect, it } from "vitest"
import { followMends, placesOf } from "../../../src/app/check/mended-places.ts"
import type { Edits } from "../../../src/app/check/reading.ts"
import { examiner, token } from "./examined.ts"

const examined = examiner()

const row = (number: string, email: string) => `${number},Name ${number},${email},GBP,${token(number)}`
const fileOf = (...rows: readonly string[]) => ["Account No.,Customer,Email,Currency,Card token", ...rows]
const before = fileOf(row("A1", "a1.example.com"), row("A2", "a2.example.com"), row("A3", "a3@b.com"), row("A4", "x"))
const edits: Edits = {
	cells: [
		{ row: 2, column: "Email", value: "a1@example.com" },
		{ row: 3, column: "Email", value: "a2@example.com" },
	],
	skipped: [4],
	kept: [5],
	confirmed: [],
}

async function followed(...rows: readonly string[]) {
	const places = await placesOf(await examined(before), edits)
	return followMends(await examined(fileOf(...rows)), edits, places)
}

it("follow their rows by number and old value, wherever these stand now", async () => {
	const { edits: now, lost } = await followed(
		row("A9", "new@b.com"),
		row("A4", "x"),
		row("A3", "changed@b.com"),
		row("A2", "a2.example.com"),
		row("A1", "a1.example.com"),
	)
	expect(lost).toEqual([])
	expect(now).toEqual({
		cells: [
			{ row: 6, column: "Email", value: "a1@example.com" },
			{ row: 5, column: "Email", value: "a2@example.com" },
		],
		skipped: [4],
		kept: [3],
		confirmed: [],
	})
})

it("are told where their row has another value, is gone or is another one, and never lost silently", async () => {
	const { edits: now, lost } = await followed(
		row("A1", "other@example.com"),
		row("A2", "a2.example.com"),
		row("A4", "y"),
	)
	expect(now.cells).toEqual([{ row: 3, column: "Email", value: "a2@example.com" }])
	expect([now.skipped, now.kept]).toEqual([[], []])
	expect(lost).toEqual(["row 2, Email", "row 4, left out", "row 5, said to be right"])
})

it("are not guessed where several rows have the number", async () => {
	const { edits: now, lost } = await followed(
		row("A9", "a@b.com"),
		row("A1", "a1.example.com"),
		row("A1", "a1.example.com"),
	)
	expect(now.cells).toEqual([])
	expect(lost).toContain("row 2, Email")
})

it("keep no value of the file", async () => {
	expect(JSON.stringify(await placesOf(await examined(before), edits))).not.toMatch(/example|Name/)
})
