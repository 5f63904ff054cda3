import { compactCards, holdsCards } from "../contract/cards.ts"
import type { Exists, ExpectedCards } from "../contract/expected.ts"
import { isByPerson, lacksWordOfCards, listedNumber, type Mapped, type StoredCard } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"
import type { Amiss, Seen } from "../contract/record.ts"
import { nearKey } from "../customer/duplicates.ts"

/** What a listing says of a customer who exists by the journal. */
export interface Judged {
	/** It is not listed as it should be. */
	readonly amiss?: Amiss
	/** Something else was known of it. */
	readonly seen?: Seen
}

/** With how many cards a customer can be listed. */
export interface MostCards {
	readonly most: number
	/** How many should be there, where that is known of those that all runs sent. */
	readonly count?: number
	/** Some of them were added to it in this run. */
	readonly hasAdded: boolean
}

/** Compares those who exist by the journal with a complete listing. */
export class Judge {
	readonly #byId = new Map<string, Listed>()

	/** @param ids looked for under any number */
	constructor(
		private readonly customers: ReadonlyMap<string, readonly Listed[]>,
		ids: ReadonlySet<string>,
	) {
		if (ids.size === 0) return
		for (const found of customers.values())
			for (const customer of found) if (ids.has(customer.id)) this.#byId.set(customer.id, customer)
	}

	/** The customer as it is listed. */
	listed(number: string, outcome: Mapped): Listed | undefined {
		return this.#find(number, outcome).customer
	}

	/**
	 * @param most cards that it can have
	 * @param differs in what it is other than the file; nothing where that was not compared
	 */
	of(exists: Exists, most: MostCards, differs?: readonly string[]): Judged {
		const { number, outcome, cards } = exists
		const { id } = outcome
		const { expected, elsewhere, as, there, customer } = this.#find(number, outcome)
		const isElsewhere = elsewhere !== undefined && elsewhere.number !== expected
		const found = there.map((customer) => customer.id)
		const itself = customer ?? elsewhere
		const seen = itself && seenOf(exists, itself, most, differs)
		const renamed = as === expected ? seen : { ...seen, as }
		const said = renamed && Object.keys(renamed).length > 0 ? { seen: renamed } : {}
		if (found.length !== 1 || found[0] !== id) {
			const under = isElsewhere && as === expected ? { under: elsewhere.number } : {}
			return { amiss: { found, ...under }, ...said }
		}
		// Of what the listing does not say it stays as it was read or answered last.
		const stored = customer?.cards ?? outcome.cards
		const isLess = stored !== undefined && cards !== undefined && lacks(stored, cards)
		return { ...(isLess ? { amiss: { found, cards: stored.length } } : {}), ...said }
	}

	/** The customer where it is listed, and who else is there. */
	#find(number: string, outcome: Mapped) {
		const { id } = outcome
		const expected = listedNumber(number, outcome)
		const elsewhere = this.#byId.get(id)
		const isElsewhere = elsewhere !== undefined && elsewhere.number !== expected
		const as = isElsewhere && isSame(number, outcome, elsewhere.number) ? elsewhere.number : expected
		const there = this.customers.get(as) ?? []
		return { expected, elsewhere, as, there, customer: there.find((one) => one.id === id) }
	}
}

/**
 * Whether another number that an id is listed under is no other one: the file's own, where an answer named another; or a spelling of it, where a
 * person was asked about that and said that it is the same customer.
 */
function isSame(number: string, outcome: Mapped, listed: string): boolean {
	return listed === number || (isByPerson(outcome) && nearKey(listed) === nearKey(number))
}

/** What the listing says that was not known, or otherwise. What older runs, which did not note their tokens, left unsaid stays so. */
function seenOf(
	{ outcome, cards: expected }: Exists,
	{ status, cards }: Listed,
	{ most, count, hasAdded }: MostCards,
	compared: readonly string[] | undefined,
): Seen {
	const before = compared ?? outcome.differs ?? []
	const isMore = cards !== undefined && cards.length > most
	const isKnown = count !== undefined || (expected === undefined ? Number.isFinite(most) : hasAdded)
	const isCounted = cards !== undefined && isKnown && cards.length >= Math.max(expected?.count ?? 0, count ?? 0)
	const counted = isMore ? ["method"] : []
	const differs = isMore || isCounted ? [...before.filter((path) => path !== "method"), ...counted] : compared
	const isOpen = outcome.kind === "existing" || isByPerson(outcome)
	const isNews =
		cards !== undefined &&
		(outcome.cards
			? hasAdded ||
				cards.length !== outcome.cards.length ||
				!holdsCards(cards, outcome.cards) ||
				isFuller(cards, outcome.cards)
			: isOpen ||
				hasAdded ||
				lacksWordOfCards(outcome) ||
				(expected !== undefined && (cards.length > 0 || lacks(cards, expected))))
	return {
		...(isOpen && outcome.status === undefined && status !== undefined ? { status } : {}),
		...(isNews ? { cards } : {}),
		// Of other cards than before it is told anew, although the same is to be said of them.
		...(differs && (isNews || differs.join() !== (outcome.differs ?? []).join()) ? { differs } : {}),
	}
}

/** Whether as many cards are told with more of each. */
function isFuller(stored: readonly StoredCard[], known: readonly StoredCard[]): boolean {
	const said = (cards: readonly StoredCard[]) => cards.flatMap((card) => Object.values(card)).length
	return said(compactCards(stored)) > said(compactCards(known))
}

/** Of a customer whom the run created the number counts, as its cards were compared when they came back; an added card has to be there. */
function lacks(stored: readonly StoredCard[], { count, isExact, known }: ExpectedCards): boolean {
	return stored.length < count || (!isExact && !holdsCards(stored, known))
}
