import { type Sentences, told } from "../customer/sentences.ts"
import { type Block, takeRecords } from "./block.ts"
import { isSevenBit } from "./code-pages.ts"
import { looksLikeHeader } from "./header.ts"
import { type Layout, type Row, UnreadableFile } from "./layout.ts"
import { parseBlock } from "./parse.ts"
import { width } from "./width.ts"

export interface DetectedDialect {
	readonly delimiter: Layout["delimiter"]
	readonly escape: Layout["escape"]
	readonly rows: readonly Row[]
	readonly evidence: Sentences
}

const delimiters = [",", ";", "\t", "|"] as const
const names = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" } as const

/** Records looked at. */
const most = 400

/** The first rows of `bytes`, blank ones left out, each with the cells it has and no more. */
export function sampleRows(bytes: Uint8Array<ArrayBuffer>, layout: Omit<Layout, "bom">, final: boolean): Row[] {
	const rows: Row[] = []
	let row = 1
	for (let offset = 0; offset < bytes.length && row <= most; ) {
		const left = bytes.subarray(offset)
		const records = takeRecords(left, layout, final, most)
		if (records.length === 0) break
		const block: Block = { ...records, bytes: left.subarray(0, records.length), offset, row }
		rows.push(...parseBlock(block, { ...layout, bom: 0 }))
		offset += records.length
		row += records.rows
	}
	return rows
}

const isMalformed = (row: Row) =>
	row.problems?.some(({ code }) => code === "row.malformed-quote" || code === "row.unclosed-quote") ?? false

interface Tried extends Omit<Layout, "bom"> {
	readonly rows: readonly Row[]
	/** The first row that is as wide as most are. */
	readonly first: Row | undefined
}

/** A tab hardly ever stands in a text, a comma often does. */
const likely = { "\t": 1.3, "|": 0.95, ";": 0.95, ",": 0.85 } as const

/** In a text a space follows a comma; between cells there is none. */
function shareOfTexts(rows: readonly Row[]): number {
	const behind = rows.flatMap(({ cells }) => cells.slice(1))
	return behind.filter((cell) => cell.startsWith(" ")).length / Math.max(behind.length, 1)
}

/**
 * How well rows fit together: many cells, the same number in each and in the header, quotes only where they belong.
 * @param top the first row that another delimiter divides as it divides most
 */
function score({ rows, delimiter, first }: Tried, top: number): number {
	const { cells, share } = width(rows)
	if (cells < 2 || first === undefined) return 0
	const texts = shareOfTexts(rows)
	// Names in a single column, the last one first.
	if (cells === 2 && texts > 0.5 && first !== rows[0]) return 0
	const malformed = rows.filter(isMalformed).length / rows.length
	const fit = share * (1 - malformed) * (1 + Math.log2(cells) / 4)
	const header = (looksLikeHeader(first) ? 1 : 0.6) * (first.row > top ? 0.6 : 1)
	return fit * header * likely[delimiter] * (1 - texts / 2)
}

const divided = (rows: readonly Row[]) => rows.filter(({ cells }) => cells.length > 1).length

/** Finds delimiter and escape character by trying them all, but for what is `given`. */
export function detectDialect(
	bytes: Uint8Array<ArrayBuffer>,
	encoding: Layout["encoding"],
	given: Partial<Pick<Layout, "delimiter" | "escape" | "quote">>,
	final: boolean,
): DetectedDialect {
	const letters = isSevenBit(encoding) ? ["|", "\\"] : []
	if (given.delimiter !== undefined && letters.includes(given.delimiter)) refuseLetter(given.delimiter, encoding)
	const usable = <T extends string>(all: readonly T[]) => all.filter((character) => !letters.includes(character))
	const escapes = given.escape !== undefined ? [given.escape] : usable(['"', "\\"] as const)
	const divide = (delimiter: Layout["delimiter"], escapeCharacter: Layout["escape"]): Tried => {
		const quote = given.quote === undefined ? {} : { quote: given.quote }
		const layout = { encoding, delimiter, escape: escapeCharacter, headerRow: 0, columns: [], ...quote }
		const rows = sampleRows(bytes, layout, final)
		const { cells } = width(rows)
		return { ...layout, rows, first: cells < 2 ? undefined : rows.find((row) => row.cells.length === cells) }
	}
	const tried = escapes.flatMap((escapeCharacter) =>
		(given.delimiter !== undefined ? [given.delimiter] : usable(delimiters)).map((one) => divide(one, escapeCharacter)),
	)
	const top = Math.min(...tried.filter(({ rows }) => width(rows).share > 0.5).map(({ first }) => first?.row ?? most))
	const scored = tried.map((one) => ({ ...one, score: score(one, top) }))
	const best = scored.reduce((best, other) => {
		if (best.score === 0 && other.score === 0) return divided(other.rows) < divided(best.rows) ? other : best
		return other.score > best.score + 1e-9 ? other : best
	})
	const rival = scored.find((one) => one.delimiter !== best.delimiter && one.score > best.score * 0.8)
	return { delimiter: best.delimiter, escape: best.escape, rows: best.rows, evidence: explain(best, rival?.delimiter) }
}

function explain(
	{ rows, delimiter, escape: escapeCharacter }: Tried,
	rival: Layout["delimiter"] | undefined,
): Sentences {
	const { cells, share } = width(rows)
	const columns =
		cells < 2
			? "No delimiter divides the rows: the file has one column."
			: `A ${names[delimiter]} divides ${Math.floor(share * 100)}% of the first ${rows.length} rows into ${cells} cells.`
	const backslash = escapeCharacter === "\\" ? " Quotes inside cells are escaped with a backslash." : ""
	const other =
		rival === undefined
			? ""
			: told` A ${names[rival]} might as well: choose it if this is not right${{ way: "choose-delimiter" }}.`
	return told`${columns}${backslash}${other}`
}

function refuseLetter(delimiter: string, encoding: string): never {
	throw new UnreadableFile(
		"file.delimiter-is-letter",
		`In ${encoding} the character ${delimiter} is a letter, and cannot stand between cells.`,
		"Choose another delimiter, or another encoding.",
	)
}
