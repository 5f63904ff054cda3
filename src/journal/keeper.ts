import { randomBytes } from "node:crypto"
import { isDeepStrictEqual } from "node:util"
import { madeOf } from "../contract/beside.ts"
import { isOfCards } from "../contract/card-paths.ts"
import { ownCard } from "../contract/card-state.ts"
import { cardPaths } from "../contract/cards.ts"
import { countOthers, type Lacking, lackingOf } from "../contract/lacking.ts"
import { isOfOthers, isSaidAbsent, type NumberState, tokensOf } from "../contract/number-state.ts"
import {
	isAboutCard,
	isMapped,
	isMappedKind,
	isRefusal,
	isRefused,
	isRenumbered,
	listedNumber,
	type Mapped,
	type StoredCard,
} from "../contract/outcome.ts"
import { marks } from "../contract/packed/packed-map.ts"
import { type Listed, type NeverSent, originOf } from "../contract/ports.ts"
import { isNotListed, latest, type Sighting, sightingOf, unlike } from "../contract/sighting.ts"
import type { RunState } from "../contract/state.ts"
import { Book } from "./book.ts"
import { knownOf } from "./known.ts"
import type {
	AbsentCard,
	Added,
	Exists,
	Found,
	LackingCards,
	LedgerRecord,
	Origin,
	RefusedCards,
	Registered,
	SaidCard,
	Seen,
	Spent,
	Stored,
	Unknown,
} from "./ledger-records.ts"
import type { Log } from "./log.ts"
import type { OwnCreated } from "./own-created.ts"
import type { Mark } from "./witness.ts"

/** Numbers in a record. */
const batch = 512

/** Writes a ledger, and knows what is in it. */
export class Keeper {
	readonly book: Book

	/** @param own whom the run that is open created */
	constructor(
		private readonly log: Log<LedgerRecord>,
		own?: OwnCreated,
	) {
		this.book = new Book(own)
	}

	async load(): Promise<void> {
		for await (const record of this.log.records) this.book.apply(record)
	}

	/** Gives a ledger that has none a name of its own. */
	async name(replaces: readonly string[] = []): Promise<void> {
		const instance = randomBytes(8).toString("hex")
		const names = replaces.length > 0 ? { replaces } : {}
		await this.write({ type: "ledger", version: 2, at: now(), instance, ...names })
	}

	async write(...records: readonly LedgerRecord[]): Promise<void> {
		await Promise.all(records.map((record) => this.log.append(record)))
		for (const record of records) this.book.apply(record)
	}

	async register(run: string, folder: string, journal: Mark | undefined): Promise<void> {
		const registered: Registered = { type: "run", version: 2, at: now(), run, folder }
		await this.write(journal ? { ...registered, journal } : registered)
	}

	/** Takes over all that a run knows. */
	async merge(run: string, state: RunState, journal: Mark | undefined): Promise<void> {
		await this.take(run, state)
		const gone: string[] = []
		for (const [number, one] of state.numbers.others)
			if (isSaidAbsent(one) && !this.book.hasWord(run, number)) gone.push(number)
		for (let start = 0; start < gone.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], absent: gone.slice(start, start + batch) })
		const settled = this.book
			.doubtsOf(run)
			.flatMap(({ number, token }): Spent[] => (isInDoubt(state, token) ? [] : [[number, [token]]]))
		for (let start = 0; start < settled.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], settled: settled.slice(start, start + batch) })
		const absent = [...this.#absentCards(run, state)]
		for (let start = 0; start < absent.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], absentCards: absent.slice(start, start + batch) })
		const whole = this.book
			.lackingIn(run)
			.flatMap((number): LackingCards[] => (this.#isWhole(state, number) ? [[number, []]] : []))
		for (let start = 0; start < whole.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], lacking: whole.slice(start, start + batch) })
		await this.write({ type: "merged", at: now(), run, ...(journal ? { journal } : {}) })
	}

	/** Takes over what a run certainly knows, where its journal may lack something. */
	async take(run: string, state: RunState): Promise<void> {
		await this.#enter(run, this.#news(run, state))
		const found = [...this.#found(state)]
		for (let start = 0; start < found.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], found: found.slice(start, start + batch) })
		const refused = [...this.#refused(state)]
		for (let start = 0; start < refused.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], refused: refused.slice(start, start + batch) })
		const refusals = [...this.#refusals(state)]
		for (let start = 0; start < refusals.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], refusals: refusals.slice(start, start + batch) })
		const cards = [...this.#cards(state)]
		for (let start = 0; start < cards.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], cards: cards.slice(start, start + batch) })
		const stored = [...this.#stored(state)]
		for (let start = 0; start < stored.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], stored: stored.slice(start, start + batch) })
		const said = [...this.#said(state)]
		for (let start = 0; start < said.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], said: said.slice(start, start + batch) })
		const doubted = [...this.#doubted(run, state)]
		for (let start = 0; start < doubted.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], doubted: doubted.slice(start, start + batch) })
		const lacking = [...this.#lacking(run, state)]
		for (let start = 0; start < lacking.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], lacking: lacking.slice(start, start + batch) })
		const seen = [...this.#seen(state)]
		for (let start = 0; start < seen.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], seen: seen.slice(start, start + batch) })
		const origins = [...this.#origins(state)]
		for (let start = 0; start < origins.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], origins: origins.slice(start, start + batch) })
	}

	/** Customers of whom a person said which number they have at Intergiro, as the ledger does not have yet. */
	*#found(state: RunState): Generator<Found> {
		// Whom this run created stands there under the number that it was sent with.
		for (const { number, outcome } of state.mapped((kind) => isMappedKind(kind) && kind !== "created")) {
			if (isRenumbered(outcome) && !state.said.isNumberRight(number)) continue
			const { id } = outcome
			const under = listedNumber(number, outcome)
			const entry = this.book.lookup(number)
			if (under !== number && entry?.state === "exists" && entry.id === id && entry.under !== under)
				yield [number, id, under]
		}
	}

	/** What the run saw of customers who are, or were, other than the ledger would have them, where that is later and otherwise. */
	*#seen(state: RunState): Generator<Seen> {
		const { sightings } = this.book
		for (const number of new Set(this.#unlike(state))) {
			const before = sightings.get(number)
			const own = sightingOf(state, number)
			if (own === undefined) continue
			const sighting = this.#counted(state, number, latest(own, before))
			if (before === undefined || !isDeepStrictEqual(contentOf(sighting), contentOf(before))) yield [number, sighting]
		}
	}

	/** A person who says that other cards than were sent, or more, are right means those that there are. */
	#counted(state: RunState, number: string, sighting: ReturnType<typeof latest>): ReturnType<typeof latest> {
		const { cards } = sighting
		if (cards === undefined || !cardPaths.some((path) => state.said.isRight(number, path))) return sighting
		return { ...sighting, beside: { count: cards.length, by: "person", cards, with: this.book.sentTo(number) } }
	}

	/** Customers of whom there is more to say than that they exist. */
	*#unlike(state: RunState): Generator<string> {
		for (const [number] of state.settled((kind) => kind === "conflict")) yield number
		for (const [number] of state.doubts()) if (isNotListed(state, number)) yield number
		yield* state.said.numbers()
		yield* state.values.keys()
		yield* this.book.cleared.keys()
		for (const { number, outcome } of state.mapped())
			if (listedNumber(number, outcome) !== number || (outcome.cards && this.#lackingOf(state, number, outcome)))
				yield number
			else if (unlike(state, { number, outcome }).length > 0 || outcome.differs?.some(isOfCards)) yield number
			else if (outcome.cards && this.#isOtherCount(number, outcome.cards.length)) yield number
		for (const [, number] of state.cards.said()) yield number
		if (state.look === undefined) return
		yield* this.book.allSaidOf()
		// Whose cards others have the tokens of.
		for (const one of state.cards.byToken.values())
			if (one.kind === "settled" && one.outcome.kind === "added") yield one.number
		yield* state.look.amiss.keys()
		yield* state.look.unlike
		// What was put right since is told as well.
		yield* this.book.unusual()
	}

	/** Rows of earlier runs whose customers exist or may exist, and of which the ledger does not say so yet. */
	*#origins({ origins, numbers }: RunState): Generator<Origin> {
		for (const [origin, number] of origins) {
			const state = numbers.get(number)
			if (state === undefined || !knownOf(state) || this.book.numberOf(origin) !== undefined) continue
			const tokens = isMadeHere(state) ? (tokensOf(state).tokens ?? []) : []
			yield tokens.length > 0 ? [origin, number, tokens] : [origin, number]
		}
	}

	/** Card tokens that were sent to be added to customers who exist, and that the ledger does not have yet. */
	*#cards({ cards }: RunState): Generator<Added> {
		for (const [token, number] of cards.sent()) {
			const { beside } = cards.byToken.get(token) ?? {}
			if (this.book.sentFor(token) === undefined) yield beside ? [number, [token], beside] : [number, [token]]
		}
	}

	/** Of those the ones that were stored, with what they are, as the ledger does not have it yet. */
	*#stored({ cards }: RunState): Generator<Stored> {
		for (const [token, one] of cards.byToken) {
			if (one.kind !== "settled" || one.outcome.kind !== "added" || this.book.hasStored(token)) continue
			const card = ownCard(one.outcome)
			if (!isSilent(card)) yield [token, card]
		}
	}

	/** Card tokens of which a person said that their cards are there, as the ledger does not have it yet. */
	*#said({ cards }: RunState): Generator<SaidCard> {
		for (const [token, number, there] of cards.said())
			if (!this.book.hasSaid(token, number, there)) yield [token, number, there]
	}

	/** Of those that were sent the ones of which it is not known whether they were stored, as the ledger does not have yet. */
	*#doubted(run: string, { cards }: RunState): Generator<Spent> {
		const known = new Set(this.book.doubtsOf(run).map(({ token }) => token))
		for (const [token, { kind, number }] of cards.byToken)
			if (kind !== "settled" && !known.has(token)) yield [number, [token]]
	}

	/** Of those the ones of which a person said that they were not stored, and those that were sent again since, as the ledger does not have it yet. */
	*#absentCards(run: string, { cards }: RunState): Generator<AbsentCard> {
		for (const [token, one] of cards.byToken) {
			const isAbsent = one.kind === "settled" && one.outcome.kind === "absent"
			if (isAbsent !== (this.book.absentFor(one.number, token) === run)) yield [one.number, token, isAbsent]
		}
	}

	/** Cards that were sent and are not there, as the ledger does not have it yet. */
	*#lacking(run: string, state: RunState): Generator<LackingCards> {
		for (const { number, outcome } of state.mapped()) {
			const lacking = this.#lackingOf(state, number, outcome)
			if (lacking === undefined || isDeepStrictEqual(lacking, this.book.lackingOf(number, run))) continue
			const { tokens, count } = lacking
			yield count === undefined ? [number, tokens] : [number, tokens, count]
		}
	}

	/** Whether it was created with another number of cards, as far as that is known. */
	#isOtherCount(number: string, count: number): boolean {
		const entry = this.book.lookup(number)
		const made = entry?.state === "exists" ? (entry.cards ?? (entry.isBare ? 0 : undefined)) : undefined
		return made !== undefined && made !== count
	}

	#lackingOf(state: RunState, number: string, outcome: Mapped): Lacking | undefined {
		return lackingOf(state, number, outcome, countOthers(state, number, this.book.sentSince(number)))
	}

	/** Nothing is lacking any more of a customer; of the cards of one who was there before only a look can tell that. */
	#isWhole(state: RunState, number: string): boolean {
		const outcome = state.outcome(number)
		if (outcome === undefined || !isMapped(outcome) || this.#lackingOf(state, number, outcome)) return false
		return outcome.kind !== "existing" || state.isLookedFor(number)
	}

	/** Customers that Intergiro refused, with the card tokens that are spent perhaps and that the ledger does not have yet. */
	*#refused(state: RunState): Generator<Spent> {
		for (const [number, one] of state.settled((kind) => isRefused({ kind }))) {
			const tokens = one.tokens?.filter((token) => this.book.sentFor(token) === undefined) ?? []
			if (tokens.length > 0) yield [number, tokens]
		}
	}

	/**
	 * Cards that Intergiro refused, and of which the ledger does not say so yet: with their customers, where it was for the card; of those that were
	 * added whatever it was for, as none came of them.
	 */
	*#refusals(state: RunState): Generator<RefusedCards> {
		for (const [number, one] of state.settled((kind) => isRefused({ kind }))) {
			if (!isAboutCard(one.outcome)) continue
			const tokens = one.tokens?.filter((token) => this.book.refusedFor(token) === undefined) ?? []
			if (tokens.length > 0) yield [number, tokens, one.outcome]
		}
		for (const [token, one] of state.cards.byToken)
			if (one.kind === "settled" && isRefusal(one.outcome) && this.book.refusedFor(token) === undefined)
				yield [one.number, [token], one.outcome]
	}

	/** Takes over what Intergiro lists, and that nobody has to wait for these runs any more. */
	async takeListing(
		run: string,
		customers: ReadonlyMap<string, readonly Listed[]>,
		runs: readonly string[],
	): Promise<void> {
		const seen = [...this.#listedSeen(customers)]
		await this.#enter(run, this.#listedNews(customers))
		for (let start = 0; start < seen.length; start += batch)
			await this.write({ type: "merge", run, exists: [], unknown: [], seen: seen.slice(start, start + batch) })
		await this.write({ type: "listed", at: now(), customers: customers.size, runs })
	}

	async #enter(run: string, news: Iterable<Exists | Unknown>): Promise<void> {
		let exists: Exists[] = []
		let unknown: Unknown[] = []
		const flush = async () => {
			if (exists.length + unknown.length > 0) await this.write({ type: "merge", run, exists, unknown })
			exists = []
			unknown = []
		}
		for (const one of news) {
			if (isExists(one)) exists.push(one)
			else unknown.push(one)
			if (exists.length + unknown.length >= batch) await flush()
		}
		await flush()
	}

	/** What the ledger does not have yet. */
	*#news(run: string, state: RunState): Generator<Exists | Unknown> {
		const { book } = this
		// Of whom the ledger has by a mark there is no news.
		for (const [number, one] of state.unmarked(marks.kept)) {
			const entry = knownOf(one)
			if (entry === undefined) continue
			const before = book.lookup(number)
			// Once it was refused a token may be sent again, and is of the customer who is made then.
			const isSpent = (token: string) => book.sentFor(token) === undefined || (isMadeHere(one) && book.isRefused(token))
			const spent = entry.tokens?.filter(isSpent) ?? []
			const tokens = spent.length > 0 || isBare(one) ? ([spent] as const) : ([] as const)
			if ("id" in entry) {
				const made = this.#madeOf(one, spent)
				if (before?.state !== "exists" || before.id !== entry.id || spent.length > 0)
					yield made ? [number, entry.id, spent, made] : [number, entry.id, ...tokens]
				const { given } = entry
				if (given !== undefined && given !== number && book.lookup(given) === undefined) yield [given, entry.id]
			} else if (before === undefined || spent.length > 0) {
				const why = this.#neverSent(run, number, one)
				yield why ? [number, entry.listed, spent, why] : [number, entry.listed, ...tokens]
			}
		}
	}

	/** The cards that came back with a creation, where that says of each of its tokens what it is. */
	#madeOf(state: NumberState, spent: readonly string[]): readonly StoredCard[] | undefined {
		if (spent.length === 0 || state.kind !== "settled" || !isMadeHere(state) || !isMapped(state.outcome))
			return undefined
		const { cards } = madeOf(state.outcome, spent.length)
		return cards?.every(isSilent) ? undefined : cards
	}

	/** Why a number is in doubt that the run did not send, or that was refused. */
	#neverSent(run: string, number: string, state: NumberState): NeverSent | undefined {
		if (state.kind !== "doubt" || !isOfOthers(state)) return undefined
		const { row, attempt, other } = state
		if (other && attempt === 0)
			return { other: { number: other.number, ...(other.id === undefined ? {} : { id: other.id }) } }
		const sentAs = this.book.numberOf(originOf(run, row))
		return sentAs === undefined || sentAs === number ? undefined : { sentAs }
	}

	/** Of whom more was to be known than that they exist: who they are, and which cards they have. */
	*#listedSeen(customers: ReadonlyMap<string, readonly Listed[]>): Generator<Seen> {
		const at = now()
		for (const [number, found] of customers) {
			const before = this.book.sightings.get(number)
			if (this.book.lookup(number)?.state !== "unknown" && !this.book.isLacking(number) && !before) continue
			const [one, ...others] = found
			if (one === undefined) continue
			const { id, cards } = one
			const itself = others.length > 0 ? {} : { id, ...(cards ? { cards } : {}) }
			yield [number, latest({ at, found: found.map(({ id }) => id), ...itself }, before)]
		}
	}

	*#listedNews(customers: ReadonlyMap<string, readonly Listed[]>): Generator<Exists | Unknown> {
		for (const [number, [first, ...others]] of customers) {
			const before = this.book.lookup(number)
			if (first === undefined) continue
			if (others.length > 0) {
				if (before === undefined) yield [number, false]
			} else if (before?.state !== "exists" || before.id !== first.id) yield [number, first.id]
		}
	}
}

/** Nothing is said of it but that it is there. */
function isSilent(card: StoredCard): boolean {
	return Object.keys(card).length === 0
}

/** The run created it without a card, as its answer says. */
function isBare(state: NumberState): boolean {
	if (state.kind !== "settled" || !isMadeHere(state) || state.tokens !== undefined) return false
	return "cards" in state.outcome && state.outcome.cards?.length === 0
}

/** The run created it, or may have: its tokens are with it, and not with one who was there before. */
function isMadeHere(state: NumberState): boolean {
	return state.kind !== "settled" || (isMapped(state.outcome) && state.outcome.kind !== "existing")
}

function contentOf({ at: _, ...seen }: Omit<Sighting, "run"> & { readonly run?: string }) {
	const { run: __, ...content } = seen
	return content
}

function isInDoubt({ cards }: RunState, token: string): boolean {
	const card = cards.byToken.get(token)
	return card !== undefined && card.kind !== "settled"
}

function now(): string {
	return new Date().toISOString()
}

function isExists(one: Exists | Unknown): one is Exists {
	return typeof one[1] === "string"
}
