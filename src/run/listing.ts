import type { Api, Clock, Listed, StopSignal } from "../contract/ports.ts"
import type { Pacer } from "./pacer.ts"
import { backoff } from "./retry.ts"

export type Listing =
	| { readonly kind: "listed"; readonly customers: Map<string, Listed[]>; readonly count: number }
	| { readonly kind: "forbidden"; readonly message: string }
	| { readonly kind: "failed"; readonly message: string }
	| { readonly kind: "stopped" }

/** Tries of one page; reading is safe to repeat. */
const tries = 6

/**
 * Reads all customers of the merchant, page by page, within the rate.
 * @param wanted keeps only these numbers, so that memory does not grow with the merchant
 */
export async function listAll(
	{ api, clock, pacer, signal }: { api: Api; clock: Clock; pacer: Pacer; signal: StopSignal },
	wanted: (number: string) => boolean = () => true,
): Promise<Listing> {
	const customers = new Map<string, Listed[]>()
	const seen = new Set<string>()
	let count = 0
	let failures = 0
	let continuation: string | undefined
	for (;;) {
		await pacer.ready()
		const turn = await pacer.turn()
		if (turn === "blocked") continue
		if (turn === "stopped" || signal.aborted) return { kind: "stopped" }
		const page = await api.list(continuation)
		// A key that has listed the first page may list: what refuses the next one is something else.
		if (page.kind === "forbidden" && continuation === undefined) return page
		if (page.kind !== "page") {
			failures += 1
			if (failures >= tries) return { kind: "failed", message: page.message }
			const wait = page.kind === "throttled" && page.wait !== undefined ? page.wait : backoff(failures, clock.random())
			await clock.sleep(wait, signal)
			continue
		}
		failures = 0
		count += page.customers.length
		for (const customer of page.customers) {
			if (!wanted(customer.number)) continue
			const same = customers.get(customer.number)
			if (!same) customers.set(customer.number, [customer])
			else if (!same.some((known) => known.id === customer.id)) same.push(customer)
		}
		if (page.continuation === undefined) return { kind: "listed", customers, count }
		if (seen.has(page.continuation))
			return { kind: "failed", message: "Intergiro gave the same page of the listing twice: it has no end." }
		seen.add(page.continuation)
		continuation = page.continuation
	}
}
