import { fold, spellings } from "./headers/words.ts"

/** What says of whoever pays, or has the card, that it is the customer, in all our languages. */
const selves: ReadonlySet<string> = new Set(
	`self|same|themselves|himself|herself|own|own card|själv|själva|sig själv|samma|egen|eget|eget kort|selbst|selber|sich selbst|gleich|eigene|eigene karte
	selv|sig selv|seg selv|samme|itse|sama|oma|oma kortti|lui-même|elle-même|eux-mêmes|soi-même|même|mismo|misma|él mismo|ella misma|stesso|stessa|sé stesso
	sam|sama|zelf|dezelfde|hemzelf|haarzelf|eigen kaart|idem`
		.split(/[|\n]\s*/)
		.flatMap(spellings),
)

/** Whether a text is a word for oneself, and names nobody. */
export const isOneself = (text: string): boolean => selves.has(fold(text.trim()).replace(/[^\p{L}\p{N}]/gu, ""))
