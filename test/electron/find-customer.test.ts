import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { findCustomer } from "../../electron/find-customer.ts"
import type { RunReference } from "../../src/ipc/run.ts"

let folder: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "find-"))
})
afterEach(() => rm(folder, { recursive: true }))

const find = (text: string) =>
	findCustomer(
		[{ id: "one", folder } as RunReference, { id: "gone", folder: join(folder, "gone") } as RunReference],
		() => Promise.resolve(undefined),
		text,
		new AbortController().signal,
	)

it("finds a customer by the whole number or identifier, and nobody by a part of one or by what else is said", async () => {
	const records = [
		{ row: 2, number: "10118", outcome: { kind: "created", id: "ID-7" } },
		{ row: 3, number: '1"2', outcome: { kind: "rejected", code: "x", message: "Not 10119." } },
		{ row: 4, number: "10120" },
	]
	await writeFile(join(folder, "rows.jsonl"), records.map((record) => `${JSON.stringify(record)}\n`).join(""))
	expect(await find("10118")).toEqual([{ run: "one", row: 2, number: "10118", outcome: "created" }])
	expect(await find(" id-7 ")).toMatchObject([{ row: 2 }])
	expect(await find('1"2')).toMatchObject([{ row: 3, outcome: "rejected" }])
	for (const none of ["1011", "10119", "10120", "created", ""]) expect(await find(none)).toEqual([])
})

it("finds a number whose zeros a spreadsheet ate, and the very number before one that is written otherwise", async () => {
	const records = [
		{ row: 2, number: "010160", outcome: { kind: "created", id: "ID-1" } },
		{ row: 3, number: "0042", outcome: { kind: "created", id: "ID-2" } },
		{ row: 4, number: "42", outcome: { kind: "created", id: "ID-3" } },
	]
	await writeFile(join(folder, "rows.jsonl"), records.map((record) => `${JSON.stringify(record)}\n`).join(""))
	expect(await find("10160")).toMatchObject([{ row: 2, number: "010160" }])
	expect(await find("42")).toMatchObject([{ row: 4 }])
	expect(await find("042")).toMatchObject([{ row: 3 }])
	expect(await find("1016")).toEqual([])
})
