import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { newFolder, run, start, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { type Merchant, startMerchant } from "./merchant.ts"

const rounds = Number(process.env.KILLS ?? 25)
const count = 120

let merchant: Merchant
let folder: string
let out: string
let environment: Record<string, string>

beforeEach(async () => {
	merchant = await startMerchant()
	folder = newFolder()
	out = join(folder, "out")
	environment = { INTERGIRO_API_KEY: merchant.key, INTERGIRO_IMPORT_HOME: join(folder, "home") }
})
afterEach(() => merchant.close())

function parameters(file: string, ...more: string[]): string[] {
	return [
		"run",
		file,
		"--out",
		out,
		"--url",
		merchant.url,
		"--rate",
		"400",
		"--concurrency",
		"8",
		"--settle",
		"0.4",
		...more,
	]
}

/** Every customer exists once, and `results.csv` names exactly what the merchant's ledger has. */
function expectExactlyOnce(customers: number): void {
	const results = new Map(table(join(out, "results.csv")).map(({ number = "", id = "" }) => [number, id]))
	expect(results.size).toBe(customers)
	expect(merchant.ledger.size).toBe(customers)
	for (const [number, ids] of merchant.ledger) expect([number, ids]).toEqual([number, [results.get(number)]])
}

/** Runs until it is done, killing it at a random moment every time but the last. */
async function runKilled(file: string, kills: number): Promise<void> {
	for (let kill = 0; kill < kills; kill++) {
		const { child, finished } = start(parameters(file), environment)
		const before = merchant.received.length
		const enough = 1 + Math.floor(Math.random() * 20)
		const ended = finished.then(() => true)
		// Killed a few requests after it began to send, wherever it is then.
		while (merchant.received.length < before + enough) if (await Promise.race([ended, sleep(1, false)])) break
		child.kill("SIGKILL")
		await finished
	}
	// What was written down and perhaps never left is sent again on consent only.
	const last = await run(parameters(file, "--resend-unknown"), environment)
	expect([last.status, last.stderr]).toEqual([0, last.stderr])
}

describe("a customer is created once, and its id is never lost", () => {
	it(`whenever the process is killed (${rounds} rounds)`, async () => {
		let kills = 0
		while (kills < rounds) {
			const now = Math.min(5, rounds - kills)
			merchant.latency = Math.floor(Math.random() * 12)
			await runKilled(plainFile(folder, count), now)
			expectExactlyOnce(count)
			kills += now
			await merchant.close()
			merchant = await startMerchant()
			folder = newFolder()
			out = join(folder, "out")
			environment = { INTERGIRO_API_KEY: merchant.key, INTERGIRO_IMPORT_HOME: join(folder, "home") }
		}
	}, 600_000)

	it("when answers are lost after the creation, whole or in part", async () => {
		merchant.trick = (number, attempt) => {
			const kind = Number(number.slice(1)) % 20
			if (attempt > 1) return "create"
			return kind === 3 ? "create-and-drop" : kind === 7 ? "create-and-fail" : kind === 11 ? "drop" : "create"
		}
		const { status } = await run(parameters(plainFile(folder, count)), environment)
		expect(status).toBe(1)
		const created = count - count / 20
		expectExactlyOnce(created)
		// The dropped ones may have been created for all the program knows.
		const unknown = table(join(out, "unknown.csv"))
		expect(unknown.map(({ import_outcome }) => import_outcome)).toEqual(Array(count / 20).fill("unknown"))
		expect(table(join(out, "errors.csv"))).toEqual([])

		const again = await run(parameters(join(folder, "customers.csv")), environment)
		expect(again.status).toBe(1)
		expect(merchant.ledger.size).toBe(created)
		const consented = await run(parameters(join(folder, "customers.csv"), "--resend-unknown"), environment)
		expect(consented.status).toBe(0)
		expectExactlyOnce(count)
	})

	it("when a key cannot list what exists: rows in doubt stay in doubt", async () => {
		await merchant.close()
		merchant = await startMerchant("public")
		environment.INTERGIRO_API_KEY = merchant.key
		merchant.trick = (number) => (number === "c0005" ? "create-and-drop" : "create")
		const file = plainFile(folder, 20)
		expect((await run(parameters(file), environment)).status).toBe(1)
		expect((await run(parameters(file), environment)).status).toBe(1)
		expect(table(join(out, "unknown.csv")).map(({ number }) => number)).toEqual(["c0005"])
		// Neither does the file of unknown rows send it, nor the file under another name in another folder.
		const unknown = join(out, "unknown.csv")
		out = join(folder, "out-2")
		expect((await run(parameters(unknown), environment)).status).toBe(1)
		out = join(folder, "out-3")
		expect((await run(parameters(plainFile(folder, 20, "other.csv")), environment)).status).toBe(1)
		expect([...merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(20).fill(1))
	})

	it("when it was not looked before whether a customer in doubt exists: says how that ends, which is so", async () => {
		merchant.trick = (number) => (number === "c0002" ? "create-and-drop" : "create")
		const file = plainFile(folder, 3)
		for (const more of [["--no-preflight"], []]) {
			const { status, stdout } = await run(parameters(file, ...more), environment)
			expect(status).toBe(1)
			expect(stdout).toContain("Of 1 row in doubt Intergiro has a customer")
			expect(stdout).not.toContain("Run the same command again")
		}
		const unknown = join(out, "unknown.csv")
		out = join(folder, "out-2")
		expect((await run(parameters(unknown), environment)).status).toBe(0)
		expect(table(join(out, "results.csv"))).toMatchObject([{ number: "c0002", outcome: "existing" }])
		expect([...merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(3).fill(1))
	})

	it("when a row in doubt no longer passes the check: it stays in doubt, and is in no file that is safe to run", async () => {
		await merchant.close()
		merchant = await startMerchant("public")
		environment.INTERGIRO_API_KEY = merchant.key
		merchant.trick = (number) => (number === "c0002" || number === "c0003" ? "create-and-drop" : "create")
		expect((await run(parameters(plainFile(folder, 5)), environment)).status).toBe(1)
		// Somebody mends the wrong cell, and goes on at another computer.
		const unknown = join(folder, "unknown.csv")
		const text = readFileSync(join(out, "unknown.csv"), "utf8").replace("c0002@example.com", "4111 1111 1111 1111")
		writeFileSync(unknown, text)
		environment.INTERGIRO_IMPORT_HOME = join(folder, "home-2")
		for (const next of ["out-2", "out-3"]) {
			const file = next === "out-2" ? unknown : join(out, "unknown.csv")
			out = join(folder, next)
			expect((await run(parameters(file), environment)).status).toBe(1)
			expect(table(join(out, "errors.csv"))).toEqual([])
			const rows = table(join(out, "unknown.csv"))
			expect(rows.map(({ number, import_outcome }) => [number, import_outcome])).toEqual([
				["c0002", "unknown"],
				["c0003", "unknown"],
			])
			expect(rows[0]?.import_message).toContain("cannot be looked up until it is mended")
			expect(rows[0]?.email).toBe("4111 11** **** 1111")
		}
		expect(merchant.received).toHaveLength(5)
	})

	it.each([
		["a later page is refused once", 90, 403],
		["a later page is refused once", 90, 401],
		["the first page is refused to a private key", 0, 403],
		["a customer of the listing cannot be read", 90, 200],
	])("when %s (%i, %i): nothing is sent before what exists is known", async (_, page, status) => {
		expect((await run(parameters(plainFile(folder, count)), environment)).status).toBe(0)
		// Another computer, which knows of nothing.
		environment.INTERGIRO_IMPORT_HOME = join(folder, "home-2")
		out = join(folder, "out-2")
		let told = 0
		merchant.listTrick = (start) => {
			const body = status === 200 ? [{ number: "c0100" }] : { status, type: "forbidden" }
			return start === page && (page === 0 || status === 200 || told++ === 0) ? { status, body } : undefined
		}
		const { status: exit, stderr } = await run(parameters(join(folder, "customers.csv")), environment)
		expect(exit, stderr).toBe(page === 0 || status === 200 ? 3 : 0)
		expect(merchant.received).toHaveLength(count)
		merchant.listTrick = () => undefined
		expect((await run(parameters(join(folder, "customers.csv")), environment)).status).toBe(0)
		expect(merchant.received).toHaveLength(count)
		expectExactlyOnce(count)
	})

	it("when a killed run's folder is gone: nothing is sent before what exists was listed", async () => {
		const file = plainFile(folder, 30)
		const privateKey = merchant.key
		const killed = start(parameters(file, "--concurrency", "1"), environment)
		while (merchant.received.length < 12) await sleep(2)
		killed.child.kill("SIGKILL")
		await killed.finished
		rmSync(out, { recursive: true })
		environment.INTERGIRO_API_KEY = merchant.alsoPublic
		const refused = await run(parameters(file), environment)
		expect([refused.status, refused.stdout + refused.stderr]).toEqual([
			3,
			expect.stringMatching(/folder back.*private key/s),
		])
		const sent = merchant.received.length
		expect((await run(parameters(file), environment)).status).toBe(3)
		expect(merchant.received).toHaveLength(sent)
		environment.INTERGIRO_API_KEY = privateKey
		expect((await run(parameters(file), environment)).status).toBe(0)
		expectExactlyOnce(30)
	})

	it("when a lost run is given up on by its name, and by nothing else", async () => {
		await merchant.close()
		merchant = await startMerchant("public")
		environment.INTERGIRO_API_KEY = merchant.key
		merchant.latency = 50
		const killed = start(parameters(plainFile(folder, 30), "--concurrency", "1"), environment)
		while (merchant.received.length < 3) await sleep(2)
		killed.child.kill("SIGKILL")
		await killed.finished
		rmSync(out, { recursive: true })
		merchant.latency = 0
		const other = join(folder, "other.csv")
		writeFileSync(other, "number,name\nx1,Anna\nx2,Bo\n")
		const { stderr } = await run(parameters(other), environment)
		const lost = /Run (\S+) of/.exec(stderr)?.[1] ?? ""
		expect((await run(parameters(other, "--forget-run", "another"), environment)).status).toBe(3)
		expect((await run(parameters(other, "--forget-run", lost), environment)).status).toBe(0)
		expect((await run(parameters(other), environment)).status).toBe(0)
		expect(merchant.ledger.get("x1")).toHaveLength(1)
	})

	it("when the file of unknown rows is run: they are looked up, and sent on consent only", async () => {
		merchant.trick = (number, attempt) =>
			number === "c0003" && attempt === 1 ? "create-and-drop" : number === "c0007" && attempt === 1 ? "drop" : "create"
		environment.INTERGIRO_API_KEY = merchant.key
		const file = plainFile(folder, 20)
		// Stopped before it could look up what is in doubt.
		const { child, finished } = start(parameters(file, "--settle", "600"), environment)
		while (merchant.received.length < 20) await sleep(5)
		child.kill("SIGINT")
		expect((await finished).status).toBe(3)
		expect(table(join(out, "unknown.csv")).map(({ number }) => number)).toEqual(["c0003", "c0007"])
		const unknown = join(out, "unknown.csv")
		out = join(folder, "out-unknown")
		expect((await run(parameters(unknown), environment)).status).toBe(1)
		expect(table(join(out, "results.csv")).map(({ number, outcome }) => [number, outcome])).toEqual([
			["c0003", "existing"],
		])
		expect(merchant.received).toHaveLength(20)
		expect((await run(parameters(unknown, "--resend-unknown"), environment)).status).toBe(0)
		expect([...merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(20).fill(1))
	})

	it("when throttled, refused for a while, or told to come back later", async () => {
		merchant.trick = (number, attempt) => {
			const kind = Number(number.slice(1)) % 30
			if (attempt > 1) return "create"
			if (kind === 5) return { status: 429, headers: { "x-ms-retry-after-ms": "50" }, body: { status: 429, type: "x" } }
			if (number === "c0009") return { status: 503, headers: { "retry-after": "1" }, body: { status: 503, type: "x" } }
			return "create"
		}
		expect((await run(parameters(plainFile(folder, count)), environment)).status).toBe(0)
		expectExactlyOnce(count)
	})

	it("when two processes work on one folder, or on one file in two", async () => {
		merchant.latency = 80
		const file = plainFile(folder, count)
		const both = await Promise.all([run(parameters(file), environment), run(parameters(file), environment)])
		expect(both.map(({ status }) => status).sort()).toEqual([0, 2])
		expectExactlyOnce(count)
		const first = out
		const more = plainFile(folder, count + 40, "more.csv")
		out = join(folder, "a")
		const a = run(parameters(more), environment)
		out = join(folder, "b")
		const b = run(parameters(more), environment)
		expect((await Promise.all([a, b])).map(({ status }) => status)).toEqual([0, 0])
		expectExactlyOnce(count + 40)
		out = first
	})

	it("when its journal is cut off, the key cannot list and the ledger is gone: nothing is sent", async () => {
		await merchant.close()
		merchant = await startMerchant("public")
		environment.INTERGIRO_API_KEY = merchant.key
		const file = plainFile(folder, 20)
		expect((await run(parameters(file), environment)).status).toBe(0)
		const journal = join(out, "journal.log")
		const lines = readFileSync(journal, "utf8").split("\n").slice(0, 12)
		truncateSync(journal, Buffer.byteLength(lines.join("\n")) + 1)
		environment.INTERGIRO_IMPORT_HOME = join(folder, "home-2")
		for (let attempt = 0; attempt < 2; attempt++) {
			const { status, stderr } = await run(parameters(file), environment)
			expect([status, stderr]).toEqual([3, expect.stringContaining("journal is missing")])
			expect(merchant.received).toHaveLength(20)
		}
	})

	it("when its journal is cut off at any byte", async () => {
		const file = plainFile(folder, 30)
		expect((await run(parameters(file), environment)).status).toBe(0)
		const journal = join(out, "journal.log")
		for (let round = 0; round < 6; round++) {
			const { length } = readFileSync(journal)
			truncateSync(journal, Math.floor(Math.random() * length))
			const { status } = await run(parameters(file), environment)
			expect(status).toBe(0)
			expect([...merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(30).fill(1))
			expectExactlyOnce(30)
		}
	})
})

describe("an interrupt", () => {
	it("stops sending, finishes what is in flight, writes the files and can be resumed", async () => {
		merchant.latency = 100
		const file = plainFile(folder, count)
		const { child, finished } = start(parameters(file), environment)
		while (merchant.received.length < 20) await sleep(5)
		child.kill("SIGINT")
		const { status } = await finished
		expect(status).toBe(3)
		const arrived = merchant.received.length
		expect(arrived).toBeLessThan(count)
		expectExactlyOnce(arrived)
		const summary = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"))
		expect(summary).toMatchObject({ rows: count, pending: count - arrived, balanced: true, complete: false })
		expect((await run(parameters(file), environment)).status).toBe(0)
		expect(merchant.received).toHaveLength(count)
		expectExactlyOnce(count)
	})

	it("ends at once when it is repeated, and nothing is created twice", async () => {
		merchant.latency = 1_000
		const file = plainFile(folder, 40)
		const { child, finished, says } = start(parameters(file), environment)
		while (merchant.received.length < 8) await sleep(5)
		child.kill("SIGINT")
		await says("Interrupt again")
		// At once it would be taken for the same interrupt, as npm passes it on.
		const again = setInterval(() => child.kill("SIGINT"), 100)
		const { status } = await finished
		clearInterval(again)
		expect(status).toBe(3)
		expect(merchant.received.length).toBeLessThan(40)
		merchant.latency = 0
		expect((await run(parameters(file, "--resend-unknown"), environment)).status).toBe(0)
		expectExactlyOnce(40)
	})
})
