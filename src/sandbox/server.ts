import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib"
import { addCard } from "./add-card.ts"
import { create } from "./create.ts"
import { type Created, openCustomers } from "./customers.ts"
import type { Fault, Quirks, Seen } from "./fault.ts"
import { limiter } from "./limiter.ts"
import { inSnakeCase } from "./quirks.ts"
import { methodNotAllowed, notFound, privateOnly, type Refusal, tooManyRequests, unauthorized } from "./refusal.ts"
import { mintKey } from "./tokens.ts"

export interface SandboxOptions {
	/** 0, the default, takes any free port. */
	readonly port?: number
	/** Milliseconds from arrival to answer. A customer exists as soon as its request has arrived. */
	readonly latency?: number
	/** Requests per second before it answers 429; unlimited by default. */
	readonly rateLimit?: number
	/** A file that keeps merchant and customers, so that the next sandbox goes on where this one ended, however it ended. */
	readonly state?: string
	/** Keys to accept instead of the minted ones. */
	readonly keys?: { readonly private: string; readonly public: string }
	/** Customers on a page of the listing, 500 by default. */
	readonly pageSize?: number
	/** How it differs from the documentation, with every request. */
	readonly quirks?: Quirks
	/** Asked for every request; what it returns goes wrong. */
	readonly fault?: (request: Seen) => Fault | undefined
}

export interface Sandbox {
	/** `http://127.0.0.1:port` */
	readonly url: string
	readonly privateKey: string
	readonly publicKey: string
	readonly merchant: string
	/** Every customer that was created, in order: what tests judge by. Grows while the sandbox runs. */
	readonly customers: readonly Created[]
	/** Nothing listens any more, and every connection is closed; what was created stays. */
	leave(): Promise<void>
	/** Listens again, at the same address. */
	comeBack(): Promise<void>
	/** Ends at once; requests without an answer never get one. */
	close(): Promise<void>
}

interface Reply {
	readonly status: number
	readonly headers?: Record<string, string>
	readonly body: string
}

const largestBody = 1_000_000
const packers = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync }

/** Starts a stand-in for Intergiro's API on the loopback interface. Rejects when the port is taken or the state file unreadable. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const customers = openCustomers(options.state)
	const keys = options.keys ?? {
		private: mintKey("private", customers.merchant, customers.secret),
		public: mintKey("public", customers.merchant, customers.secret),
	}
	const wait = options.rateLimit ? limiter(options.rateLimit) : () => 0
	const pageSize = options.pageSize ?? 500
	const server = createServer((request, response) => {
		serve(request, response).catch(() => response.destroy())
	})
	server.keepAliveTimeout = 30_000
	await listen(options.port ?? 0)
	const { port } = server.address() as AddressInfo
	const url = `http://127.0.0.1:${port}`

	function listen(port: number): Promise<void> {
		return new Promise((resolve, reject) => {
			server.once("error", reject).listen(port, "127.0.0.1", () => {
				server.off("error", reject)
				resolve()
			})
		})
	}

	async function leave(): Promise<void> {
		const closed = new Promise((resolve) => server.close(resolve))
		server.closeAllConnections()
		await closed
	}

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const arrived = performance.timeOrigin + performance.now()
		const body = await read(request)
		const [path = "", query] = (request.url ?? "").split("?")
		const seen: Seen = { method: request.method ?? "", path, body, at: arrived }
		const fault = { ...options.quirks, ...options.fault?.(seen) }
		if (fault.continues) response.writeContinue()
		if (fault.apply !== false) {
			const reply = answer(request, path, new URLSearchParams(query), body, arrived, fault)
			await pause(fault)
			send(response, reply, fault)
		} else {
			await pause(fault)
			send(response, { status: 500, body: "" }, fault)
		}
	}

	async function pause(fault: Fault): Promise<void> {
		const milliseconds = (options.latency ?? 0) + (fault.delay ?? 0)
		if (milliseconds > 0) await sleep(milliseconds, undefined, { ref: false })
	}

	function answer(
		request: IncomingMessage,
		path: string,
		query: URLSearchParams,
		body: string,
		at: number,
		fault: Fault,
	): Reply {
		const milliseconds = wait(performance.now())
		if (milliseconds > 0) {
			const headers = {
				"retry-after": String(Math.ceil(milliseconds / 1_000)),
				"x-ms-retry-after-ms": String(milliseconds),
			}
			return { ...refuse(tooManyRequests), headers }
		}
		const key = keyOf(request)
		if (key !== keys.private && key !== keys.public) return refuse(unauthorized)
		const id = path.match(/^\/v1\/customer(?:\/([^/]+)(\/method)?)?$/)
		if (!id) return refuse(notFound)
		if (id[1] !== undefined && id[2] !== undefined) {
			if (request.method !== "POST") return refuse(methodNotAllowed)
			if (key !== keys.private) return refuse(privateOnly)
			const customer = customers.find(decodeURIComponent(id[1]))
			if (!customer) return refuse(notFound)
			const added = addCard(customers, customer, body, at, fault)
			return "status" in added ? refuse(added) : json(201, added.stored)
		}
		if (request.method === "POST" && id[1] === undefined) {
			const created = create(customers, body, at, fault)
			return "status" in created ? refuse(created) : json(201, shown(created, fault))
		}
		if (request.method !== "GET") return refuse(methodNotAllowed)
		if (key !== keys.private) return refuse(privateOnly)
		if (id[1] === undefined) return list(query.get("continuation"), fault)
		const customer = customers.find(id[1])
		return customer ? json(200, shown(customer, fault)) : refuse(notFound)
	}

	function list(continuation: string | null, fault: Fault): Reply {
		const start = continuation === null ? 0 : Number(Buffer.from(continuation, "base64").toString())
		if (!Number.isSafeInteger(start)) return refuse(notFound)
		const end = start + pageSize
		const page = json(
			200,
			customers.all.slice(start, end).map((customer) => shown(customer, fault)),
		)
		if (end >= customers.all.length) return page
		return { ...page, headers: { "x-ms-continuation": Buffer.from(String(end)).toString("base64") } }
	}

	return {
		url,
		privateKey: keys.private,
		publicKey: keys.public,
		merchant: customers.merchant,
		customers: customers.all,
		leave,
		comeBack: () => listen(port),
		async close() {
			if (server.listening) await leave()
			customers.close()
		},
	}
}

function shown({ body }: Created, { answersInSnakeCase }: Fault): unknown {
	return answersInSnakeCase ? inSnakeCase(body) : body
}

function send(response: ServerResponse, reply: Reply, fault: Fault): void {
	const answer = fault.answer ?? "normal"
	if (answer === "stall") return
	if (answer === "drop") {
		response.destroy()
		return
	}
	if (answer === "truncate") {
		response.writeHead(reply.status, { "content-type": "application/json", "content-length": reply.body.length + 10 })
		response.write(reply.body.slice(0, reply.body.length / 2), () => response.destroy())
		return
	}
	const { status, headers, body } =
		answer === "normal"
			? reply
			: answer === "garbage"
				? { status: reply.status, headers: { "content-type": "text/html" }, body: "<html><body>Hello</body></html>" }
				: { headers: {}, body: "", ...answer }
	const { encoding, closes } = fault
	const { socket } = response
	const bytes = encoding ? packers[encoding](body) : Buffer.from(body)
	const coding = encoding ? { "content-encoding": encoding } : {}
	response
		.writeHead(status, { "content-type": "application/json", ...headers, ...coding, "content-length": bytes.length })
		.end(bytes, () => {
			if (closes !== undefined) setTimeout(() => socket?.end(), closes)
		})
}

function keyOf(request: IncomingMessage): string | undefined {
	const header = request.headers.authorization ?? request.headers.authentication
	return typeof header === "string" ? header.match(/^Bearer (.*)$/)?.[1] : undefined
}

async function read(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = []
	let size = 0
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length
		if (size > largestBody) throw new Error("The body is too large.")
		chunks.push(chunk)
	}
	return Buffer.concat(chunks).toString()
}

function json(status: number, body: unknown): Reply {
	return { status, body: JSON.stringify(body) }
}

function refuse(refusal: Refusal): Reply {
	return json(refusal.status, refusal)
}
