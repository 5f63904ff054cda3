/** Meanings by the words for them, as `word` reduces those. */
export function wordMap(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
	return new Map(Object.entries(words).flatMap(([meaning, spellings]) => spellings.map((word) => [word, meaning])))
}

/** A text without case, spaces and punctuation between its parts. */
export function word(text: string): string {
	return text.toLowerCase().replace(/[\s._-]/g, "")
}
