import { isPlaceholder } from "../clean-text.ts"
import { speaksOfCards } from "../headers/card-columns.ts"
import { forbidsUse, isExpired, isNegation, isSpent, saysStolen } from "../headers/spent.ts"
import { cardStateColumn } from "../headers/state-column.ts"
import { fold, words } from "../headers/words.ts"
import { booleanOf } from "../kinds/boolean.ts"
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
	if (!speaksOfCards(name) && !/^(?:kort|karten?|kaart)/.test(fold(name))) return undefined
	const said = wordsOf(name)
	return said.some(isExpired) ? "expired" : said.some(isDeadWord) ? "dead" : undefined
}

/** Whether a cell says that a card can no longer be charged. */
export type DeadCardJudge = (cell: string) => boolean

const mostKnown = 300

/** Prepares to tell by a column of this name; undefined where it says nothing of the sort. */
export function deadCardJudge(name: string): DeadCardJudge | undefined {
	const kind = kindOf(name)
	if (kind === undefined) return undefined
	const known = new Map<string, boolean>()
	return (cell) => {
		if (cell === "") return false
		const before = known.get(cell)
		if (before !== undefined) return before
		const is = isDead(kind, cell.trim())
		if (known.size < mostKnown) known.set(cell, is)
		return is
	}
}

function isDead(kind: Kind, value: string): boolean {
	if (value === "" || isPlaceholder(value)) return false
	const said = fold(value).match(/\p{L}+/gu) ?? []
	if (said.some(isDeadWord)) return !said.some(isNegation)
	if (forbidsUse(said)) return true
	const is = booleanOf(value)
	if (kind === "active") return is === false
	if (kind === "status") return false
	return is === true || (kind === "dead" && is === undefined && isDate(value))
}
