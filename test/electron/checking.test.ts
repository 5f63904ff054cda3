import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { Checking } from "../../electron/checking.ts"
import { History } from "../../electron/history.ts"
import { Preferences } from "../../electron/settings.ts"
import { Source } from "../../electron/source.ts"
import { Answers } from "../../src/app/answers.ts"

let folder: string
let path: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "checking-"))
	path = join(folder, "customers.csv")
	const lines = Array.from({ length: 50 }, (_, at) => `N${at},${at % 10 === 0 ? "nobody" : "a@b.se"}`)
	await writeFile(path, `number,email\n${lines.join("\n")}\n`)
})
afterEach(() => rm(folder, { recursive: true }))

async function begin() {
	const preferences = new Preferences(folder)
	const source = await Source.open(
		{ kind: "file", path, close: async () => {} },
		{},
		new Answers(folder),
		new History(folder, () => undefined),
	)
	const none = { cells: [], skipped: [] }
	return Checking.begin(source, source.options(preferences), none, () => {}, new AbortController().signal)
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
	expect(checking.view()).toMatchObject({ error: 1, mended: 4, skipped: 1 })
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
