import { cpSync, rmSync } from "node:fs"
import { expect, it } from "vitest"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

it("a run folder that comes from another computer is asked about once, where the key cannot list", async () => {
	const file = plainFile(own.folder, 4)
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	expect((await own.run(file, "out", "--first", "2")).status).toBe(3)
	cpSync(own.path("out"), own.path("copied"), { recursive: true })
	rmSync(own.path("out"), { recursive: true })
	own.environment.INTERGIRO_IMPORT_HOME = own.path("another-home")
	const asked = await own.run(file, "copied")
	expect([asked.status, asked.stderr]).toEqual([2, expect.stringContaining("--moved")])
	expect(own.merchant.received).toHaveLength(2)
	expect((await own.run(file, "copied", "--moved", "--first", "1")).status).toBe(3)
	expect((await own.run(file, "copied")).status).toBe(0)
	expect([...own.merchant.ledger.values()].map(({ length }) => length)).toEqual([1, 1, 1, 1])
})

it("with a key that lists, what exists is listed, and nobody is asked", async () => {
	const file = plainFile(own.folder, 4)
	expect((await own.run(file, "out", "--first", "2")).status).toBe(3)
	own.environment.INTERGIRO_IMPORT_HOME = own.path("another-home")
	expect((await own.run(file, "out")).status).toBe(0)
	expect(own.merchant.received).toHaveLength(4)
})
