import { partsOf } from "../headers/parts.ts"
import { spellings } from "../headers/words.ts"
import type { DraftDecision } from "./draft-decision.ts"

let made: ReadonlySet<string> | undefined

/** Folded words for what many customers belong to. */
function associations(): ReadonlySet<string> {
	made ??= new Set("förening forening vereniging verein".split(" ").flatMap(spellings))
	return made
}

/** So many rows, at least, say that what they have in common is no customer's own. */
const fewestRows = 10
/** Fewer different values than are kept as examples are all that there are. */
const mostDifferent = 3

/** `Förening` beside the names of persons, of few values for many rows, is what they belong to: none of them is called so. */
export function leaveOutAssociations(draft: DraftDecision): void {
	const isHeld = (index: number) => draft.evidence(index).filled > 0
	const hasPersons = (["firstName", "lastName"] as const).every((field) => draft.filling(field).some(isHeld))
	if (!hasPersons) return
	for (const index of draft.filling("company")) {
		const { filled, examples } = draft.evidence(index)
		const isShared = filled >= fewestRows && examples.length > 0 && examples.length <= mostDifferent
		if (isShared && draft.is(index, "name") && isAssociation(draft.name(index)))
			draft.leaveOut(index, "what many customers belong to, beside their own names")
	}
}

function isAssociation(name: string): boolean {
	return partsOf(name).known.some(({ text }) => associations().has(text))
}
