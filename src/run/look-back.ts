import { isSameCard } from "../contract/cards.ts"
import type { Exists } from "../contract/expected.ts"
import { missingCards } from "../contract/missing-cards.ts"
import type { Settled } from "../contract/number-state.ts"
import {
	isByPerson,
	isMapped,
	isMappedKind,
	isRefused,
	listedNumber,
	type Mapped,
	type OutcomeKind,
	type StoredCard,
} from "../contract/outcome.ts"
import { marks } from "../contract/packed/packed-map.ts"
import type { Comparison, Listed } from "../contract/ports.ts"
import type { Amiss } from "../contract/record.ts"
import { unlike } from "../contract/sighting.ts"
import type { RunState } from "../contract/state.ts"
import type { Values } from "../contract/values.ts"
import type { Creatable } from "../customer/creatable.ts"
import { AsKnown } from "./as-known.ts"
import { compareCards, type JudgedCustomer } from "./compare-cards.ts"
import { cardOfToken, type FileCard, fileCard } from "./file-cards.ts"
import { Judge } from "./judge.ts"
import { mostCards } from "./known-cards.ts"
import { listAll } from "./listing.ts"
import { isToRead, readCards } from "./read-cards.ts"
import { reconcile } from "./reconcile.ts"
import { mostCompared, type Session } from "./session.ts"
import { creatablesOf } from "./settle.ts"
import { differsIn, valuesSeen, withNone } from "./values-seen.ts"

/**
 * A session that comes to the end ends by looking, whether it sent anything or not: whether Intergiro lists everybody who exists by the
 * journal, once and under the id that it gave, and with no fewer cards than were sent, those that were added among them. What is missing, and
 * was not missing before, has the settle time to show. What the listing says of numbers, cards and status goes before what an answer said; a
 * listing that cannot be had leaves everybody as they were looked for last.
 */
export async function lookBack(session: Session): Promise<void> {
	const { world, settings, recorder } = session
	const { state } = world
	if (!settings.verify || !session.canList) return
	const refused = refusedIn(state)
	const sought = new Sought(world)
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
			sought.comparison(),
		)
		if (listing.kind !== "listed") {
			if (listing.kind !== "stopped") session.observe({ type: "cannot-look", message: listing.message })
			return
		}
		asKnown.complete(listing.customers)
		await readCards(reader, otherwise(state, listing.customers), listing.customers, world.ledger.isLacking)
		const judge = new Judge(listing.customers, sought.ids)
		const compared = await compareWithFile(world, judge, listing.customers)
		const judged = await compareCards(world, [...judgedIn(world, judge, listing.customers, compared)])
		const news = judged.filter(({ number, id, amiss }) => amiss && mayShow(id, amiss) && !isKnown(state, number, amiss))
		if (news.length === 0 || isLast) {
			for (const { number, amiss } of judged) if (amiss) await recorder.append({ type: "amiss", number, ...amiss })
			for (const { number, seen } of judged) if (seen) await recorder.append({ type: "seen", number, ...seen })
			await settleRefused(session, refused, listing.customers)
			await recorder.append({ type: "looked", customers: listing.count })
			return
		}
		for (const { id } of news) sought.ids.add(id)
		await session.settle(settings.settle)
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
	readonly #world: Session["world"]
	readonly isNobody: boolean

	constructor(world: Session["world"]) {
		const { state } = world
		this.#world = world
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
		for (const number of [...(state.look?.amiss.keys() ?? []), ...state.heard.keys()]) {
			const exists = state.existing(number)
			if (exists) this.ids.add(exists.outcome.id)
		}
	}

	has(number: string, id: string): boolean {
		return this.#world.state.isMapped(number) || this.#given.has(number) || this.ids.has(id)
	}

	/**
	 * Of those whom a person named, or who are, or once were, other than a file, one listing is looked through for everything; of those whom a run
	 * created, this one or another, for all that they have; of others who were there before for who they are.
	 */
	comparison(): Comparison {
		const { state } = this.#world
		let compared = 0
		return (number, id) => {
			const kind = state.kind(number)
			const outcome = kind === "created" ? undefined : state.existing(number)?.outcome
			const isExisting = outcome?.kind === "existing"
			if (this.#named.has(number) || (this.#named.size > 0 && this.ids.has(id)) || isOpen(this.#world, number))
				return isExisting ? "values" : "whole"
			const isMade = kind === "created" || (isExisting ? outcome.run !== undefined : outcome !== undefined)
			if (isMade && compared++ < mostCompared) return "values"
			return isExisting || this.ids.has(id) ? "person" : undefined
		}
	}
}

/** A person said which one it is, and the run sent it. */
function isNamed(outcome: Mapped): boolean {
	return isByPerson(outcome) && outcome.kind !== "existing"
}

/** Something of it is, or once was, other than a file. */
function isOpen({ state, ledger }: Session["world"], number: string): boolean {
	if (state.values.has(number) || ledger.sighting(number)?.values) return true
	const exists = state.existing(number)
	return exists !== undefined && unlike(state, exists).length > 0
}

/** What the file tells of customers who are listed. */
interface InFile {
	/** In what they are other than the file: by number, as far as that was compared. */
	readonly differs: ReadonlyMap<string, readonly string[]>
	/** What they have, where other runs have to know that. */
	readonly values: ReadonlyMap<string, Values>
	/** Those without a card of the file that another run sent for them. */
	readonly lacking: ReadonlySet<string>
	/** What is known of the cards that it has of them, of those who were there before. */
	readonly cards: ReadonlyMap<string, readonly FileCard[]>
}

async function compareWithFile(
	world: Session["world"],
	judge: Judge,
	listed: ReadonlyMap<string, readonly Listed[]>,
): Promise<InFile> {
	const { entries, state } = world
	const differing = new Map<string, readonly string[]>()
	const lacking = new Set<string>()
	const values = new Map<string, Values>()
	const cards = new Map<string, readonly FileCard[]>()
	const inFile = { differs: differing, values, lacking, cards }
	if (!hasCompared(listed)) return inFile
	const isKept = (number: string) => state.isMapped(number) && !state.numbers.isMarked(number, marks.listed)
	for await (const batch of entries(isKept))
		for (const { number, creatable } of batch) {
			const outcome = isKept(number) ? state.outcome(number) : undefined
			if (outcome === undefined || !isMapped(outcome)) continue
			const isMade = outcome.kind !== "existing" && !isByPerson(outcome)
			const listed = judge.listed(number, outcome)
			const one = listed && withNone(listed, world.ledger.sighting(number), world.hashToken)
			if (!isMade && isWithoutCard(world, number, creatable, one?.cards)) lacking.add(number)
			const ofFile = isMade ? [] : cardsThere(world, number, creatable, one?.cards)
			if (ofFile.length > 0) cards.set(number, ofFile)
			// The file has not what a later run sent of this row.
			if (outcome.kind === "existing" && outcome.mended) continue
			const differs = one && differsIn(outcome, one, creatable, world.hashToken)
			if (differs && (differs.length > 0 || outcome.differs)) differing.set(number, differs)
			const seen = differs && valuesSeen(world, number, { listed: one, sent: creatable, differs })
			if (seen) values.set(number, seen)
		}
	return inFile
}

/** Whether a card that was sent for the customer, by whichever run, is not among those that are listed. */
function isWithoutCard(
	{ ledger, hashToken }: Session["world"],
	number: string,
	{ method }: Creatable,
	cards: readonly StoredCard[] | undefined,
): boolean {
	const sent = method.filter(({ card }) => ledger.sentFor(hashToken(card)) === number)
	if (cards === undefined || sent.length === 0) return false
	const wanted = sent.map(({ card }) => cardOfToken({ ledger, hashToken }, card))
	return missingCards(wanted, cards, { hasOthers: true }).places.size > 0
}

/** The cards of the file that certainly are among those that are listed. */
function cardsThere(
	world: Session["world"],
	number: string,
	{ method }: Creatable,
	cards: readonly StoredCard[] = [],
): readonly FileCard[] {
	const isThere = (card: StoredCard) => cards.some((one) => isSameCard(one, card) === true)
	return method.map(({ card }) => fileCard(world, number, card)).filter(isThere)
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
	compared: InFile,
): Generator<JudgedCustomer> {
	for (const exists of otherwise(world.state, listed)) {
		const { number, outcome } = exists
		const there = judge.listed(number, outcome)?.cards
		const most = mostCards(world, exists, { there, ofFile: compared.cards.get(number) })
		const { amiss, seen } = judge.of(exists, most, compared.differs.get(number))
		const values = compared.values.get(number)
		const valued = values ? { ...seen, values } : seen
		const told = compared.lacking.has(number) ? { ...valued, isUnlike: true as const } : valued
		if (amiss || told) yield { number, id: outcome.id, ...(amiss ? { amiss } : {}), ...(told ? { seen: told } : {}) }
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
function* otherwise(state: RunState, listed: ReadonlyMap<string, readonly Listed[]>): Generator<Exists> {
	yield* state.mapped(isMappedKind, true)
	for (const number of listed.keys()) {
		const exists = state.numbers.isMarked(number, marks.listed) ? state.existing(number) : undefined
		if (exists) yield exists
	}
}

/** What is not there yet may come, or it is looked for under any number next time. */
function mayShow(id: string, { found, under, cards }: Amiss): boolean {
	return under === undefined && (!found.includes(id) || cards !== undefined)
}

/** The last look found the same, and nothing happened since. */
function isKnown(state: RunState, number: string, { found, cards }: Amiss): boolean {
	const before = state.amissOf(number)
	return before !== undefined && before.found.join() === found.join() && before.cards === cards
}

/** Those that Intergiro refused in this run, and so does not have. */
function refusedIn(state: RunState): ReadonlyMap<string, Settled> {
	return new Map(state.settled((kind) => isRefused({ kind })))
}

/** Who was refused and exists all the same was made since, by hand or by another run, and without the card of this one; as long as no earlier try of it is in doubt. */
async function settleRefused(
	{ world, recorder }: Session,
	refused: ReadonlyMap<string, Settled>,
	customers: ReadonlyMap<string, readonly Listed[]>,
): Promise<void> {
	const found = new Set([...refused.keys()].filter((number) => customers.has(number)))
	const sent = await creatablesOf(world, found)
	for (const number of found) {
		const { row, ended } = refused.get(number) ?? {}
		const outcome = reconcile(ended ?? { attempt: 0, listed: false }, customers.get(number), sent.get(number))
		if (row !== undefined && outcome) await recorder.outcome(number, row, outcome)
	}
}
