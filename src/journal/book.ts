import { isDeepStrictEqual } from "node:util"
import type { SaidThere } from "../contract/card-word.ts"
import type { Lacking, LackingCard, LaterCard } from "../contract/lacking.ts"
import type { StoredCard } from "../contract/outcome.ts"
import { count, list, name, object, oneOf, text, yesNo } from "../contract/packed/fields.ts"
import { type Codec, PackedMap } from "../contract/packed/packed-map.ts"
import { card } from "../contract/packed/settled.ts"
import type { CardOfToken, LedgerEntry, NeverSent, Refused } from "../contract/ports.ts"
import { isLater, type Sighting } from "../contract/sighting.ts"
import { nearKey } from "../customer/duplicates.ts"
import type { LedgerRecord, Registered } from "./ledger-records.ts"
import type { OwnCreated } from "./own-created.ts"
import type { Mark } from "./witness.ts"

const entries: Codec<LedgerEntry> = {
	kind: () => 0,
	...object<LedgerEntry>({
		state: oneOf(["exists", "unknown"]),
		id: text,
		run: name,
		listed: yesNo,
		under: text,
		isBare: yesNo,
		cards: count,
		made: list(card),
		other: object<NonNullable<NeverSent["other"]>>({ number: text, id: text }),
		sentAs: text,
	}),
}
const tokens: Codec<string> = { kind: () => 0, ...text }
const cards: Codec<StoredCard> = { kind: () => 0, ...card }
const several: Codec<readonly string[]> = { kind: () => 0, ...list(text) }

/** A card that was sent to be added, and of which the run does not know whether it was stored. */
export interface DoubtedCard {
	readonly number: string
	readonly token: string
	readonly run: string
}

/** What a ledger says: a fold over its records, kept up to date with every record that is appended. */
export class Book {
	/** What the ledger calls itself. */
	instance: string | undefined
	/** The names of ledgers whose place it took. */
	readonly replaced = new Set<string>()
	readonly entries = new PackedMap(entries)
	/** Runs that were begun or resumed and are not, or not all, in the entries. */
	readonly unmerged = new Map<string, Registered>()
	/** Lost runs for which a listing answered, or a person: whatever their journals say, nobody waits for them. */
	readonly answered = new Set<string>()
	/** How far the journal of each run was at least. */
	readonly marks = new Map<string, Mark>()
	/** Every run that there was, as it was begun or resumed last. */
	readonly runs = new Map<string, Registered>()
	/** The numbers whose canonical spelling is another one, by it. */
	readonly #spellings = new PackedMap(several)
	/** The numbers that card tokens were sent for. */
	readonly #tokens = new PackedMap(tokens)
	/** The card tokens that were sent to be added to customers who exist, by number. */
	readonly #added = new PackedMap(several)
	/** Beside which others the file had a card token that was sent to be added, by that: it is in the place of none of these. */
	readonly #beside = new PackedMap(several)
	/** What the cards are that came of tokens that were sent to be added, by token. */
	readonly #stored = new PackedMap(cards)
	/** By token, of which cards of whom a person said that one of them is that of the token. */
	readonly #said = new Map<string, SaidThere>()
	/** By customer number. */
	readonly #saidOf = new Map<string, Set<string>>()
	/** The card tokens that were sent to be added, and of which the run does not know whether their cards were stored: by number, then token. */
	readonly #doubted = new Map<string, Map<string, string>>()
	/** The card tokens of which a person said that their cards were not stored, each with its customer number and the run that may send it once more. */
	readonly #absentCards = new Map<string, { readonly number: string; readonly run: string }>()
	/** The card tokens that customers were refused with, whatever for, by number; but those that were sent once more since. */
	readonly #refused = new Map<string, Set<string>>()
	/** The card tokens with which customers were created who had been refused, or whose rows had been given back, by number. */
	readonly #renewed = new Map<string, readonly string[]>()
	/** Customers whom a run made anew, after another one had made the number. */
	readonly #remade = new Set<string>()
	/** Whom one run had in doubt, and another one found; with the one that made it, where a listing before it was sent tells that. */
	readonly cleared = new Map<string, string | undefined>()
	/** How card tokens were refused, by token. */
	readonly #refusals = new Map<string, Refused>()
	/** Cards that were sent and are not there, for all that the runs know that sent them: by number, then run. */
	readonly #lacking = new Map<string, Map<string, Lacking>>()
	/** The customer numbers under which rows of earlier runs were sent, by these. */
	readonly #origins = new Map<string, string>()
	/** Customers who are, or once were, other at Intergiro than the entries have them, as they were seen last. */
	readonly sightings = new Map<string, Sighting>()
	/** By whose run a person said that a number is not there: said once, it ends what was in doubt then and nothing later. */
	readonly #absent = new Set<string>()

	/** @param own whom the run that is open created: they are no entries */
	constructor(private readonly own?: OwnCreated) {}

	apply(record: LedgerRecord): void {
		switch (record.type) {
			case "ledger":
				this.instance = record.instance
				for (const one of record.replaces ?? []) this.replaced.add(one)
				break
			case "run":
				this.runs.set(record.run, record)
				this.answered.delete(record.run)
				this.unmerged.set(record.run, record)
				this.#mark(record.run, record.journal)
				break
			case "mark":
				this.#mark(record.run, record.journal)
				break
			case "merged":
				this.unmerged.delete(record.run)
				if (!record.journal) this.#giveUp(record.run)
				this.#mark(record.run, record.journal)
				break
			case "listed":
				for (const run of record.runs) {
					this.unmerged.delete(run)
					this.answered.add(run)
				}
				break
			case "merge": {
				const { run, exists, unknown, absent = [], refused = [], refusals = [], cards = [], origins = [] } = record
				const { stored = [], doubted = [], settled = [], found = [], lacking = [], seen = [], said = [] } = record
				const { absentCards = [] } = record
				for (const [number, id, tokens, cards] of exists) {
					const count = tokens === undefined ? {} : tokens.length === 0 ? { isBare: true } : { cards: tokens.length }
					const made = cards === undefined ? count : { ...count, made: cards }
					this.#exists(number, { state: "exists", id, run, ...made }, tokens)
				}
				for (const [number, id, under] of found) this.#found(number, id, under)
				for (const [number, listed, tokens, why] of unknown)
					this.#unknown(number, { state: "unknown", run, listed, ...why }, tokens)
				for (const [number, tokens] of [...refused, ...cards]) this.#spend(number, tokens)
				for (const [number, tokens] of refused)
					this.#refused.set(number, new Set([...(this.#refused.get(number) ?? []), ...tokens]))
				for (const [number, tokens, beside] of cards) {
					this.#added.set(number, [...(this.#added.get(number) ?? []), ...tokens])
					if (beside) for (const token of tokens) this.#beside.set(token, beside)
				}
				for (const [token, card] of stored) this.#stored.set(token, card)
				for (const [token, number, cards] of said) this.#say(token, number, cards)
				for (const [number, tokens] of doubted) for (const token of tokens) this.#doubt(number, token, run)
				for (const [number, tokens] of settled) for (const token of tokens) this.#doubted.get(number)?.delete(token)
				for (const [number, token, isAbsent] of absentCards)
					if (isAbsent) this.#absentCards.set(token, { number, run })
					else this.#absentCards.delete(token)
				for (const [number, tokens, count] of lacking) this.#lack(number, run, tokens, count)
				for (const [number, tokens, refusal] of refusals)
					for (const token of tokens) this.#refusals.set(token, { number, run, refusal })
				for (const [origin, number, tokens = []] of origins) {
					if (this.numberOf(origin) === undefined) this.#origins.set(origin, number)
					this.#renew(number, tokens)
				}
				for (const [number, sighting] of seen) this.#see(number, { ...sighting, run })
				for (const number of absent) {
					this.#forget(number, run)
					this.#absent.add(absentKey(run, number))
				}
			}
		}
	}

	knows(run: string): boolean {
		return this.runs.has(run)
	}

	/** Runs that were begun after one. */
	laterThan(run: string): readonly Registered[] {
		const runs = [...this.runs.values()]
		return runs.slice(runs.findIndex((one) => one.run === run) + 1)
	}

	/** Numbers that are another spelling of this one, and not the number itself; but those that the run that is open created. */
	spellings(number: string): readonly string[] {
		const spelling = nearKey(number)
		const found = this.#spellings.get(spelling) ?? []
		return [spelling, ...found].filter((one) => one !== number && this.entries.has(one))
	}

	/** Whether it is known by this run that a person says that a number is not there. */
	hasWord(run: string, number: string): boolean {
		return this.#absent.has(absentKey(run, number))
	}

	lookup(number: string): LedgerEntry | undefined {
		return this.entries.get(number) ?? this.own?.lookup(number)
	}

	sentFor(token: string): string | undefined {
		return this.#tokens.get(token) ?? this.own?.sentFor(token)
	}

	/** Card tokens that were sent to be added to a customer, and not refused. */
	addedTo(number: string): readonly string[] {
		return (this.#added.get(number) ?? []).filter((token) => !this.#refusals.has(token))
	}

	/** All that were sent to be added. */
	sentTo(number: string): readonly string[] {
		return this.#added.get(number) ?? []
	}

	/** The card that came of a token, added or the only one of a creation; nothing where it was refused, is in doubt, or nobody knows. */
	cardOf(token: string): CardOfToken | undefined {
		const number = this.sentFor(token)
		if (number === undefined || this.#refusals.has(token) || this.#absentCards.has(token)) return undefined
		if (this.#added.get(number)?.includes(token)) {
			const isOpen = this.#doubted.get(number)?.has(token)
			return isOpen ? undefined : { isAdded: true, card: this.#stored.get(token) ?? {} }
		}
		if (this.isRefused(token)) return undefined
		const entry = this.lookup(number)
		const renewed = this.#renewed.get(number)
		const isOfThis = renewed === undefined ? !this.#remade.has(number) : renewed.includes(token)
		const [card] = (entry?.state === "exists" && entry.cards === 1 && isOfThis && entry.made) || []
		return card && { isAdded: false, card }
	}

	saidThere(token: string): SaidThere | undefined {
		return this.#said.get(token)
	}

	/** Whether it is known of these cards. */
	hasSaid(token: string, number: string, cards: readonly StoredCard[]): boolean {
		const said = this.#said.get(token)
		return said?.number === number && said.cards.some((one) => isDeepStrictEqual(one, cards))
	}

	/** The tokens of a customer of which a person said so. */
	saidOf(number: string): readonly string[] {
		return [...(this.#saidOf.get(number) ?? [])]
	}

	/** Customers of whom a person said so. */
	allSaidOf(): Iterable<string> {
		return this.#saidOf.keys()
	}

	#say(token: string, number: string, cards: readonly StoredCard[]): void {
		const before = this.#said.get(token)
		this.#said.set(token, { number, cards: [...(before?.number === number ? before.cards : []), cards] })
		if (before !== undefined) this.#saidOf.get(before.number)?.delete(token)
		this.#saidOf.set(number, new Set([...(this.#saidOf.get(number) ?? []), token]))
	}

	/** Whether that is all that it can know. */
	hasStored(token: string): boolean {
		return this.#stored.has(token)
	}

	/** Those of a creation after a refusal, and of those that were added, that were sent after this one, and neither refused nor in doubt. */
	sentSince(number: string, token = ""): readonly LaterCard[] {
		const [renewed, added] = [this.#renewed.get(number), this.#added.get(number)]
		if (renewed === undefined && added === undefined) return []
		const sent = [...(renewed ?? []), ...(added ?? [])]
		const place = sent.indexOf(token)
		return sent.slice(place + 1).flatMap((one): LaterCard[] => {
			if (this.#refusals.has(one) || this.isRefused(one) || this.#doubted.get(number)?.has(one)) return []
			if (this.#absentCards.has(one)) return []
			const beside = this.#beside.get(one)
			if (beside?.includes(token)) return []
			const [{ card } = {}, lacking] = [this.cardOf(one), this.lackingFor(number, one)]
			const isMade = renewed?.includes(one)
			const isAnew = place < 0 && this.#remade.has(number) && isMade
			return [
				{
					token: one,
					...(card ? { card } : {}),
					...(lacking ? { lacking } : {}),
					...(isMade ? { isMade } : {}),
					...(isAnew ? { isAnew } : {}),
					...(beside ? { beside } : {}),
				},
			]
		})
	}

	/** Whether the customer for whom a card token was sent last was refused. */
	isRefused(token: string): boolean {
		return this.#refused.get(this.sentFor(token) ?? "")?.has(token) ?? false
	}

	/** The cards of a customer of which a run does not know whether they were stored. */
	doubtsAbout(number: string): readonly DoubtedCard[] {
		return Array.from(this.#doubted.get(number) ?? [], ([token, run]) => ({ number, token, run }))
	}

	/** Those that are in doubt in one run. */
	doubtsOf(run: string): readonly DoubtedCard[] {
		return [...this.#doubted.keys()].flatMap((number) => this.doubtsAbout(number).filter((card) => card.run === run))
	}

	/** The run that may send a card of a customer once more, as by a person's word it was not stored. */
	absentFor(number: string, token: string): string | undefined {
		const absent = this.#absentCards.get(token)
		return absent?.number === number ? absent.run : undefined
	}

	lackingFor(number: string, token: string): LackingCard | undefined {
		for (const [run, { tokens, count }] of this.#lacking.get(number) ?? [])
			if (tokens.includes(token)) {
				const isMaker = this.#isMaker(number, run) ? ({ isMaker: true } as const) : {}
				return { run, isMissing: count === tokens.length, ...isMaker }
			}
		return undefined
	}

	/** Whether what a run sent without an answer made the customer, as a complete listing before that did not hold the number. */
	#isMaker(number: string, run: string): boolean {
		const entry = this.lookup(number)
		return entry?.state === "unknown" ? entry.run === run && entry.listed : this.cleared.get(number) === run
	}

	/** Whether a card that was sent for a customer is not there, for all that the run knows that sent it. */
	isLacking(number: string): boolean {
		return this.#lacking.has(number)
	}

	/** What one run said of a customer's cards that are not there. */
	lackingOf(number: string, run: string): Lacking | undefined {
		return this.#lacking.get(number)?.get(run)
	}

	/** Those whom a run made anew, after another one had made the number. */
	remade(): ReadonlySet<string> {
		return this.#remade
	}

	/** The customers of whom there is more to say than that they exist: among them those whose cards were refused, or are in doubt. */
	*unusual(): Generator<string> {
		yield* this.sightings.keys()
		yield* this.#lacking.keys()
		yield* this.#doubted.keys()
		yield* this.#remade
		for (const { number, isAdded } of this.#refusedCards()) if (isAdded) yield number
	}

	*#refusedCards(): Generator<Refused> {
		for (const token of this.#refusals.keys()) {
			const refused = this.refusedFor(token)
			if (refused) yield refused
		}
	}

	/** The customers of whom it said so. */
	lackingIn(run: string): readonly string[] {
		return [...this.#lacking.keys()].filter((number) => this.lackingOf(number, run) !== undefined)
	}

	refusedFor(token: string): Refused | undefined {
		const refused = this.#refusals.get(token)
		return refused && this.#added.get(refused.number)?.includes(token) ? { ...refused, isAdded: true } : refused
	}

	/** Nothing where the customer neither exists nor may exist. */
	numberOf(origin: string): string | undefined {
		const number = this.#origins.get(origin)
		return number !== undefined && this.lookup(number) !== undefined ? number : undefined
	}

	/** Who created a number is who had it first, under its id. */
	#exists(number: string, entry: Extract<LedgerEntry, { state: "exists" }>, tokens: readonly string[] = []): void {
		const before = this.lookup(number)
		const isOwn =
			before === undefined && !entry.isBare && this.own?.run === entry.run && this.own.take(number, entry.id)
		const isOther = before?.state !== "exists" || before.id !== entry.id
		if (!isOwn && isOther) this.#enter(number, entry)
		if (before?.state === "unknown" && before.run !== entry.run)
			this.cleared.set(number, before.listed ? before.run : undefined)
		// What was seen of another one says nothing of this one.
		if (isOther && !this.sightings.get(number)?.found.includes(entry.id)) this.sightings.delete(number)
		this.#absent.delete(absentKey(entry.run, number))
		this.#spend(number, tokens)
		const isRemade = isOther && before?.state === "exists" && (tokens.length > 0 || entry.isBare)
		if (isRemade) this.#remake(number)
		// Who is known under this very id was made with what is known of that.
		if (isRemade || (isOther && this.#refused.has(number))) this.#renew(number, tokens)
	}

	/** What was added to the one before, or is not there, is not of this customer. */
	#remake(number: string): void {
		this.#remade.add(number)
		this.#renewed.delete(number)
		this.#added.delete(number)
		this.#lacking.delete(number)
	}

	/** A customer was made after all. */
	#renew(number: string, tokens: readonly string[]): void {
		const before = this.#renewed.get(number) ?? []
		const renewed = tokens.filter((token) => !before.includes(token))
		if (renewed.length > 0) this.#renewed.set(number, [...before, ...renewed])
		for (const token of tokens) this.#refused.get(number)?.delete(token)
	}

	#found(number: string, id: string, under: string): void {
		const entry = this.lookup(number)
		if (entry?.state === "exists" && entry.id === id) this.entries.set(number, { ...entry, under })
	}

	#see(number: string, sighting: Sighting): void {
		if (isLater(sighting, this.sightings.get(number))) this.sightings.set(number, sighting)
	}

	/** A doubt never takes the place of knowledge. */
	#unknown(number: string, entry: LedgerEntry, tokens: readonly string[] = []): void {
		if (this.lookup(number) === undefined) this.#enter(number, entry)
		this.#absent.delete(absentKey(entry.run, number))
		this.#spend(number, tokens)
		// Whoever finds the customer does not know by that whether its cards were stored.
		if (tokens.length > 0) this.#lack(number, entry.run, tokens, undefined)
	}

	#enter(number: string, entry: LedgerEntry): void {
		const isNew = !this.entries.has(number)
		this.entries.set(number, entry)
		const spelling = nearKey(number)
		if (!isNew || spelling === number) return
		const others = this.#spellings.get(spelling) ?? []
		if (!others.includes(number)) this.#spellings.set(spelling, [...others, number])
	}

	#doubt(number: string, token: string, run: string): void {
		const tokens = this.#doubted.get(number) ?? new Map<string, string>()
		this.#doubted.set(number, tokens.set(token, run))
	}

	#lack(number: string, run: string, tokens: readonly string[], count: number | undefined): void {
		const runs = this.#lacking.get(number) ?? new Map<string, Lacking>()
		if (tokens.length === 0) runs.delete(run)
		else runs.set(run, { tokens, ...(count === undefined ? {} : { count }) })
		if (runs.size === 0) this.#lacking.delete(number)
		else this.#lacking.set(number, runs)
	}

	/** Nobody waits for the run any more, nor for what is in doubt there. */
	#giveUp(run: string): void {
		this.answered.add(run)
		for (const { number, token } of this.doubtsOf(run)) this.#doubted.get(number)?.delete(token)
	}

	#spend(number: string, tokens: readonly string[]): void {
		for (const token of tokens) if (this.sentFor(token) === undefined) this.#tokens.set(token, number)
	}

	/** A doubt, or what a person said in the same run before: what another run created stays. */
	#forget(number: string, run: string): void {
		const entry = this.entries.get(number)
		if (entry?.state !== "unknown" && entry?.run !== run) return
		this.entries.delete(number)
		this.cleared.delete(number)
		this.#lacking.delete(number)
		this.sightings.delete(number)
		for (const [token, sentFor] of this.#tokens) if (sentFor === number) this.#tokens.delete(token)
	}

	#mark(run: string, journal: Mark | undefined): void {
		if (journal) this.marks.set(run, journal)
	}
}

function absentKey(run: string, number: string): string {
	return `${run} ${number}`
}
