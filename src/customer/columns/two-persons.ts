import type { Field } from "../fields.ts"
import { readHeader } from "../headers/read-header.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { resolveHalf } from "./party-sides.ts"
import { personsQuestion } from "./person-question.ts"

const parts: ReadonlySet<Field> = new Set<Field>(["firstName", "lastName", "name"])

/**
 * Where a file has a first and a last name several times, numbered or doubled (`Forename1`, `Surname1`, `Forename2`, …), no rule says
 * whose they are: those of two persons never make one name, and a person says who is the customer.
 */
export function decideTwoPersons(draft: DraftDecision): void {
	const persons = [...personsIn(draft).values()].filter((person) => isPair(person))
	if (persons.length < 2) return
	for (const person of persons) resolveHalf(draft, person)
	const about = persons.flatMap((person) => [...person.keys()]).sort((a, b) => a - b)
	const candidates = persons.map((person) =>
		[...person].map(([index, field]) => ({ ...draft.candidate(index), field })),
	)
	draft.askTogether(personsQuestion(candidates), about, persons[0] ?? new Map())
}

/** The parts of names that are still open, by what stands behind their names: a number, or the letter of a table that was joined. */
function personsIn(draft: DraftDecision): ReadonlyMap<string, Map<number, Field>> {
	const persons = new Map<string, Map<number, Field>>()
	for (const index of draft.undecided()) {
		const name = draft.name(index)
		if (draft.evidence(index).filled === 0 || draft.columns.readings[index]?.party !== undefined) continue
		const [, base = name, counted] = /^(.*\p{L})(?:[\s_.-]*\(?(\d)\)?|[_.](?=[xy]$)(?:x|y))$/iu.exec(name) ?? []
		const which = counted ?? (base === name ? "1" : name.slice(-1).toLowerCase())
		const { meanings, foreign, part } = readHeader(base)
		const [meaning, another] = meanings
		if (meaning === undefined || another !== undefined || foreign !== undefined || part !== undefined) continue
		const isSurname = meaning.field === "name" && meaning.otherwise.every((other) => other === "a surname")
		if (!parts.has(meaning.field) || (meaning.otherwise.length > 0 && !isSurname)) continue
		const person = persons.get(which) ?? new Map<number, Field>()
		persons.set(which, person.set(index, meaning.field))
	}
	return persons
}

/** Whether it is the whole of a name in two parts, each once. */
function isPair(person: ReadonlyMap<number, Field>): boolean {
	const fields = [...person.values()]
	return fields.length === 2 && fields.includes("firstName") && new Set(fields).size === 2
}
