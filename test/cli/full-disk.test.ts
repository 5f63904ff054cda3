import { spawn } from "node:child_process"
import { closeSync, existsSync, openSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { newFolder, program, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { type Merchant, startMerchant } from "./merchant.ts"

/** Takes nothing, as a full disk. */
const full = "/dev/full"

let merchant: Merchant
let folder: string

beforeEach(async () => {
	merchant = await startMerchant()
	folder = newFolder()
})
afterEach(() => merchant.close())

/** Runs the command line with one of its streams onto a full disk; what the other one said. */
async function onto(stream: "stdout" | "stderr", parameters: readonly string[]) {
	const disk = openSync(full, "w")
	const child = spawn(process.execPath, [program, ...parameters], {
		env: { PATH: process.env.PATH, INTERGIRO_API_KEY: merchant.key, INTERGIRO_IMPORT_HOME: join(folder, "home") },
		stdio: ["ignore", stream === "stdout" ? disk : "pipe", stream === "stderr" ? disk : "pipe"],
	})
	closeSync(disk)
	let said = ""
	for (const other of [child.stdout, child.stderr]) other?.setEncoding("utf8").on("data", (text) => (said += text))
	const status = await new Promise<number | null>((resolve) => child.on("close", resolve))
	return { status, said }
}

describe.skipIf(!existsSync(full))("output onto a full disk", () => {
	for (const stream of ["stdout", "stderr"] as const) {
		it(`does not change what a run comes to (${stream})`, async () => {
			const out = join(folder, "out")
			const command = ["run", plainFile(folder, 5), "--out", out, "--url", merchant.url, "--rate", "0"]
			for (const more of [["--first", "2", "--json"], []]) {
				const { status, said } = await onto(stream, [...command, ...more])
				expect(status).toBe(more.length > 0 ? 3 : 0)
				expect(said).not.toMatch(/\n\s+at |Error:/)
				if (stream === "stdout") expect(said).toContain("The output could not be written: ENOSPC")
			}
			expect(table(join(out, "results.csv"))).toHaveLength(5)
			expect(merchant.ledger.size).toBe(5)
		})

		it(`does not change what a check or a refusal comes to (${stream})`, async () => {
			expect((await onto(stream, ["check", plainFile(folder, 5)])).status).toBe(0)
			expect((await onto(stream, ["check", join(folder, "missing.csv")])).status).toBe(2)
			expect((await onto(stream, ["run"])).status).toBe(2)
			expect((await onto(stream, ["--help"])).status).toBe(0)
		})
	}
})
