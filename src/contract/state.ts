import { CardStates } from "./card-state.ts"
import { compactCards } from "./cards.ts"
import { type Exists, expectedCards } from "./expected.ts"
import {
	type Doubt,
	doubtIn,
	endedDoubt,
	mayBeSent,
	type NumberState,
	outcomeOf,
	type Settled,
	saidAbsent,
	searchOf,
	tokensOf,
} from "./number-state.ts"
import {
	isMapped,
	isMappedKind,
	isRefused,
	type Outcome,
	type OutcomeKind,
	outcomeKinds,
	type Search,
	type Spelled,
	type StoredCard,
} from "./outcome.ts"
import { type Mark, marks, PackedMap } from "./packed/packed-map.ts"
import { settledNumbers } from "./packed/settled.ts"
import { noCounts } from "./progress.ts"
import { Proof, type Returned } from "./proof.ts"
import type { Amiss, JournalRecord, Seen } from "./record.ts"
import { SaidOf } from "./said-of.ts"
import { asSeen, withCards } from "./seen.ts"
import type { Values } from "./values.ts"

const interrupted = {
	code: "interrupted",
	message: "The program ended between writing down the request and its answer; it may or may not have been sent.",
}

/** What the look at the end of a run found of the customers that exist. */
export interface Look {
	/** ISO 8601 UTC. */
	readonly at: string
	/** By number: who is not listed as it should be. */
	readonly amiss: ReadonlyMap<string, Amiss>
	/** Who has not a card that another run sent. */
	readonly unlike: ReadonlySet<string>
}

/** What was seen of a customer, and counts until it is looked for again. */
export interface Heard {
	/** ISO 8601 UTC. */
	readonly at: string
	/** Nothing where it is there as it should be. */
	readonly amiss?: Amiss | undefined
}

/** The state of a run: a fold over its journal, kept up to date with every record that is appended. */
export class RunState {
	readonly numbers = new PackedMap(settledNumbers)
	/** Nothing before the run looked for all its customers at its end. */
	look: Look | undefined
	/** When it did so last, whatever happened since: ISO 8601 UTC. */
	lookedAt: string | undefined
	/** What other runs saw of customers since then, or this one in a look that is not the last word of everybody any more. */
	readonly heard = new Map<string, Heard>()
	/** When it listed last what existed before sending: ISO 8601 UTC. */
	listedAt: string | undefined
	/** Whether customers come back as they were sent. */
	readonly proof = new Proof()
	/** What Intergiro was seen to have of those who are, or once were, other than a file. */
	readonly values = new Map<string, Values>()
	/** What a person who looked said of those who exist. */
	readonly said = new SaidOf()
	/** Cards that are added to customers who exist. */
	readonly cards = new CardStates()
	/** The customer numbers under which rows that earlier runs gave back were sent, by these, as `run/row`. */
	readonly origins = new Map<string, string>()
	/** This run has created somebody, so that its key and its URL were right. */
	hasCreated = false
	#listed = false
	#amiss = new Map<string, Amiss>()
	#unlike = new Set<string>()
	/** When a person, or a card that was added, changed last what is known of a customer, since the last look: ISO 8601 UTC. */
	readonly #changed = new Map<string, string>()

	static of(records: Iterable<JournalRecord>, now = 0): RunState {
		const state = new RunState()
		for (const record of records) state.apply(record)
		state.interrupt(now)
		return state
	}

	/**
	 * Whoever sent has ended: requests under way are in doubt, and consent ends with the session that had it. When they left is not known,
	 * only that it was before now.
	 * @param now milliseconds since 1970
	 */
	interrupt(now: number): void {
		this.cards.interrupt()
		// What is settled is packed, and nothing else is.
		for (const [number, state] of this.numbers.others)
			if (state.kind === "in-flight") this.numbers.set(number, this.#doubt(state, { ...interrupted, at: now }))
			else if (state.kind === "doubt" && state.consented) this.numbers.set(number, { ...state, consented: false })
	}

	apply(record: JournalRecord): void {
		this.cards.apply(record)
		this.said.apply(record)
		switch (record.type) {
			case "run":
			case "end":
				break
			case "session":
				this.interrupt(Date.parse(record.at))
				this.proof.begin(record.settings)
				this.#listed = false
				this.#amiss = new Map()
				this.#unlike = new Set()
				break
			case "listed":
				this.#listed = true
				this.listedAt = record.at
				break
			case "intent": {
				const { number, row, attempt, at, tokens, origins = [] } = record
				for (const origin of origins) this.origins.set(origin, number)
				const state = this.numbers.get(number)
				const sent = { row, attempt, at: Date.parse(at), listed: this.#listed, ...(tokens ? { tokens } : {}) }
				this.numbers.set(number, { kind: "in-flight", ...sent, before: doubtIn(state), ...ended(endedDoubt(state)) })
				break
			}
			case "not-applied": {
				const { number, attempt, code } = record
				const state = this.numbers.get(number)
				this.numbers.set(number, doubtIn(state) ?? { kind: "free", attempt, code, ...ended(endedDoubt(state)) })
				break
			}
			case "ambiguous": {
				const { number, row, attempt, code, message, other } = record
				const before = this.numbers.get(number)
				const sent =
					before?.kind === "in-flight" || before?.kind === "doubt"
						? { ...before, row, attempt }
						: { row, attempt, listed: this.#listed }
				this.numbers.set(number, this.#doubt(sent, { code, message, other, at: Date.parse(record.at) }))
				break
			}
			case "consent": {
				const doubt = doubtIn(this.numbers.get(record.number))
				if (doubt) this.numbers.set(record.number, { ...doubt, consented: true })
				break
			}
			case "word": {
				const { number, row, id, given } = record
				const before = this.numbers.get(number)
				const sent = doubtIn(before)?.at
				// What anybody saw of a customer since is of the one that a person names.
				this.#change(number, id === undefined || sent === undefined ? record.at : new Date(sent).toISOString())
				const attempt = before?.attempt ?? 0
				if (id === undefined) {
					const doubt = doubtIn(before)
					const own = doubt && mayBeSent(doubt) ? doubt : endedDoubt(before)
					this.numbers.set(number, { kind: "free", attempt, code: saidAbsent, row, ...ended(own) })
				} else if (!isThis(before, id, given)) {
					this.values.delete(number)
					// What this run never sent, or what was refused, was made by another, and no card of it is there.
					const isOfOthers = attempt === 0 || doubtIn(before)?.refused
					const kind = isOfOthers ? "existing" : "adopted"
					const outcome = { kind, id, by: "person", ...(given === undefined ? {} : { given }) } as const
					this.numbers.set(number, { kind: "settled", row, attempt, outcome, ...tokensOf(before) })
				}
				break
			}
			case "outcome":
				if (isMapped(record.outcome)) this.#outdate()
				this.heard.delete(record.number)
				this.proof.add(record.number, record.outcome)
				this.#settle(record)
				break
			case "accepted":
				this.proof.accept(record.fields)
				break
			case "amiss": {
				const { type: _, at: __, number, ...amiss } = record
				this.#amiss.set(number, amiss)
				break
			}
			case "looked":
				this.look = { at: record.at, amiss: this.#amiss, unlike: this.#unlike }
				this.lookedAt = record.at
				this.heard.clear()
				this.#changed.clear()
				this.#amiss = new Map()
				this.#unlike = new Set()
				break
			case "heard": {
				const { number, seenAt, amiss, seen } = record
				this.heard.set(number, { at: seenAt, amiss })
				if (seen) this.#see(number, seen)
				break
			}
			case "card-outcome": {
				const { number, outcome, at } = record
				if (outcome.kind === "added") this.#added(number, outcome.card ?? {}, at)
				if (outcome.kind === "added") this.proof.addCard(number, outcome.differs)
				break
			}
			case "card-word":
				if (record.stored) this.#added(record.number, {}, record.at)
				break
			case "seen":
				if (record.isUnlike) this.#unlike.add(record.number)
				this.#see(record.number, record)
				break
			case "card-intent":
			case "card-not-applied":
			case "card-ambiguous":
			case "said":
				break
		}
	}

	/** A match that comes later is ours when any of the listings before our requests did not hold the number. */
	#doubt(
		sent: Pick<Doubt, "row" | "attempt" | "listed" | "tokens" | "refused"> & {
			readonly before?: Doubt | undefined
			readonly ended?: Doubt | undefined
		},
		{
			code,
			message,
			other,
			at,
			...search
		}: Pick<Doubt, "code" | "message" | "at"> & Search & { readonly other?: Spelled | undefined },
	): Doubt {
		const { row, attempt } = sent
		const before = sent.before ?? sent.ended
		const tokens = sent.tokens ?? before?.tokens
		const listed = sent.listed || (before?.listed ?? false)
		const more = {
			...(tokens ? { tokens } : {}),
			...(sent.refused ? { refused: sent.refused } : {}),
			...(other ? { other } : {}),
			...searchOf(search),
		}
		return { kind: "doubt", row, attempt, at, code, message, listed, consented: false, ...more }
	}

	/** Nobody has looked since for those of whom there was nothing to say; the others are as they were seen. */
	#outdate(): void {
		const { at = "", amiss = [] } = this.look ?? {}
		for (const [number, one] of amiss) if (!this.heard.has(number)) this.heard.set(number, { at, amiss: one })
		this.look = undefined
	}

	/** What anybody saw of it before is not so any more. */
	#change(number: string, at: string): void {
		this.#outdate()
		this.heard.delete(number)
		this.#changed.set(number, at)
	}

	/** A customer's outcome has the cards that Intergiro was last seen to have of it. */
	#added(number: string, card: StoredCard, at: string): void {
		this.#change(number, at)
		const state = this.numbers.get(number)
		if (state?.kind !== "settled" || !isMapped(state.outcome) || !state.outcome.cards) return
		const cards = withCards(state.outcome, [...state.outcome.cards, card])
		this.numbers.set(number, { ...state, outcome: { ...state.outcome, ...cards } })
	}

	/** What Intergiro lists of a customer goes before what its answer said. */
	#see(number: string, seen: Seen): void {
		if (seen.values) this.values.set(number, seen.values)
		const state = this.numbers.get(number)
		if (state?.kind !== "settled" || !isMapped(state.outcome)) return
		this.numbers.set(number, { ...state, outcome: asSeen(number, state.outcome, seen, state.tokens?.length) })
	}

	#settle({ number, row, outcome, at }: Extract<JournalRecord, { type: "outcome" }>): void {
		this.values.delete(number)
		if (outcome.kind === "created" || outcome.kind === "renumbered") this.hasCreated = true
		const before = this.numbers.get(number)
		const attempt = before?.attempt ?? 0
		if (outcome.kind !== "unknown") {
			const kept = "cards" in outcome && outcome.cards ? { ...outcome, cards: compactCards(outcome.cards) } : outcome
			// Which of several customers it made, if any, is not known.
			const doubted = outcome.kind === "conflict" ? doubtIn(before) : undefined
			const open = isMapped(outcome) ? undefined : (doubted ?? endedDoubt(before))
			this.numbers.set(number, { kind: "settled", row, attempt, outcome: kept, ...tokensOf(before), ...ended(open) })
			return
		}
		// An unknown row is still in doubt, as long ago as before, so that a later session looks again.
		const { code, message, other } = outcome
		const found = { code, message, other, ...searchOf(outcome) }
		const refused = before?.kind === "settled" && isRefused(before.outcome) ? ({ refused: true } as const) : {}
		const sent =
			before?.kind === "doubt" || before?.kind === "in-flight"
				? before
				: { listed: false, at: Date.parse(at), ...refused, ...ended(endedDoubt(before)) }
		this.numbers.set(number, this.#doubt({ ...sent, row, attempt }, { ...found, at: sent.at }))
	}

	/** How a customer is not there as it should be, as it was looked for last, by this run or another one. */
	amissOf(number: string): Amiss | undefined {
		const heard = this.heard.get(number)
		return heard ? heard.amiss : this.look?.amiss.get(number)
	}

	/** Whether somebody looked for a customer since the last change. */
	isLookedFor(number: string): boolean {
		return this.look !== undefined || this.heard.has(number)
	}

	/** Whether what was seen then is later than all that is known of a customer here. */
	isNews(number: string, at: string): boolean {
		const known = this.heard.get(number)?.at ?? this.#changed.get(number) ?? this.lookedAt ?? ""
		return at > known
	}

	get(number: string): NumberState | undefined {
		return this.numbers.get(number)
	}

	/** How the number ended, without reading more of it; nothing while it is not settled. */
	kind(number: string): OutcomeKind | undefined {
		const packed = this.numbers.kind(number)
		if (packed !== undefined) return outcomeKinds[packed]
		const state = this.numbers.others.get(number)
		return state?.kind === "settled" ? state.outcome.kind : undefined
	}

	/** How the number ended so far, as of `outcome`. */
	ended(number: string): OutcomeKind | undefined {
		return this.kind(number) ?? outcomeOf(this.numbers.others.get(number))?.kind
	}

	/** Whether the customer of this number exists. */
	readonly isMapped = (number: string): boolean => {
		const kind = this.kind(number)
		return kind !== undefined && isMappedKind(kind)
	}

	/** How the number ended so far; nothing while it is still to be sent. */
	outcome(number: string): Outcome | undefined {
		return outcomeOf(this.numbers.get(number))
	}

	/** In what a customer, or a card of it, is other than it was sent, and no person accepted it; another card is accepted of one customer at a time. */
	unaccepted(number: string, returned: Returned): readonly string[] {
		return this.proof.told(returned).filter((field) => !this.said.isRight(number, field))
	}

	/** The numbers in doubt for which no answer is awaited. */
	*doubts(): Iterable<[string, Doubt]> {
		for (const [number, state] of this.numbers.others) if (state.kind === "doubt") yield [number, state]
	}

	/** The numbers that ended in one of these ways. @param unlisted those whom no listing has as they are known */
	*settled(wanted: (kind: OutcomeKind) => boolean, unlisted = false): Iterable<[number: string, state: Settled]> {
		const mark = unlisted ? marks.listed : undefined
		for (const [number, state] of this.numbers.entries((kind) => wanted(outcomeKinds[kind] ?? "unknown"), mark))
			if (state.kind === "settled") yield [number, state]
		for (const [number, state] of this.numbers.others)
			if (state.kind === "settled" && wanted(state.outcome.kind)) yield [number, state]
	}

	/** All that is known of numbers but those that are marked so. */
	*unmarked(mark: Mark): Iterable<[number: string, state: NumberState]> {
		yield* this.numbers.entries(() => true, mark)
		yield* this.numbers.others
	}

	/** Numbers by their outcomes so far; those in doubt are `unknown`. */
	get counts(): Record<OutcomeKind, number> {
		const counts = noCounts()
		for (const [place, kind] of outcomeKinds.entries()) counts[kind] = this.numbers.packed(place)
		for (const state of this.numbers.others.values()) {
			const kind = outcomeOf(state)?.kind
			if (kind) counts[kind] += 1
		}
		return counts
	}

	/** The numbers whose customers exist. @param unlisted as of `settled` */
	*mapped(wanted = isMappedKind, unlisted = false): Iterable<Exists> {
		for (const [number, state] of this.settled(wanted, unlisted)) {
			const exists = this.existing(number, state)
			if (exists) yield exists
		}
	}

	/** What is known of a customer who exists, by its number. */
	existing(number: string, state = this.numbers.get(number)): Exists | undefined {
		if (state?.kind !== "settled" || !isMapped(state.outcome)) return undefined
		const { row, outcome, tokens } = state
		return { number, row, outcome, cards: expectedCards(outcome, tokens, this.cards.addedTo(number)) }
	}

	/** Nothing of this run was applied or may have been: its environment may still be corrected. */
	get untouched(): boolean {
		if (!this.cards.sent().next().done) return false
		for (const state of this.numbers.values())
			if (state.kind !== "free" && !(state.kind === "settled" && !isMapped(state.outcome) && state.attempt === 0))
				return false
		return true
	}
}

/** Whether a number is known to be this very customer. */
function isThis(state: NumberState | undefined, id: string, given: string | undefined): boolean {
	if (state?.kind !== "settled" || !isMapped(state.outcome) || state.outcome.id !== id) return false
	return given === undefined || ("given" in state.outcome && state.outcome.given === given)
}

function ended(doubt: Doubt | undefined): { readonly ended?: Doubt } {
	return doubt ? { ended: doubt } : {}
}
