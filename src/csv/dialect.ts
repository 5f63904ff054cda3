import { type Block, takeRecords } from "./block.ts"
import type { Layout, Row } from "./layout.ts"
import { parseBlock } from "./parse.ts"

export interface DetectedDialect {
	readonly delimiter: Layout["delimiter"]
	readonly escape: Layout["escape"]
	readonly rows: readonly Row[]
	readonly evidence: string
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

/** The number of cells most rows have, and the share of the rows that do. */
export function width(rows: readonly Row[]): { readonly cells: number; readonly share: number } {
	const counts = new Map<number, number>()
	for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
	const [cells, count] = [...counts].reduce((best, other) => (other[1] > best[1] ? other : best), [1, 0])
	return { cells, share: rows.length === 0 ? 0 : count / rows.length }
}

const isMalformed = (row: Row) =>
	row.problems?.some(({ code }) => code === "row.malformed-quote" || code === "row.unclosed-quote") ?? false

/** How well rows fit together: many cells, the same number in each, and quotes only where they belong. */
function score(rows: readonly Row[]): number {
	const { cells, share } = width(rows)
	if (cells < 2) return 0
	const malformed = rows.filter(isMalformed).length / rows.length
	return share * (1 - malformed) * (1 + Math.log2(cells) / 4)
}

/** Finds delimiter and escape character by trying them all, but for what is `given`. */
export function detectDialect(
	bytes: Uint8Array<ArrayBuffer>,
	encoding: Layout["encoding"],
	given: { readonly delimiter?: Layout["delimiter"] | undefined; readonly escape?: Layout["escape"] | undefined },
	final: boolean,
): DetectedDialect {
	const escapes = given.escape !== undefined ? [given.escape] : (['"', "\\"] as const)
	const tried = escapes.flatMap((escapeCharacter) =>
		(given.delimiter !== undefined ? [given.delimiter] : delimiters).map((delimiter) => {
			const layout = { encoding, delimiter, escape: escapeCharacter, headerRow: 0, columns: [] }
			const rows = sampleRows(bytes, layout, final)
			return { ...layout, rows, score: score(rows) }
		}),
	)
	const best = tried.reduce((best, other) => (other.score > best.score + 1e-9 ? other : best))
	const { cells, share } = width(best.rows)
	const columns =
		cells < 2
			? "No delimiter divides the rows: the file has one column."
			: `A ${names[best.delimiter]} divides ${Math.round(share * 100)}% of the first ${best.rows.length} rows into ${cells} cells.`
	const backslash = best.escape === "\\" ? " Quotes inside cells are escaped with a backslash." : ""
	return { delimiter: best.delimiter, escape: best.escape, rows: best.rows, evidence: columns + backslash }
}
