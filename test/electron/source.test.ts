import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { History } from "../../electron/history.ts"
import { Source } from "../../electron/source.ts"
import { Answers } from "../../src/app/answers.ts"
import { noAnswers } from "../../src/customer/columns/mapping.ts"

let folder: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "source-"))
	await writeFile(join(folder, "customers.csv"), "number,Name,City,Status\n1,Anna Ek,Lund,a\n2,Bo Ek,Lund,a\n")
})
afterEach(() => rm(folder, { recursive: true }))

const open = (chosen: Parameters<typeof Source.open>[1]["chosen"], carried = {}) =>
	Source.open(
		{ kind: "file", path: join(folder, "customers.csv"), close: async () => {} },
		{ chosen, carried },
		new Answers(folder),
		new History(folder, () => undefined),
	)
const reasons = (source: Source) => source.view().decisions.map(({ column, reason }) => `${column}: ${reason}`)

it("says of a column that a person said it where that was in this import, and else that it was answered before", async () => {
	const columns = { number: "number", Name: "name", City: null, Status: null } as const
	new Answers(folder).remember(Object.keys(columns), { version: 2, columns, constants: {} })
	const source = await open({})
	expect(reasons(source)).toEqual([
		"number: as answered before",
		"Name: as answered before",
		"City: left out, as answered before",
		"Status: left out, as answered before",
	])
	source.say({ columns: { City: "city" } })
	expect(reasons(source)).toEqual([
		"number: as answered before",
		"Name: as answered before",
		"City: as you said",
		"Status: left out, as answered before",
	])
	source.forget({ version: 2, columns, constants: {} })
	expect(reasons(source).at(-1)).toBe("Status: left out, as you said")
})

it("says of how a file is read that it was asked for where a person did so in this import", async () => {
	const { evidence } = (await open({ encoding: "windows-1252" }, { encoding: "utf-8", headerRow: 1 })).view()
	expect(evidence).toEqual(
		expect.arrayContaining(["Read as windows-1252, as asked.", "The header is in row 1, as before."]),
	)
	expect((await open({ headerRow: 1 })).view().evidence.filter((said) => said.includes("as asked"))).toEqual([
		"The header is in row 1, as asked.",
	])
})

it("takes another answer than a run began with for another run", async () => {
	await writeFile(join(folder, "customers.csv"), "Id,Nr,Name\n1,11,Anna Ek\n2,12,Bo Ek\n")
	const source = await open({})
	const question = source.view().asked[0]?.question
	const answerOf = (column: string) => question?.answers.find(({ label }) => label.includes(column))?.id ?? ""
	source.answer(question?.id ?? "", [answerOf("Id")])
	expect(source.view().mapping.columns).toMatchObject({ Id: "number", Nr: null })
	const { mapping } = source.view()
	// As it is when its first customers were created.
	source.resumed = { past: {}, reading: { mapping } } as unknown as NonNullable<typeof source.resumed>
	source.answer(question?.id ?? "", [answerOf("Nr")])
	expect(source.resumed).toBeUndefined()
	expect(source.view().mapping.columns).toMatchObject({ Id: null, Nr: "number" })
})

it("remembers no answer that puts right the columns of one file against their names", async () => {
	await writeFile(
		join(folder, "customers.csv"),
		"number,Name,City,Street\n1,Anna Ek,Storgatan 1,Lund\n2,Bo Ek,Lillgatan 2,Lund\n",
	)
	const source = await open({})
	source.say({ columns: { City: "street", Street: "city", Name: null } })
	expect(source.view().mapping.columns).toMatchObject({ City: "street", Street: "city" })
	const { mapping, ofFile } = source.ownAnswers ?? { mapping: noAnswers, ofFile: {} }
	expect(mapping.columns).toEqual({ Name: null })

	// The very same file is read as it was put right, and one with the same header as its names say.
	new Answers(folder).remember(["number", "Name", "City", "Street"], mapping, {
		sha256: source.sha256,
		columns: ofFile,
	})
	expect((await open({})).view().mapping.columns).toMatchObject({ City: "street", Street: "city", Name: null })
	await writeFile(
		join(folder, "customers.csv"),
		"number,Name,City,Street\n3,Cia Ek,Lund,Storgatan 1\n4,Dan Ek,Lund,Lillgatan 2\n",
	)
	expect((await open({})).view().mapping.columns).toMatchObject({ City: "city", Street: "street", Name: null })
})
