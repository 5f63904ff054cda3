import type { Decision } from "../customer/columns/decide.ts"
import type { Mapping } from "../customer/columns/mapping.ts"
import type { Question } from "../customer/columns/question.ts"

/**
 * The mapping of a file as a person keeps it: each column decided or, where a question is open, marked with `?`, and beside
 * it the questions and what to write for each answer.
 */
export function savedMapping(
	{ mapping, columns }: Pick<Decision, "mapping" | "columns">,
	questions: readonly Question[],
): Mapping {
	if (questions.length === 0) return mapping
	const inQuestion = columns.filter(({ by }) => by === "open").map(({ column }) => [column, "?"])
	const open = questions.map(({ text, why, answers }) => ({
		question: text,
		why,
		answers: answers.flatMap(({ label, facts, examples, mapping, unchosen }) => [
			{
				answer: label,
				...(facts === undefined ? {} : { facts }),
				...(examples.length === 0 ? {} : { examples }),
				write: mapping,
			},
			...(unchosen === undefined ? [] : [{ answer: `No: not ${label.split(";")[0]}`, write: unchosen }]),
		]),
	}))
	return { ...mapping, columns: { ...mapping.columns, ...Object.fromEntries(inQuestion) }, open }
}
