import type { Outcome } from "../contract/outcome.ts"
import type { Entry, LedgerEntry, Listed } from "../contract/ports.ts"
import { type NumberState, saidAbsent } from "../contract/state.ts"
import { reconcile } from "./reconcile.ts"

const doubtsOfOthers = ["earlier-run", "from-unknown", "not-listed"] as const

/** Whether a doubt is about what this run did not send itself. */
export function isDoubtOfOthers(code: string): boolean {
	return doubtsOfOthers.some((one) => one === code)
}

export type Plan =
	| { readonly kind: "send" }
	/** Settled already, or in doubt and settled later. */
	| { readonly kind: "skip" }
	| { readonly kind: "settle"; readonly outcome: Outcome }
	/** Sent before, elsewhere, and not known whether applied. */
	| { readonly kind: "doubt"; readonly code: (typeof doubtsOfOthers)[number]; readonly message: string }

/**
 * What to do with one customer, from all that is known of its number.
 * @param isListed what exists was listed completely: what `listed` does not hold was not there
 */
export function plan(
	entry: Pick<Entry, "number" | "ambiguous" | "changed">,
	state: NumberState | undefined,
	listed: readonly Listed[] | undefined,
	known: LedgerEntry | undefined,
	isListed: boolean,
): Plan {
	if (state?.kind === "in-flight") return { kind: "skip" }
	if (state?.kind === "doubt" && !state.consented) return { kind: "skip" }
	if (state?.kind === "settled" && state.outcome.kind !== "not-sent") return { kind: "skip" }
	if (entry.changed && state === undefined && (listed || known))
		return { kind: "settle", outcome: changedNumber(entry) }
	if (state?.kind === "doubt") {
		const outcome = reconcile(state, listed)
		if (outcome) return { kind: "settle", outcome }
	}
	const [first, ...others] = listed ?? []
	if (first && others.length > 0) {
		const ids = [first, ...others].map(({ id }) => id)
		const message = `Intergiro already has ${ids.length} customers of this number: ${ids.join(", ")}. Nothing was sent. Decide which one stays, and remove the others at Intergiro.`
		return { kind: "settle", outcome: { kind: "conflict", ids, message } }
	}
	if (first) {
		const { id, status } = first
		const run = known?.state === "exists" && known.id === id ? { run: known.run } : {}
		const outcome: Outcome = { kind: "existing", id, ...(status === undefined ? {} : { status }), ...run }
		return { kind: "settle", outcome }
	}
	const isConsented = state?.kind === "doubt"
	// A journal that is an older copy may still have a consent that was used: what the ledger has is looked for first.
	if (isConsented && (isListed || known?.state !== "exists")) return { kind: "send" }
	if (known?.state === "exists" && !isListed && !isConsented)
		return { kind: "settle", outcome: { kind: "existing", id: known.id, run: known.run } }
	if (known?.state === "exists" && !isSaid(state)) {
		const message = `Run ${known.run} had it as ${known.id}, and Intergiro does not list it: it may have been removed there.`
		return { kind: "doubt", code: "not-listed", message }
	}
	// One that this run knew of was sent by consent, or a person spoke; any other holds, also that of a run whose journal is older now.
	if (known && !isConsented && !isSaid(state)) {
		const message = `Run ${known.run} sent this customer number and never learnt whether it was created.`
		return { kind: "doubt", code: "earlier-run", message }
	}
	if (entry.ambiguous && state === undefined) {
		const message =
			"By what an earlier import wrote beside it, this row may have been sent before, but no run on this computer sent this customer number. If the number was changed, put the old one back: the customer may exist under it."
		return { kind: "doubt", code: "from-unknown", message }
	}
	return { kind: "send" }
}

/** Somebody else may have the number that a person wrote in place of another: nothing is sent, and nothing said of who has it. */
function changedNumber({ number }: Pick<Entry, "number">): Outcome {
	const message = `The customer number was changed since an import gave this row back, and ${JSON.stringify(number)} is that of a customer who exists or may exist. Put the old number back, or confirm this one for this row.`
	return { kind: "invalid", code: "number.changed", message }
}

function isSaid(state: NumberState | undefined): boolean {
	return state?.kind === "free" && state.code === saidAbsent
}
