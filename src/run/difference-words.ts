import { isOfCard, isOfCards } from "../contract/card-paths.ts"

/** What is missing or different, for a sentence. */
export function namedDifferences(paths: readonly string[]): string {
	return [...new Set(paths.map((path) => (isOfCards(path) ? "the card" : path)))].join(", ")
}

export const otherCard = "it has a card that is not the card of the file"

/** What came back otherwise: names of fields, and that a card is another one, which is no field to be corrected. */
export function differenceWords(paths: readonly string[]): string {
	const fields = paths.filter((path) => !isOfCard(path))
	return [
		...fields.map((path) => (path === "method" ? "it has another number of cards" : path)),
		...(fields.length < paths.length ? [otherCard] : []),
	].join(", ")
}
