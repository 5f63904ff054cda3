import type { Answer } from "../../src/contract/answer.ts"
import type { Api, Page } from "../../src/contract/ports.ts"
import type { Creatable } from "../../src/customer/creatable.ts"
import { classify } from "../../src/intergiro/classify.ts"
import { pageOf } from "../../src/intergiro/page.ts"
import type { Exchange } from "../../src/intergiro/transport.ts"
import type { Random } from "./random.ts"
import type { ProcessClock, VirtualTime } from "./virtual-clock.ts"

/** What may become of a request; the weights are the weather of one simulation. */
export const fates = [
	"created",
	"refused-connection",
	"applied-then-dropped",
	"dropped",
	"applied-late",
	"applied-shown-late",
	"declined",
	"three-d-secure",
	"bad-gateway",
	"applied-bad-gateway",
	"applied-html",
	"applied-cut-off",
	"applied-renumbered",
	"applied-conflict",
	"throttled",
	"throttled-unsaid",
	"unavailable",
	"applied-unavailable",
	"gateway-page",
	"applied-gateway-page",
] as const
export type Fate = (typeof fates)[number]

/** One POST as the server saw it. */
export interface Received {
	readonly number: string
	readonly at: number
	readonly process: number
	/** Whether whoever sent it can know what became of it. */
	certain: boolean
	/** The number that the answer gave it, another one than was sent. */
	given?: string
}

/** One process, as the server has to do with it. */
class Caller {
	/** Requests without an answer. */
	underWay = 0
	/** When an answer reached it that says that the server, or the way to it, is unwell; until one says that all is well. */
	unwellSince: number | undefined
	/** When it last heard anything. */
	heardAt: number | undefined
}

export interface Customer {
	readonly id: string
	readonly number: string
	/** The number that was sent; another one where it was renumbered. */
	readonly sent: string
	/** Created by a request of ours, and not there from the start. */
	readonly ours: boolean
	/** When the listing begins to hold it. */
	readonly shownFrom: number
}

/** Fates that a listing by the number that was sent may never show: only a token that is spent keeps them from being applied again. */
const needsSpentTokens: readonly Fate[] = ["applied-shown-late", "applied-renumbered"]

/** From when to when nothing listens, in milliseconds. */
interface Outage {
	readonly from: number
	readonly until: number
}

/** With what something on the way answers, once it is known that Intergiro is there. */
const pages = [403, 302, 400]
const html = Buffer.from("<html><body>Bad Gateway</body></html>")

/** Intergiro as far as the engine can tell, and the truth beside it. */
export class ModelServer {
	readonly customers: Customer[] = []
	readonly received: Received[] = []
	/** What a process did that it should not do, in words. */
	readonly wrongs: string[] = []
	readonly #callers = new Map<number, Caller>()
	calm = false
	/** It drops the e-mail of every customer, and says so by leaving it out of its answer. */
	odd = false
	/** Whether a listing may lag behind what exists by more than the settle time, or hold it under another number for good. */
	shy = true
	readonly #time: VirtualTime
	readonly #random: Random
	readonly #weights: readonly (readonly [Fate, number])[]
	readonly #settle: number
	readonly #latency: number
	/** The card token of a customer that exists is refused; without, a request that is repeated creates another. */
	readonly #singleUse: boolean
	readonly #outages: readonly Outage[]

	constructor(time: VirtualTime, random: Random, settle: number) {
		this.#time = time
		this.#random = random
		this.#settle = settle
		this.#latency = random.pick([1, 20, 200, 2_000])
		this.#singleUse = random.chance(0.3)
		const bad = random.pick([0, 0.02, 0.1, 0.3])
		this.#weights = fates.map((fate) => [
			fate,
			fate === "created"
				? 1
				: random.chance(0.6) && (!needsSpentTokens.includes(fate) || this.#singleUse)
					? bad * random.next()
					: 0,
		])
		this.#outages = Array.from({ length: random.chance(0.3) ? 1 + random.below(3) : 0 }, () => {
			const from = random.next() * 4 * settle
			return { from, until: from + random.next() * random.pick([500, 60_000, 1_800_000]) }
		})
	}

	add(number: string, ours = false, shownFrom = 0, sent = number): Customer {
		const customer = { id: `id-${this.customers.length}-${sent}`, number, sent, ours, shownFrom }
		this.customers.push(customer)
		return customer
	}

	/**
	 * The server as one process reaches it.
	 * @param hasCreated whether the run knows that it has created somebody, in this session or before
	 */
	api(process: number, clock: ProcessClock, listing: Api["listing"], mayList: boolean, hasCreated: () => boolean): Api {
		// The dead neither send nor hear.
		const whileAlive = async <T>(ask: () => Promise<T>): Promise<T> => {
			const value = clock.alive ? await ask() : undefined
			return clock.alive && value !== undefined ? value : new Promise(() => {})
		}
		let proven = false
		return {
			listing,
			create: (creatable) =>
				whileAlive(async () => {
					const answer = await this.#create(process, clock, creatable, proven, hasCreated)
					proven ||= answer.kind === "created" || answer.kind === "renumbered"
					return answer
				}),
			addCard: async () => ({ kind: "ambiguous", code: "reset", message: "" }),
			read: async () => ({ kind: "missing" }),
			list: (continuation) => whileAlive(() => this.#list(process, mayList, continuation)),
		}
	}

	/** When a process last heard anything; nothing before it did. */
	heardAt(process: number): number | undefined {
		return this.#callers.get(process)?.heardAt
	}

	#caller(process: number): Caller {
		const caller = this.#callers.get(process) ?? new Caller()
		this.#callers.set(process, caller)
		return caller
	}

	async #create(
		process: number,
		clock: ProcessClock,
		creatable: Creatable,
		proven: boolean,
		hasCreated: () => boolean,
	): Promise<Answer> {
		const drawn = this.#fate()
		const received = { number: creatable.number, at: this.#time.now, process, certain: false }
		// Before anything went well the page is taken at its word, so that it had better be true.
		const isKnown = proven || hasCreated()
		const fate = drawn === "applied-gateway-page" && !isKnown ? "gateway-page" : drawn
		const caller = this.#caller(process)
		if (caller.unwellSince !== undefined && caller.underWay > 0)
			this.wrongs.push(`${creatable.number} was sent beside another one, although all was not well`)
		caller.underWay += 1
		const result =
			fate === "refused-connection" || this.#isDown
				? failure(false, "ECONNREFUSED")
				: await this.#serve(fate, isKnown, received, clock)
		caller.underWay -= 1
		const answer = classify(result, creatable, clock.wall(), proven)
		this.#tell(caller, answer, received.at)
		return answer
	}

	/** What a process knows by an answer to a request that left then. */
	#tell(caller: Caller, answer: Answer, leftAt: number): void {
		const { now } = this.#time
		if (answer.kind !== "not-applied") caller.heardAt = now
		if (answer.kind === "ambiguous" && answer.ailing) caller.unwellSince ??= now
		const isWell = ["created", "renumbered", "rejected", "verification-required"].includes(answer.kind)
		if (isWell && leftAt >= (caller.unwellSince ?? 0)) caller.unwellSince = undefined
	}

	get #isDown(): boolean {
		const { now } = this.#time
		return !this.calm && this.#outages.some(({ from, until }) => from <= now && now < until)
	}

	async #serve(
		fate: Exclude<Fate, "refused-connection">,
		isKnown: boolean,
		received: Received,
		clock: ProcessClock,
	): Promise<Exchange> {
		this.received.push(received)
		const { number } = received
		// What the settle time means: by its end everything that was received has been applied, or never will be.
		const latest = this.#settle * 0.9
		const delay = Math.min(this.#random.next() * this.#latency, latest)
		await this.#time.wait(delay)
		const spent = this.#singleUse && this.customers.some((customer) => customer.ours && customer.sent === number)
		if (spent) fate = "declined"
		if (fate === "applied-late") this.#time.after(this.#random.next() * (latest - delay), () => this.add(number, true))
		const hidden = fate === "applied-shown-late" && this.shy ? (1 + 3 * this.#random.next()) * this.#settle : 0
		const applied = fate === "created" || (fate.startsWith("applied-") && fate !== "applied-late")
		const given = fate === "applied-renumbered" && this.shy ? `not-${number}` : number
		const id = applied ? this.add(given, true, this.#time.now + hidden, number).id : undefined
		await this.#time.wait(this.#random.next() * this.#latency)
		const answer = (status: number, body: unknown, headers = {}): Exchange => {
			// Only an answer that reaches a living process makes it certain.
			received.certain = clock.alive
			return response(status, Buffer.from(JSON.stringify(body)), headers)
		}
		const said = this.odd ? { contact: { name: "Joe" } } : {}
		switch (fate) {
			case "created":
				return answer(201, { id, number, status: "created", ...said })
			case "declined":
				return answer(400, { status: 400, type: "malformed content", error: "card declined" })
			case "three-d-secure":
				return answer(400, { status: 400, type: "x", error: "verification required", content: {} })
			case "throttled":
				return answer(429, {}, { "retry-after": String(this.#random.below(4)) })
			case "throttled-unsaid":
				return answer(429, {})
			case "unavailable":
			case "applied-unavailable":
				return response(503, html, { "x-ms-retry-after-ms": String(this.#random.below(3_000)) })
			case "gateway-page":
			case "applied-gateway-page":
				received.certain = !isKnown && clock.alive
				return response(isKnown ? (pages[this.received.length % pages.length] ?? 403) : 403, html)
			case "dropped":
			case "applied-then-dropped":
			case "applied-late":
			case "applied-shown-late":
				return failure(true, "ECONNRESET")
			case "bad-gateway":
			case "applied-bad-gateway":
				return response(502, html)
			case "applied-html":
				return response(200, html)
			case "applied-cut-off":
				return failure(true, "UND_ERR_SOCKET")
			case "applied-renumbered":
				if (clock.alive && given !== number) received.given = given
				return answer(201, { id, number: given, ...said })
			case "applied-conflict":
				return response(409, Buffer.from(JSON.stringify({ status: 409, type: "conflict" })))
		}
	}

	async #list(process: number, mayList: boolean, continuation: string | undefined): Promise<Page> {
		await this.#time.wait(this.#random.next() * this.#latency)
		if (this.#isDown) return pageOf(failure(false, "ECONNREFUSED"), 0)
		this.#caller(process).heardAt = this.#time.now
		if (!mayList) return pageOf(response(403, Buffer.from("{}")), 0)
		if (!this.calm && this.#random.chance(0.05)) return pageOf(failure(true, "ECONNRESET"), 0)
		const start = Number(continuation ?? 0)
		const end = start + 7
		const shown = this.customers.filter(({ shownFrom }) => shownFrom <= this.#time.now)
		const page = shown.slice(start, end).map(({ id, number }) => ({ id, number, status: "active" }))
		const headers = end < shown.length ? { "x-ms-continuation": String(end) } : {}
		return pageOf(response(200, Buffer.from(JSON.stringify(page)), headers), 0)
	}

	#fate(): Fate {
		if (this.calm) return "created"
		// Where records go missing, what is still on its way is what hurts.
		if (!this.shy && this.#random.chance(0.1)) return "applied-late"
		const total = this.#weights.reduce((sum, [, weight]) => sum + weight, 0)
		let drawn = this.#random.next() * total
		for (const [fate, weight] of this.#weights) {
			drawn -= weight
			if (drawn < 0) return fate
		}
		return "created"
	}
}

function response(status: number, body: Buffer, headers: Record<string, string> = {}): Exchange {
	return { kind: "response", status, headers, body }
}

function failure(sent: boolean, code: string): Exchange {
	return { kind: "failure", sent, error: Object.assign(new Error(code), { code }) }
}
