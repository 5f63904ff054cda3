import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { readXlsx } from "hucre/xlsx"
import { afterEach, beforeEach, expect, it } from "vitest"
import { RunState } from "../../src/contract/state.ts"
import { formatRow, neutralize, restore } from "../../src/csv/writer.ts"
import type { CheckedRow } from "../../src/report/checked-row.ts"
import { writeRunFiles } from "../../src/report/run-files.ts"
import { recordsOf, writeWorkbook } from "../../src/report/workbook.ts"
import { sample } from "../sample.ts"
import { runFacts } from "./run-facts.ts"

let folder: string
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "workbook-"))
})
afterEach(() => rm(folder, { recursive: true }))

/** Every cell of the only sheet. */
async function cellsOf(path: string): Promise<unknown[][]> {
	const { sheets } = await readXlsx(readFileSync(path))
	expect(sheets).toHaveLength(1)
	return (sheets[0]?.rows ?? []).map((row) => [...row])
}

it("has every cell as a text, exactly as it was", async () => {
	const cell = fc.oneof(
		fc.constantFrom(
			"00123",
			"=1+1",
			"'=1+1",
			"''=x",
			"-W_PTD7",
			"1e5",
			"TRUE",
			"2026-03",
			"_x0041_",
			" x ",
			"a\nb",
			"A;=1",
			"+46 70",
		),
		fc.string({ unit: "grapheme", minLength: 1 }),
	)
	const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 })
	const [csv, xlsx] = [join(folder, "a.csv"), join(folder, "a.xlsx")]
	await fc.assert(
		fc.asyncProperty(table, fc.constantFrom(...([",", ";", "\t"] as const)), async (rows, delimiter) => {
			const lines = [["A", "B", "C"], ...rows].map((cells) => `${formatRow(cells.map(neutralize), delimiter)}\n`)
			writeFileSync(csv, `\uFEFF${lines.join("")}`)
			await writeWorkbook(xlsx, recordsOf(csv, delimiter))
			const [header, ...read] = await cellsOf(xlsx)
			expect(header).toEqual(["A", "B", "C"])
			// Saved as CSV and run again, one apostrophe is taken off where there is one before a formula.
			const wanted = rows
				.map((cells) => cells.map((one) => (restore(one) === one ? one : neutralize(one))))
				.filter((cells) => cells.some((one) => one.trim() !== ""))
			expect(read).toEqual(wanted)
			expect(read.map((cells) => cells.map((one) => restore(String(one))))).toEqual(
				rows.filter((cells) => cells.some((one) => one.trim() !== "")),
			)
		}),
		{ numRuns: sample(20) },
	)
})

it("is written beside each file for people, and kept up to date where it is", async () => {
	const row: CheckedRow = { row: 2, cells: ["001", "A"], findings: [], valid: true, number: "001" }
	const write = (kind: "created" | "rejected", xlsx: boolean) => {
		const outcome = kind === "created" ? ({ kind, id: "-i" } as const) : ({ kind, code: "x", message: "No." } as const)
		return writeRunFiles({
			folder,
			rows: (async function* () {
				yield [row]
			})(),
			layout: { encoding: "utf-8", bom: 0, delimiter: ";", escape: '"', headerRow: 1, columns: ["number", "name"] },
			mapping: { version: 2, columns: { number: "number", name: "name" }, constants: {} },
			state: RunState.of([{ type: "outcome", at: "", number: "001", row: 2, outcome }]),
			facts: runFacts(1),
			xlsx,
		})
	}
	await write("rejected", false)
	expect(readdirSync(folder).filter((name) => name.endsWith(".xlsx"))).toEqual([])
	const summary = await write("rejected", true)
	expect(summary.files).toEqual(expect.arrayContaining(["results.xlsx", "errors.xlsx", "follow-up.xlsx"]))
	expect((await cellsOf(join(folder, "errors.xlsx")))[1]?.slice(0, 3)).toEqual(["001", "A", "2"])
	await write("created", false)
	expect((await cellsOf(join(folder, "results.xlsx")))[1]?.slice(0, 2)).toEqual(["001", "-i"])
	expect(readdirSync(folder).sort()).toEqual([
		"errors.csv",
		"errors.xlsx",
		"results.csv",
		"results.xlsx",
		"rows.jsonl",
		"summary.json",
	])
})
