import { spawn } from "node:child_process"
import { closeSync, existsSync, openSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { program, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

/** Takes nothing, as a full disk. */
const full = "/dev/full"

const own = fixture()

/** Runs the command line with one of its streams onto a full disk; what the other one said. */
async function onto(stream: "stdout" | "stderr", parameters: readonly string[]) {
	const disk = openSync(full, "w")
	const child = spawn(process.execPath, [program, ...parameters], {
		env: { PATH: process.env.PATH, ...own.environment },
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
			const out = own.path("out")
			const command = ["run", plainFile(own.folder, 5), "--out", out, "--url", own.merchant.url, "--rate", "0"]
			for (const more of [["--first", "2", "--json"], []]) {
				const { status, said } = await onto(stream, [...command, ...more])
				expect(status).toBe(more.length > 0 ? 3 : 0)
				expect(said).not.toMatch(/\n\s+at |Error:/)
				if (stream === "stdout") expect(said).toContain("The output could not be written: ENOSPC")
			}
			expect(table(join(out, "results.csv"))).toHaveLength(5)
			expect(own.merchant.ledger.size).toBe(5)
		})

		it(`does not change what a check or a refusal comes to (${stream})`, async () => {
			expect((await onto(stream, ["check", plainFile(own.folder, 5)])).status).toBe(0)
			expect((await onto(stream, ["check", own.path("missing.csv")])).status).toBe(2)
			expect((await onto(stream, ["run"])).status).toBe(2)
			expect((await onto(stream, ["--help"])).status).toBe(0)
		})
	}
})
