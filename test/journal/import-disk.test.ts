import { mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { table } from "../cli/command.ts"
import { plainFile } from "../cli/files.ts"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { stride } from "../sample.ts"
import { run, runFailing } from "./process.ts"

const program = resolve(import.meta.dirname, "../../out/main/cli.js")
let folder: string
let merchant: Merchant
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "import-disk-"))
	merchant = await startMerchant()
})
afterEach(async () => {
	await merchant.close()
	await rm(folder, { recursive: true })
})

function prepare(file: string, out: string) {
	const options = ["--url", merchant.url, "--rate", "0", "--concurrency", "1", "--settle", "0.2"]
	return {
		argv: [program, "run", file, "--out", out, ...options],
		environment: { INTERGIRO_API_KEY: merchant.key, INTERGIRO_IMPORT_HOME: join(folder, "home") },
	}
}

/** Every customer exists once, under the id that the results name. */
function expectComplete(results: string, customers: number): void {
	expect(merchant.ledger.size).toBe(customers)
	const named = table(results).map(({ number, id }) => [number, [id]])
	expect(named.sort()).toEqual([...merchant.ledger].sort())
}

/** One call in so many, beginning anywhere. */
const step = stride(7)
const start = 1 + Math.floor(Math.random() * step)

it.each([
	["pwrite64", "ENOSPC"],
	["fdatasync", "EIO"],
] as const)(
	"an import whose journal's n-th %s fails with %s stops and resumes completely",
	async (call, error) => {
		const customers = 2
		const file = plainFile(folder, customers)
		let failures = 0
		for (let n = start; ; n += step) {
			const out = join(folder, `${n}`)
			const { argv, environment } = prepare(file, out)
			const stopped = await runFailing({ call, error, n }, join(out, "journal.log"), argv, environment)
			if (stopped.status === 0) break
			failures++
			expect([stopped.status, stopped.errors]).toEqual([3, stopped.errors])
			expect(stopped.output + stopped.errors).toContain(error)
			const resumed = await run(process.execPath, [...argv, "--resend-unknown"], environment)
			expect([resumed.status, resumed.errors]).toEqual([0, resumed.errors])
			expectComplete(join(out, "results.csv"), customers)
			await merchant.close()
			merchant = await startMerchant()
		}
		console.info(`an import stopped and resumed at each ${call} of its journal: ${failures}`)
		expect(failures * step).toBeGreaterThan(customers)
	},
	240_000,
)

it("an import whose disk is full stops, and resumes completely when there is room again", async () => {
	const customers = 150
	const out = join(folder, "out")
	await mkdir(out)
	const { argv, environment } = prepare(plainFile(folder, customers), out)
	// In a mount namespace of its own, so that nothing is left mounted whatever happens.
	const script = `
		mount -t tmpfs -o size=32k tmpfs "$0"
		for attempt in 1 2; do "$@"; echo "status $?"; done
		mount -o remount,size=16m "$0"
		"$@" --resend-unknown; echo "status $?"
		cat /dev/zero > "$0/fill" 2> /dev/null
		"$@"; echo "status $?"
		rm "$0/fill"
		"$@"; echo "status $?"
		cp "$0/results.csv" "$0.csv"`
	const user = process.getuid?.() === 0 ? [] : ["--map-root-user"]
	const unshare = ["--mount", ...user, "sh", "-c", script, out, process.execPath, ...argv]
	const { output, errors } = await run("unshare", unshare, environment)
	expect([output.match(/^status \d$/gm), errors]).toEqual([[3, 3, 0, 3, 0].map((status) => `status ${status}`), errors])
	expect(output + errors).toContain("ENOSPC")
	expect(errors).toContain("The disk is full: make room, then start again.")
	expectComplete(`${out}.csv`, customers)
}, 120_000)
