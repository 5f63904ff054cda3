import pLimit from "p-limit"
import { afterAll, afterEach, describe, expect, test } from "vitest"
import type { Answer } from "../../src/contract/answer.ts"
import { connect } from "../../src/intergiro/client.ts"
import { type Arrival, type Behaviour, created, http, startFaultServer } from "./fault-server.ts"

const cleanups: (() => unknown)[] = []
afterEach(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

let requests = 0
let delivered = 0
afterAll(() => console.log(`${requests} requests to servers that fail, ${delivered} delivered, none twice`))

/** What may come of a request: the answer's kind, with its code where it has one. */
type Expected = `${Answer["kind"]}` | `${Answer["kind"]} ${string}`

interface Case {
	readonly name: string
	readonly behaviour: Behaviour
	readonly expected: readonly Expected[]
}

function answering(bytes: (arrival: Arrival) => string, then?: (arrival: Arrival) => void): Behaviour {
	return {
		onRequest(arrival) {
			arrival.socket.write(bytes(arrival), () => then?.(arrival))
		},
	}
}

const reset = ({ socket }: Arrival) => void socket.resetAndDestroy()
const end = ({ socket }: Arrival) => void socket.end()
const good = ({ number }: Arrival) => http(201, created(number))
const half = ({ number }: Arrival) => http(201, created(number)).slice(0, -20)

const cases: readonly Case[] = [
	{ name: "a good answer", behaviour: answering(good), expected: ["created"] },
	{
		name: "a good answer, then an announced end",
		behaviour: answering(({ number }) => {
			const body = created(number)
			return http(201, body, [`content-length: ${body.length}`, "connection: close"])
		}, end),
		expected: ["created"],
	},
	{
		name: "a good answer, then an end without a word",
		behaviour: answering(good, end),
		expected: ["created", "ambiguous reset"],
	},
	{ name: "a good answer, then a reset", behaviour: answering(good, reset), expected: ["created", "ambiguous reset"] },
	{
		name: "a good answer on every second request, a reset on the others",
		behaviour: {
			onRequest: (arrival) => (arrival.index % 2 ? reset(arrival) : void arrival.socket.write(good(arrival))),
		},
		expected: ["created", "ambiguous reset"],
	},
	{
		name: "a reset as soon as it is connected",
		behaviour: { onConnection: (socket) => void socket.resetAndDestroy() },
		expected: ["not-applied reset", "ambiguous reset"],
	},
	{
		name: "an end as soon as it is connected",
		behaviour: { onConnection: (socket) => void socket.destroy() },
		expected: ["not-applied reset", "ambiguous reset"],
	},
	{
		name: "a reset with the first bytes",
		behaviour: { onConnection: (socket) => void socket.once("data", () => socket.resetAndDestroy()) },
		expected: ["ambiguous reset"],
	},
	{ name: "a reset instead of an answer", behaviour: { onRequest: reset }, expected: ["ambiguous reset"] },
	{ name: "an end instead of an answer", behaviour: { onRequest: end }, expected: ["ambiguous reset"] },
	{ name: "no answer", behaviour: {}, expected: ["ambiguous timeout"] },
	{
		name: "a reset within the head",
		behaviour: answering((arrival) => good(arrival).slice(0, 20), reset),
		expected: ["ambiguous reset"],
	},
	{ name: "a reset within the body", behaviour: answering(half, reset), expected: ["ambiguous reset"] },
	{ name: "an end within the body", behaviour: answering(half, end), expected: ["ambiguous reset"] },
	{ name: "silence within the body", behaviour: answering(half), expected: ["ambiguous timeout"] },
	{
		name: "a body without a length that ends too soon",
		behaviour: answering(({ number }) => http(201, created(number).slice(0, -5), ["connection: close"]), end),
		expected: ["ambiguous bad-answer"],
	},
	{
		name: "a body in chunks that ends too soon",
		behaviour: answering(({ number }) => http(201, `ff\r\n${created(number)}`, ["transfer-encoding: chunked"]), end),
		expected: ["ambiguous reset"],
	},
	{
		name: "a length that is too short",
		behaviour: answering(({ number }) => http(201, created(number), ["content-length: 20"])),
		expected: ["ambiguous bad-answer", "ambiguous reset"],
	},
	{
		name: "two lengths that differ",
		behaviour: answering(({ number }) => http(201, created(number), ["content-length: 20", "content-length: 21"])),
		expected: ["ambiguous bad-answer"],
	},
	{
		name: "every answer twice",
		behaviour: answering((arrival) => good(arrival) + good(arrival)),
		expected: ["created", "ambiguous reset"],
	},
	{
		name: "the answer to another request",
		behaviour: answering(() => http(201, created("somebody-else"))),
		expected: ["renumbered"],
	},
	{
		name: "bytes that are not HTTP",
		behaviour: answering(() => "\u0000\u0001SSH-2.0\r\n\r\n"),
		expected: ["ambiguous bad-answer"],
	},
	{ name: "HTML", behaviour: answering(() => http(200, "<html></html>")), expected: ["ambiguous bad-answer"] },
	{ name: "an empty body", behaviour: answering(() => http(201, "")), expected: ["ambiguous bad-answer"] },
	{ name: "204", behaviour: answering(() => "HTTP/1.1 204 No Content\r\n\r\n"), expected: ["ambiguous bad-answer"] },
	{
		name: "a byte now and then",
		behaviour: {
			onRequest(arrival) {
				const bytes = good(arrival)
				let sent = 0
				const timer = setInterval(() => arrival.socket.write(bytes[sent++] ?? ""), 20)
				arrival.socket.on("close", () => clearInterval(timer))
			},
		},
		expected: ["ambiguous timeout"],
	},
	{
		name: "an unasked 100, then a good answer",
		behaviour: answering((arrival) => `HTTP/1.1 100 Continue\r\n\r\n${good(arrival)}`),
		expected: ["ambiguous continue"],
	},
	{
		name: "103, then a good answer",
		behaviour: answering((arrival) => `HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${good(arrival)}`),
		expected: ["created"],
	},
	{
		name: "101",
		behaviour: answering(() => "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n"),
		expected: ["ambiguous reset"],
	},
	{
		name: "a head that is too large",
		behaviour: answering(({ number }) => http(201, created(number), [`x-large: ${"x".repeat(100_000)}`])),
		expected: ["ambiguous bad-answer"],
	},
	{
		name: "a body that is too large",
		behaviour: answering(() => http(201, `"${"x".repeat(1_100_000)}"`)),
		expected: ["ambiguous too-large"],
	},
	{
		name: "a redirection",
		behaviour: answering(() => http(307, "", ["location: /v1/customer", "content-length: 0"])),
		expected: ["wrong-environment http-307"],
	},
	{
		name: "429 and an end",
		behaviour: answering(() => http(429, "", ["retry-after: 1", "content-length: 0"]), end),
		expected: ["throttled", "ambiguous reset"],
	},
]

/** Nothing was delivered twice, nothing that is called not applied was delivered, and every id is its customer's. */
function judge(answers: readonly Answer[], deliveries: ReadonlyMap<string, number>): void {
	for (const [index, answer] of answers.entries()) {
		const number = `n${index}`
		const times = deliveries.get(number) ?? 0
		expect(times).toBeLessThanOrEqual(answer.kind === "not-applied" ? 0 : 1)
		if (answer.kind === "created") expect(answer).toEqual({ kind: "created", id: `id-${number}`, status: "active" })
		requests += 1
		delivered += times
	}
}

describe.each([1, 8, 32])("%i at once", (concurrency) => {
	test.each(cases)("$name: $expected", async ({ behaviour, expected }) => {
		const server = await startFaultServer(behaviour)
		cleanups.push(server.close)
		const timeout = expected[0] === "ambiguous timeout" ? 150 : 30_000
		const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key", timeout })
		cleanups.push(client.close)
		const numbers = Array.from({ length: concurrency + 3 }, (_, index) => `n${index}`)
		const answers = await pLimit(concurrency).map(numbers, (number) => client.create({ number, method: [] }))
		judge(answers, server.deliveries())
		for (const answer of answers) {
			const code = "code" in answer ? ` ${answer.code}` : ""
			expect(expected).toContain(`${answer.kind}${code}`)
		}
	})
})

test.each([1, 8, 32])("every fault in turn on shared connections, %i at once", async (concurrency) => {
	const faults = cases.map(({ behaviour }) => behaviour.onRequest ?? (() => {}))
	const server = await startFaultServer({
		// Two good answers between the faults, and an order in which each meets the others.
		onRequest: (arrival) =>
			arrival.index % 3 ? arrival.socket.write(good(arrival)) : faults[(arrival.index * 7) % faults.length]?.(arrival),
	})
	cleanups.push(server.close)
	const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key", timeout: 500 })
	cleanups.push(client.close)
	const numbers = Array.from({ length: concurrency * 30 }, (_, index) => `n${index}`)
	const answers = await pLimit(concurrency).map(numbers, (number) => client.create({ number, method: [] }))
	judge(answers, server.deliveries())
	expect(answers.filter(({ kind }) => kind === "created").length).toBeGreaterThan(numbers.length / 4)
})

test("an answer that arrived while the process was held up is read", async () => {
	const server = await startFaultServer({
		onRequest(arrival) {
			arrival.socket.write(good(arrival))
			for (const until = performance.now() + 300; performance.now() < until; );
		},
	})
	cleanups.push(server.close)
	const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key", timeout: 200 })
	cleanups.push(client.close)
	expect(await client.create({ number: "1", method: [] })).toMatchObject({ kind: "created" })
})

test("nothing listens: not applied", async () => {
	const server = await startFaultServer({})
	await server.close()
	const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key" })
	cleanups.push(client.close)
	expect(await client.create({ number: "1", method: [] })).toMatchObject({ kind: "not-applied", code: "refused" })
})

test("no such name: not applied", async () => {
	const client = connect({ url: "https://no-such-name.invalid", key: "key" })
	cleanups.push(client.close)
	expect(await client.create({ number: "1", method: [] })).toMatchObject({ kind: "not-applied", code: "dns" })
})

test("closing gives up what is in flight, and sends nothing any more", async () => {
	const server = await startFaultServer({ onRequest: () => void client.close() })
	cleanups.push(server.close)
	const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key" })
	expect(await client.create({ number: "1", method: [] })).toMatchObject({ kind: "ambiguous", code: "closed" })
	expect(await client.create({ number: "2", method: [] })).toMatchObject({ kind: "not-applied", code: "closed" })
	expect(server.deliveries().get("2")).toBeUndefined()
})

test("once a customer was created, a page of something on the way is no word of Intergiro's", async () => {
	const page = http(403, "<html></html>")
	const server = await startFaultServer({
		onRequest: (arrival) => void arrival.socket.write(arrival.index === 1 ? good(arrival) : page),
	})
	cleanups.push(server.close)
	const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key" })
	cleanups.push(client.close)
	const answers = []
	for (const number of ["1", "2", "3"]) answers.push(await client.create({ number, method: [] }))
	expect(answers).toMatchObject([
		{ kind: "wrong-environment" },
		{ kind: "created" },
		{ kind: "ambiguous", ailing: true },
	])
})

test("a continuation that comes twice makes a page of no use", async () => {
	const headers = ["content-length: 2", "x-ms-continuation: a", "x-ms-continuation: b"]
	const server = await startFaultServer({ onRequest: ({ socket }) => void socket.write(http(200, "[]", headers)) })
	cleanups.push(server.close)
	const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key" })
	cleanups.push(client.close)
	expect(await client.list()).toMatchObject({ kind: "unusable" })
})

test("sends what the API's page says", async () => {
	const heads: string[] = []
	const server = await startFaultServer({
		onRequest(arrival) {
			heads.push(arrival.head)
			arrival.socket.write(good(arrival))
		},
	})
	cleanups.push(server.close)
	for (const key of ["abc.def.ghi", "Bearer abc.def.ghi"]) {
		const client = connect({ url: `http://127.0.0.1:${server.port}/base/`, key })
		cleanups.push(client.close)
		await client.create({ number: "1", method: [] })
		await client.list("a+b/c=")
	}
	expect(heads).toHaveLength(4)
	for (const [index, head] of heads.entries()) {
		const lines = head.split("\r\n")
		expect(lines[0]).toBe(
			index % 2 ? "GET /base/v1/customer?continuation=a%2Bb%2Fc%3D HTTP/1.1" : "POST /base/v1/customer HTTP/1.1",
		)
		expect(lines).toContain("authentication: Bearer abc.def.ghi")
		expect(lines).toContain("authorization: Bearer abc.def.ghi")
		if (index % 2 === 0) expect(lines).toContain("content-type: application/json")
	}
})
