import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { RunNames, withFiles } from "../../electron/run-names.ts"
import type { RunReference } from "../../src/ipc/run.ts"

const [one, rehearsed, unknown] = ["20261130195340-84c9ff", "sandbox-20261130194550-85a01e", "20261130195414-130969"]
const started = "2026-11-30T19:53:40.000Z"
const when = (at: string) => at.slice(11, 16)

it("names the file of an import and its time in place of its run, and leaves what is not known", () => {
	const imports = new Map([one, rehearsed].map((name) => [name, { file: `${name.slice(0, 4)}.csv`, started }]))
	const tell = (text: string) => withFiles(text, imports, when)
	expect(tell(`It was created by run ${one}: as the cells were then.`)).toBe(
		"It was created by the import of 2026.csv (19:53): as the cells were then.",
	)
	expect(tell(`Run ${rehearsed} sent a card.`)).toBe("The import of sand.csv (19:53) sent a card.")
	expect(tell(`Run ${unknown} sent it; customer ${one}.`)).toBe(`Run ${unknown} sent it; customer ${one}.`)
})

it("leaves what it told where the folder of an import is gone", async () => {
	const folder = await mkdtemp(join(tmpdir(), "run-names-"))
	try {
		await writeFile(join(folder, "summary.json"), "{}")
		const imports = [folder, join(folder, "gone")].map((folder) => ({ folder, file: "a.csv", started }) as RunReference)
		const tell = await new RunNames(when).teller(imports)
		expect(tell(`Run ${one} sent it.`)).toBe(`Run ${one} sent it.`)
	} finally {
		await rm(folder, { recursive: true })
	}
})
