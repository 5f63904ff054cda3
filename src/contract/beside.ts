import type { Exists } from "./expected.ts"
import { tokensOf } from "./number-state.ts"
import type { Mapped, StoredCard } from "./outcome.ts"
import { firstCards } from "./seen.ts"
import type { RunState } from "./state.ts"

/** Cards of a customer beside those that were sent to be added to it since. */
export interface Beside {
	readonly count: number
	/** Said to be right by a person who looked; sent with the creation; or there before a run added the first of its own. */
	readonly by: "person" | "creation" | "look"
	/** Which they are, as Intergiro said it, where that is known. */
	readonly cards?: readonly StoredCard[]
	/** Which cards they were when they were counted, where that is known: by now it may have any others. */
	readonly were?: readonly StoredCard[]
	/** The tokens that had been sent to be added until a person said so: what came of them is among these cards, or is not there. */
	readonly with?: readonly string[]
}

/** Who knows it best comes last. */
const knowing: readonly Beside["by"][] = ["look", "creation", "person"]

/** What a run knows of that by itself. */
export function besideIn(state: RunState, { number, outcome }: Pick<Exists, "number" | "outcome">): Beside | undefined {
	if (outcome.kind === "existing") {
		const beside = state.cards.besideAdded(number)
		return beside && { ...beside, by: "look" }
	}
	const count = tokensOf(state.get(number)).tokens?.length
	return count === undefined ? undefined : { count, by: "creation", ...madeOf(outcome, count) }
}

/** The cards that came back with its creation, where they are of those that were sent: of one that did not come nothing is known. */
export function madeOf(outcome: Mapped, count: number): Pick<Beside, "cards"> {
	const first = firstCards(outcome)
	return first !== undefined && first.length <= count ? { cards: first } : {}
}

/** Of what is known of one customer that which is known best; of what was seen the least. */
export function bestBeside(one: Beside | undefined, other: Beside | undefined): Beside | undefined {
	if (one === undefined || other === undefined) return one ?? other
	const [rank, otherRank] = [one, other].map(({ by }) => knowing.indexOf(by)) as [number, number]
	if (rank !== otherRank) return rank > otherRank ? one : other
	if (one.by === "look") return other.count < one.count ? other : one
	return one.cards === undefined ? other : one
}
