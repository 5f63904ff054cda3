import { existsSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { readWorkbook } from "../../src/app/workbook/read-workbook.ts"
import { writeWorkbook } from "../../src/report/workbook.ts"
import { workbookOf } from "../workbook/zip.ts"

/** As it is built and shipped. */
const worker = resolve(import.meta.dirname, "../../out/main/workbook-worker.js")

let folder: string
let path: string
let target: string
beforeAll(async () => {
	if (!existsSync(worker)) throw new Error(`${worker} is not there: npm run build makes it.`)
	folder = await mkdtemp(join(tmpdir(), "reading-"))
	path = join(folder, "large.xlsx")
	target = join(folder, "sheet.csv")
	await writeWorkbook(
		path,
		(async function* () {
			for (let row = 0; row < 20_000; row++) yield [`${row}`, `Name ${row}`, `c${row}@example.com`]
		})(),
	)
})
afterAll(() => rm(folder, { recursive: true }))

it("reads in a thread of its own, and tells how far it is", async () => {
	const shares: number[] = []
	const { converted } = await readWorkbook({ path, target }, { worker, onRead: (share) => shares.push(share) })
	expect(converted).toMatchObject({ sheet: "Import", rows: 20_000, columns: 3 })
	expect(shares.length).toBeGreaterThan(5)
	expect(shares).toEqual([...shares].sort((a, b) => a - b))
})

it("ends at once when nobody wants it any more", async () => {
	const stop = new AbortController()
	const reason = new Error("Not any more")
	const reading = readWorkbook(
		{ path, target },
		{
			worker,
			signal: stop.signal,
			onRead: () => stop.abort(reason),
		},
	)
	await expect(reading).rejects.toBe(reason)
	await expect(readWorkbook({ path, target }, { worker, signal: stop.signal })).rejects.toBe(reason)
})

it("passes on why a workbook cannot be read", async () => {
	const cut = join(folder, "cut.xlsx")
	await writeFile(cut, workbookOf({ sheets: { A: "<row>" } }))
	await expect(readWorkbook({ path: cut, target }, { worker })).rejects.toMatchObject({
		name: "UnreadableFile",
		code: "workbook.damaged",
	})
	await expect(readWorkbook({ path: join(folder, "none.xlsx"), target }, { worker })).rejects.toThrow("ENOENT")
})
