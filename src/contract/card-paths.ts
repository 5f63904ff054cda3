/** Whether a path in the request is of what says which card it is. */
export function isOfCard(path: string): boolean {
	return path.startsWith("method.")
}

/** Whether a path is of the cards: how many there are, or which. */
export function isOfCards(path: string): boolean {
	return path === "method" || isOfCard(path)
}
