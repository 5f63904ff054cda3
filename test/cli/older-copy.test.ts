import { cpSync, readFileSync, rmSync, truncateSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { newFolder, run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { type Merchant, startMerchant } from "./merchant.ts"

let merchant: Merchant
let folder: string
let out: string

beforeEach(async () => {
	merchant = await startMerchant()
	folder = newFolder()
	out = join(folder, "out")
})
afterEach(() => merchant.close())

function runWith(key: string, ...more: string[]) {
	return run(
		[
			"run",
			join(folder, "customers.csv"),
			"--out",
			out,
			"--url",
			merchant.url,
			"--rate",
			"0",
			"--settle",
			"0",
			...more,
		],
		{ INTERGIRO_API_KEY: key, INTERGIRO_IMPORT_HOME: join(folder, "home") },
	)
}

/** Numbers in the order in which they were sent. */
function sent(): string[] {
	return merchant.received.map(({ number }) => number)
}

function expectInDoubt(number: string): void {
	expect(table(join(out, "unknown.csv"))).toMatchObject([{ number, import_outcome: "unknown" }])
	expect(table(join(out, "errors.csv"))).toEqual([])
}

describe("a doubt that the ledger has of the run itself, and its journal has no more", () => {
	it("holds when the journal was cut off, although the listing does not have the customer", async () => {
		plainFile(folder, 3)
		// Perhaps still on its way to the listing: nobody knows.
		merchant.trick = (number) => (number === "c0003" ? "drop" : "create")
		expect((await runWith(merchant.key, "--concurrency", "1")).status).toBe(1)
		expectInDoubt("c0003")
		const journal = readFileSync(join(out, "journal.log"), "utf8")
		truncateSync(join(out, "journal.log"), Buffer.byteLength(journal.slice(0, cutBefore(journal, '"number":"c0003"'))))
		merchant.trick = () => "create"
		for (let again = 0; again < 2; again++) {
			expect((await runWith(merchant.key)).status).toBe(1)
			expect(sent()).toEqual(["c0001", "c0002", "c0003"])
			expectInDoubt("c0003")
		}
		expect((await runWith(merchant.key, "--resend-unknown")).status).toBe(0)
		expect([...merchant.ledger].map(([number, ids]) => [number, ids.length])).toEqual([
			["c0001", 1],
			["c0002", 1],
			["c0003", 1],
		])
	})

	it("holds when the whole run folder was put back from a copy, with a key that cannot list", async () => {
		plainFile(folder, 3)
		expect((await runWith(merchant.alsoPublic, "--first", "2")).status).toBe(3)
		cpSync(out, join(folder, "copy"), { recursive: true })
		merchant.trick = () => "create-and-drop"
		expect((await runWith(merchant.alsoPublic)).status).toBe(1)
		expectInDoubt("c0003")
		restore()
		expect((await runWith(merchant.alsoPublic)).status).toBe(1)
		expect(sent()).toEqual(["c0001", "c0002", "c0003"])
		expectInDoubt("c0003")
	})

	it("holds when that copy is of a time when the customer was certainly not there yet", async () => {
		plainFile(folder, 3)
		merchant.trick = (number) => (number === "c0003" ? { status: 401, body: {} } : "create")
		expect((await runWith(merchant.alsoPublic, "--concurrency", "1")).status).toBe(3)
		cpSync(out, join(folder, "copy"), { recursive: true })
		merchant.trick = () => "create-and-drop"
		expect((await runWith(merchant.alsoPublic)).status).toBe(1)
		expectInDoubt("c0003")
		restore()
		expect((await runWith(merchant.alsoPublic)).status).toBe(1)
		expect(sent()).toEqual(["c0001", "c0002", "c0003", "c0003"])
		expectInDoubt("c0003")
	})
})

/** Where the line begins that has the first occurrence of a text. */
function cutBefore(journal: string, text: string): number {
	return journal.lastIndexOf("\n", journal.indexOf(text)) + 1
}

/** Puts the copy of the run folder in its place. */
function restore(): void {
	rmSync(out, { recursive: true })
	cpSync(join(folder, "copy"), out, { recursive: true })
}
