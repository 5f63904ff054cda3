import type { Answer, Question } from "../src/customer/columns/question.ts"

/** What can be chosen with one press. */
export interface Option extends Pick<Answer, "label" | "facts" | "examples"> {
	readonly id: string
	/** Ids of the answers that it stands for. */
	readonly chosen: readonly string[]
}

/** Whether each answer is ticked by itself. */
export function isTicked({ several, answers }: Question): boolean {
	return several === true && answers.length > 1
}

/** The answers as options, of which one is chosen: where there is one thing to agree to, yes or no. */
export function optionsOf({ several, answers }: Question): readonly Option[] {
	const [only] = answers
	if (!several || only === undefined) return answers.map((answer) => ({ ...answer, chosen: [answer.id] }))
	return [
		{ ...only, id: "yes", label: "Yes, send them", chosen: [only.id] },
		{ id: "no", label: "No, leave them out", examples: [], chosen: [] },
	]
}

/** What was chosen, in words. */
export function chosenLabel(question: Question, chosen: readonly string[]): string {
	const one = isTicked(question) ? undefined : optionsOf(question).find((option) => isSame(option.chosen, chosen))
	if (one !== undefined) return one.label
	const labels = question.answers.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
	return labels.length > 0 ? labels.join(", ") : "None of these"
}

export function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((one) => b.includes(one))
}
