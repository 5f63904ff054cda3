import type { Concept } from "./concepts.ts"
import { takeApart } from "./read-header.ts"

const ofCards: ReadonlySet<Concept> = new Set<Concept>([
	"card",
	"holder",
	"token",
	"pan",
	"bin",
	"security",
	"gateway",
	"funding",
])

/** Whether a name speaks of cards, ways to pay or tokens in any of our languages, whatever the column holds. */
export function speaksOfCards(name: string): boolean {
	const concepts = conceptsOf(name)
	if (concepts.has("payment") && (concepts.has("method") || concepts.has("type"))) return true
	for (const concept of concepts) if (ofCards.has(concept)) return true
	return concepts.has("method") && concepts.size === 1
}

const besideCard = ["card", "payment", "method", "number", "token", "pan", "plain", "and", "or"] as const
const expiryWords: ReadonlySet<Concept> = new Set<Concept>([...besideCard, "expiry", "month", "year", "date"])
const lastFourWords: ReadonlySet<Concept> = new Set<Concept>([...besideCard, "last4", "code", "digit", "masked"])

/** What of a card's expiry a column of this name holds. Nothing where something else expires, as a contract. */
export function expiryColumn(name: string): "month" | "year" | "date" | undefined {
	const concepts = conceptsOf(name)
	const isOfCard = concepts.has("card") && (concepts.has("month") || concepts.has("year"))
	if (!(concepts.has("expiry") || isOfCard) || !isWithin(concepts, expiryWords)) return undefined
	if (concepts.has("month") === concepts.has("year")) return "date"
	return concepts.has("month") ? "month" : "year"
}

/** Whether a column of this name holds the last four digits of a card number. */
export function lastFourColumn(name: string): boolean {
	const concepts = conceptsOf(name)
	return concepts.has("last4") && isWithin(concepts, lastFourWords)
}

function conceptsOf(name: string): ReadonlySet<Concept> {
	return new Set(takeApart(name).known.flatMap(({ concepts }) => concepts))
}

function isWithin(concepts: ReadonlySet<Concept>, allowed: ReadonlySet<Concept>): boolean {
	for (const concept of concepts) if (!allowed.has(concept)) return false
	return true
}
