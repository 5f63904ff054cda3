import { speaksOfCards } from "./card-columns.ts"
import { cardValidity } from "./permission-column.ts"
import { isExpired, isSpent, saysStolen } from "./spent.ts"
import { cardStateColumn } from "./state-column.ts"
import { stateOf } from "./state-words.ts"
import { fold, words } from "./words.ts"

/** Whether a folded word says that a card can no longer be charged. */
export function isDeadWord(word: string): boolean {
	return isSpent(word) || stateOf(word) === "deleted" || stateOf(word) === "ended"
}

/** `Card blocked`, `Kortspärrad`. */
function wordsOf(name: string): readonly string[] {
	return words(name).main.flatMap((word) => [word, word.replace(/^(?:kort|karten?|kaart)/, "")])
}

/** What a column says of a card: how it stands, whether it is active, whether or when it was spent or expired, or why a charge was declined. */
export type CardStateKind = "status" | "active" | "dead" | "expired" | "declined"

const declining =
	/declin|refus|reject|^nek[at]|avvis|avslag|avslas|ablehn|afvis|afslag|hylka|rechaz|rifiut|odmow|odrzuc|weiger|^fail/
const reasoning =
	/reason|code|kod|message|orsak|arsak|aarsag|^skal$|grund|syy|koodi|motif|motivo|motivazione|powod|reden|raison|causa/

/** `Last decline reason`, `Ablehnungsgrund`: of a charge, and so of the card. */
function saysWhyDeclined(said: readonly string[]): boolean {
	return said.some((word) => declining.test(word)) && said.some((word) => reasoning.test(word))
}

/** What a column of this name says of how a card stands; undefined where it says nothing of that. */
export function cardStateKind(name: string): CardStateKind | undefined {
	const state = cardStateColumn(name)
	if (state !== undefined) return state
	if (saysStolen(words(name).main)) return "dead"
	const valid = cardValidity(name)
	if (valid !== undefined) return valid === "yes" ? "active" : "dead"
	const said = wordsOf(name)
	if (saysWhyDeclined(said)) return "declined"
	// A Dutch pass is a card where it can be blocked.
	const isPass = said.some((word) => word === "pas" || word === "betaalpas" || word === "bankpas")
	if (!speaksOfCards(name) && !isPass && !/^(?:kort|karten?|kaart)/.test(fold(name))) return undefined
	return said.some(isExpired) ? "expired" : said.some(isDeadWord) ? "dead" : undefined
}
