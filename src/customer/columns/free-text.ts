import type { ColumnEvidence } from "./column-evidence.ts"

const severalWords = /\p{L}{2}\P{L}+\p{L}{2}/u
/** Three words, one of them in small letters and longer than what stands in names; and no number before or behind them, as streets have one. */
const sentence = /^(?!\d)(?=.*(?<!\p{L})\p{Ll}{4})\p{L}+(?:\P{L}+\p{L}+){2}.*(?<!\d)$/su

/** Whether a value is of several words, as notes are and codes are not. */
export const hasWords = (value: string): boolean => value.includes(" ") && severalWords.test(value)

/** Whether a value is written as people write what no form asks for: no name, no place, no day. */
export const isSentence = (value: string): boolean =>
	value.includes(" ") && !value.includes("@") && sentence.test(value)

/** One of so many values, where the name of the column speaks of notes. */
const fewest = 3
/** Where few different ones come again and again, they sort the rows of a file. */
const leastDifferent = 4

/** Whether a column that no name settles holds notes. */
export function holdsNotes({
	filled,
	texts,
	sentences,
	examples,
}: Pick<ColumnEvidence, "filled" | "texts" | "sentences" | "examples">) {
	if (texts > 0 && texts * fewest >= filled) return true
	return sentences > 0 && sentences * 2 >= filled && examples.length >= Math.min(filled, leastDifferent)
}
