import { cardName } from "../run/card-words.ts"
import type { AccountedCard } from "./card-facts.ts"

/** Some of a customer's cards, each by what a person knows it by. */
export function listed(some: readonly AccountedCard[], tokens: readonly string[]): string {
	return some.map(({ token }) => cardName(token, tokens)).join(", ")
}

/** Which of several cards are missing, as far as anybody can tell; empty where there is only one. */
export function missingWords(cards: readonly AccountedCard[]): string {
	// What was never sent tells of itself.
	const missing = cards.filter(({ fate, outcome }) => fate === "missing" && outcome?.kind !== "removed")
	const sent = cards.filter(({ fate }) => ["sent", "added", "missing"].includes(fate))
	if (cards.length === 1 || missing.length === 0) return ""
	if (missing.some(({ isUnclear }) => isUnclear))
		return `Which of its ${sent.length} cards ${missing.length === 1 ? "it is" : `these ${missing.length} are`} cannot be told by what Intergiro and the tokens say of them.`
	const tokens = cards.map(({ token }) => token)
	return `Missing: ${listed(missing, tokens)}.`
}
