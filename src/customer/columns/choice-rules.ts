import { quoted } from "../finding-codes.ts"
import type { ChoiceColumn } from "../headers/choice-column.ts"
import { booleanOf } from "../kinds/boolean.ts"
import { isDate } from "../states.ts"
import { plain } from "./check-questions.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { statusKey, statusSaid } from "./mapping.ts"
import type { Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/** A value of a choice and its rows; an empty text where there is none. */
type Chosen = readonly [value: string, rows: number]

/** More different values are no choice. */
const mostValues = 12
const mark = /^[x✓✔*†+-]$/iu
const okay = /^ok(?:ay)?$/i

/**
 * A column that says by its name and its values who is to be moved, kept, deleted or charged is nothing that is sent, and says of rows
 * whether they are: a person says what its values mean.
 */
export function askForChoices(draft: DraftDecision): void {
	const { readings, names, answers } = draft.columns
	for (const index of draft.undecided()) {
		const column = names[index] ?? ""
		const choice = readings[index]?.choice
		if (choice === undefined) continue
		const evidence = draft.evidence(index)
		const chosen = chosenIn(evidence, draft.rows, choice)
		if (chosen.every(([value]) => isHarmless(value, choice.harmless))) continue
		// What is so of everybody tells nobody from the others, where it may as well mean the opposite.
		if (choice.about !== undefined && choice.harmless === undefined && chosen.length === 1) continue
		// Only what stands out is asked about, where the name of a permission says which that is.
		const isUsual = ([value]: Chosen) => choice.about !== undefined && isHarmless(value, choice.harmless)
		const open = chosen.filter((one) => !isUsual(one) && statusSaid(answers, column, one[0]) === undefined)
		if (open.length > 0) draft.ask(choiceQuestion(column, open, choice.about), [index])
		else
			draft.setStatuses(column, Object.fromEntries(chosen.filter(isUsual).map(([value]) => [statusKey(value), "sent"])))
	}
}

/** The values of a column that is a choice, each with its rows; none where it is none. */
function chosenIn(
	{ filled, tokens, values }: ColumnEvidence,
	rows: number,
	{ about, isWhole }: ChoiceColumn,
): readonly Chosen[] {
	if (filled === 0 || tokens > 0 || values.size === 0) return []
	const byKey = new Map<string, Chosen>()
	for (const [value, count] of values) {
		const key = statusKey(value)
		byKey.set(key, [byKey.get(key)?.[0] ?? value, (byKey.get(key)?.[1] ?? 0) + count])
	}
	const chosen = [...byKey.values()]
	const empty: readonly Chosen[] = rows > filled ? [["", rows - filled]] : []
	const isSaid = ([value]: Chosen) =>
		booleanOf(value) !== undefined || mark.test(value) || (about !== undefined && okay.test(value))
	if (chosen.every(isSaid)) return [...chosen, ...empty]
	// When something was done is a choice where it was not done for all.
	// `Y` beside `N, dispute`.
	const mayBeWords = isWhole || (about !== undefined && chosen.some(isSaid))
	if (!mayBeWords || (chosen.every(([value]) => isDate(value)) && empty.length === 0)) return []
	return chosen.length <= mostValues ? [...chosen, ...empty] : chosen.every(([value]) => isDate(value)) ? chosen : []
}

function isHarmless(value: string, harmless: "yes" | "no" | undefined): boolean {
	if (harmless === "yes") return booleanOf(value) === true || mark.test(value) || okay.test(value)
	return harmless === "no" && (value === "" || booleanOf(value) === false)
}

/** What a column may say by its name. */
const saying = {
	moving: "who is to be moved, kept or left out, or who moves away",
	charging: "who may be charged",
	validity: "who is valid",
} as const

function choiceQuestion(column: string, chosen: readonly Chosen[], about: keyof typeof saying = "moving"): Question {
	const ordered = [...chosen].sort(([, one], [, other]) => other - one)
	const [[only = ""] = [], ...more] = ordered
	const said = (value: string, fate: "sent" | "left-out") => ({ statuses: { [column]: { [statusKey(value)]: fate } } })
	const isMany = ordered.length > mostValues
	const label = (value: string) => (value === "" ? "nothing" : quoted(value))
	const base = {
		id: `status.${column}`,
		why: `By its name ${quoted(column)} may say ${saying[about]}: ${ordered
			.slice(0, mostValues)
			.map(([value, count]) => `${label(value)} in ${rowCount(count)}`)
			.join(", ")}${isMany ? ", and others" : ""}.`,
		needed: true,
	}
	if (more.length > 0 && !isMany)
		return {
			...base,
			text: `Which of these in ${quoted(column)} mean that a customer is not created?`,
			answers: ordered.map(([value, count]) => ({
				...plain(value === "" ? "(empty)" : statusKey(value), label(value), said(value, "left-out")),
				facts: rowCount(count),
				unchosen: said(value, "sent"),
			})),
			several: true,
		}
	const every = (fate: "sent" | "left-out") => (isMany ? { statuses: { [column]: fate } } : said(only, fate))
	const what = isMany ? `a date in ${quoted(column)}` : `${label(only)} in ${quoted(column)}`
	return {
		...base,
		text: `Are customers to be created who have ${what}?`,
		answers: [
			plain("sent", "Yes: create them like the others", every("sent")),
			plain("left-out", "No: leave these rows out", every("left-out")),
		],
	}
}
