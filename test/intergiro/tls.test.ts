import { readFileSync } from "node:fs"
import { afterEach, expect, test } from "vitest"
import { connect } from "../../src/intergiro/client.ts"
import { type Behaviour, created, http, startFaultServer } from "./fault-server.ts"

const cleanups: (() => unknown)[] = []
afterEach(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const fixture = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), "utf8")
const trusted = { key: fixture("trusted.key"), cert: fixture("trusted.pem") }
const expired = { key: fixture("expired.key"), cert: fixture("expired.pem") }
const customer = { number: "1", method: [] }

async function attempt(behaviour: Behaviour, { host = "localhost", ca = [] as readonly string[] } = {}) {
	const server = await startFaultServer({
		onRequest: ({ socket, number }) => void socket.write(http(201, created(number))),
		...behaviour,
	})
	cleanups.push(server.close)
	const client = connect({ url: `https://${host}:${server.port}`, key: "key", ...(ca.length > 0 ? { ca } : undefined) })
	cleanups.push(client.close)
	return { answer: await client.create(customer), delivered: server.deliveries().get("1") ?? 0 }
}

test("a certificate of a trusted authority", async () => {
	expect(await attempt({ tls: trusted }, { ca: [trusted.cert] })).toEqual({
		answer: { kind: "created", id: "id-1", status: "active" },
		delivered: 1,
	})
})

test.each([
	["of nobody known", trusted, {}],
	["of nobody known, whatever Node is told", trusted, { insecure: true }],
	["that has expired", expired, { ca: [expired.cert] }],
	["for another name", expired, { ca: [expired.cert], host: "127.0.0.1" }],
])(
	"a certificate %s stops the run before anything is sent",
	async (_, tls, {
		insecure = false,
		...options
	}: {
		insecure?: boolean
		ca?: string[]
		host?: string
	}) => {
		if (insecure) {
			process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"
			cleanups.push(() => delete process.env.NODE_TLS_REJECT_UNAUTHORIZED)
		}
		expect(await attempt({ tls }, options)).toMatchObject({
			answer: { kind: "wrong-environment", code: "certificate" },
			delivered: 0,
		})
	},
)

test("a server that does not speak TLS stops the run before anything is sent", async () => {
	const answer = { kind: "wrong-environment", code: "certificate" }
	const onConnection: Behaviour["onConnection"] = (socket) => void socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")
	expect(await attempt({ onConnection })).toMatchObject({ answer, delivered: 0 })
})

test("a handshake that is cut off: not applied", async () => {
	const onConnection: Behaviour["onConnection"] = (socket) => void socket.once("data", () => socket.destroy())
	expect(await attempt({ onConnection })).toMatchObject({
		answer: { kind: "not-applied", code: "reset" },
		delivered: 0,
	})
})
