import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { ResultRows } from "../../electron/result-rows.ts"

let folder: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "result-rows-"))
})
afterEach(() => rm(folder, { recursive: true }))

const all = { run: "run", search: "", offset: 0, count: 500 }

/** Every third row was declined, every seventh is in doubt. */
async function writeFiles(rows: number) {
	const results = ["number,id,status,outcome,row"]
	const own = "number;e-mail;import_row;import_outcome;import_code;import_message"
	const errors = [own]
	const unknown = [own]
	for (let row = 2; row < rows + 2; row++)
		if (row % 7 === 0) unknown.push(`N${row};a@b.se;${row};unknown;lost;"It was sent; nothing came back."`)
		else if (row % 3 === 0) errors.push(`'=N${row};a@b.se;${row};rejected;declined;Card declined.`)
		else results.push(`N${row},ID${row},active,created,${row}`)
	for (const [name, lines] of Object.entries({ results, errors, unknown }))
		await writeFile(join(folder, `${name}.csv`), `${lines.join("\n")}\n`)
}

it("has every row once, in the order of the file, whatever page is asked for", async () => {
	await writeFiles(20_000)
	const rows = await ResultRows.open(folder)
	const seen: number[] = []
	for (let offset = 0; offset < 20_000; offset += 500) {
		const page = await rows.page({ ...all, offset })
		expect(page.total).toBe(20_000)
		seen.push(...page.rows.map(({ row }) => row))
	}
	expect(seen).toEqual(Array.from({ length: 20_000 }, (_, index) => index + 2))
	expect((await rows.page({ ...all, offset: 19_998 })).rows.map(({ number }) => number)).toEqual(["N20000", "=N20001"])
})

it("finds rows by outcome and by text, with what there is to say of them", async () => {
	await writeFiles(3_000)
	const rows = await ResultRows.open(folder)
	const declined = await rows.page({ ...all, outcome: "rejected" })
	expect(declined.total).toBe(
		Array.from({ length: 3_000 }, (_, at) => at + 2).filter((row) => row % 3 === 0 && row % 7 > 0).length,
	)
	expect(declined.rows[0]).toEqual({ row: 3, number: "=N3", outcome: "rejected", id: "", message: "Card declined." })
	expect(await rows.page({ ...all, search: "id2999" })).toEqual({
		total: 1,
		rows: [{ row: 2_999, number: "N2999", outcome: "created", id: "ID2999", message: "" }],
	})
	expect((await rows.page({ ...all, outcome: "unknown", search: "nothing CAME" })).total).toBe(428)
	expect((await rows.page({ ...all, outcome: "created", search: "declined" })).total).toBe(0)
})

it("gives the page where a cardholder verifies a card, where it is https", async () => {
	const rowOf = (number: string, url: string) =>
		`${number};9;verification-required;verification-required;"Nothing was created: verify at ${url} and so on."`
	const lines = ["number;import_row;import_outcome;import_code;import_message"]
	lines.push(rowOf("a", "https://acs.example/1"), rowOf("b", "http://acs.example/2"))
	await writeFile(join(folder, "errors.csv"), `${lines.join("\n")}\n`)
	const { rows } = await (await ResultRows.open(folder)).page(all)
	expect(rows.map(({ number, url }) => [number, url])).toEqual([
		["a", "https://acs.example/1"],
		["b", undefined],
	])
})

it("reads results.csv with the delimiter that it has, and rows that are one customer by the first", async () => {
	for (const delimiter of [",", ";"]) {
		const lines = ["number,id,status,outcome,row", "a,i,active,existing,2 3"].map((line) =>
			line.replaceAll(",", delimiter),
		)
		await writeFile(join(folder, "results.csv"), `${lines.join("\n")}\n`)
		const { rows } = await (await ResultRows.open(folder)).page(all)
		expect(rows).toEqual([{ row: 2, number: "a", outcome: "existing", id: "i", message: "" }])
	}
})

it("notices that the files are others now", async () => {
	await writeFiles(100)
	const rows = await ResultRows.open(folder)
	await writeFiles(200)
	await expect(rows.page(all)).rejects.toMatchObject({ code: "file.changed" })
})
