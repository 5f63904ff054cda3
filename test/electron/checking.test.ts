import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { Checking } from "../../electron/checking.ts"
import { History } from "../../electron/history.ts"
import { Preferences } from "../../electron/settings.ts"
import { Source } from "../../electron/source.ts"
import { Answers } from "../../src/app/answers.ts"
import type { Edits } from "../../src/app/check/reading.ts"
import type { KnownSearch } from "../../src/app/known-before.ts"
import { type Mapping, noAnswers } from "../../src/customer/columns/mapping.ts"
import type { RowFilter } from "../../src/ipc/check.ts"
import { mintCardToken } from "../../src/sandbox/tokens.ts"

let folder: string
let path: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "checking-"))
	path = join(folder, "customers.csv")
	const lines = Array.from({ length: 50 }, (_, at) => `N${at},${at % 10 === 0 ? "nobody" : "a@b.se"}`)
	await writeFile(path, `number,email\n${lines.join("\n")}\n`)
})
afterEach(() => rm(folder, { recursive: true }))

async function begin(edits: Edits = { cells: [], skipped: [] }, answers: Partial<Mapping> = {}) {
	const preferences = new Preferences(folder)
	const source = await Source.open(
		{ kind: "file", path, close: async () => {} },
		{ chosen: {} },
		new Answers(folder),
		new History(folder, () => undefined),
	)
	source.forget({ ...noAnswers, ...answers })
	return Checking.begin(source, source.options(preferences), edits, () => {}, new AbortController().signal)
}

const setAll = { kind: "set-all", code: "email.invalid", column: "email", value: "c@d.se" } as const

it("does one mend after the other, in the order they were asked for", async () => {
	const checking = await begin()
	expect(checking.view()).toMatchObject({ error: 5, mended: 0 })
	await Promise.all([checking.mend(setAll), checking.mend({ kind: "undo" })])
	expect(checking.view()).toMatchObject({ error: 5, mended: 0, redo: true })
	const mends = [
		checking.mend({ kind: "cell", row: 2, column: "email", value: "e@f.se" }),
		checking.mend({ kind: "skip", row: 12, skip: true }),
		checking.mend({ ...setAll, kind: "replace-all", find: "nobody", replacement: "g@h.se" }),
	]
	await checking.idle()
	expect(checking.view()).toMatchObject({ error: 0, mended: 4, skipped: 1 })
	expect((await checking.file.page(0, 21)).map(({ cells }) => cells[1]).filter((value) => value !== "a@b.se")).toEqual([
		"e@f.se",
		// Left out: it has this finding no more.
		"nobody",
		"g@h.se",
	])
	await Promise.all(mends)
})

it("takes a mend back that could not be checked", async () => {
	const checking = await begin()
	await rm(path)
	await expect(checking.mend({ kind: "skip", row: 2, skip: true })).rejects.toThrow()
	expect(checking.view()).toMatchObject({ skipped: 0, undo: false })
})

it("counts what a person left out apart from errors, and shows it by itself", async () => {
	const checking = await begin()
	await checking.mend({ kind: "skip", row: 2, skip: true })
	const { error, valid, skipped, findings } = checking.view()
	expect({ error, valid, skipped }).toEqual({ error: 4, valid: 45, skipped: 1 })
	expect(findings.map(({ code, rows }) => [code, rows])).toEqual([["email.invalid", 4]])
	const shown = async (show: RowFilter["show"]) =>
		(await checking.rows({ filter: { show, search: "" }, offset: 0, count: 100 })).rows
	expect((await shown("error")).map(({ row }) => row)).not.toContain(2)
	expect(await shown("skipped")).toMatchObject([{ row: 2, skipped: true, findings: [] }])
})

it("leaves out again what was left out before, in rows that come back, until a person says otherwise", async () => {
	const columns = "number,email,import_row,import_outcome,import_code,import_message,import_run"
	const lines = ["left-out", "invalid"].map((outcome, at) => `N${at},a@b.se,${at},${outcome},x,No.,`)
	await writeFile(path, `${[columns, ...lines].join("\n")}\n`)
	const checking = await begin()
	const shown = async () => (await checking.rows({ filter: { show: "all", search: "" }, offset: 0, count: 9 })).rows
	expect(checking.view()).toMatchObject({ error: 0, skipped: 1, customers: 1, undo: false })
	expect(await shown()).toMatchObject([
		{ row: 2, skipped: true, findings: [] },
		{ row: 3, skipped: false },
	])
	await checking.mend({ kind: "skip", row: 2, skip: false })
	expect(checking.view()).toMatchObject({ error: 0, skipped: 0, customers: 2, undo: true })
	await checking.mend({ kind: "skip", row: 2, skip: true })
	await checking.mend({ kind: "skip", row: 2, skip: false })
	expect(await shown()).toMatchObject([{ skipped: false }, { skipped: false }])
	await checking.mend({ kind: "keep", row: 2, keep: false })
	expect(await shown()).toMatchObject([{ skipped: true }, { skipped: false }])
})

it("shows where what is about several rows is to be mended, and a card number nowhere", async () => {
	await writeFile(path, "number,name,note\nN1,Anna,\nN1,Bo,4111 1111 1111 1111 by phone\n")
	const checking = await begin()
	const { rows } = await checking.rows({ filter: { show: "all", search: "" }, offset: 0, count: 9 })
	expect(rows.map(({ findings }) => findings.map(({ code, column }) => [code, column]))).toEqual([
		[],
		[
			["card-number.unsent", "note"],
			["number.duplicate", "number"],
		],
	])
	expect(checking.view().findings).toContainEqual(
		expect.objectContaining({ code: "number.duplicate", column: "number" }),
	)
	expect(rows[1]?.cells[2]).toBe("4111 11** **** 1111 by phone")
	const area = { filter: { show: "all", search: "" } as const, offset: 1, count: 1, column: 2, columns: 1 }
	expect(await checking.copied(area)).toEqual(["4111 11** **** 1111 by phone"])
})

it("takes a changed number of a row that came back for right by a person's word, for that row alone", async () => {
	const columns = "number,email,import_row,import_outcome,import_code,import_message,import_run"
	const lines = ["2", "3"].map((row) => `N${row},a@b.se,${row},rejected,declined,No.,r1/${row}/0000`)
	await writeFile(path, `${[columns, ...lines].join("\n")}\n`)
	const checking = await begin()
	expect(checking.view()).toMatchObject({ error: 2 })
	await checking.mend({ kind: "keep", row: 3, keep: true })
	expect(checking.view()).toMatchObject({ error: 1 })
	await checking.mend({ kind: "undo" })
	expect(checking.view()).toMatchObject({ error: 2 })
})

it("leaves out again what was left out before it came back, whatever else was wrong with it then", async () => {
	const columns = "number,email,import_row,import_outcome,import_code,import_message,import_run"
	const message =
		'"The row was left out by hand. | The customer number is in the file already: ""N2"", which row 2 has."'
	const lines = [
		`N2,a@b.se,3,left-out,row.skipped number.duplicate,${message},r1/3/0000`,
		"N3,nobody,4,invalid,email.invalid,No.,",
	]
	await writeFile(path, `${[columns, ...lines].join("\n")}\n`)
	const checking = await begin()
	expect(checking.view()).toMatchObject({ error: 1, skipped: 1, customers: 0 })
})

it("shows what was mended in its place until other rows are asked for, sorts as a person does, and fills as a spreadsheet does", async () => {
	const checking = await begin()
	const shown = async (filter: Partial<RowFilter>, column = 1) => {
		const { rows } = await checking.rows({ filter: { show: "all", search: "", ...filter }, offset: 0, count: 100 })
		return rows.map(({ cells }) => cells[column])
	}
	expect(await shown({ show: "error" })).toEqual(Array(5).fill("nobody"))
	await checking.mend({ kind: "cell", row: 12, column: "email", value: "e@f.se" })
	expect(await shown({ show: "error" })).toEqual(["nobody", "e@f.se", "nobody", "nobody", "nobody"])
	expect(await shown({})).toHaveLength(50)
	expect(await shown({ show: "error" })).toEqual(Array(4).fill("nobody"))

	const down = { column: "number", descending: true }
	expect((await shown({ sort: down }, 0)).slice(0, 3)).toEqual(["N49", "N48", "N47"])
	const area = { filter: { show: "all", search: "", sort: down } as const, offset: 1, count: 2, column: 1, columns: 1 }
	await checking.mend({ kind: "fill", ...area, text: '"x""1""@y.se"\r\nz@y.se\r\n' })
	expect((await shown({ sort: down })).slice(0, 4)).toEqual(["a@b.se", 'x"1"@y.se', "z@y.se", "a@b.se"])
	expect(await checking.copied(area)).toEqual(['"x""1""@y.se"', "z@y.se"])
	await checking.mend({ kind: "fill", ...area, text: '"x@y.se\nz@y.se' })
	expect((await shown({ sort: down })).slice(1, 3)).toEqual(['"x@y.se', "z@y.se"])
	await checking.mend({ kind: "fill", ...area, text: "" })
	expect((await shown({ sort: down })).slice(0, 4)).toEqual(["a@b.se", "", "", "a@b.se"])
	await checking.mend({ kind: "undo" })
	expect((await shown({ sort: down }))[2]).toBe("z@y.se")
})

it("shows again what was taken back, where the rows were asked for after it was mended", async () => {
	const checking = await begin()
	const shown = async (show: RowFilter["show"]) => {
		const { rows } = await checking.rows({ filter: { show, search: "" }, offset: 0, count: 60 })
		return rows.map(({ row }) => row)
	}
	const before = await shown("error")
	await checking.mend({ kind: "cell", row: 2, column: "email", value: "e@f.se" })
	await shown("all")
	expect(await shown("error")).toEqual(before.slice(1))
	await checking.mend({ kind: "undo" })
	expect(await shown("error")).toEqual(before)
	await checking.mend({ kind: "redo" })
	expect(await shown("error")).toEqual(before.slice(1))
})

it("judges what was mended among all other rows, as if it had stood in the file", async () => {
	await writeFile(
		path,
		`number,email\n${Array.from({ length: 12 }, (_, at) => `${10_001 + at},p${at}@b.se`).join("\n")}\n`,
	)
	const checking = await begin()
	expect(checking.view().findings).toEqual([])
	await checking.mend({ kind: "cell", row: 5, column: "number", value: "asa@b.se" })
	expect(checking.view().findings).toMatchObject([{ code: "number.unlike", column: "number" }])
	await checking.mend({ kind: "cell", row: 6, column: "number", value: "saknas" })
	expect(checking.view().error).toBe(2)
	await checking.mend({ kind: "undo" })
	await checking.mend({ kind: "undo" })
	await checking.mend({ kind: "cell", row: 7, column: "email", value: "P2@b.se" })
	expect(checking.view().findings).toMatchObject([{ code: "email.of-another", severity: "warning", column: "email" }])
	const { rows } = await checking.rows({ filter: { show: "warning", search: "" }, offset: 0, count: 9 })
	expect(rows.map(({ row, findings }) => [row, findings[0]?.message])).toEqual([
		[7, expect.stringContaining('"P2@b.se", which row 4 has')],
	])
	await checking.mend({ kind: "cell", row: 4, column: "email", value: "other@b.se" })
	expect(checking.view().findings).toEqual([])
})

it("says of each mended value what the check of a file with it says", async () => {
	const header = ["number", "name", "email", "phone", "street", "zip", "city", "country"]
	const rows = Array.from({ length: 12 }, (_, at) => [
		...[`${10_001 + at}`, `Anna Ek ${"ABCDEFGHIJKL"[at]}`, `p${at}@b.se`, `+4670123450${at % 10}`],
		...[`Storgatan ${at + 1}`, "211 20", "Lund", "SE"],
	])
	const values = ["asa@b.se", "070-123 45 67", "411 05", "Göteborg"]
	const own = ["10050", "Nils Ek", "n@b.se", "+46701234599", "Kungsgatan 1", "411 05", "Göteborg", "NO"]
	const write = (some: readonly (readonly string[])[]) =>
		writeFile(path, `${[header, ...some].map((cells) => cells.join(",")).join("\n")}\n`)
	const codes = async (checking: Awaited<ReturnType<typeof begin>>) =>
		(await checking.file.page(5, 1)).flatMap(({ findings }) =>
			findings.map(({ code, severity }) => `${severity} ${code}`),
		)
	const mended = new Map<string, readonly string[]>()
	await write(rows)
	const checking = await begin()
	const cells = header.flatMap((column, at) => [own[at] ?? "", ...values].map((value) => ({ column, value })))
	for (const { column, value } of cells) {
		await checking.mend({ kind: "cell", row: 7, column, value })
		mended.set(`${column} ${value}`, await codes(checking))
		await checking.mend({ kind: "undo" })
	}
	for (const { column, value } of cells) {
		await write(rows.map((one, at) => (at === 5 ? one.map((cell, of) => (header[of] === column ? value : cell)) : one)))
		expect([column, value, ...(await codes(await begin()))]).toEqual([
			column,
			value,
			...(mended.get(`${column} ${value}`) ?? []),
		])
	}
	for (const text of ["name", "street", "city", "country"])
		for (const value of ["asa@b.se", "411 05"])
			expect(mended.get(`${text} ${value}`)).toEqual(
				expect.arrayContaining([text === "country" ? "error country.invalid" : "warning value.other-kind"]),
			)
})

it("says of a row that came back which one it was in the file of its import", async () => {
	await writeFile(
		path,
		"number,email,import_row,import_outcome,import_code,import_message,import_run\nN2,nobody,22,invalid,email.invalid,No.,\nN3,a@b.se,,,,,\n",
	)
	const checking = await begin()
	const { rows } = await checking.rows({ filter: { show: "all", search: "" }, offset: 0, count: 9 })
	expect(rows.map(({ row, formerly }) => [row, formerly])).toEqual([
		[2, 22],
		[3, undefined],
	])
})

it("says of a row that an answer leaves out that it does, not that it is to be mended, also where it was left out by hand before", async () => {
	await writeFile(path, "number,email,status\nN1,a@b.se,deceased\nN2,b@b.se,active\nN3,c@b.se,active\n")
	const checking = await begin({ cells: [], skipped: [] }, { deleted: "left-out" })
	const first = async () => (await checking.rows({ filter: { show: "all", search: "" }, offset: 0, count: 1 })).rows[0]
	expect(checking.view()).toMatchObject({ error: 0, skipped: 1 })
	const leftOut = { skipped: false, answered: expect.stringContaining("as was answered of such rows") }
	expect(await first()).toMatchObject(leftOut)
	expect((await first())?.findings.filter(({ severity }) => severity === "error")).toEqual([])
	await checking.mend({ kind: "skip", row: 2, skip: true })
	await checking.mend({ kind: "skip", row: 2, skip: false })
	expect(await first()).toMatchObject(leftOut)
})

it("shows a row that was mended where it was searched for, also once it is counted anew who would be created", async () => {
	await writeFile(path, "number,email\nN1,a@b.se\nN2,b@b.se\n")
	const checking = await begin()
	const known = {
		found: { exists: 0, doubts: 0, spent: [], misnumbered: [] },
		add: () => true,
		ending: () => undefined,
	}
	const plan = () => checking.plan("live", async () => known as unknown as KnownSearch)
	const shown = async () =>
		(await checking.rows({ filter: { show: "all", search: "N2" }, offset: 0, count: 9 })).rows.map(
			({ cells }) => cells[0],
		)
	await plan()
	expect(await shown()).toEqual(["N2"])
	await checking.mend({ kind: "cell", row: 3, column: "number", value: "M7" })
	await plan()
	expect(await shown()).toEqual(["M7"])
})

it("says where a finding may be that several columns are about, and why a row needs a new card", async () => {
	const [one, two] = [mintCardToken("ok", "1"), mintCardToken("ok", "2")]
	await writeFile(
		path,
		`number,email,card token,card token 2\nN1,a@b.se,${one},\nN2,b@b.se,,${one}\nN3,c@b.se,${two},\n`,
	)
	const answers = { columns: { "card token": "token", "card token 2": "token" } } as const
	const checking = await begin({ cells: [], skipped: [] }, answers)
	const found = checking.view().findings.find(({ code }) => code === "token.duplicate")
	expect(found).toMatchObject({ look: "card token" })
	const shown = async () => (await checking.rows({ filter: { show: "all", search: "" }, offset: 0, count: 9 })).rows
	expect((await shown())[1]?.findings.find(({ code }) => code === "token.duplicate")).toMatchObject({
		among: ["card token 2"],
	})
	const before = { exists: 0, doubts: 0, spent: [4], misnumbered: [{ row: 2, message: "Put the old number back." }] }
	const known = { found: before, add: () => true, ending: () => undefined }
	await checking.plan("live", async () => known as unknown as KnownSearch)
	expect((await shown()).map(({ findings }) => findings.filter(({ code }) => code === "card.spent"))).toMatchObject([
		[],
		[],
		[{ among: ["card token"], message: expect.stringContaining("sent before") }],
	])
	// A new card would make the customer twice.
	expect((await shown())[0]?.findings.find(({ code }) => code === "number.before")).toMatchObject({
		message: "Put the old number back.",
		tip: expect.stringContaining("no new card before that is clear"),
	})
	const unfit = await checking.rows({ filter: { show: "unfit", search: "" }, offset: 0, count: 9 })
	expect(unfit.rows.map(({ row }) => row)).toEqual([2, 4])
})
