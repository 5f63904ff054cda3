import { isOfCard } from "../contract/card-paths.ts"
import { cardDifferences, claimedCard } from "../contract/cards.ts"
import { countOthers } from "../contract/lacking.ts"
import type { StoredCard } from "../contract/outcome.ts"
import { cardOfFile } from "./file-cards.ts"
import type { Judged } from "./judge.ts"
import { isSaidRight, type KnownCards, knownCards, unlikeFile, unlikeKnown } from "./known-cards.ts"
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
	const claimed = await claimedOf(world, open)
	const found = new Map<string, readonly string[]>()
	for (const { number, id, seen: { cards, differs: seen } = {} } of judged) {
		const outcome = world.state.outcome(number)
		if (cards === undefined || outcome === undefined || !open.has(number)) continue
		const told = ("differs" in outcome && outcome.differs) || []
		// None is missing any more.
		const differs = seen ?? told.filter((path) => path !== "method")
		const known = knownCards(world, number, id)
		const ofFile = claimed.get(number) ?? []
		const others =
			outcome.kind === "existing"
				? unlikeFile(cards, known, ofFile)
				: unlikeSent(world, number, { cards, known, claimed: ofFile })
		const now = [...differs.filter((path) => !isOfCard(path)), ...new Set(others)]
		if (now.join() !== differs.join()) found.set(number, now)
	}
	return found
}

interface There {
	readonly cards: readonly StoredCard[]
	readonly known: KnownCards | undefined
	/** What the tokens of the file say. */
	readonly claimed: readonly StoredCard[]
}

/** In what they are others than came back, or than the tokens say that the run sent, as far as no person said that they are right. */
function unlikeSent({ state, ledger }: Compared, number: string, { cards, known, claimed }: There): readonly string[] {
	if (isSaidRight(cards, known)) return []
	const sent = [...claimed, ...(state.cards.addedTo(number)?.known ?? [])]
	// Where another run's card is there in the place of one that is missing, it is no other card than was sent.
	const later = countOthers(state, number, ledger.sentSince(number))
	const isCompared = sent.length + later <= cards.length || later === 0
	return [...unlikeKnown(cards, known), ...(isCompared ? cardDifferences(sent, cards).filter(isOfCard) : [])]
}

/**
 * What the tokens say of the cards of the file; of customers whom the run made of those that it sent, where an older journal says which these were.
 */
async function claimedOf(
	world: Compared,
	open: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly StoredCard[]>> {
	const claimed = new Map<string, readonly StoredCard[]>()
	for await (const batch of world.entries((number) => open.has(number)))
		for (const { number, creatable } of batch) {
			const one = open.has(number) ? world.state.get(number) : undefined
			if (one?.kind !== "settled") continue
			const isExisting = one.outcome.kind === "existing"
			const isSent = (card: string) => isExisting || one.tokens?.includes(world.hashToken(card))
			const cardOf = (card: string) => (isExisting ? cardOfFile(world, card) : claimedCard(card))
			claimed.set(
				number,
				creatable.method.flatMap(({ card }) => (isSent(card) ? [cardOf(card)] : [])),
			)
		}
	return claimed
}
