import { cpSync, readFileSync, rmSync, truncateSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

function runWith(key: string, ...more: string[]) {
	own.environment.INTERGIRO_API_KEY = key
	return own.run(own.path("customers.csv"), "out", ...more)
}

/** Numbers in the order in which they were sent. */
function sent(): string[] {
	return own.merchant.received.map(({ number }) => number)
}

function expectInDoubt(number: string): void {
	expect(table(own.path("out/unknown.csv"))).toMatchObject([{ number, import_outcome: "unknown" }])
	expect(table(own.path("out/errors.csv"))).toEqual([])
}

describe("a doubt that the ledger has of the run itself, and its journal has no more", () => {
	it("holds when the journal was cut off, although the listing does not have the customer", async () => {
		plainFile(own.folder, 3)
		// Perhaps still on its way to the listing: nobody knows.
		own.merchant.trick = (number) => (number === "c0003" ? "drop" : "create")
		expect((await runWith(own.merchant.key, "--concurrency", "1")).status).toBe(4)
		expectInDoubt("c0003")
		const journal = readFileSync(own.path("out/journal.log"), "utf8")
		truncateSync(
			own.path("out/journal.log"),
			Buffer.byteLength(journal.slice(0, cutBefore(journal, '"number":"c0003"'))),
		)
		own.merchant.trick = () => "create"
		for (let again = 0; again < 2; again++) {
			expect((await runWith(own.merchant.key)).status).toBe(4)
			expect(sent()).toEqual(["c0001", "c0002", "c0003"])
			expectInDoubt("c0003")
		}
		expect((await runWith(own.merchant.key, "--resend-unknown")).status).toBe(0)
		expect([...own.merchant.ledger].map(([number, ids]) => [number, ids.length])).toEqual([
			["c0001", 1],
			["c0002", 1],
			["c0003", 1],
		])
	})

	it("holds when the whole run folder was put back from a copy, with a key that cannot list", async () => {
		plainFile(own.folder, 3)
		expect((await runWith(own.merchant.alsoPublic, "--first", "2")).status).toBe(3)
		cpSync(own.path("out"), own.path("copy"), { recursive: true })
		own.merchant.trick = () => "create-and-drop"
		expect((await runWith(own.merchant.alsoPublic)).status).toBe(4)
		expectInDoubt("c0003")
		restore()
		await expectNothingSent("c0001", "c0002", "c0003")
	})

	it("holds when that copy is of a time when the customer was certainly not there yet", async () => {
		plainFile(own.folder, 3)
		own.merchant.trick = (number) =>
			number === "c0003" ? { status: 401, body: { status: 401, type: "not authorized" } } : "create"
		expect((await runWith(own.merchant.alsoPublic, "--concurrency", "1")).status).toBe(3)
		cpSync(own.path("out"), own.path("copy"), { recursive: true })
		own.merchant.trick = () => "create-and-drop"
		expect((await runWith(own.merchant.alsoPublic)).status).toBe(4)
		expectInDoubt("c0003")
		restore()
		await expectNothingSent("c0001", "c0002", "c0003", "c0003")
	})
})

/** A key that cannot list sends nothing by an older copy; one that can finds who exists. */
async function expectNothingSent(...before: string[]): Promise<void> {
	const stopped = await runWith(own.merchant.alsoPublic)
	expect([stopped.status, stopped.stderr]).toEqual([
		3,
		expect.stringContaining("part of this run's journal is missing"),
	])
	expect(sent()).toEqual(before)
	expect((await runWith(own.merchant.key)).status).toBe(0)
	expect(sent()).toEqual(before)
	expect(table(own.path("out/results.csv")).map(({ number }) => number)).toEqual(["c0001", "c0002", "c0003"])
}

/** Where the line begins that has the first occurrence of a text. */
function cutBefore(journal: string, text: string): number {
	return journal.lastIndexOf("\n", journal.indexOf(text)) + 1
}

/** Puts the copy of the run folder in its place. */
function restore(): void {
	rmSync(own.path("out"), { recursive: true })
	cpSync(own.path("copy"), own.path("out"), { recursive: true })
}
