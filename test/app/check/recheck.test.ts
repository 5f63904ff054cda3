import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Bits } from "../../../src/app/check/bits.ts"
import { checkFile } from "../../../src/app/check/check-file.ts"
import type { CheckedFile } from "../../../src/app/check/checked-file.ts"
import { decideColumns, type OpenedFile, openFile } from "../../../src/app/check/open-file.ts"
import type { Edits } from "../../../src/app/check/reading.ts"
import { recheck } from "../../../src/app/check/recheck.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import type { CheckedRow } from "../../../src/report/checked-row.ts"
import { sample } from "../../sample.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
/** Of some blocks, of 60 KB each. */
const rows = 1_000

let folder: string
let opened: OpenedFile
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "recheck-"))
	const path = join(folder, "customers.csv")
	const padding = "x".repeat(300)
	const lines = Array.from({ length: rows }, (_, index) => {
		const number = index % 40 === 0 ? "twice" : index % 50 < 3 ? `J${Math.floor(index / 50)}` : `N${index}`
		const email = index % 30 === 0 ? "nobody" : `p${index % 50 < 3 ? "" : index}@example.com`
		return `${index % 97 === 0 ? "\n" : ""}${number},${email},Anna ${padding},t${index % 61 === 0 ? "same" : index}\n`
	})
	await writeFile(path, `number,email,name,token\n${lines.join("")}`)
	opened = await openFile(path)
})
afterAll(() => rm(folder, { recursive: true }))

function check(edits: Edits, joinRows: boolean): Promise<CheckedFile> {
	const mapping = { ...decideColumns(opened).mapping, joinRows }
	const { detection } = opened
	return checkFile(opened, { layout: detection.layout, mapping, options, edits })
}

/** All that can be seen of a checked file. */
async function seen(checked: CheckedFile) {
	const { counts, customers, summary, source } = checked
	const all = []
	for await (const batch of checked.allRows()) all.push(...batch)
	const entries = []
	for await (const batch of checked.entries()) entries.push(...batch)
	const positions = ["error", "warning", ...summary.map(({ code }) => code)].map((code) => [...checked.rowsWith(code)])
	return { counts, customers, summary, source, rows: all, entries, positions }
}

/** Rows of which some have a number or token in common, and some are beyond the file. */
const row = fc.oneof(fc.integer({ min: 2, max: rows + 40 }), fc.constantFrom(3, 4, 5, 43, 53, 54, 55, 900))
const value = fc.constantFrom("", "twice", "J0", "J1", "N7", "p@example.com", "nobody", "tsame", "t5", "Anna", "Totalt")
const edits = fc.record({
	cells: fc.array(fc.record({ row, column: fc.constantFrom("number", "email", "name", "token"), value }), {
		maxLength: 6,
	}),
	skipped: fc.array(row, { maxLength: 3 }),
	kept: fc.array(row, { maxLength: 3 }),
})

describe("recheck", () => {
	it("comes to what a check of the whole file comes to, whatever was edited before and after", async () => {
		let rechecks = 0
		let wholes = 0
		await fc.assert(
			fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 3 }), fc.boolean(), async (steps, joinRows) => {
				let checked = await check({ cells: [], skipped: [] }, joinRows)
				for (const step of steps) {
					const again = await recheck(checked, step)
					if (again === undefined) wholes++
					checked = again ?? (await check(step, joinRows))
					rechecks++
				}
				expect(await seen(checked)).toEqual(await seen(await check(steps.at(-1) as Edits, joinRows)))
			}),
			{
				numRuns: sample(2),
				// A row that its customer is joined from becomes invalid, and valid again.
				examples: [
					// A total becomes a customer, and a total again.
					[
						[3, 4].map((kept) => ({
							cells: [{ row: 3, column: "number" as const, value: "Totalt" as const }],
							skipped: [],
							kept: [kept],
						})),
						false,
					],
					[[{ cells: [{ row: 54, column: "email", value: "nobody" }], skipped: [], kept: [] }], true],
					[
						[
							{ cells: [{ row: 54, column: "email", value: "nobody" }], skipped: [55], kept: [] },
							{ cells: [], skipped: [], kept: [] },
						],
						true,
					],
				],
			},
		)
		expect(wholes * 4).toBeLessThan(rechecks)
	})

	it("leaves what it went on from as it was", async () => {
		const before = await check({ cells: [], skipped: [] }, false)
		const was = await seen(before)
		await recheck(before, { cells: [{ row: 2, column: "number", value: "N7" }], skipped: [3] })
		expect(await seen(before)).toEqual(was)
	})

	it("refuses a file that changed since", async () => {
		const path = join(folder, "changing.csv")
		await writeFile(path, "number\n1\n2\n")
		const small = await openFile(path)
		const reading = { layout: small.detection.layout, mapping: decideColumns(small).mapping, options }
		const checked = await checkFile(small, reading)
		await writeFile(path, "number\n1\n3\n")
		const edited = recheck(checked, { cells: [{ row: 2, column: "number", value: "5" }], skipped: [] })
		await expect(edited).rejects.toMatchObject({ name: "UnreadableFile", code: "file.changed" })
	})
})

it.each([2, 3])("counts rows of one code by themselves, where a person kept one of them: row %s", async (kept) => {
	const path = join(folder, `kept-${kept}.csv`)
	await writeFile(path, "number,name\n1,Ã…sa\n2,Ã…ke\n3,Bo\n")
	const small = await openFile(path)
	const reading = { layout: small.detection.layout, mapping: decideColumns(small).mapping, options }
	const checked = await checkFile(small, { ...reading, edits: { cells: [], skipped: [], kept: [kept] } })
	expect(checked.counts).toEqual({ valid: 1, warning: 1, error: 1, leftOut: 0 })
	expect(checked.summary.map(({ severity, examples }) => [severity, examples.map(({ row }) => row)])).toEqual([
		["error", [5 - kept]],
		["warning", [kept]],
	])
	const { entries } = await seen(checked)
	expect(entries.map(({ row }) => row)).toEqual([kept, 4])
})

describe("the cells of a file", () => {
	it("are those of its rows, all or some", async () => {
		const edits = { cells: [{ row: 9, column: "name", value: "Bo" }], skipped: [7] }
		const checked = await check(edits, false)
		const { rows } = await seen(checked)
		for (const wanted of [Bits.below(rows.length), checked.rowsWith("email.invalid"), checked.rowsWith("no.such")]) {
			const found = []
			for await (const batch of checked.cells(wanted)) found.push(...batch)
			// Of a mended row what it was before is there, too.
			const cells = found.map(({ position, row, cells }) => ({ position, row, cells }))
			expect(cells).toEqual([...wanted].map((position) => ({ position, ...place(rows[position]) })))
		}
	})
})

function place(row: CheckedRow | undefined) {
	return { row: row?.row, cells: row?.cells }
}
