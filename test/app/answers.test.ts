import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, describe, expect, test } from "vitest"
import { Answers } from "../../src/app/answers.ts"
import { type Mapping, noAnswers } from "../../src/customer/columns/mapping.ts"
import { tokenOf } from "../customer/columns/cells.ts"
import { evidenceOf } from "../customer/decide-of.ts"

const folders: string[] = []
let home = ""
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), "answers-"))
	folders.push(home)
})
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true })
})

const columns = ["Id", "Kort", "Ref"]
const rows = Array.from({ length: 10 }, (_, row) => [`${row}`, tokenOf(row), `R${row}`])
const mapping: Mapping = { ...noAnswers, columns: { Ref: "number", Kort: "token", Id: null }, joinRows: false }
const recall = (names = columns, cells = rows) => new Answers(home).for(names, evidenceOf(names, cells))

describe("what people answered", () => {
	test("is there again for a file with the same columns, in whatever order, and for no other", () => {
		expect(recall()).toBeUndefined()
		new Answers(home).remember(columns, mapping)
		expect(recall()).toEqual(mapping)
		expect(recall(["Ref", "Id", "Kort"], [])).toEqual(mapping)
		expect(recall(["Id", "Kort"], [])).toBeUndefined()
		expect(recall([...columns, "E-post"], [])).toBeUndefined()
		expect(recall(["id", "kort", "ref"], [])).toBeUndefined()
	})

	test("does not go by the columns that an import adds", () => {
		new Answers(home).remember([...columns, "import_row", "import_outcome"], mapping)
		expect(recall()).toEqual(mapping)
		expect(recall([...columns, "import_row"], [])).toEqual(mapping)
	})

	test("is forgotten, and replaced", () => {
		const answers = new Answers(home)
		answers.remember(columns, mapping)
		answers.remember(columns, { ...mapping, joinRows: true })
		expect(recall()).toMatchObject({ joinRows: true })
		answers.forget(columns)
		expect(recall()).toBeUndefined()
	})

	test("is nothing where nothing was said", () => {
		new Answers(home).remember(columns, noAnswers)
		expect(recall()).toBeUndefined()
	})

	test("does not hold for a column whose values deny it now", () => {
		const said: Mapping = { ...noAnswers, columns: { Kundnr: "number", "E-post": "email", Kort: "token" } }
		const names = Object.keys(said.columns)
		new Answers(home).remember(names, said)
		const other = (share: number) =>
			Array.from({ length: 10 }, (_, row) => [`${row}`, row < share ? "anna" : "a@example.com", tokenOf(row)])
		expect(recall(names, other(5))).toEqual(said)
		expect(recall(names, other(6))).toEqual({ ...said, columns: { Kundnr: "number", Kort: "token" } })
	})

	test("that a column is left out does not hold where it has card tokens: a person is asked again", () => {
		const said: Mapping = { ...noAnswers, columns: { Kundnr: "number", Grunka: null } }
		new Answers(home).remember(["Kundnr", "Grunka"], said)
		expect(recall(["Kundnr", "Grunka"], [["1", "x"]])).toEqual(said)
		expect(recall(["Kundnr", "Grunka"], [["1", tokenOf(1)]])?.columns).toEqual({ Kundnr: "number" })
	})

	test("what a run of 0.1.0 guessed is confirmed for these columns and this mapping alone, and is no answer", () => {
		const guessed: Mapping = { ...noAnswers, columns: { Id: "number" }, others: "left-out" }
		new Answers(home).confirm(["Id", "Namn"], guessed)
		const answers = new Answers(home)
		expect(answers.isConfirmed(["Namn", "Id"], guessed)).toBe(true)
		expect(answers.isConfirmed(["Id"], guessed)).toBe(false)
		expect(answers.isConfirmed(["Id", "Namn"], { ...guessed, columns: { Namn: "number" } })).toBe(false)
		expect(recall(["Id", "Namn"], [])).toBeUndefined()
	})

	test("is kept for fifty sets of columns", () => {
		const answers = new Answers(home)
		for (let index = 0; index <= 50; index++) answers.remember([`K${index}`], mapping)
		expect(recall(["K0"], [])).toBeUndefined()
		expect(recall(["K1"], [])).toEqual(mapping)
		expect(recall(["K50"], [])).toEqual(mapping)
	})

	test("that cannot be read any more counts as nothing", () => {
		for (const damage of ["", "{", '{"answers":[{"header":["Id"],"mapping":{"version":9}}]}']) {
			writeFileSync(join(home, "answers.json"), damage)
			expect(recall()).toBeUndefined()
		}
	})
})
