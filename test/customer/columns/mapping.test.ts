import { describe, expect, test } from "vitest"
import {
	anyMappingSchema,
	type FormerMapping,
	hasAnswers,
	type Mapping,
	mappingSchema,
	merged,
	modernized,
	noAnswers,
	usesOf,
} from "../../../src/customer/columns/mapping.ts"
import { mappingProblems } from "../../../src/customer/columns/mapping-problems.ts"
import { isImportColumn } from "../../../src/customer/fields.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"
import { tokenOf } from "./cells.ts"

describe("what keeps a mapping from being used", () => {
	test("no customer number, with the columns that were found", () => {
		expect(mappingProblems(noAnswers, ["E-mail", "Colour"])).toEqual([
			{
				kind: "no-number",
				message: 'No column is the customer number. The file has: "E-mail", "Colour".',
			},
		])
	})

	test.each<[where: string, mapping: Mapping, columns: string[]]>([
		["a header", { ...noAnswers, columns: { "1": "number" } }, ["1", "4111 1111 1111 1111"]],
		["a constant", { ...noAnswers, columns: { "1": "number" }, constants: { name: "4111 1111 1111 1111" } }, ["1"]],
	])("%s that is a card number, which is not repeated", (_, mapping, columns) => {
		const problems = mappingProblems(mapping, columns)
		expect(problems.map(({ kind }) => kind)).toEqual(["card-number"])
		expect(problems.map(({ message }) => message).join()).not.toContain("4111 1111 1111 1111")
	})

	test("columns that are not there, or ours", () => {
		const mapping = mappingSchema.parse({
			version: 2,
			columns: { Id: "number", Gone: null, import_row: ["city"], "import row": null },
			first: { name: "Lost", city: null },
		})
		const problems = mappingProblems(mapping, ["Id", "import_row", "import row"])
		expect(problems.map(({ kind }) => kind)).toEqual(["unknown-column", "import-column", "unknown-column"])
		expect(problems.map(({ message }) => message).join()).toMatch(/"Gone".*"import_row".*"Lost"/)
	})

	test("columns of an earlier import are known however they are written", () => {
		const columns = ["number", "import_row", "Import Outcome", "IMPORT-CODE", "import message"]
		expect(columns.filter(isImportColumn)).toEqual(columns.slice(1))
	})
})

describe("the JSON", () => {
	test.each<[name: string, json: unknown]>([
		["another version", { version: 3, columns: {} }],
		["an unknown field", { version: 2, columns: { a: "shoe size" } }],
		["an unknown field among others", { version: 2, columns: { a: ["email", "shoe size"] } }],
		["no field at all", { version: 2, columns: { a: [] } }],
		["a constant customer number", { version: 2, columns: {}, constants: { number: "1" } }],
		["a constant card token", { version: 2, columns: {}, constants: { token: "1" } }],
		["an unknown setting", { version: 2, columns: {}, joinrows: true }],
		["other ways with others", { version: 2, others: "guessed" }],
		["cards of another kind", { version: 2, cards: "some" }],
		["a joined number", { version: 2, joined: ["number"] }],
		["version 1 that leaves a column out", { version: 1, columns: { a: null } }],
		["version 1 with several fields", { version: 1, columns: { a: ["name"] } }],
		["version 1 without columns", { version: 1 }],
	])("of %s is no mapping", (_, json) => {
		expect(anyMappingSchema.safeParse(json).success).toBe(false)
	})

	test("is read as it was written", () => {
		const mapping: Mapping = {
			version: 2,
			columns: { Id: "number", Namn: ["name", "company"], Ref: null, Typ: "?" },
			others: "left-out",
			first: { name: "Namn", email: null },
			joined: ["name"],
			joinRows: false,
			cards: "none",
			constants: { currency: "SEK" },
			encoding: "windows-1252",
			open: [{ question: "Is it?" }],
		}
		expect(anyMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
		expect(anyMappingSchema.parse({ version: 2 })).toEqual(noAnswers)
	})

	test("of what is decided is read back, whatever the columns are called", () => {
		const { mapping } = decisionOf(["Kundnr", "E-post", "valueOf", "constructor"], [["1", "a@b.se", "x", "y"]])
		expect(anyMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
	})
})

describe("version 1", () => {
	const former: FormerMapping = {
		version: 1,
		columns: { Id: "number", Namn: "name", Alias: "name" },
		constants: { currency: "SEK" },
		joinRows: false,
	}
	const names = ["Id", "Namn", "Alias", "E-post", "Kort"]
	const rows = (card: string) => [["1", "Anna", "Ann", "a@example.com", card]]

	test("leaves out what it does not name, and asks nothing", () => {
		const decision = decisionOf(names, rows(""), { answers: modernized(former) })
		expect(usedIn(decision)).toEqual({ Id: "number", Namn: "name", Alias: "name" })
		expect(askedIn(decision)).toEqual([])
		expect(decision.columns[3]).toMatchObject({ by: "rule", reason: "not named in the mapping" })
	})

	test("is asked about card tokens in columns that it does not name", () => {
		const decision = decisionOf(names, rows(tokenOf(1)), { answers: modernized(former) })
		expect(askedIn(decision)).toEqual(["token"])
		const answered = merged(modernized(former), { columns: { Kort: null } })
		expect(askedIn(decisionOf(names, rows(tokenOf(1)), { answers: answered }))).toEqual([])
	})

	test("keeps joining names, what it joins, and its constants", () => {
		expect(modernized(former)).toMatchObject({ joined: ["name"], joinRows: false, constants: { currency: "SEK" } })
		expect(modernized({ ...former, columns: { Id: "number", Namn: "name" } })).not.toHaveProperty("joined")
		const parts = modernized({ ...former, columns: { Id: "number", Namn: "name", Förnamn: "firstName" } })
		expect(parts.first).toEqual({ name: "Förnamn" })
	})

	test("joins no rows where it does not say so", () => {
		expect(anyMappingSchema.parse({ version: 1, columns: { Id: "number" } })).toMatchObject({ joinRows: false })
	})
})

test("what is said later goes before, column by column", () => {
	const first: Mapping = { ...noAnswers, columns: { A: "name", B: "city" }, first: { name: "A" }, joinRows: true }
	expect(merged(first, { columns: { B: null }, first: { email: "C" }, constants: { currency: "SEK" } })).toEqual({
		version: 2,
		columns: { A: "name", B: null },
		first: { name: "A", email: "C" },
		joinRows: true,
		constants: { currency: "SEK" },
	})
})

test("what a column is used for", () => {
	const mapping: Mapping = { ...noAnswers, columns: { A: "name", B: ["name", "email"], C: null, D: "?" } }
	expect(["A", "B", "C", "D", "E", "toString"].map((column) => usesOf(mapping, column))).toEqual([
		["name"],
		["name", "email"],
		[],
		undefined,
		undefined,
		undefined,
	])
})

test("whether anything was said", () => {
	expect(hasAnswers(noAnswers)).toBe(false)
	for (const said of [
		{ columns: { A: null } },
		{ constants: { currency: "SEK" } },
		{ joinRows: false },
		{ encoding: "x" },
	])
		expect(hasAnswers({ ...noAnswers, ...said })).toBe(true)
})
