import { isRefused } from "../contract/outcome.ts"
import type { RunState } from "../contract/state.ts"
import { listAll } from "./listing.ts"
import { reconcile } from "./reconcile.ts"
import type { Session } from "./session.ts"

/**
 * A run ends by looking: whether Intergiro lists everybody who exists by the journal, once and under the id that it gave. What is
 * missing has the settle time to show. Outcomes stay as they are; a listing that cannot be had leaves everybody unlooked for.
 */
export async function lookBack(session: Session): Promise<void> {
	const { world, settings, recorder } = session
	const { state, clock } = world
	if (!settings.verify || !session.canList || state.look) return
	const expected = new Map<string, { readonly number: string; readonly id: string }>()
	for (const { number, outcome } of state.mapped())
		expected.set(outcome.kind === "renumbered" ? outcome.given : number, { number, id: outcome.id })
	const refused = new Map(refusedIn(state))
	if (expected.size + refused.size === 0) return
	session.enter("looking")
	for (let isLast = false; ; isLast = true) {
		const listing = await listAll(
			{ ...world, pacer: session.pacer, signal: session.signal },
			(number) => expected.has(number) || refused.has(number),
		)
		if (listing.kind !== "listed") {
			if (listing.kind !== "stopped") session.observe({ type: "cannot-look", message: listing.message })
			return
		}
		const isMissing = [...expected.keys()].some((number) => !listing.customers.has(number))
		if (!isMissing || isLast) {
			for (const [number, { id, number: ours }] of expected) {
				const found = (listing.customers.get(number) ?? []).map((customer) => customer.id)
				if (found.length !== 1 || found[0] !== id) await recorder.append({ type: "amiss", number: ours, found })
			}
			for (const [number, row] of refused) {
				// It exists after all: by a request that was no refusal, or from before.
				const found = reconcile({ listed: false }, listing.customers.get(number))
				if (found) await recorder.outcome(number, row, found)
			}
			await recorder.append({ type: "looked", customers: listing.count })
			return
		}
		session.settlingUntil = clock.now() + settings.settle
		await clock.sleep(settings.settle, session.signal)
		if (session.stop) return
	}
}

/** Those that Intergiro refused in this run, and so does not have. */
function* refusedIn({ numbers }: RunState): Generator<[number: string, row: number]> {
	for (const [number, state] of numbers)
		if (state.kind === "settled" && isRefused(state.outcome)) yield [number, state.row]
}
