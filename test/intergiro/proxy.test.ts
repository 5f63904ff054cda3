import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import { type AddressInfo, connect as connectSocket, type Socket } from "node:net"
import pLimit from "p-limit"
import { afterEach, expect, test, vi } from "vitest"
import { connect } from "../../src/intergiro/client.ts"
import { UnusableUrl } from "../../src/intergiro/url.ts"
import { created, http, startFaultServer } from "./fault-server.ts"

const cleanups: (() => unknown)[] = []
afterEach(async () => {
	vi.unstubAllEnvs()
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const fixture = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), "utf8")
const tls = { key: fixture("trusted.key"), cert: fixture("trusted.pem") }
const url = "https://merchant.test"
const customer = { number: "1", method: [] }

/** A server for `merchant.test`, reachable only through the proxy. */
async function startTarget() {
	const server = await startFaultServer({
		tls,
		onRequest: ({ socket, number }) => void socket.write(http(201, created(number))),
	})
	cleanups.push(server.close)
	return server
}

/** A proxy that tunnels to `port`, or does as told with the socket of a CONNECT. */
async function startProxy(handle: number | ((socket: Socket) => void)) {
	const asked: { target: string; authorization: string | undefined }[] = []
	const sockets = new Set<Socket>()
	const server = createServer().on("connect", (request, stream) => {
		const socket = stream as Socket
		asked.push({ target: request.url ?? "", authorization: request.headers["proxy-authorization"] })
		sockets.add(socket)
		socket.on("error", () => {})
		if (typeof handle === "function") return handle(socket)
		const tunnel = connectSocket(handle, "127.0.0.1", () => {
			socket.write("HTTP/1.1 200 OK\r\n\r\n")
			tunnel.pipe(socket).pipe(tunnel)
		})
		tunnel.on("error", () => socket.destroy())
		socket.on("close", () => tunnel.destroy())
	})
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
	cleanups.push(() => {
		for (const socket of sockets) socket.destroy()
		server.closeAllConnections()
		server.close()
	})
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

function open(proxy: string, options: { url?: string; timeout?: number } = {}) {
	const client = connect({ url, key: "key", ca: [tls.cert], proxy, ...options })
	cleanups.push(client.close)
	return client
}

test("a tunnel is opened, with the proxy's password, and the key goes through it encrypted", async () => {
	const target = await startTarget()
	const proxy = await startProxy(target.port)
	const client = open(proxy.url.replace("http://", "http://user:p%40ss@"))
	expect(await client.create(customer)).toMatchObject({ kind: "created" })
	expect(target.deliveries().get("1")).toBe(1)
	const authorization = `Basic ${Buffer.from("user:p@ss").toString("base64")}`
	expect(proxy.asked).toEqual([{ target: "merchant.test:443", authorization }])
})

test.each([
	["407 Proxy Authentication Required", { kind: "wrong-environment", code: "proxy" }],
	["403 Forbidden", { kind: "wrong-environment", code: "proxy" }],
	["502 Bad Gateway", { kind: "not-applied", code: "proxy" }],
	["504 Gateway Timeout", { kind: "not-applied", code: "proxy" }],
])("the proxy answers %s", async (status, answer) => {
	const proxy = await startProxy((socket) => socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`))
	expect(await open(proxy.url).create(customer)).toMatchObject(answer)
	expect(proxy.asked).toHaveLength(1)
})

test("a proxy that hangs up is asked once for each request", async () => {
	const proxy = await startProxy((socket) => socket.destroy())
	const client = open(proxy.url)
	for (const number of ["1", "2", "3"]) {
		expect(await client.create({ number, method: [] })).toMatchObject({ kind: "not-applied", code: "reset" })
	}
	expect(proxy.asked).toHaveLength(3)
})

test("many tunnels at once, each request delivered once", async () => {
	const target = await startTarget()
	const proxy = await startProxy(target.port)
	const client = open(proxy.url)
	const numbers = Array.from({ length: 100 }, (_, index) => `n${index}`)
	const answers = await pLimit(32).map(numbers, (number) => client.create({ number, method: [] }))
	expect(answers).toEqual(numbers.map((number) => ({ kind: "created", id: `id-${number}`, status: "active" })))
	expect([...target.deliveries().values()]).toEqual(numbers.map(() => 1))
})

test("many requests at once to a proxy that hangs up", async () => {
	const proxy = await startProxy((socket) => socket.destroy())
	const client = open(proxy.url)
	const numbers = Array.from({ length: 100 }, (_, index) => `n${index}`)
	const answers = await pLimit(32).map(numbers, (number) => client.create({ number, method: [] }))
	expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(["not-applied"]))
	expect(proxy.asked).toHaveLength(100)
})

test("a proxy that says nothing: not applied", async () => {
	const proxy = await startProxy(() => {})
	expect(await open(proxy.url, { timeout: 200 }).create(customer)).toMatchObject({
		kind: "not-applied",
		code: "timeout",
	})
})

test("a proxy that is not there: not applied", async () => {
	const target = await startFaultServer({})
	await target.close()
	const answer = await open(`http://127.0.0.1:${target.port}`).create(customer)
	expect(answer).toMatchObject({ kind: "not-applied", code: "proxy" })
})

test("a tunnel that ends somewhere else stops the run before anything is sent", async () => {
	const target = await startTarget()
	const proxy = await startProxy(target.port)
	const client = open(proxy.url, { url: "https://other.test" })
	expect(await client.create(customer)).toMatchObject({ kind: "wrong-environment", code: "certificate" })
	expect(target.deliveries().size).toBe(0)
})

test("a tunnel that is cut while the request travels: ambiguous", async () => {
	const target = await startFaultServer({ tls, onRequest: ({ socket }) => void socket.destroy() })
	cleanups.push(target.close)
	const proxy = await startProxy(target.port)
	expect(await open(proxy.url).create(customer)).toMatchObject({ kind: "ambiguous", code: "reset" })
	expect(target.deliveries().get("1")).toBe(1)
})

test("the environment says which proxy, and for whom none", async () => {
	const target = await startTarget()
	const proxy = await startProxy(target.port)
	vi.stubEnv("https_proxy", undefined)
	vi.stubEnv("no_proxy", undefined)
	vi.stubEnv("HTTPS_PROXY", proxy.url)
	expect(await open("environment").create(customer)).toMatchObject({ kind: "created" })
	expect(proxy.asked).toHaveLength(1)
	vi.stubEnv("NO_PROXY", ".test")
	expect(await open("environment").create({ number: "2", method: [] })).toMatchObject({
		kind: "not-applied",
		code: "dns",
	})
	expect(proxy.asked).toHaveLength(1)
})

test("a server on this machine is reached without the proxy", async () => {
	const server = await startFaultServer({
		onRequest: ({ socket, number }) => void socket.write(http(201, created(number))),
	})
	cleanups.push(server.close)
	const proxy = await startProxy((socket) => socket.destroy())
	const client = open(proxy.url, { url: `http://127.0.0.1:${server.port}` })
	expect(await client.create(customer)).toMatchObject({ kind: "created" })
	expect(proxy.asked).toHaveLength(0)
})

test.each(["nonsense", "ftp://proxy.test", ""])("%j is no proxy", (proxy) => {
	expect(() => connect({ url, key: "key", proxy })).toThrow(UnusableUrl)
})
