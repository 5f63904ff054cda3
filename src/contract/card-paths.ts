/** Whether a path in the request is of what says which card it is. */
export function isOfCard(path: string): boolean {
	return path.startsWith("method.")
}

/** Whether a path is of the cards: how many there are, or which. */
export function isOfCards(path: string): boolean {
	return path === "method" || isOfCard(path)
}

/** All that a person can say of cards that they are right. */
export const cardPaths: readonly string[] = ["method", "method.expires", "method.last4", "method.scheme"]
