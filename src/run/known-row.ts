import type { Outcome } from "../contract/outcome.ts"
import type { Entry } from "../contract/ports.ts"
import type { Existing, Sources } from "./existing.ts"
import { asMended, changedNumber, plan } from "./plan.ts"

/** A row that is not sent, and perhaps has no customer number. */
export type UnsentRow = Partial<Pick<Entry, "number" | "changed" | "origins">> & Pick<Entry, "row">

/** How a row ends that is not sent, by what is known of it, or of its number, beside the journal; nothing where nothing is known. */
export function knownRow(
	{ number = "", ...row }: UnsentRow,
	existing: Existing,
	sources: Sources,
): Outcome | undefined {
	const entry = { number, ...row }
	const known = existing.knowledgeOf(entry, sources)
	// Of the number that the file has for it another row may be sent.
	const state = known.mended ? undefined : sources.state.get(number)
	if (number === "" && !known.mended) return undefined
	const planned = plan(entry, state, known)
	if (planned.kind === "settle") {
		const { outcome } = planned
		// It was this very row that was sent, whatever is wrong with it in this file.
		return known.isSameRow ? asMended(outcome) : outcome
	}
	if (planned.kind !== "doubt") return undefined
	// Whoever may have the number that it was changed to may be somebody else.
	const isOthers = row.changed && !known.isSameRow && !known.mended
	return isOthers ? changedNumber(entry) : { ...planned, kind: "unknown" }
}
