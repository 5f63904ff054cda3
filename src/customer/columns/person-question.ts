import type { Field } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { plain } from "./check-questions.ts"
import { examplesOf } from "./examples.ts"
import type { Candidate, Question } from "./question.ts"

/** The parts of several names in one row. An answer takes those of one person and leaves the others out. */
export function personsQuestion(persons: readonly (readonly (Candidate & { readonly field: Field })[])[]): Question {
	const all = persons.flat()
	const named = (person: readonly Candidate[]) => person.map(({ column }) => quoted(column)).join(" and ")
	const none = Object.fromEntries(all.map(({ column }) => [column, null]))
	const whole = Object.fromEntries(all.map(({ column, field }) => [column, field]))
	return {
		id: "customer",
		text: "Whose name is the customer's?",
		why: `The file has names in parts more than once: in ${persons.map(named).join(", and in ")}. Those of two persons do not make one name.`,
		answers: [
			...persons.map((person) => ({
				...plain(person[0]?.column ?? "", `${named(person)}; the others are left out`, {
					columns: { ...none, ...Object.fromEntries(person.map(({ column, field }) => [column, field])) },
				}),
				examples: person.slice(0, 1).flatMap(examplesOf),
			})),
			plain("one", "They are parts of one person's name, and all of them make it", {
				columns: whole,
				joined: ["firstName", "lastName"],
			}),
		],
		needed: true,
	}
}
