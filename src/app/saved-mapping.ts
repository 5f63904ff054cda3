import type { ColumnDecision, Decision } from "../customer/columns/decide.ts"
import type { Mapping } from "../customer/columns/mapping.ts"
import type { Question } from "../customer/columns/question.ts"

/**
 * The mapping of a file as a person keeps it: each column decided or, where a question is open, what rules decided until it is answered,
 * and a `?` where an answer decides, beside the questions and what to write for each answer.
 */
export function savedMapping(
	{ mapping, columns, said }: Pick<Decision, "mapping" | "columns" | "said">,
	questions: readonly Question[],
): Mapping {
	if (questions.length === 0) return mapping
	const asked = new Set(
		questions.flatMap(({ answers }) => answers.flatMap((answer) => Object.keys(answer.mapping.columns ?? {}))),
	)
	const isOpen = ({ column, by }: ColumnDecision) => by === "open" || (by !== "person" && asked.has(column))
	const decided = columns.filter((one) => one.by !== "import")
	const inQuestion = decided.filter(isOpen).map(({ column }) => [column, "?"])
	const ruled = decided.filter((one) => one.by !== "person" && !isOpen(one))
	const byRule = ruled.map(({ column }) => [column, mapping.columns[column] ?? null])
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
	return {
		...said,
		columns: { ...mapping.columns, ...Object.fromEntries(inQuestion) },
		...(byRule.length === 0 ? {} : { byRule: Object.fromEntries(byRule) }),
		open,
	}
}
