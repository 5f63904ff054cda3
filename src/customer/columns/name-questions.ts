import { labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { plain } from "./check-questions.ts"
import type { Answer, Candidate, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/** A contact person beside half a name: somebody's whole name, and maybe not the customer's. */
export function contactQuestion(candidate: Candidate, part: "firstName" | "lastName"): Question {
	const { column } = candidate
	return {
		id: part,
		text: `Is ${quoted(column)} the customer's whole name?`,
		why: `It is of somebody at the customer, and no column has the ${labelOf(part)}.`,
		answers: [
			withExamples(candidate, plain("none", "No: leave it out", { columns: { [column]: null } })),
			plain("name", "Yes", { columns: { [column]: "name" } }),
		],
		needed: false,
	}
}

/**
 * Rows have no name in the columns named so, and one in another.
 * @param first the column whose name counts where a row has both; nothing where several make it
 */
export function insteadQuestion(candidates: readonly Candidate[], first: string | undefined): Question {
	const rows = Math.max(...candidates.map(({ evidence }) => evidence.nameless))
	const leftOut = Object.fromEntries(candidates.map(({ column }) => [column, null]))
	const said = first === undefined ? {} : { first: { name: first } }
	const label = (column: string) =>
		first === undefined ? quoted(column) : `${quoted(column)}, where ${quoted(first)} is empty`
	return {
		id: "nameless",
		text: "What is the name of customers whose rows have none in its own column?",
		why: `${rowCount(rows)} without a name ${rows === 1 ? "has" : "have"} one in ${candidates.map(({ column }) => quoted(column)).join(", ")}.`,
		answers: [
			...candidates.map((candidate) =>
				withExamples(
					candidate,
					plain(candidate.column, label(candidate.column), {
						columns: { ...leftOut, [candidate.column]: "name" },
						...said,
					}),
				),
			),
			plain("none", "None: create them without a name", { columns: leftOut }),
		],
		needed: false,
	}
}

function withExamples({ evidence }: Candidate, answer: Answer): Answer {
	return { ...answer, examples: evidence.examples.slice(0, 3).map(quoted) }
}
