import type { Reading } from "./single-byte.ts"

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(", ")

/** How the words of a file would be in another encoding, and how to choose it. */
export const otherReading = ({ encoding, words }: Reading) =>
	`As ${encoding} it would have ${quoted(words)}: choose that if it is right (--encoding).`

/** What is said of words with brackets or bars in them. */
export const sevenBitHint = (words: readonly string[]) =>
	`In ${quoted(words)} brackets or bars may stand for letters, as in sen-850200-b or din-66003: choose one if so (--encoding).`
