/** Pieces of one number, or words of one name, that are looked for together. */
const mostTogether = 4
/** What stands behind these pieces of a text is prose. */
const mostPieces = 16
/** The fewest digits by which a number is known without its letters. */
const fewestDigits = 3

/** The runs of letters and of digits of a text, without case and zeros first: `KUND-01004` → `kund`, `1004`. */
export function piecesOf(text: string): readonly string[] {
	const pieces =
		text
			.normalize("NFKC")
			.toLowerCase()
			.match(/\p{L}+|\d+/gu) ?? []
	return pieces.slice(0, mostPieces).map((piece) => piece.replace(/^0+(?=\d)/, ""))
}

/** By what a customer number is found inside other values: all of it, and its digits where they are one run. */
export function numberMarks(number: string): readonly string[] {
	const pieces = piecesOf(number)
	const digits = pieces.filter(isDigits)
	const [core = ""] = digits
	if (digits.length === 0) return []
	const hasCore = digits.length === 1 && pieces.length > 1 && core.length >= fewestDigits
	return hasCore ? [pieces.join(" "), core] : [pieces.join(" ")]
}

/** Where in its pieces the number stands that the values of a column have in common. */
export interface MarkPlace {
	readonly at: number
	readonly of: number
}

/** Every number that a value may hold. @param place where it is known to stand, in values of as many pieces */
export function marksIn(pieces: readonly string[], place?: MarkPlace): readonly string[] {
	const isPlaced = place?.of === pieces.length
	const marks: string[] = []
	for (let from = isPlaced ? place.at : 0; from < (isPlaced ? place.at + 1 : pieces.length); from++)
		for (let to = Math.min(pieces.length, from + mostTogether); to > from; to--) {
			const run = pieces.slice(from, to)
			if (run.some(isDigits) && (run.join("").length >= fewestDigits || isNumbered(pieces, from, to)))
				marks.push(run.join(" "))
		}
	return marks
}

/** Whether a few digits are all that a value has, or the only ones, behind letters: `K7`, and not `7 kr` or `2,50`. */
function isNumbered(pieces: readonly string[], from: number, to: number): boolean {
	if (to - from === pieces.length) return true
	return from > 0 && !isDigits(pieces[from - 1] ?? "") && pieces.filter(isDigits).length === 1
}

function isDigits(piece: string): boolean {
	return /\d/.test(piece)
}

/** The runs of words of a text that may be somebody's whole name. */
export function namesAmong(words: readonly string[]): readonly (readonly string[])[] {
	const names: (readonly string[])[] = []
	for (let from = 0; from < Math.min(words.length, mostPieces); from++)
		for (let to = from + 2; to <= Math.min(words.length, from + mostTogether); to++) names.push(words.slice(from, to))
	return names
}
