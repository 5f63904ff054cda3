import { nameWords } from "./cards/same-name.ts"

/** What of a row tells whether its e-mail address is its customer's. */
export interface NamedEmail {
	readonly position: number
	readonly row: number
	/** The words of each name that the customer has. */
	readonly names: readonly (readonly string[])[]
	readonly email: string
	/** Of its part before the @: see `lettersOf`. */
	readonly letters: string
}

/** A row whose e-mail address is, or may be, that of the customer of another row. */
export interface SlippedEmail {
	readonly position: number
	readonly row: number
	/** The row of the customer whom the address spells, where it spells one. */
	readonly of: number | undefined
}

/** Rows in between whose address spells nobody are of the same block: no more of them, one after the other. */
const mostBetween = 5
/** One address in the name of a neighbour is of the family, or of the firm. */
const leastInBlock = 2

/**
 * Finds blocks of rows that have the e-mail addresses of the customers of the rows beside them, as a spreadsheet leaves them where a cell of one
 * column was deleted or put in. Only addresses that spell a name tell so: they spell that of the row above or below, all of a block
 * the same way, and none of them that of its own row.
 * @param rows in the order of the file
 */
export function slippedEmails(rows: readonly NamedEmail[]): readonly SlippedEmail[] {
	const own = rows.map(isOwnEmail)
	const isOwn = (index: number) => own[index] === true
	const spells = (index: number, offset: number) =>
		!isOwn(index) && rows[index + offset]?.names.some((name) => isSpelt(rows[index]?.letters ?? "", name)) === true
	/** From a row that spells its neighbour to the last of its block, with the one at its edge that has lost its address. */
	const blockFrom = (start: number, offset: number) => {
		let [end, telling] = [start, 1]
		for (let index = start + 1; index < rows.length && index - end <= mostBetween && !isOwn(index); index++)
			if (spells(index, offset)) {
				end = index
				telling++
			}
		const edge = offset > 0 ? end + 1 : start - 1
		const hasEdge = rows[edge] !== undefined && !isOwn(edge)
		return { from: hasEdge ? Math.min(start, edge) : start, to: hasEdge ? Math.max(end, edge) : end, end, telling }
	}
	const found: SlippedEmail[] = []
	for (const offset of [1, -1])
		for (let index = 0; index < rows.length; index++) {
			if (!spells(index, offset)) continue
			const { from, to, end, telling } = blockFrom(index, offset)
			index = end
			if (telling < leastInBlock) continue
			for (const [at, { position, row }] of rows.slice(from, to + 1).entries())
				found.push({ position, row, of: spells(from + at, offset) ? rows[from + at + offset]?.row : undefined })
		}
	return found
}

/** The letters of the part before the @, as words of names have them. */
export function lettersOf(email: string): string {
	return nameWords(email.slice(0, Math.max(0, email.lastIndexOf("@"))).replace(/\+.*/, ""))
		.join("")
		.replace(/\d/g, "")
}

/** Shorter words are in any text. */
const long = (word: string) => word.length >= 3

/** Whether letters spell a name: its first word and its last one, or an initial and the last one, and nothing else. */
function isSpelt(letters: string, words: readonly string[]): boolean {
	const [first, last] = [words[0] ?? "", words.at(-1) ?? ""]
	if (words.length < 2 || !long(last)) return false
	return (long(first) && letters.includes(first) && letters.includes(last)) || letters === first.slice(0, 1) + last
}

/** Whether an address may be of the customer of its row, or of the family. */
export function isOwnEmail({ letters, names }: NamedEmail): boolean {
	return names.some((name) => isAkin(letters, name))
}

/** Whether letters may be of somebody of this name, or of the family. */
function isAkin(letters: string, words: readonly string[]): boolean {
	return words.some((word) => long(word) && letters.includes(word))
}
