import type { Api, Choice, Clock, Comparison, Listed, Page, StopSignal } from "../contract/ports.ts"
import type { RunEvent } from "../contract/progress.ts"
import type { Pacer } from "./pacer.ts"
import { Patience } from "./patience.ts"
import { backoff } from "./retry.ts"
import { longestPause, tooLong } from "./throttle.ts"

export type Listing =
	/** `count` customers in all; `unnumbered` more have no number. */
	| {
			readonly kind: "listed"
			readonly customers: Map<string, Listed[]>
			readonly count: number
			readonly unnumbered: number
	  }
	/** This key may not list. */
	| { readonly kind: "forbidden"; readonly status: number; readonly message: string }
	/** `isGeneral`: it is not about what was asked for alone, and anything else fares no better now. */
	| { readonly kind: "failed"; readonly message: string; readonly isGeneral?: true }
	| { readonly kind: "stopped" }

const mayList = "This key says that it may list customers, so something else refuses it: a firewall, or the wrong URL."

/** Tries of one page; reading is safe to repeat. */
const tries = 6
/** A listing is endless when it has more pages than this, or so many with next to nothing on them. */
const most = { pages: 100_000, sparse: 1_000, customersPerPage: 10 }

export interface Reader {
	readonly api: Api
	readonly clock: Clock
	readonly pacer: Pacer
	readonly signal: StopSignal
	readonly patience?: Patience
	observe?(event: RunEvent): void
	/** After each page. @param customers so far */
	onPage?(customers: number): void
}

/**
 * Reads all customers of the merchant, page by page, within the rate: completely, or not at all.
 * @param wanted keeps only these customers, so that memory does not grow with the merchant
 * @param compared those that are to be compared with what was sent or the file has
 */
export async function listAll(reader: Reader, wanted: Choice = () => true, compared?: Comparison): Promise<Listing> {
	const customers = new Map<string, Listed[]>()
	const pages = new Pages()
	const next = asking(reader, compared)
	let continuation: string | undefined
	for (;;) {
		const page = await next(continuation)
		if (page.kind === "forbidden" && reader.api.listing === "yes" && page.status !== 401)
			return { kind: "failed", message: `${page.message} ${mayList}`, isGeneral: true }
		if (page.kind !== "page") return page
		for (const customer of page.customers) {
			if (!wanted(customer)) continue
			const same = customers.get(customer.number)
			if (!same) customers.set(customer.number, [customer])
			else if (!same.some((known) => known.id === customer.id)) same.push(customer)
		}
		const problem = pages.add(page)
		if (problem !== undefined) return { kind: "failed", message: problem }
		reader.onPage?.(pages.customers)
		if (page.continuation === undefined)
			return { kind: "listed", customers, count: pages.customers, unnumbered: pages.unnumbered }
		continuation = page.continuation
	}
}

type Failure = Exclude<Page, { kind: "page" }>
type GoodPage = Extract<Page, { kind: "page" }>
/** Why something could not be read. */
export type Unlisted = Exclude<Listing, { kind: "listed" }>

/** Asks for a page as often as it takes, and as it makes sense. */
function asking(
	reader: Reader,
	compared: Comparison | undefined,
): (continuation: string | undefined) => Promise<GoodPage | Unlisted> {
	const repeat = repeating(reader)
	return (continuation) =>
		repeat<GoodPage>(async () => {
			const page = await reader.api.list(continuation, compared)
			// A key that has listed the first page may list: what refuses the next one is something else.
			return page.kind === "forbidden" && continuation !== undefined ? { ...page, kind: "failed", code: "http" } : page
		})
}

/**
 * Reads something as often as it takes, and as it makes sense: reading is always safe to repeat.
 * @param most tries of what fails
 */
export function repeating(
	reader: Omit<Reader, "api">,
): <Good extends { readonly kind: string }>(
	read: () => Promise<Good | Failure>,
	most?: number,
) => Promise<Good | Unlisted> {
	const { clock, pacer, signal, observe = () => {} } = reader
	const { patience = new Patience(clock) } = reader
	return async (read, most = tries) => {
		for (let failures = 0; ; ) {
			await pacer.ready()
			const turn = await pacer.turn()
			if (turn === "blocked") continue
			if (turn === "stopped" || signal.aborted) return { kind: "stopped" }
			const page = await read()
			if (isFailure(page) && page.kind === "failed" && page.unreachable) {
				const isNew = !patience.isTried
				if (!patience.failed(page.message)) return { kind: "failed", message: patience.end, isGeneral: true }
				const { code, message } = page
				if (isNew) observe({ type: "unreachable", code, message, milliseconds: patience.wait })
				await clock.sleep(patience.wait, signal)
				continue
			}
			if (patience.reached()) observe({ type: "reachable" })
			if (!isFailure(page)) return page
			if (page.kind === "forbidden") return page
			if (page.kind === "unusable") return { kind: "failed", message: page.message, isGeneral: true }
			failures += 1
			// A 503 may be about this one alone.
			const isSlow = page.kind === "throttled" && page.status === 429
			const isGeneral = isSlow ? ({ isGeneral: true } as const) : {}
			if (failures >= (isSlow ? tries : most)) return { kind: "failed", message: page.message, ...isGeneral }
			if (page.kind !== "throttled" || page.wait === undefined) {
				await clock.sleep(backoff(failures, clock.random()), signal)
				continue
			}
			if (page.wait > longestPause) return { kind: "failed", message: tooLong(page.wait), ...isGeneral }
			pacer.throttleFor(page.wait)
			observe({ type: "throttled", status: page.status, milliseconds: page.wait, rate: pacer.rate })
		}
	}
}

function isFailure(read: { readonly kind: string } | Failure): read is Failure {
	return ["forbidden", "throttled", "failed", "unusable"].includes(read.kind)
}

/** What was read so far, and whether it can be a whole listing. */
class Pages {
	customers = 0
	unnumbered = 0
	#count = 0
	readonly #continuations = new Set<string>()
	readonly #contents = new Set<string>()

	/** What is wrong with the listing, as a sentence; nothing while it may be a whole one. */
	add({ customers, unnumbered, continuation }: Extract<Page, { kind: "page" }>): string | undefined {
		this.#count += 1
		this.customers += customers.length
		this.unnumbered += unnumbered
		const first = customers[0]
		if (first) {
			const content = `${first.id} ${customers.at(-1)?.id} ${customers.length}`
			if (this.#contents.has(content)) return endless
			this.#contents.add(content)
		}
		if (continuation === undefined)
			return this.customers === 0 && this.unnumbered > 0
				? "Intergiro lists customers, and not one of them with a customer number: nobody can tell who exists."
				: undefined
		const isSparse = this.#count > most.sparse && this.#count - most.sparse > this.customers / most.customersPerPage
		if (this.#continuations.has(continuation) || this.#count >= most.pages || isSparse) return endless
		this.#continuations.add(continuation)
		return undefined
	}
}

const endless =
	"Intergiro's listing has no end: it gave the same page twice, or page after page with hardly anybody on it."
