import { appendFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { connect } from "../../src/intergiro/client.ts"
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/server.ts"
import { type CardKind, mintCardToken } from "../../src/sandbox/tokens.ts"

const cleanups: (() => unknown)[] = []
afterEach(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function start(options?: SandboxOptions) {
	const sandbox = await startSandbox(options)
	cleanups.push(sandbox.close)
	return sandbox
}

function open(sandbox: Sandbox, key = sandbox.privateKey, timeout = 30_000) {
	const client = connect({ url: sandbox.url, key, timeout })
	cleanups.push(client.close)
	return client
}

function directory(): string {
	const path = mkdtempSync(join(tmpdir(), "sandbox-"))
	cleanups.push(() => rmSync(path, { recursive: true }))
	return path
}

function customer(number: string, card?: string) {
	return { number, method: card === undefined ? [] : [{ type: "token" as const, card }] }
}

test("creates customers, lists them page by page and finds one by its id", async () => {
	const sandbox = await start({ pageSize: 2 })
	const client = open(sandbox)
	for (const number of ["a", "b", "c", "b"]) {
		expect(await client.create(customer(number))).toMatchObject({ kind: "created", status: "active" })
	}
	const first = await client.list()
	if (first.kind !== "page") throw new Error(first.message)
	const second = await client.list(first.continuation)
	if (second.kind !== "page") throw new Error(second.message)
	expect([...first.customers, ...second.customers].map(({ number }) => number)).toEqual(["a", "b", "c", "b"])
	expect(second.continuation).toBeUndefined()
	const response = await fetch(`${sandbox.url}/v1/customer/${first.customers[0]?.id}`, {
		headers: { authentication: `Bearer ${sandbox.privateKey}` },
	})
	expect(await response.json()).toMatchObject({ number: "a", currency: "SEK" })
})

test("a public key creates and may not list", async () => {
	const sandbox = await start()
	const client = open(sandbox, sandbox.publicKey)
	expect(client.listing).toBe("no")
	expect(await client.create(customer("1"))).toMatchObject({ kind: "created" })
	expect(await client.list()).toMatchObject({ kind: "forbidden" })
})

test("another key is refused", async () => {
	const sandbox = await start()
	expect(await open(sandbox, "no-such-key").create(customer("1"))).toMatchObject({ kind: "wrong-environment" })
	expect(sandbox.customers).toHaveLength(0)
})

test.each<[CardKind, object]>([
	["ok", { kind: "created" }],
	["development", { kind: "created" }],
	["declined", { kind: "rejected", code: "card declined" }],
	["expired", { kind: "rejected", code: "card expired" }],
	["three-d-secure", { kind: "verification-required", url: expect.stringMatching(/^https:/) }],
])("a card that is %s", async (kind, answer) => {
	const sandbox = await start()
	expect(await open(sandbox).create(customer("1", mintCardToken(kind)))).toMatchObject(answer)
})

test("a card token is good for one customer", async () => {
	const sandbox = await start()
	const client = open(sandbox)
	const token = mintCardToken("ok")
	expect(await client.create(customer("1", token))).toMatchObject({ kind: "created" })
	expect(await client.create(customer("2", token))).toMatchObject({ kind: "rejected" })
	expect(sandbox.customers.map(({ number }) => number)).toEqual(["1"])
})

test("says which property is malformed", async () => {
	const sandbox = await start()
	for (const [body, property] of [
		["{", "body"],
		["{}", "number"],
		['{"number":"1","method":[{"type":"token"}]}', "method"],
		['{"number":"1","contact":"Joe"}', "contact"],
	]) {
		const headers = { authorization: `Bearer ${sandbox.privateKey}` }
		const response = await fetch(`${sandbox.url}/v1/customer`, { method: "POST", body: body ?? "", headers })
		expect(response.status).toBe(400)
		expect(await response.json()).toMatchObject({ status: 400, type: "malformed content", content: { property } })
	}
})

test("answers 429 above its rate and says how long to wait", async () => {
	const sandbox = await start({ rateLimit: 5 })
	const client = open(sandbox)
	const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => client.create(customer(String(index)))))
	const throttled = answers.filter(({ kind }) => kind === "throttled")
	expect(throttled.length + sandbox.customers.length).toBe(20)
	expect(sandbox.customers.length).toBeGreaterThanOrEqual(5)
	expect(throttled[0]).toMatchObject({ wait: expect.any(Number) })
})

test("starts again with the same keys, customers and used cards, whatever was torn", async () => {
	const state = join(directory(), "sandbox.jsonl")
	const token = mintCardToken("ok")
	const first = await startSandbox({ state })
	const client = open(first)
	await client.create(customer("1", token))
	await client.create(customer("2"))
	await first.close()
	appendFileSync(state, '{"id":"torn","number":"3é')
	const second = await start({ state })
	expect(second.privateKey).toBe(first.privateKey)
	expect(second.merchant).toBe(first.merchant)
	expect(second.customers.map(({ number }) => number)).toEqual(["1", "2"])
	const again = open(second)
	expect(await again.create(customer("3", token))).toMatchObject({ kind: "rejected" })
	expect(await again.create(customer("4"))).toMatchObject({ kind: "created" })
	await second.close()
	expect((await start({ state })).customers.map(({ number }) => number)).toEqual(["1", "2", "4"])
})

test.each([
	[{ answer: "drop" }, { kind: "ambiguous", code: "reset" }, 1],
	[{ apply: false, answer: "drop" }, { kind: "ambiguous", code: "reset" }, 0],
	[{ answer: "garbage" }, { kind: "ambiguous", code: "bad-answer" }, 1],
	[{ answer: "truncate" }, { kind: "ambiguous", code: "reset" }, 1],
	[{ answer: "stall" }, { kind: "ambiguous", code: "timeout" }, 1],
	[{ answer: { status: 503, headers: { "retry-after": "2" } } }, { kind: "ambiguous", wait: 2_000, ailing: true }, 1],
	[
		{ apply: false, answer: { status: 403, headers: { "content-type": "text/html" }, body: "<html></html>" } },
		{ kind: "wrong-environment", code: "http-403" },
		0,
	],
	[{ number: "01" }, { kind: "renumbered", given: "01" }, 1],
	[{ encoding: "gzip" }, { kind: "created" }, 1],
	[{ encoding: "br" }, { kind: "created" }, 1],
	[{ encoding: "deflate" }, { kind: "created" }, 1],
	[{ continues: true }, { kind: "ambiguous", code: "continue" }, 1],
	[{ closes: 5 }, { kind: "created" }, 1],
	[{ answer: { status: 500 } }, { kind: "ambiguous", code: "http-500" }, 1],
] as const)("a fault of %j is %j", async (fault, answer, applied) => {
	const sandbox = await start({ fault: () => fault })
	expect(await open(sandbox, undefined, 300).create(customer("1"))).toMatchObject(answer)
	expect(sandbox.customers).toHaveLength(applied)
})

test("goes away and comes back, with everybody it had", async () => {
	const sandbox = await start()
	const client = open(sandbox)
	expect(await client.create(customer("1"))).toMatchObject({ kind: "created" })
	await sandbox.leave()
	expect(await client.create(customer("2"))).toMatchObject({ kind: "not-applied", code: "refused" })
	await sandbox.comeBack()
	expect(await client.create(customer("3"))).toMatchObject({ kind: "created" })
	expect(sandbox.customers.map(({ number }) => number)).toEqual(["1", "3"])
})

test("adds a card to a customer who exists, for a private key, and keeps it", async () => {
	const state = join(directory(), "state")
	const first = await start({ state })
	const client = open(first)
	const made = await client.create({ ...customer("1", mintCardToken("ok", "1")), contact: { name: "Joe Smith" } })
	if (made.kind !== "created") throw new Error(made.kind)
	const card = { type: "token" as const, card: mintCardToken("ok", "2") }
	expect(await open(first, first.publicKey).addCard(made.id, card)).toMatchObject({ kind: "wrong-environment" })
	expect(await client.addCard("nobody", card)).toMatchObject({ kind: "wrong-environment" })
	expect(await client.addCard(made.id, { ...card, card: mintCardToken("declined") })).toMatchObject({
		kind: "rejected",
		code: "card declined",
	})
	expect(await client.addCard(made.id, card)).toMatchObject({ kind: "added", card: { expires: [12, 2039] } })
	expect(await client.addCard(made.id, card)).toMatchObject({ kind: "rejected" })
	await first.close()
	const again = await start({ state })
	const expected = { number: "1", contact: { name: "Joe Smith" }, method: [] }
	const read = (one: Parameters<typeof client.read>[2]) => open(again).read(made.id, one.number, one)
	expect(await read(expected)).toMatchObject({ kind: "customer", others: [], cards: [{}, {}] })
	const other = { number: "2", contact: { name: "Ann Smith", email: "ann@example.com" }, method: [] }
	expect(await read(other)).toMatchObject({ others: ["number", "contact.name"] })
	expect(await open(again).read("nobody", "1", expected)).toEqual({ kind: "missing" })
})
