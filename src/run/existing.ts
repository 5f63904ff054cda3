import type { Spelled } from "../contract/outcome.ts"
import {
	type Entry,
	type LedgerAnswers,
	type LedgerEntry,
	type LedgerPort,
	type Listed,
	originOf,
} from "../contract/ports.ts"
import { isOfPerson, othersIn, type Sighting } from "../contract/sighting.ts"
import type { RunState } from "../contract/state.ts"
import type { Hash } from "../contract/values.ts"
import type { Creatable } from "../customer/creatable.ts"
import { nearKey } from "../customer/duplicates.ts"
import { asListed } from "./as-known.ts"
import { cardName } from "./card-words.ts"
import { fileCard } from "./file-cards.ts"
import { knownCards, withOthers } from "./known-cards.ts"
import { listedIn } from "./listed-in.ts"
import type { Knowledge } from "./plan.ts"
import { withNone } from "./values-seen.ts"

/** Where what is known of a customer comes from. */
export interface Sources {
	readonly ledger: LedgerAnswers
	readonly state: RunState
	readonly run?: string
	hashToken(token: string): string
}

/**
 * What existed before anything was sent, as a complete listing found it: only what concerns the file. Where there was none, what any run saw of a
 * customer last stands for it.
 */
export class Existing {
	/** There was a complete listing. */
	isListed = false
	#byNumber: ReadonlyMap<string, readonly Listed[]> = new Map()
	/** Whom this run created and who was not listed; nothing where all who were listed are kept. */
	#absent: ReadonlySet<string> | undefined
	readonly #bySpelling = new Map<string, Listed[]>()
	readonly #byId = new Map<string, Listed>()

	/** @param absent where whoever is as the run created it is not kept: whom it created and who was not listed */
	take(customers: ReadonlyMap<string, readonly Listed[]>, absent?: ReadonlySet<string>): void {
		this.isListed = true
		this.#byNumber = customers
		this.#absent = absent
		this.add(customers)
	}

	/** What a later listing found: it may be somebody in another spelling. */
	add(customers: ReadonlyMap<string, readonly Listed[]>): void {
		for (const [number, found] of customers) {
			const spelling = nearKey(number)
			const others = this.#bySpelling.get(spelling) ?? []
			this.#bySpelling.set(spelling, [...others.filter(({ id }) => found.every((one) => one.id !== id)), ...found])
			for (const customer of found) this.#byId.set(customer.id, customer)
		}
	}

	/** All that is known of a customer apart from the run's own journal. */
	knowledgeOf(entry: Pick<Entry, "number"> & Partial<Entry>, { ledger, state, run, hashToken }: Sources): Knowledge {
		const { number, creatable } = entry
		const inLedger = ledger.lookup(number)
		const origins = entry.origins ?? (run === undefined ? [] : rowsOf(entry).map((row) => originOf(run, row)))
		const sentAs = origins.map((origin) => ledger.numberOf(origin)).find((one) => one !== undefined)
		const inLedgerAs = sentAs === undefined || sentAs === number ? undefined : ledger.lookup(sentAs)
		const sighted = ledger.sighting(number)
		const sighting = this.isListed ? undefined : sighted
		const cardOf = (token: string) => fileCard({ ledger, state, hashToken }, number, token)
		const counted = (one: Listed) => withOthers(one, knownCards({ state, ledger }, number, one.id), cardOf)
		const seen = sighting && listedIn(number, sighting, hashToken).map(counted)
		const told = (one: Listed) => counted(withTold(one, sighted, hashToken))
		const byId = this.#listedOf(number, inLedger, state)
		const alike = this.#bySpelling.get(nearKey(number)) ?? []
		const spellings = [
			...alike.filter((one) => one.number !== number).map((one) => spelled(one, creatable)),
			...ledger.spellings(number).map((other): Spelled => {
				const entry = ledger.lookup(other)
				const there = this.#listedOf(other, entry, state)
				if (there) return { ...spelled(there, creatable), number: other }
				return { number: other, ...(entry?.state === "exists" ? { id: entry.id } : {}) }
			}),
		]
		const cards = (creatable?.method ?? []).map(({ card }) => card)
		const tokens = cards.map(hashToken)
		const refused = cards.filter((_, index) => ledger.refusedFor(tokens[index] ?? "") !== undefined)
		return {
			listedById: seen ? seen.find((one) => isOf(inLedger, one)) : byId && told(byId),
			listed: seen ? seen.filter((one) => one.number === number) : this.#listed(number, state)?.map(told),
			isListed: this.isListed,
			...(seen ? { isGone: seen.length === 0 } : {}),
			...(sighting?.at === undefined ? {} : { seenAt: Date.parse(sighting.at) }),
			ledger: inLedger,
			...(run === undefined ? {} : { run }),
			...sentAsOf(inLedger, ledger),
			isSameRow: sentAs === number,
			...(sentAs !== undefined && inLedgerAs
				? {
						mended: {
							number: sentAs,
							ledger: inLedgerAs,
							...this.#mended(sentAs, inLedgerAs, { ledger, state, hashToken }),
						},
					}
				: {}),
			spellings: spellings.filter((other) => !isSentHere(state, other.number)),
			sentFor: tokens.map((token) => ledger.sentFor(token)).filter((sentFor) => sentFor !== undefined),
			...this.#sentAsOther(entry, tokens, { ledger, state, hashToken }),
			refused: refused[0] === undefined ? undefined : ledger.refusedFor(hashToken(refused[0])),
			...(refused[0] !== undefined && refused.length < cards.length
				? { refusedCard: cardName(refused[0], cards) }
				: {}),
		}
	}

	/** Somebody of another number for whom a card token of the rows was sent, be it one that a person replaced. */
	#sentAsOther(
		{ number, replaced = [] }: Pick<Entry, "number" | "replaced">,
		tokens: readonly string[],
		{ ledger, state, hashToken }: Pick<Sources, "ledger" | "state" | "hashToken">,
	): Pick<Knowledge, "sentAsOther"> {
		const of = (tokens: readonly string[]) =>
			tokens
				.map((token) => ledger.sentFor(token))
				.find((other) => other !== undefined && other !== number && ledger.lookup(other) !== undefined)
		const other = of(tokens)
		if (other !== undefined) return { sentAsOther: { number: other, isReplaced: false } }
		const before = of(replaced.map(hashToken))
		// Of two rows of this very file a person may have exchanged the cards.
		if (before === undefined || state.get(before) !== undefined) return {}
		return { sentAsOther: { number: before, isReplaced: true } }
	}

	/** A customer under whose number the row was sent since. */
	#mended(
		number: string,
		entry: LedgerEntry,
		{ ledger, state, hashToken }: Pick<Sources, "ledger" | "state" | "hashToken">,
	) {
		const sighting = this.isListed ? undefined : ledger.sighting(number)
		if (sighting === undefined) {
			const listed = this.#listedOf(number, entry, state)
			return { listed, isGone: this.isListed && listed === undefined }
		}
		const listed = listedIn(number, sighting, hashToken).find((one) => isOf(entry, one))
		return { listed, isGone: sighting.found.length === 0 }
	}

	/** A customer that the ledger has, as the listing has it. */
	#listedOf(number: string, entry: LedgerEntry | undefined, state: RunState): Listed | undefined {
		if (entry?.state !== "exists") return undefined
		return this.#byId.get(entry.id) ?? this.#own(number, state).find(({ id }) => id === entry.id)
	}

	#listed(number: string, state: RunState): readonly Listed[] | undefined {
		const kept = this.#byNumber.get(number)
		if (kept) return kept
		const own = this.#own(number, state)
		return own.length > 0 ? own : undefined
	}

	/** Whom this run created, where it need not be kept. */
	#own(number: string, state: RunState): readonly Listed[] {
		if (this.#absent === undefined || this.#absent.has(number) || state.kind(number) !== "created") return []
		const exists = state.existing(number)
		return exists ? [asListed(exists)] : []
	}
}

function sentAsOf(entry: LedgerEntry | undefined, { lookup }: Pick<LedgerPort, "lookup">): Pick<Knowledge, "sentAs"> {
	const number = entry?.state === "unknown" ? entry.sentAs : undefined
	const ledger = number === undefined ? undefined : lookup(number)
	return number === undefined || ledger === undefined ? {} : { sentAs: { number, ledger } }
}

/** With what only others know of it. Where nobody looked at its values, what came back otherwise stays told. */
function withTold(listed: Listed, sighting: Sighting | undefined, hash: Hash): Listed {
	if (sighting === undefined || listed.id !== sighting.id) return listed
	const one = withNone(listed, sighting, hash)
	const { compare } = one
	const told = othersIn(sighting).filter((path) => !isOfPerson(path))
	return told.length === 0 ? one : { ...one, compare: (sent) => [...new Set([...(compare?.(sent) ?? []), ...told])] }
}

function isOf(entry: LedgerEntry | undefined, { id }: Listed): boolean {
	return entry?.state === "exists" && entry.id === id
}

function spelled({ number, id, isPerson }: Listed, creatable: Creatable | undefined): Spelled {
	const isSame = creatable && isPerson?.(creatable)
	return { number, id, ...(isSame === undefined ? {} : { person: isSame ? "same" : "other" }) }
}

function rowsOf({ row, joined = [] }: Partial<Entry>): readonly number[] {
	return row === undefined ? [] : [row, ...joined]
}

/** This very file has that number as well, and it was sent: two customers that are told apart by their spelling, and the check said so. */
function isSentHere(state: RunState, number: string): boolean {
	const known = state.get(number)
	return known !== undefined && !(known.kind === "settled" && known.outcome.kind === "existing")
}
