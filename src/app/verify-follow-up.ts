import type { FollowUpReason } from "../contract/follow-up.ts"
import type { Mapped } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"
import type { RunState } from "../contract/state.ts"
import type { KnownCards } from "../run/known-cards.ts"
import { areRight } from "./verify-differences.ts"

/** What the listing answers anew, or is told of otherwise; and what is about the row of the file alone. */
const answered: readonly FollowUpReason[] = [
	...(["twice", "conflict", "missing", "in-doubt", "differs", "other-person"] as const),
	...(["rejected", "card-expired", "card-expiring", "no-card"] as const),
]

/**
 * Why the run's own follow-up names a customer, of what the listing does not say better. A card that is there now need not be the one that was
 * missing, which the next run finds out; and one that is not there by a person's word is in doubt no more, and lacks.
 */
export function unanswered(
	reasons: readonly FollowUpReason[] = [],
	entry: { readonly number: string; readonly outcome: Mapped } | undefined,
	listed: Listed | undefined,
	cards: RunState["cards"],
	known: KnownCards | undefined,
): readonly FollowUpReason[] {
	const { outcome, number = "" } = entry ?? {}
	const isAbsent = () =>
		Array.from(cards.of(number)).some(([, one]) => one.kind === "settled" && one.outcome.kind === "absent")
	// Whoever was sent is asked for as many cards as were sent; of the others nobody knows which they should have.
	const isCounted = outcome !== undefined && outcome.kind !== "existing" && listed?.cards !== undefined
	return reasons.filter((reason) => {
		if (reason === "card-in-doubt") return isAbsent()
		if (reason === "renumbered") return listed?.number !== number
		if (reason === "card-missing") return !areRight(listed?.cards, known)
		return !answered.includes(reason) && !(isCounted && reason === "card-unknown")
	})
}
