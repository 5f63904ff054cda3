import { holdsCards } from "../contract/cards.ts"
import type { ExpectedCards } from "../contract/expected.ts"
import { isRefused, listedNumber, type StoredCard } from "../contract/outcome.ts"
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
	/** Which cards it should have, where that is known. */
	readonly cards: ExpectedCards | undefined
}

/**
 * A run ends by looking: whether Intergiro lists everybody who exists by the journal, once and under the id that it gave, and with no
 * fewer cards than were sent, those that were added among them. What is missing has the settle time to show. Outcomes stay as they are; a listing that cannot be had leaves everybody unlooked for.
 */
export async function lookBack(session: Session): Promise<void> {
	const { world, settings, recorder } = session
	const { state, clock } = world
	if (!settings.verify || !session.canList || state.look) return
	const expected = new Map<string, Expected>()
	for (const { number, outcome, cards } of state.mapped())
		expected.set(listedNumber(number, outcome), { number, id: outcome.id, cards })
	const refused = new Map(refusedIn(state))
	if (expected.size + refused.size === 0) return
	session.enter("looking")
	for (let isLast = false; ; isLast = true) {
		const listing = await listAll(
			{ ...world, pacer: session.pacer, signal: session.signal, onPage: session.onPage },
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
			const lacking = new Set(amiss.flatMap(({ number, cards }) => (cards === undefined ? [] : [number])))
			for (const [number, cards] of storedIn(listing.customers, expected))
				if (lacking.has(number) || state.cards.addedTo(number)) await recorder.append({ type: "cards", number, cards })
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
	for (const [listed, { number, id, cards }] of expected) {
		const there = customers.get(listed) ?? []
		const found = there.map((customer) => customer.id)
		const [stored] = there.map((customer) => customer.cards)
		if (found.length !== 1 || found[0] !== id) yield { number, found }
		else if (stored && cards && lacks(stored, cards)) yield { number, found, cards: stored.length }
	}
}

/** Of a customer whom the run created the number counts, as its cards were compared when they came back; an added card has to be there. */
function lacks(stored: readonly StoredCard[], { count, isExact, known }: ExpectedCards): boolean {
	return stored.length < count || (!isExact && !holdsCards(stored, known))
}

/** The cards that are listed of each customer, where the listing says any. */
function* storedIn(
	customers: ReadonlyMap<string, readonly Listed[]>,
	expected: ReadonlyMap<string, Expected>,
): Generator<[number: string, cards: readonly StoredCard[]]> {
	for (const [listed, { number, id }] of expected) {
		const cards = customers.get(listed)?.find((customer) => customer.id === id)?.cards
		if (cards) yield [number, cards]
	}
}

/** Those that Intergiro refused in this run, and so does not have. */
function* refusedIn({ numbers }: RunState): Generator<[number: string, row: number]> {
	for (const [number, state] of numbers)
		if (state.kind === "settled" && isRefused(state.outcome)) yield [number, state.row]
}
