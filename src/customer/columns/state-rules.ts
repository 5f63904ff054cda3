import { isPlaceholder } from "../clean-text.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { isOrdinary } from "../headers/ordinary.ts"
import { fold } from "../headers/words.ts"
import { countryOf } from "../kinds/country.ts"
import { goneByWord, isGone, statusJudge } from "../states.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { statusKey, statusSaid } from "./mapping.ts"
import { statusQuestion } from "./status-question.ts"

/**
 * `State`, `Estado`, `Stato` and `État` are states of a country or of a customer. Where most rows say how a customer stands and none a country,
 * they are of customers, and the values that nobody knows are asked about, as of any status.
 */
export function askForStatesOfCustomers(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		if (draft.columns.readings[index]?.mayBeState !== true) continue
		const column = draft.name(index)
		const values = [...draft.evidence(index).values].filter(([value]) => !isPlaceholder(value))
		if (!isOfCustomers(values)) continue
		const judge = statusJudge(column)
		const open = new Map<string, { value: string; rows: number }>()
		for (const [value, rows] of values) {
			if (judge(value) !== "unknown" || statusSaid(draft.columns.answers, column, value) !== undefined) continue
			const key = statusKey(value)
			const known = open.get(key)
			open.set(key, { value: known?.value ?? value, rows: (known?.rows ?? 0) + rows })
		}
		if (open.size > 0) draft.ask(statusQuestion("customer", column, [...open.values()]), [index])
		else draft.leaveOut(index, foreignKinds.status)
	}
}

function isOfCustomers(values: readonly (readonly [value: string, rows: number])[]): boolean {
	const rowsOf = (some: typeof values) => some.reduce((sum, [, rows]) => sum + rows, 0)
	const saying = rowsOf(values.filter(([value]) => saysState(value)))
	return saying > 0 && saying * 2 >= rowsOf(values) && values.every(([value]) => countryOf(value) === undefined)
}

/** `OK`, `ON` and `IN` are states of America. */
const shortest = 3

/** Whether a value is a word for how somebody stands: `Baja California` is a state of another kind. */
function saysState(value: string): boolean {
	if (value.length < shortest) return false
	return isOrdinary(value, isGone) || goneByWord(fold(value)) !== undefined
}
