import type { Field } from "../fields.ts"
import { partsOf } from "../headers/parts.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { hasName, type Side } from "./party-sides.ts"
import { type Pointer, pointsTo } from "./pointers.ts"

/**
 * The persons of one party, as `Parent 1` and `Parent 2` or `Mother` and `Father` are, each with a name: what is of one of them is never
 * sent with the name of another.
 * @returns one or none where the columns are all of one
 */
export function personsOf(draft: DraftDecision, side: Side, pointer?: Pointer): readonly Side[] {
	const persons = new Map<string, Map<number, Field>>()
	for (const [index, field] of side) {
		const name = draft.name(index)
		const said = pointer?.values.find(([value]) => pointsTo(value, name))
		const key = said === undefined ? personIn(name) : `"${said[0]}"`
		persons.set(key, (persons.get(key) ?? new Map<number, Field>()).set(index, field))
	}
	return [...persons.values()].filter(hasName)
}

/** What is of the same person as a column of a party, by the words for it. */
export function samePerson(draft: DraftDecision, side: Side, index: number): Side {
	const person = personIn(draft.name(index))
	return new Map([...side].filter(([other]) => personIn(draft.name(other)) === person))
}

/** Whom a name is of: the words for a party in it, and their number. */
function personIn(name: string): string {
	const { known, counter } = partsOf(name)
	const words = known.filter(({ concepts }) => concepts.includes("payer") || concepts.includes("served"))
	return `${words.map(({ text }) => text).join(" ")} ${counter ?? ""}`
}
