import { holdsCards } from "../contract/cards.ts"
import type { Exists, ExpectedCards } from "../contract/expected.ts"
import { isByPerson, listedNumber, type Mapped, type StoredCard } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"
import type { Amiss, Seen } from "../contract/record.ts"
import type { Creatable } from "../customer/creatable.ts"
import { nearKey } from "../customer/duplicates.ts"

/** What a listing says of a customer who exists by the journal. */
export interface Judged {
	/** It is not listed as it should be. */
	readonly amiss?: Amiss
	/** Something else was known of it. */
	readonly seen?: Seen
}

/** Compares those who exist by the journal with a complete listing. */
export class Judge {
	readonly #byId = new Map<string, Listed>()

	/**
	 * @param ids looked for under any number
	 * @param sent what the file has of those whom a person named, by number
	 */
	constructor(
		private readonly customers: ReadonlyMap<string, readonly Listed[]>,
		ids: ReadonlySet<string>,
		private readonly sent: ReadonlyMap<string, Creatable>,
	) {
		if (ids.size === 0) return
		for (const found of customers.values())
			for (const customer of found) if (ids.has(customer.id)) this.#byId.set(customer.id, customer)
	}

	/** @param hasAdded cards were added to it in this run */
	of(exists: Exists, hasAdded: boolean): Judged {
		const { number, outcome, cards } = exists
		const { id } = outcome
		const expected = listedNumber(number, outcome)
		const elsewhere = this.#byId.get(id)
		const isElsewhere = elsewhere !== undefined && elsewhere.number !== expected
		const as = isElsewhere && isSame(number, outcome, elsewhere.number) ? elsewhere.number : expected
		const there = this.customers.get(as) ?? []
		const found = there.map((customer) => customer.id)
		const customer = there.find((one) => one.id === id)
		const seen = customer && seenOf(exists, customer, hasAdded, this.sent.get(number))
		const renamed = as === expected ? seen : { ...seen, as }
		const said = renamed && Object.keys(renamed).length > 0 ? { seen: renamed } : {}
		if (found.length !== 1 || found[0] !== id) {
			const under = isElsewhere && as === expected ? { under: elsewhere.number } : {}
			return { amiss: { found, ...under }, ...said }
		}
		const stored = customer?.cards
		const isLess = stored !== undefined && cards !== undefined && lacks(stored, cards)
		return { ...(isLess ? { amiss: { found, cards: stored.length } } : {}), ...said }
	}
}

/**
 * Whether another number that an id is listed under is no other one: the file's own, where an answer named another; or a spelling of it, where a
 * person was asked about that and said that it is the same customer.
 */
function isSame(number: string, outcome: Mapped, listed: string): boolean {
	return listed === number || (isByPerson(outcome) && nearKey(listed) === nearKey(number))
}

/** Who was there before may have another address; whoever was sent came back with all of its contact. */
const ofPerson = /^contact\.(name|email)\b/
const ofContact = /^contact\./

/** What the listing says that was not known, or otherwise. What older answers left unsaid of a customer as it should be stays so. */
function seenOf(
	{ outcome, cards: expected }: Exists,
	{ status, cards, compare }: Listed,
	hasAdded: boolean,
	sent: Creatable | undefined,
): Seen {
	const isOpen = outcome.kind === "existing" || isByPerson(outcome)
	const isNews =
		cards !== undefined &&
		(outcome.cards
			? hasAdded || cards.length !== outcome.cards.length || !holdsCards(cards, outcome.cards)
			: isOpen || hasAdded || (expected !== undefined && lacks(cards, expected)))
	const compared = outcome.kind === "existing" ? ofPerson : ofContact
	const differs = sent ? (compare?.(sent) ?? []).filter((path) => compared.test(path)) : []
	return {
		...(isOpen && outcome.status === undefined && status !== undefined ? { status } : {}),
		...(isNews ? { cards } : {}),
		...(differs.length > 0 ? { differs } : {}),
	}
}

/** Of a customer whom the run created the number counts, as its cards were compared when they came back; an added card has to be there. */
function lacks(stored: readonly StoredCard[], { count, isExact, known }: ExpectedCards): boolean {
	return stored.length < count || (!isExact && !holdsCards(stored, known))
}
