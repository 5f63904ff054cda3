import { isPlaceholder } from "../clean-text.ts"
import { speaksOfCards } from "../headers/card-columns.ts"
import { isOrdinary } from "../headers/ordinary.ts"
import { forbidsUse, isExpired, isNegation, isSpent, saysStolen } from "../headers/spent.ts"
import { cardStateColumn } from "../headers/state-column.ts"
import { fold, words } from "../headers/words.ts"
import { booleanOf } from "../kinds/boolean.ts"
import { remembered } from "../remembered.ts"
import { isDate, isGone } from "../states.ts"

function isDeadWord(word: string): boolean {
	return isSpent(word) || isGone(word)
}

/** `Card blocked`, `Kortspärrad`. */
function wordsOf(name: string): readonly string[] {
	return words(name).main.flatMap((word) => [word, word.replace(/^(?:kort|karten?|kaart)/, "")])
}

type Kind = "status" | "active" | "dead" | "expired"

function kindOf(name: string): Kind | undefined {
	const state = cardStateColumn(name)
	if (state !== undefined) return state
	if (saysStolen(words(name).main)) return "dead"
	const said = wordsOf(name)
	// A Dutch pass is a card where it can be blocked.
	const isPass = said.some((word) => word === "pas" || word === "betaalpas" || word === "bankpas")
	if (!speaksOfCards(name) && !isPass && !/^(?:kort|karten?|kaart)/.test(fold(name))) return undefined
	return said.some(isExpired) ? "expired" : said.some(isDeadWord) ? "dead" : undefined
}

/** What a cell says of a card: that it can no longer be charged, or something that nobody knows; nothing where it is as usual. */
export type CardState = "dead" | "unknown" | undefined
export type CardStateJudge = (cell: string) => CardState

/** Prepares to tell by a column of this name; undefined where it says nothing of the sort. */
export function cardStateJudge(name: string): CardStateJudge | undefined {
	const kind = kindOf(name)
	return kind && remembered((cell) => stateBy(kind, cell.trim()))
}

function stateBy(kind: Kind, value: string): CardState {
	if (value === "" || isPlaceholder(value)) return undefined
	const said = fold(value).match(/\p{L}+/gu) ?? []
	if (said.some(isDeadWord) && !said.some(isNegation)) return "dead"
	if (forbidsUse(said)) return "dead"
	const is = kind === "status" ? undefined : booleanOf(value)
	if (is !== undefined) return (kind === "active") !== is ? "dead" : undefined
	if (kind !== "status" && isDate(value)) return kind === "dead" ? "dead" : undefined
	// Of what expires a date says when, in whatever form.
	return (kind === "expired" && said.length === 0) || isOrdinary(value, isDeadWord) ? undefined : "unknown"
}
