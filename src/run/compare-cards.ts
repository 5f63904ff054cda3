import { isOfCard } from "../contract/card-paths.ts"
import { cardDifferences, claimedCard } from "../contract/cards.ts"
import { countOthers } from "../contract/lacking.ts"
import { isMapped, type StoredCard } from "../contract/outcome.ts"
import type { Creatable } from "../customer/creatable.ts"
import type { Judged } from "./judge.ts"
import type { World } from "./session.ts"

type Compared = Pick<World, "entries" | "state" | "ledger" | "hashToken">

export interface JudgedCustomer extends Judged {
	readonly number: string
	readonly id: string
}

/**
 * Of those whose cards are listed otherwise than they were known: in what they are other than those that the run sent, by what their tokens
 * say of themselves and by what Intergiro answered. What is not told so far is put beside what was seen.
 */
export async function compareCards(
	world: Compared,
	judged: readonly JudgedCustomer[],
): Promise<readonly JudgedCustomer[]> {
	const open = new Set(judged.flatMap(({ number, seen, amiss }) => (seen?.cards && !amiss?.cards ? [number] : [])))
	if (open.size === 0) return judged
	const found = await differencesOf(world, judged, open)
	return judged.map((one) => {
		const differs = found.get(one.number)
		return differs ? { ...one, seen: { ...one.seen, differs } } : one
	})
}

/** Paths in the request by number, of those in whom they are not what is known of them. */
async function differencesOf(
	world: Compared,
	judged: readonly JudgedCustomer[],
	open: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const listed = new Map(judged.map(({ number, seen }) => [number, seen]))
	const found = new Map<string, readonly string[]>()
	for await (const batch of world.entries((number) => open.has(number)))
		for (const { number, creatable } of batch) {
			const outcome = world.state.outcome(number)
			const { cards, differs: seen } = listed.get(number) ?? {}
			if (cards === undefined || !open.has(number)) continue
			const told = (outcome && "differs" in outcome && outcome.differs) || []
			// None is missing any more.
			const differs = seen ?? told.filter((path) => path !== "method")
			// Where another run's card is there in the place of one that is missing, it is no other card than was sent.
			const later = countOthers(world.state, number, world.ledger.sentSince(number))
			const known = knownCards(world, number, creatable).filter(
				(one) => one.length + later <= cards.length || later === 0,
			)
			const others = known.flatMap((one) => cardDifferences(one, cards))
			const now = [...differs.filter((path) => !isOfCard(path)), ...new Set(others.filter(isOfCard))]
			if (now.join() !== differs.join()) found.set(number, now)
		}
	return found
}

/**
 * What is known of the cards that the run sent, by each who said something of them; nothing of those of a customer who was there before, or
 * where an older journal does not say which they were.
 */
function knownCards(
	{ state, hashToken }: Pick<World, "state" | "hashToken">,
	number: string,
	{ method }: Creatable,
): readonly (readonly StoredCard[])[] {
	const one = state.get(number)
	if (one?.kind !== "settled" || !isMapped(one.outcome) || one.outcome.kind === "existing") return []
	const added = state.cards.addedTo(number)?.known ?? []
	const claimed = method.flatMap(({ card }) => (one.tokens?.includes(hashToken(card)) ? [claimedCard(card)] : []))
	const { cards = [], differs = [] } = one.outcome
	// Where a token does not say which card it is, the answer did.
	const isSilent = claimed.some(({ last4 }) => last4 === undefined)
	const isAnswered = isSilent && cards.length === claimed.length + added.length && !differs.some(isOfCard)
	return [[...claimed, ...added], ...(isAnswered ? [cards] : [])]
}
