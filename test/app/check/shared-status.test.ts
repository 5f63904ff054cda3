import { expect, test } from "vitest"
import { examiner, found, inSek, token } from "./examined.ts"

const examined = examiner(inSek)

const header = "Code;Naam;Status;Kaarttoken"
const rows = (...statuses: string[]) =>
	statuses.map((status, row) => `300${row};Bos ${row} B.V.;${status};${token(row)}`)

test("a word for how customers stand that every row has keeps nobody from being created", async () => {
	const checked = await examined([header, ...rows("Klant", "Klant", "klant", "Klant")])
	expect([checked.questions, found(checked), checked.customers]).toEqual([[], [], 4])
})

test("so does it beside a total, and beside a row with another error", async () => {
	const [first = "", ...others] = rows("Klant", "Klant", "Klant", "Klant")
	const checked = await examined([header, first.replace(/;eyJ.*/, ";#NV"), ...others, "Totaal;4;;"])
	expect([checked.questions, found(checked).map((one) => one.split(" ")[0]), checked.customers]).toEqual([
		[],
		expect.arrayContaining(["value.damaged", "row.total"]),
		3,
	])
})

test("one that some rows have and others do not is asked about", async () => {
	for (const statuses of [
		["Klant", "Klant", "Prospect x", "Klant"],
		["Klant", "Klant", "", "Klant"],
		["Klant", "Klant", "actief", "Klant"],
		["Klant", "Klant"],
	])
		expect((await examined([header, ...rows(...statuses)])).questions.map(({ id }) => id)).toEqual(["status.Status"])
})

test("what every row of a file that an import gave back has is asked about: it may be why they are there", async () => {
	const lines = rows("Klant", "Klant", "Klant").map((row, index) => `${row};${index + 2};invalid;row.left-out;No.;`)
	const { questions } = await examined([
		`${header};import_row;import_outcome;import_code;import_message;import_run`,
		...lines,
	])
	expect(questions.map(({ id }) => id)).toEqual(["status.Status"])
})

test("who lapsed left, as who cancelled did", async () => {
	const checked = await examined([header, ...rows("Active", "Lapsed", "Active")])
	expect([checked.questions.map(({ id }) => id), found(checked)]).toEqual([["ended"], ["row.ended 3"]])
})
