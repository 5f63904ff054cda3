import { isPlaceholder } from "../clean-text.ts"
import { type CardStateKind, cardStateKind, isDeadWord } from "../headers/card-state-column.ts"
import { isOrdinary } from "../headers/ordinary.ts"
import { forbidsUse, isLost, isNegation } from "../headers/spent.ts"
import { fold } from "../headers/words.ts"
import { booleanOf } from "../kinds/boolean.ts"
import { remembered } from "../remembered.ts"
import { isDate, isMark } from "../states.ts"

/** What a cell says of a card: that it can no longer be charged, or something that nobody knows; nothing where it is as usual. */
export type CardState = "dead" | "unknown" | undefined
export type CardStateJudge = (cell: string) => CardState

/** Prepares to tell by a column of this name; undefined where it says nothing of the sort. */
export function cardStateJudge(name: string): CardStateJudge | undefined {
	const kind = cardStateKind(name)
	return kind && remembered((cell) => stateBy(kind, cell.trim()))
}

function stateBy(kind: CardStateKind, value: string): CardState {
	if (value === "" || isPlaceholder(value)) return undefined
	const said = fold(value).match(/\p{L}+/gu) ?? []
	if (kind === "declined") return said.some(isLost) || /pick.?up/i.test(value) ? "dead" : undefined
	if (said.some(isDeadWord) && !said.some(isNegation)) return "dead"
	if (forbidsUse(said)) return "dead"
	const is = kind === "status" ? undefined : (booleanOf(value) ?? (isMark(value) || undefined))
	if (is !== undefined) return (kind === "active") !== is ? "dead" : undefined
	if (kind !== "status" && isDate(value)) return kind === "dead" ? "dead" : undefined
	// Of what expires a date says when, in whatever form.
	return (kind === "expired" && said.length === 0) || isOrdinary(value, isDeadWord) ? undefined : "unknown"
}
