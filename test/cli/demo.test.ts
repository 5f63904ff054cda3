import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { sampleRows } from "../../src/cli/sample.ts"
import { newFolder, run, table } from "./command.ts"

it("ends every row of the demo as it was made to end", async () => {
	const folder = newFolder()
	const { status, stdout } = await run(["demo"], {}, folder)
	expect(status).toBe(0)
	const out = join(folder, "demo/run")
	for (const name of ["results.csv", "errors.csv", "summary.json"]) expect(stdout).toContain(join(out, name))

	const rows = sampleRows(1_000)
	const created = rows.filter(({ expected }) => expected === "created")
	expect(table(join(out, "results.csv")).map(({ number, outcome }) => [number, outcome])).toEqual(
		created.map(({ number }) => [number, "created"]),
	)
	const errors = table(join(out, "errors.csv"))
	expect(errors.map(({ import_row, import_outcome }) => [Number(import_row), import_outcome])).toEqual(
		rows.flatMap(({ expected }, index) => (expected === "created" ? [] : [[index + 2, expected]])),
	)
	const summary = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"))
	expect(summary).toMatchObject({ rows: 1_000, balanced: true, complete: true, pending: 0, customers: created.length })
	// More requests than customers where some were answered 429 and sent again, as all are that a busy machine does not keep from it.
	expect(summary.throughput.requests).toBeGreaterThanOrEqual(summary.rows - summary.outcomes.invalid)

	// Some of its rows are made to be refused, and to have errors.
	const verified = await run(["verify", out])
	expect(verified.status).toBe(1)
	expect(verified.stdout).toMatch(new RegExp(`the same +${created.length}\\n`))
})
