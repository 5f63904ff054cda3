import type { FollowUpReason } from "../contract/follow-up.ts"
import type { Mapped } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"

/** What the listing answers anew, or is told of otherwise; and what is about the row of the file alone. */
const answered: readonly FollowUpReason[] = [
	...([
		"twice",
		"conflict",
		"missing",
		"in-doubt",
		"card-in-doubt",
		"card-missing",
		"differs",
		"other-person",
	] as const),
	...(["rejected", "card-expired", "card-expiring", "no-card"] as const),
]

/** Why the run's own follow-up names a customer, of what the listing does not say better. */
export function unanswered(
	reasons: readonly FollowUpReason[] = [],
	outcome: Mapped | undefined,
	listed: Listed | undefined,
): readonly FollowUpReason[] {
	// Whoever was sent is asked for as many cards as were sent; of the others nobody knows which they should have.
	const isCounted = outcome !== undefined && outcome.kind !== "existing" && listed?.cards !== undefined
	return reasons.filter((reason) => !answered.includes(reason) && !(isCounted && reason === "card-unknown"))
}
