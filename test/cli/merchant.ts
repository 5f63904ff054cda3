import { randomBytes } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** What to do with one creation; `create` unless told otherwise. */
export type Trick =
	| "create"
	/** The customer exists, and the connection closes without an answer. */
	| "create-and-drop"
	/** The customer exists, and the answer is a gateway's error page. */
	| "create-and-fail"
	/** The connection closes, and there is no customer. */
	| "drop"
	| Reply

/** The body of a creation. */
export interface Sent {
	readonly number: string
	readonly contact?: Record<string, unknown>
	readonly method?: readonly { readonly type: string; readonly card: string }[]
	readonly [field: string]: unknown
}

/** A customer as it is listed. */
export interface Kept {
	readonly id: string
	readonly number: string
	readonly status: string
	readonly method?: readonly object[]
	readonly contact?: unknown
}

interface Reply {
	readonly status: number
	/** The customer exists all the same, under this number. */
	readonly creates?: string
	readonly headers?: Record<string, string>
	/** Text is sent as HTML. */
	readonly body: object | string
}

/** What a server answers that is unwell, and says that it may be asked again at once: nobody has to wait for a test. */
export const unwell = {
	status: 503,
	headers: { "x-ms-retry-after-ms": "1" },
	body: { status: 503, type: "backend problem" },
} as const satisfies Reply

export interface Received {
	/** Milliseconds, monotonic. */
	readonly at: number
	readonly body: string
	readonly headers: IncomingMessage["headers"]
	readonly number: string
}

export interface Merchant {
	readonly url: string
	readonly key: string
	/** A public key of the same merchant. */
	readonly alsoPublic: string
	/** Takes another key for one of its own. */
	accept(key: string): void
	/** Every creation that arrived, in order. */
	readonly received: readonly Received[]
	/** Those of them that made a customer. */
	readonly created: readonly Received[]
	/** Pages of the listing that were asked for, answered or not. */
	readonly listed: number
	/** Ids by customer number, one for each time it was created. */
	readonly ledger: ReadonlyMap<string, readonly string[]>
	trick: (number: string, attempt: number) => Trick
	/** What to do with one card that is added to a customer. */
	cardTrick: (number: string, attempt: number) => Trick
	/** Every card that arrived to be added, in order. */
	readonly added: readonly { readonly id: string; readonly number: string; readonly card: string }[]
	/** The customers, as they are listed. */
	readonly customers: readonly Kept[]
	/** Somebody else makes a customer there. */
	put(kept: Kept): void
	/** Somebody removes a customer there. */
	remove(id: string): void
	/** What it keeps of a customer, and says of it; nothing but id, number and status unless told otherwise, and when it is created or read alone its cards as well. */
	keep: (sent: Sent) => object
	/** What it keeps of a card that is added. */
	keepCard: (token: string) => object
	/** What to answer instead of the page of the listing that begins there. */
	listTrick: (start: number) => Reply | undefined
	/** What to answer instead of a customer who is read alone. */
	readTrick: (customer: Kept) => Reply | undefined
	/** Milliseconds before an answer. */
	latency: number
	/** Nothing listens any more, and what was under way gets no answer. */
	leave(): Promise<void>
	/** Listens again, at the same address. */
	comeBack(): Promise<void>
	/** Remembers whom it has and what it got; returns how it becomes so again. */
	remember(): () => void
	close(): Promise<void>
}

/** An API key in the documented form. */
export function apiKey(audience: "private" | "public", merchant: string, called = "Test AB"): string {
	const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url")
	return `${part({ alg: "RS256" })}.${part({ sub: merchant, name: called, aud: audience, iss: "test" })}.signature`
}

/**
 * A merchant's end of the API, written from its documentation alone and independent of the product: it checks what it
 * gets, keeps a ledger, and can be told to misbehave.
 */
export async function startMerchant(called = "Test AB"): Promise<Merchant> {
	const name = `merchant-${randomBytes(6).toString("hex")}`
	const key = apiKey("private", name, called)
	const alsoPublic = apiKey("public", name, called)
	const keys = new Set([`Bearer ${key}`, `Bearer ${alsoPublic}`])
	const received: Received[] = []
	const created: Received[] = []
	const ledger = new Map<string, string[]>()
	const customers: Kept[] = []
	const added: { readonly id: string; readonly number: string; readonly card: string }[] = []
	const lists: readonly unknown[][] = [received, created, customers, added]
	let listed = 0
	const usedCards = new Set<string>()
	/** With how many cards each was created, by its id: what is said of one where nothing else is kept of its cards. */
	const cardsOf = new Map<string, number>()

	const server = createServer((request, response) => {
		const chunks: Buffer[] = []
		request.on("data", (chunk: Buffer) => chunks.push(chunk))
		request.on("error", () => {})
		request.on("end", () => {
			const reply = handle(request, Buffer.concat(chunks).toString())
			const end = () => (reply ? send(response, reply) : response.destroy())
			if (merchant.latency > 0) setTimeout(end, merchant.latency)
			else end()
		})
	})

	/** The answer; nothing where the connection closes without one. */
	function handle(request: IncomingMessage, text: string): Reply | undefined {
		const { authorization, authentication } = request.headers
		const url = new URL(request.url ?? "", "http://merchant")
		if (authorization !== authentication || !keys.has(authorization ?? "")) return refusal(401, "not authorized")
		if (request.method === "GET" && url.pathname === "/v1/customer")
			return list(url, authorization === `Bearer ${alsoPublic}`)
		const [, customerId, ofMethod] = url.pathname.match(/^\/v1\/customer\/([^/]+)(\/method)?$/) ?? []
		if (customerId !== undefined) {
			if (authorization === `Bearer ${alsoPublic}`) return refusal(403, "forbidden")
			const place = customers.findIndex(({ id }) => id === customerId)
			const customer = customers[place]
			if (!customer) return refusal(404, "not found")
			if (ofMethod === undefined) {
				const trick = merchant.readTrick(customer)
				if (trick) return trick
				const count = cardsOf.get(customerId)
				return { status: 200, body: { ...(count === undefined ? {} : { method: cardsLike(count) }), ...customer } }
			}
			return addCard(place, customer, JSON.parse(text))
		}
		if (request.method !== "POST" || url.pathname !== "/v1/customer") return refusal(404, "not found")

		const body = JSON.parse(text) as Sent
		const { number, method = [] } = body
		const attempt = received.filter((earlier) => earlier.number === number).length + 1
		const creation = { at: performance.now(), body: text, headers: request.headers, number }
		received.push(creation)
		const trick = merchant.trick(number, attempt)
		if (trick === "drop") return undefined
		if (typeof trick === "object" && trick.creates === undefined) return trick
		if (method.some(({ card }) => usedCards.has(card))) return refusal(400, "invalid content")
		for (const { card } of method) usedCards.add(card)
		const id = randomBytes(12).toString("base64url")
		ledger.set(number, [...(ledger.get(number) ?? []), id])
		created.push(creation)
		cardsOf.set(id, method.length)
		const kept = { ...merchant.keep(body), status: "active" }
		customers.push({ ...kept, id, number: (typeof trick === "object" && trick.creates) || number })
		if (typeof trick === "object") return { ...trick, body: withId(trick.body, id) }
		if (trick === "create-and-drop") return undefined
		if (trick === "create-and-fail") return { status: 502, body: "<html>Bad Gateway</html>" }
		return { status: 201, body: { method: cardsLike(method.length), ...kept, id, number, total: 0, balance: [] } }
	}

	/** Cards of which nothing is said but that they are there. */
	function cardsLike(count: number): readonly object[] {
		return Array.from({ length: count }, () => ({ type: "card" }))
	}

	/** Spends the token where the card is stored, and refuses one that is spent. */
	function addCard(place: number, customer: Kept, { type, card }: { type: string; card: string }): Reply | undefined {
		added.push({ id: customer.id, number: customer.number, card })
		if (type !== "token" || usedCards.has(card)) return refusal(400, "invalid content")
		const trick = merchant.cardTrick(customer.number, added.filter((one) => one.card === card).length)
		if (trick === "drop") return undefined
		if (typeof trick === "object") return trick
		usedCards.add(card)
		const stored = merchant.keepCard(card)
		customers[place] = { ...customer, method: [...(customer.method ?? []), stored] }
		if (trick === "create-and-drop") return undefined
		if (trick === "create-and-fail") return { status: 502, body: "<html>Bad Gateway</html>" }
		return { status: 201, body: stored }
	}

	/** The id goes into an answer that has room for one. */
	function withId(body: object | string, id: string): object | string {
		return typeof body === "object" && "id" in body ? { ...body, id } : body
	}

	function list(url: URL, isPublic: boolean): Reply {
		listed += 1
		if (isPublic) return refusal(403, "forbidden")
		const start = Number(url.searchParams.get("continuation") ?? 0)
		const trick = merchant.listTrick(start)
		if (trick) return trick
		const end = start + 90
		const body = customers.slice(start, end)
		return end < customers.length
			? { status: 200, body, headers: { "x-ms-continuation": String(end) } }
			: { status: 200, body }
	}

	const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
	await listen(0)
	const { port } = server.address() as AddressInfo
	const leave = async () => {
		const closed = new Promise((resolve) => server.close(resolve))
		server.closeAllConnections()
		await closed
	}
	const merchant: Merchant = {
		url: `http://127.0.0.1:${port}`,
		key,
		alsoPublic,
		accept: (other) => keys.add(`Bearer ${other}`),
		received,
		created,
		get listed() {
			return listed
		},
		ledger,
		trick: () => "create",
		cardTrick: () => "create",
		added,
		customers,
		put: (kept) => void customers.push(kept),
		remove(id) {
			customers.splice(
				customers.findIndex((one) => one.id === id),
				1,
			)
		},
		keep: () => ({}),
		keepCard: () => ({
			type: "card",
			scheme: "visa",
			iin: "411111",
			last4: "4242",
			expires: [12, 39],
			token: "stored",
		}),
		listTrick: () => undefined,
		readTrick: () => undefined,
		latency: 0,
		leave,
		comeBack: () => listen(port),
		remember() {
			const spent = [...usedCards]
			const ids = Array.from(ledger, ([number, those]) => [number, [...those]] as const)
			const before = lists.map((list) => [...list])
			return () => {
				for (const [index, list] of lists.entries()) list.splice(0, list.length, ...(before[index] ?? []))
				ledger.clear()
				for (const [number, those] of ids) ledger.set(number, [...those])
				usedCards.clear()
				for (const card of spent) usedCards.add(card)
			}
		},
		async close() {
			if (server.listening) await leave()
		},
	}
	return merchant
}

function refusal(status: number, type: string): Reply {
	return { status, body: { status, type } }
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
	const html = typeof body === "string"
	response
		.writeHead(status, { "content-type": html ? "text/html" : "application/json", ...headers })
		.end(html ? body : JSON.stringify(body))
}
