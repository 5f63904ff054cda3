import { isOfCard } from "./card-paths.ts"
import { compactCards, holdsCards } from "./cards.ts"
import type { Mapped, StoredCard } from "./outcome.ts"
import type { Seen } from "./record.ts"

/**
 * A customer as it is listed, where its outcome said otherwise.
 * @param sent cards that it was sent with, where that is known
 */
export function asSeen(number: string, outcome: Mapped, seen: Seen, sent: number | undefined): Mapped {
	const { status, cards, as } = seen
	const { differs: before = [], ...known } = as === undefined ? outcome : listedAs(number, outcome, as)
	// The cards of the file that came back missing are there after all.
	const isWhole = cards !== undefined && sent !== undefined && cards.length >= sent
	// What was compared once more is so now, whatever it was before.
	const { differs = before.filter((path) => !(isWhole && path === "method")) } = seen
	return {
		...known,
		...(status === undefined ? {} : { status }),
		...(cards === undefined ? {} : withCards(outcome, cards)),
		...(differs.length > 0 ? { differs } : {}),
	}
}

/** Which cards a customer has now; what it had at first is kept, where that is not the same. */
export function withCards(
	outcome: Pick<Mapped, "cards" | "made" | "differs">,
	cards: readonly StoredCard[],
): Pick<Mapped, "cards" | "made"> {
	const first = firstCards(outcome)
	const isSame = first === undefined || (first.length === cards.length && holdsCards(cards, first))
	return { cards: compactCards(cards), ...(first && (outcome.made || !isSame) ? { made: first } : {}) }
}

/** Which cards a customer had at first; nothing where these were others than were sent. */
export function firstCards({
	cards,
	made,
	differs,
}: Pick<Mapped, "cards" | "made" | "differs">): readonly StoredCard[] | undefined {
	return made ?? (differs?.some(isOfCard) ? undefined : cards)
}

/** The same under the number that it is listed with; its own is no other one. */
function listedAs(number: string, outcome: Mapped, as: string): Mapped {
	if (as !== number) return outcome.kind === "created" ? outcome : { ...outcome, given: as }
	if (outcome.kind === "renumbered") {
		const { given: _, ...created } = outcome
		return { ...created, kind: "created" }
	}
	if (outcome.kind === "created") return outcome
	const { given: _, ...own } = outcome
	return own
}
