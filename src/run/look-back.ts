import type { Exists } from "../contract/expected.ts"
import {
	isByPerson,
	isMapped,
	isMappedKind,
	isRefused,
	listedNumber,
	type Mapped,
	type OutcomeKind,
} from "../contract/outcome.ts"
import { marks } from "../contract/packed/packed-map.ts"
import type { Compared, Listed } from "../contract/ports.ts"
import type { Amiss } from "../contract/record.ts"
import type { RunState } from "../contract/state.ts"
import { addedByOthers } from "./add-card.ts"
import { AsKnown } from "./as-known.ts"
import { compareCards, type JudgedCustomer } from "./compare-cards.ts"
import { Judge, type MostCards } from "./judge.ts"
import { listAll } from "./listing.ts"
import { isToRead, readCards } from "./read-cards.ts"
import { reconcile } from "./reconcile.ts"
import type { Session } from "./session.ts"

/**
 * A session that comes to the end ends by looking, whether it sent anything or not: whether Intergiro lists everybody who exists by the
 * journal, once and under the id that it gave, and with no fewer cards than were sent, those that were added among them. What is missing, and
 * was not missing before, has the settle time to show. What the listing says of numbers, cards and status goes before what an answer said; a
 * listing that cannot be had leaves everybody as they were looked for last.
 */
export async function lookBack(session: Session): Promise<void> {
	const { world, settings, recorder } = session
	const { state, clock } = world
	if (!settings.verify || !session.canList) return
	const refused = new Map(refusedIn(state))
	const sought = new Sought(state)
	if (sought.isNobody && refused.size === 0) return
	session.enter("looking")
	for (let isLast = false; ; isLast = true) {
		const reader = { ...world, pacer: session.pacer, signal: session.signal }
		const asKnown = new AsKnown(state)
		const listing = await listAll(
			{ ...reader, onPage: session.onPage },
			(customer) => {
				const { number, id } = customer
				return (
					(refused.has(number) || sought.has(number, id)) && !asKnown.takes(customer, isQuiet(world, customer, sought))
				)
			},
			(number, id) => sought.compared(number, id),
		)
		if (listing.kind !== "listed") {
			if (listing.kind !== "stopped") session.observe({ type: "cannot-look", message: listing.message })
			return
		}
		asKnown.complete(listing.customers)
		await readCards(reader, unlike(state, listing.customers), listing.customers)
		const judge = new Judge(listing.customers, sought.ids)
		const persons = await differencesIn(world, judge, listing.customers)
		const judged = await compareCards(world, [...judgedIn(world, judge, listing.customers, persons)])
		const news = judged.filter(({ number, amiss }) => amiss && mayShow(amiss) && !isKnown(state, number, amiss))
		if (news.length === 0 || isLast) {
			for (const { number, amiss } of judged) if (amiss) await recorder.append({ type: "amiss", number, ...amiss })
			for (const { number, seen } of judged) if (seen) await recorder.append({ type: "seen", number, ...seen })
			for (const [number, row] of refused) {
				// It exists after all: by a request that was no refusal, or from before.
				const found = reconcile({ attempt: 1, listed: false }, listing.customers.get(number))
				if (found) await recorder.outcome(number, row, found)
			}
			await recorder.append({ type: "looked", customers: listing.count })
			return
		}
		for (const { id } of news) sought.ids.add(id)
		session.settlingUntil = clock.now() + settings.settle
		await clock.sleep(settings.settle, session.signal)
		if (session.stop) return
	}
}

/** Whom the listing is looked through for: numbers that exist, and ids that may stand under another number. */
class Sought {
	/** Looked for under any number. */
	readonly ids = new Set<string>()
	/** Numbers of those whom a person named in place of one who was sent: nothing that came back of them was ever compared. */
	readonly #named = new Set<string>()
	/** Other numbers than the file's. */
	readonly #given = new Set<string>()
	readonly #state: RunState
	readonly isNobody: boolean

	constructor(state: RunState) {
		this.#state = state
		this.isNobody = !Object.entries(state.counts).some(
			([kind, count]) => count > 0 && isMappedKind(kind as OutcomeKind),
		)
		// Whom the run created is where its answer said, if nothing else was found.
		for (const { number, outcome } of state.mapped((kind) => isMappedKind(kind) && kind !== "created")) {
			const listed = listedNumber(number, outcome)
			if (listed !== number) this.#given.add(listed)
			if (isNamed(outcome)) this.#named.add(number)
			if (listed !== number || isByPerson(outcome)) this.ids.add(outcome.id)
		}
		for (const number of state.look?.amiss.keys() ?? []) {
			const exists = state.existing(number)
			if (exists) this.ids.add(exists.outcome.id)
		}
	}

	has(number: string, id: string): boolean {
		return this.#state.isMapped(number) || this.#given.has(number) || this.ids.has(id)
	}

	/** Of those who were there before it is looked who they are, of those whom a person named at everything. */
	compared(number: string, id: string): Compared | undefined {
		if (this.#named.has(number) || (this.#named.size > 0 && this.ids.has(id))) return "whole"
		return this.#state.kind(number) === "existing" || this.ids.has(id) ? "person" : undefined
	}
}

/** A person said which one it is, and the run sent it. */
function isNamed(outcome: Mapped): boolean {
	return isByPerson(outcome) && outcome.kind !== "existing"
}

/** In what those whom the run did not create, or whom a person named, are other than the file: by number, as far as that was compared. */
async function differencesIn(
	{ entries, state }: Session["world"],
	judge: Judge,
	listed: ReadonlyMap<string, readonly Listed[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const found = new Map<string, readonly string[]>()
	if (!hasCompared(listed)) return found
	for await (const batch of entries(state.isMapped))
		for (const { number, creatable } of batch) {
			const outcome = state.outcome(number)
			if (outcome === undefined || !isMapped(outcome)) continue
			if (outcome.kind !== "existing" && !isByPerson(outcome)) continue
			// The file has not what a later run sent of this row.
			if (outcome.kind === "existing" && outcome.mended) continue
			const differs = judge.differs(number, outcome, creatable)
			if (differs && (differs.length > 0 || outcome.differs)) found.set(number, differs)
		}
	return found
}

function hasCompared(listed: ReadonlyMap<string, readonly Listed[]>): boolean {
	for (const those of listed.values()) if (those.some(({ compare }) => compare)) return true
	return false
}

/** Everybody of whom there is something to say. */
function* judgedIn(
	world: Session["world"],
	judge: Judge,
	listed: ReadonlyMap<string, readonly Listed[]>,
	differs: ReadonlyMap<string, readonly string[]>,
): Generator<JudgedCustomer> {
	for (const exists of unlike(world.state, listed)) {
		const { number, outcome } = exists
		const judged = judge.of(exists, mostCards(world, exists), differs.get(number))
		if (judged.amiss || judged.seen) yield { number, id: outcome.id, ...judged }
	}
}

/** Whether nothing is to be said of a listed customer whom the run created, and nobody has to look at it any more. */
function isQuiet(world: Session["world"], customer: Listed, sought: Sought): (exists: Exists) => boolean {
	const { number, id, cards, compare } = customer
	return (exists) => {
		if (compare !== undefined || sought.ids.has(id)) return false
		if (cards === undefined && isToRead(exists.outcome, exists.cards?.count)) return false
		const { amiss, seen } = new Judge(new Map([[number, [customer]]]), sought.ids).of(exists, mostCards(world, exists))
		return amiss === undefined && seen === undefined
	}
}

/** Those who exist by the journal and are not listed as it knows them, or not alone. */
function* unlike(state: RunState, listed: ReadonlyMap<string, readonly Listed[]>): Generator<Exists> {
	yield* state.mapped(isMappedKind, true)
	for (const number of listed.keys()) {
		const exists = state.numbers.isMarked(number, marks.listed) ? state.existing(number) : undefined
		if (exists) yield exists
	}
}

/** Those that it should have, and those that other runs sent since; of one who was there before, and got none here, nobody knows. */
function mostCards({ state, ledger }: Session["world"], { number, cards }: Exists): MostCards {
	const added = state.cards.addedTo(number)
	const hasAdded = added !== undefined
	if (cards === undefined || state.cards.isInDoubt(number)) return { most: Infinity, hasAdded }
	const others = addedByOthers({ state, ledger }, number) - (cards.isExact ? 0 : (added?.others ?? 0))
	return { most: cards.count + Math.max(0, others), hasAdded }
}

/** What is not there yet may come. */
function mayShow({ found, under, cards }: Amiss): boolean {
	return under === undefined && (found.length === 0 || cards !== undefined)
}

/** The last look found the same, and nothing happened since. */
function isKnown({ look }: RunState, number: string, { found, cards }: Amiss): boolean {
	const before = look?.amiss.get(number)
	return before !== undefined && before.found.join() === found.join() && before.cards === cards
}

/** Those that Intergiro refused in this run, and so does not have. */
function* refusedIn(state: RunState): Generator<[number: string, row: number]> {
	for (const [number, { row }] of state.settled((kind) => isRefused({ kind }))) yield [number, row]
}
