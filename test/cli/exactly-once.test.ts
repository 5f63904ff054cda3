import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { beforeEach, describe, expect, it } from "vitest"
import { sample } from "../sample.ts"
import { table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const rounds = sample(2)
const count = 120

const own = fixture()

/** Name of the run folder. */
let out: string
beforeEach(() => {
	out = "out"
})

const pace = ["--rate", "400", "--concurrency", "8", "--settle", "0.4"]

function runFile(file: string, ...more: string[]) {
	return own.run(file, out, ...pace, ...more)
}

function startFile(file: string, ...more: string[]) {
	return own.start(file, out, ...pace, ...more)
}

/** Every customer exists once, and `results.csv` names exactly what the merchant's ledger has. */
function expectExactlyOnce(customers: number): void {
	const results = new Map(table(own.path(out, "results.csv")).map(({ number = "", id = "" }) => [number, id]))
	expect(results.size).toBe(customers)
	expect(own.merchant.ledger.size).toBe(customers)
	for (const [number, ids] of own.merchant.ledger) expect([number, ids]).toEqual([number, [results.get(number)]])
}

/** Runs until it is done, killing it at a random moment every time but the last. */
async function runKilled(file: string, kills: number): Promise<void> {
	for (let kill = 0; kill < kills; kill++) {
		const { child, finished } = startFile(file)
		const before = own.merchant.received.length
		const enough = 1 + Math.floor(Math.random() * 20)
		const ended = finished.then(() => true)
		// Killed a few requests after it began to send, wherever it is then.
		while (own.merchant.received.length < before + enough) if (await Promise.race([ended, sleep(1, false)])) break
		child.kill("SIGKILL")
		await finished
	}
	// What was written down and perhaps never left is sent again on consent only.
	const last = await runFile(file, "--resend-unknown")
	expect([last.status, last.stderr]).toEqual([0, last.stderr])
}

describe("a customer is created once, and its id is never lost", () => {
	it(
		`whenever the process is killed (${rounds} rounds)`,
		async () => {
			let kills = 0
			while (kills < rounds) {
				const now = Math.min(5, rounds - kills)
				own.merchant.latency = Math.floor(Math.random() * 12)
				await runKilled(plainFile(own.folder, count), now)
				expectExactlyOnce(count)
				kills += now
				await own.merchant.close()
				await own.open()
			}
		},
		rounds * 24_000,
	)

	it("and of what a kill interrupts no more than one that never arrived is in doubt: the one that was about to leave", async () => {
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		own.merchant.latency = 10
		const file = plainFile(own.folder, 300)
		const kills = 4
		for (let kill = 1; kill <= kills; kill++) {
			const { child, finished } = startFile(file, "--rate", "0", "--concurrency", "60")
			while (own.merchant.received.length < kill * 55) await sleep(1)
			child.kill("SIGKILL")
			await finished
		}
		own.merchant.latency = 0
		expect((await runFile(file)).status).toBe(4)
		const arrived = new Set(own.merchant.received.map(({ number }) => number))
		const unknown = table(own.path(out, "unknown.csv")).map(({ number = "" }) => number)
		expect(unknown.length).toBeGreaterThan(0)
		expect(unknown.filter((number) => !arrived.has(number)).length).toBeLessThanOrEqual(kills)
		expect(arrived.size + unknown.filter((number) => !arrived.has(number)).length).toBe(300)
		for (const ids of own.merchant.ledger.values()) expect(ids).toHaveLength(1)
	}, 60_000)

	it("when answers are lost after the creation, whole or in part", async () => {
		own.merchant.trick = (number, attempt) => {
			const kind = Number(number.slice(1)) % 20
			if (attempt > 1) return "create"
			return kind === 3 ? "create-and-drop" : kind === 7 ? "create-and-fail" : kind === 11 ? "drop" : "create"
		}
		const { status } = await runFile(plainFile(own.folder, count))
		expect(status).toBe(4)
		const created = count - count / 20
		expectExactlyOnce(created)
		// The dropped ones may have been created for all the program knows.
		const unknown = table(own.path(out, "unknown.csv"))
		expect(unknown.map(({ import_outcome }) => import_outcome)).toEqual(Array(count / 20).fill("unknown"))
		expect(table(own.path(out, "errors.csv"))).toEqual([])

		const again = await runFile(own.path("customers.csv"))
		expect(again.status).toBe(4)
		expect(own.merchant.ledger.size).toBe(created)
		const consented = await runFile(own.path("customers.csv"), "--resend-unknown")
		expect(consented.status).toBe(0)
		expectExactlyOnce(count)
	})

	it("when a key cannot list what exists: rows in doubt stay in doubt", async () => {
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		own.merchant.trick = (number) => (number === "c0005" ? "create-and-drop" : "create")
		const file = plainFile(own.folder, 20)
		expect((await runFile(file)).status).toBe(4)
		expect((await runFile(file)).status).toBe(4)
		expect(table(own.path(out, "unknown.csv")).map(({ number }) => number)).toEqual(["c0005"])
		// Neither does the file of unknown rows send it, nor the file under another name in another folder.
		const unknown = own.path(out, "unknown.csv")
		out = "out-2"
		expect((await runFile(unknown)).status).toBe(4)
		out = "out-3"
		expect((await runFile(plainFile(own.folder, 20, "other.csv"))).status).toBe(4)
		expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(20).fill(1))
	})

	it("when it was not looked before whether a customer in doubt exists: says how that ends, which is so", async () => {
		own.merchant.trick = (number) => (number === "c0002" ? "create-and-drop" : "create")
		const file = plainFile(own.folder, 3)
		for (const more of [["--no-preflight"], []]) {
			const { status, stdout } = await runFile(file, ...more)
			expect(status).toBe(4)
			expect(stdout).toContain("Of 1 row in doubt Intergiro has a customer")
			expect(stdout).not.toContain("Run the same command again")
		}
		const unknown = own.path(out, "unknown.csv")
		out = "out-2"
		// It has a card, which may be that of an older one.
		expect((await runFile(unknown)).status).toBe(1)
		expect(table(own.path(out, "follow-up.csv"))).toMatchObject([{ number: "c0002", reason: "card-unknown" }])
		expect(table(own.path(out, "results.csv"))).toMatchObject([{ cards_stored: "1" }])
		expect(table(own.path(out, "results.csv"))).toMatchObject([{ number: "c0002", outcome: "existing" }])
		expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(3).fill(1))
	})

	it("when a row in doubt no longer passes the check: it stays in doubt, and is in no file that is safe to run", async () => {
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		own.merchant.trick = (number) => (number === "c0002" || number === "c0003" ? "create-and-drop" : "create")
		expect((await runFile(plainFile(own.folder, 5))).status).toBe(4)
		// Somebody mends the wrong cell, and goes on at another computer.
		const unknown = own.path("unknown.csv")
		const text = readFileSync(own.path(out, "unknown.csv"), "utf8").replace("c0002@example.com", "4111 1111 1111 1111")
		writeFileSync(unknown, text)
		own.environment.INTERGIRO_IMPORT_HOME = own.path("home-2")
		for (const next of ["out-2", "out-3"]) {
			const file = next === "out-2" ? unknown : own.path(out, "unknown.csv")
			out = next
			expect((await runFile(file)).status).toBe(4)
			expect(table(own.path(out, "errors.csv"))).toEqual([])
			const rows = table(own.path(out, "unknown.csv"))
			expect(rows.map(({ number, import_outcome }) => [number, import_outcome])).toEqual([
				["c0002", "unknown"],
				["c0003", "unknown"],
			])
			expect(rows[0]?.import_message).toContain("cannot be looked up until it is mended")
			expect(rows[0]?.email).toBe("4111 11** **** 1111")
		}
		expect(own.merchant.received).toHaveLength(5)
	})

	it.each([
		["a later page is refused once", 90, 403],
		["a later page is refused once", 90, 401],
		["the first page is refused to a private key", 0, 403],
		["a customer of the listing cannot be read", 90, 200],
	])("when %s (%i, %i): nothing is sent before what exists is known", async (_, page, status) => {
		expect((await runFile(plainFile(own.folder, count))).status).toBe(0)
		// Another computer, which knows of nothing.
		own.environment.INTERGIRO_IMPORT_HOME = own.path("home-2")
		out = "out-2"
		let told = 0
		own.merchant.listTrick = (start) => {
			const body = status === 200 ? [{ number: "c0100" }] : { status, type: "forbidden" }
			return start === page && (page === 0 || status === 200 || told++ === 0) ? { status, body } : undefined
		}
		const { status: exit, stderr } = await runFile(own.path("customers.csv"))
		expect(exit, stderr).toBe(page === 0 || status === 200 ? 3 : 0)
		expect(own.merchant.received).toHaveLength(count)
		own.merchant.listTrick = () => undefined
		expect((await runFile(own.path("customers.csv"))).status).toBe(0)
		expect(own.merchant.received).toHaveLength(count)
		expectExactlyOnce(count)
	})

	it("when a killed run's folder is gone: nothing is sent before what exists was listed", async () => {
		const file = plainFile(own.folder, 30)
		const privateKey = own.merchant.key
		const killed = startFile(file, "--concurrency", "1")
		while (own.merchant.received.length < 12) await sleep(2)
		killed.child.kill("SIGKILL")
		await killed.finished
		rmSync(own.path(out), { recursive: true })
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		const refused = await runFile(file)
		expect([refused.status, refused.stdout + refused.stderr]).toEqual([
			3,
			expect.stringMatching(/folder back.*private key/s),
		])
		const sent = own.merchant.received.length
		expect((await runFile(file)).status).toBe(3)
		expect(own.merchant.received).toHaveLength(sent)
		own.environment.INTERGIRO_API_KEY = privateKey
		expect((await runFile(file)).status).toBe(0)
		expectExactlyOnce(30)
	})

	it("when a lost run is given up on by its name, and by nothing else", async () => {
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		own.merchant.latency = 50
		const killed = startFile(plainFile(own.folder, 30), "--concurrency", "1")
		while (own.merchant.received.length < 3) await sleep(2)
		killed.child.kill("SIGKILL")
		await killed.finished
		rmSync(own.path(out), { recursive: true })
		own.merchant.latency = 0
		const other = own.path("other.csv")
		writeFileSync(other, "number,name\nx1,Anna\nx2,Bo\n")
		const { stderr } = await runFile(other)
		const lost = /Run (\S+) of/.exec(stderr)?.[1] ?? ""
		const mistyped = await runFile(other, "--forget-run", `${lost}x`)
		expect(mistyped.status).toBe(2)
		expect(mistyped.stderr).toContain(`There was no run ${lost}x`)
		expect((await runFile(other, "--forget-run", lost)).status).toBe(0)
		expect((await runFile(other)).status).toBe(0)
		expect(own.merchant.ledger.get("x1")).toHaveLength(1)
	})

	it("when the file of unknown rows is run: they are looked up, and sent on consent only", async () => {
		own.merchant.trick = (number, attempt) =>
			number === "c0003" && attempt === 1 ? "create-and-drop" : number === "c0007" && attempt === 1 ? "drop" : "create"
		const file = plainFile(own.folder, 20)
		// Stopped before it could look up what is in doubt.
		const { child, finished } = startFile(file, "--settle", "600")
		while (own.merchant.received.length < 20) await sleep(5)
		child.kill("SIGINT")
		expect((await finished).status).toBe(3)
		expect(table(own.path(out, "unknown.csv")).map(({ number }) => number)).toEqual(["c0003", "c0007"])
		const unknown = own.path(out, "unknown.csv")
		out = "out-unknown"
		expect((await runFile(unknown)).status).toBe(4)
		expect(table(own.path(out, "results.csv")).map(({ number, outcome }) => [number, outcome])).toEqual([
			["c0003", "existing"],
		])
		expect(own.merchant.received).toHaveLength(20)
		// The card of the one that was found is read.
		expect((await runFile(unknown, "--resend-unknown")).status).toBe(0)
		expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(20).fill(1))
	})

	it("when throttled", async () => {
		own.merchant.trick = (number, attempt) => {
			const kind = Number(number.slice(1)) % 30
			if (attempt > 1) return "create"
			if (kind === 5) return { status: 429, headers: { "x-ms-retry-after-ms": "50" }, body: { status: 429, type: "x" } }
			return "create"
		}
		expect((await runFile(plainFile(own.folder, count))).status).toBe(0)
		expectExactlyOnce(count)
	})

	it("when told to come back later (503) after the customer was made", async () => {
		const later = { status: 503, headers: { "retry-after": "1" }, body: "<html>Unavailable</html>" }
		own.merchant.trick = (number) => (number === "c0009" ? { ...later, creates: number } : "create")
		expect((await runFile(plainFile(own.folder, count))).status).toBe(0)
		expectExactlyOnce(count)
	})

	it("when a page of something on the way comes in place of an answer, after others went well", async () => {
		const page = { status: 403, body: "<html>Blocked</html>" }
		const passedOn: Readonly<Record<string, number>> = { c0060: 403, c0080: 302, c0100: 400 }
		own.merchant.trick = (number) => {
			const status = passedOn[number]
			if (number === "c0040") return page
			return status === undefined ? "create" : { ...page, status, creates: number }
		}
		const { status, stdout } = await runFile(plainFile(own.folder, count))
		expect([status, stdout]).toEqual([4, stdout])
		expectExactlyOnce(count - 1)
		expect(table(own.path(out, "unknown.csv")).map(({ number }) => number)).toEqual(["c0040"])
	})

	it("when nothing listens for a while, in the middle of the run", async () => {
		own.merchant.latency = 5
		const { finished, says } = startFile(plainFile(own.folder, count), "--json", "--resend-unknown")
		while (own.merchant.received.length < 30) await sleep(1)
		await own.merchant.leave()
		await says('"unreachable"')
		await own.merchant.comeBack()
		const { status, stdout } = await finished
		expect(stdout).toContain('"reachable"')
		// What was under way when it went may have been lost, or only its answer: looking tells, and what is not there is sent again.
		expect([status, stdout]).toEqual([0, stdout])
		expectExactlyOnce(count)
	})

	it("when Intergiro gives another number than was sent", async () => {
		own.merchant.trick = (number) =>
			number === "c0007" ? { status: 201, creates: "7", body: { id: "", number: "7", status: "active" } } : "create"
		const file = plainFile(own.folder, 20)
		expect((await runFile(file)).status).toBe(1)
		expect((await runFile(file, "--resend-unknown")).status).toBe(1)
		expect(own.merchant.received).toHaveLength(20)
		expect(table(own.path(out, "results.csv")).find(({ number }) => number === "c0007")).toMatchObject({
			outcome: "renumbered",
			id: own.merchant.ledger.get("c0007")?.[0],
		})
	})

	it("when two processes work on one folder, or on one file in two", async () => {
		own.merchant.latency = 80
		const file = plainFile(own.folder, count)
		const both = await Promise.all([startFile(file).finished, startFile(file).finished])
		expect(both.map(({ status }) => status).sort()).toEqual([0, 2])
		expectExactlyOnce(count)
		const first = out
		const more = plainFile(own.folder, count + 40, "more.csv")
		out = "a"
		const a = startFile(more).finished
		out = "b"
		const b = startFile(more).finished
		expect((await Promise.all([a, b])).map(({ status }) => status)).toEqual([0, 0])
		expectExactlyOnce(count + 40)
		out = first
	})

	it("when its journal is cut off, the key cannot list and the ledger is gone: nothing is sent", async () => {
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		const file = plainFile(own.folder, 20)
		expect((await runFile(file)).status).toBe(0)
		const journal = own.path(out, "journal.log")
		const lines = readFileSync(journal, "utf8").split("\n").slice(0, 12)
		truncateSync(journal, Buffer.byteLength(lines.join("\n")) + 1)
		own.environment.INTERGIRO_IMPORT_HOME = own.path("home-2")
		for (let attempt = 0; attempt < 2; attempt++) {
			const { status, stderr } = await runFile(file)
			expect([status, stderr]).toEqual([3, expect.stringContaining("journal is missing")])
			expect(own.merchant.received).toHaveLength(20)
		}
	})

	it("when its journal is cut off at any byte", async () => {
		const file = plainFile(own.folder, 30)
		expect((await runFile(file)).status).toBe(0)
		const journal = own.path(out, "journal.log")
		for (let round = 0; round < sample(2); round++) {
			const { length } = readFileSync(journal)
			truncateSync(journal, Math.floor(Math.random() * length))
			const { status } = await runFile(file)
			expect(status).toBe(0)
			expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(30).fill(1))
			expectExactlyOnce(30)
		}
	})
})

describe("an interrupt", () => {
	it("stops sending, finishes what is in flight, writes the files and can be resumed", async () => {
		own.merchant.latency = 100
		const file = plainFile(own.folder, count)
		const { child, finished } = startFile(file)
		while (own.merchant.received.length < 20) await sleep(5)
		child.kill("SIGINT")
		const { status } = await finished
		expect(status).toBe(3)
		const arrived = own.merchant.received.length
		expect(arrived).toBeLessThan(count)
		expectExactlyOnce(arrived)
		const summary = JSON.parse(readFileSync(own.path(out, "summary.json"), "utf8"))
		expect(summary).toMatchObject({ rows: count, pending: count - arrived, balanced: true, complete: false })
		expect((await runFile(file)).status).toBe(0)
		expect(own.merchant.received).toHaveLength(count)
		expectExactlyOnce(count)
	})

	it("ends at once when it is repeated, and nothing is created twice", async () => {
		own.merchant.latency = 1_000
		const file = plainFile(own.folder, 40)
		const { child, finished, says } = startFile(file)
		while (own.merchant.received.length < 8) await sleep(5)
		child.kill("SIGINT")
		await says("Interrupt again")
		// At once it would be taken for the same interrupt, as npm passes it on.
		const again = setInterval(() => child.kill("SIGINT"), 100)
		const { status } = await finished
		clearInterval(again)
		expect(status).toBe(3)
		expect(own.merchant.received.length).toBeLessThan(40)
		own.merchant.latency = 0
		expect((await runFile(file, "--resend-unknown")).status).toBe(0)
		expectExactlyOnce(40)
	})
})
