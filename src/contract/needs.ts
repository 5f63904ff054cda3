import { type FollowUpReason, followUpReasons } from "./follow-up.ts"
import type { OutcomeKind } from "./outcome.ts"

/** Reasons that rows have which are no customers: how they ended says it already. */
const saidByOutcome: { readonly [Reason in FollowUpReason]?: OutcomeKind } = {
	conflict: "conflict",
	"in-doubt": "unknown",
	"verification-required": "verification-required",
	rejected: "rejected",
	"no-customer": "not-sent",
}

interface Ended {
	readonly outcomes: Readonly<Record<OutcomeKind, number>>
	/** By the most urgent reason of each. */
	readonly reasons: Readonly<Record<string, number>>
}

/** Customers who exist, and whom somebody has to look after all the same: how many by which reason, the most urgent first. */
export function needsOf({ outcomes, reasons }: Ended): readonly (readonly [reason: FollowUpReason, count: number])[] {
	return followUpReasons.flatMap((reason) => {
		const kind = saidByOutcome[reason]
		const count = (reasons[reason] ?? 0) - (kind === undefined ? 0 : outcomes[kind])
		return count > 0 ? [[reason, count] as const] : []
	})
}

/** How many they are in all. */
export function needsCount(ended: Ended): number {
	return needsOf(ended).reduce((sum, [, count]) => sum + count, 0)
}
