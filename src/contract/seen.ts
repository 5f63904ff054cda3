import { compactCards } from "./cards.ts"
import type { Mapped } from "./outcome.ts"
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
		...(cards === undefined ? {} : { cards: compactCards(cards) }),
		...(differs.length > 0 ? { differs } : {}),
	}
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
