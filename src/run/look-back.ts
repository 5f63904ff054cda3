import { isRefused } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"
import type { Amiss } from "../contract/record.ts"
import type { RunState } from "../contract/state.ts"
import { listAll } from "./listing.ts"
import { reconcile } from "./reconcile.ts"
import type { Session } from "./session.ts"

interface Expected {
	/** As the file has it. */
	readonly number: string
	readonly id: string
	/** How many cards it should have, where that is known. */
	readonly cards: number | undefined
}

/**
 * A run ends by looking: whether Intergiro lists everybody who exists by the journal, once and under the id that it gave, and with no
 * fewer cards than were sent. What is missing has the settle time to show. Outcomes stay as they are; a listing that cannot be had leaves everybody unlooked for.
 */
export async function lookBack(session: Session): Promise<void> {
	const { world, settings, recorder } = session
	const { state, clock } = world
	if (!settings.verify || !session.canList || state.look) return
	const expected = new Map<string, Expected>()
	for (const { number, outcome, cards } of state.mapped())
		expected.set(outcome.kind === "renumbered" ? outcome.given : number, { number, id: outcome.id, cards })
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
		const amiss = [...amissIn(listing.customers, expected)]
		const mayShow = amiss.some(({ found, cards }) => found.length === 0 || cards !== undefined)
		if (!mayShow || isLast) {
			for (const each of amiss) await recorder.append({ type: "amiss", ...each })
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

/** Those who are not listed as they should be. A listing that does not say what cards there are says nothing against them. */
function* amissIn(
	customers: ReadonlyMap<string, readonly Listed[]>,
	expected: ReadonlyMap<string, Expected>,
): Generator<Amiss & { readonly number: string }> {
	for (const [listed, { number, id, cards = 0 }] of expected) {
		const there = customers.get(listed) ?? []
		const found = there.map((customer) => customer.id)
		const stored = there[0]?.cards?.length ?? cards
		if (found.length !== 1 || found[0] !== id) yield { number, found }
		else if (stored < cards) yield { number, found, cards: stored }
	}
}

/** Those that Intergiro refused in this run, and so does not have. */
function* refusedIn({ numbers }: RunState): Generator<[number: string, row: number]> {
	for (const [number, state] of numbers)
		if (state.kind === "settled" && isRefused(state.outcome)) yield [number, state.row]
}
