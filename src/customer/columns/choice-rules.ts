import { quoted } from "../finding-codes.ts"
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

/**
 * A column that says by its name and its values who is to be moved, kept or deleted is nothing that is sent, and says of rows whether
 * they are: a person says what its values mean.
 */
export function askForChoices(draft: DraftDecision): void {
	const { readings, names, answers } = draft.columns
	for (const index of draft.undecided()) {
		const column = names[index] ?? ""
		const choice = readings[index]?.choice
		if (choice === undefined) continue
		const evidence = draft.evidence(index)
		const chosen = chosenIn(evidence, draft.rows, choice.isWhole)
		if (chosen.every(([value]) => isHarmless(value, choice.harmless))) continue
		const open = chosen.filter(([value]) => statusSaid(answers, column, value) === undefined)
		if (open.length > 0) draft.ask(choiceQuestion(column, open), [index])
	}
}

/** The values of a column that is a choice, each with its rows; none where it is none. */
function chosenIn({ filled, tokens, values }: ColumnEvidence, rows: number, isWhole: boolean): readonly Chosen[] {
	if (filled === 0 || tokens > 0 || values.size === 0) return []
	const byKey = new Map<string, Chosen>()
	for (const [value, count] of values) {
		const key = statusKey(value)
		byKey.set(key, [byKey.get(key)?.[0] ?? value, (byKey.get(key)?.[1] ?? 0) + count])
	}
	const chosen = [...byKey.values()]
	const empty: readonly Chosen[] = rows > filled ? [["", rows - filled]] : []
	const isSaid = chosen.every(([value]) => booleanOf(value) !== undefined || mark.test(value))
	if (isSaid) return [...chosen, ...empty]
	// When something was done is a choice where it was not done for all.
	if (!isWhole || (chosen.every(([value]) => isDate(value)) && empty.length === 0)) return []
	return chosen.length <= mostValues ? [...chosen, ...empty] : chosen.every(([value]) => isDate(value)) ? chosen : []
}

function isHarmless(value: string, harmless: "yes" | "no" | undefined): boolean {
	if (harmless === "yes") return booleanOf(value) === true || mark.test(value)
	return harmless === "no" && (value === "" || booleanOf(value) === false)
}

function choiceQuestion(column: string, chosen: readonly Chosen[]): Question {
	const ordered = [...chosen].sort(([, one], [, other]) => other - one)
	const [[only = ""] = [], ...more] = ordered
	const said = (value: string, fate: "sent" | "left-out") => ({ statuses: { [column]: { [statusKey(value)]: fate } } })
	const isMany = ordered.length > mostValues
	const label = (value: string) => (value === "" ? "nothing" : quoted(value))
	const base = {
		id: `status.${column}`,
		why: `By its name ${quoted(column)} may say who is to be moved to Intergiro, and who is not: ${ordered
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
