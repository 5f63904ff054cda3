import { type Sentences, told, type Way } from "../customer/sentences.ts"
import type { Reading } from "./single-byte.ts"

const choose: Way = { way: "choose-encoding" }

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(", ")

/** How the words of a file would be in another encoding, and how to choose it. */
export const otherReading = ({ encoding, words }: Reading): Sentences =>
	told`As ${encoding} it would have ${quoted(words)}: choose that if it is right${choose}.`

/** What is said of words with brackets or bars in them. */
export const sevenBitHint = (words: readonly string[]): Sentences =>
	told`In ${quoted(words)} brackets or bars may stand for letters, as in sen-850200-b or din-66003: choose one if so${choose}.`
