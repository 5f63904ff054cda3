import { holdsToken } from "../columns/column-counter.ts"
import { type Field, fields } from "../fields.ts"
import type { FindingCode } from "../finding-codes.ts"
import { beginsWithLetter } from "../quick-look.ts"
import { isOwn } from "./context.ts"

/** A row with hardly anything of a customer: a sum, a count, a note, or somebody of whom little is known. */
export interface SparseRow {
	readonly row: number
	readonly number: string
	/** It has nothing but that; otherwise one text, as a name. */
	readonly isBare: boolean
}

/** The sparse rows of a file, or of a part of it. Plain JSON; parts add up. */
export interface SparseFacts {
	readonly count: number
	/** The last of them. */
	readonly rows: readonly SparseRow[]
	/** Length of the shortest number of all other rows. */
	readonly shortest: number
}

export const noSparse: SparseFacts = { count: 0, rows: [], shortest: Number.MAX_SAFE_INTEGER }

/** A file has a few lines that are no customers, or they are its customers. */
const kept = 100

export function joinSparse(one: SparseFacts, other: SparseFacts): SparseFacts {
	const rows = [...one.rows, ...other.rows].sort((a, b) => a.row - b.row).slice(-kept)
	return { count: one.count + other.count, rows, shortest: Math.min(one.shortest, other.shortest) }
}

export class SparseTally {
	#rows: SparseRow[] = []
	#count = 0
	#shortest = noSparse.shortest

	add(sparse: SparseRow | undefined, number: string): void {
		if (sparse === undefined) {
			if (number !== "" && number.length < this.#shortest) this.#shortest = number.length
			return
		}
		this.#count++
		this.#rows.push(sparse)
		if (this.#rows.length > 2 * kept) this.#rows = this.#rows.slice(-kept)
	}

	facts(): SparseFacts {
		return joinSparse(noSparse, { count: this.#count, rows: this.#rows, shortest: this.#shortest })
	}
}

/** Places of what makes a row somebody. */
export function personal(fieldAt: readonly (Field | undefined)[]): readonly number[] {
	return fieldAt.flatMap((field, index) => (field !== undefined && isPersonal(field) ? index : []))
}

function isPersonal(field: Field): boolean {
	return isOwn(field) || fields[field].kind === "phone" || field === "identityNumber"
}

/** Prepares to see that a row is sparse: quick where it has two values, as nearly every row has. */
export function sparseReader(
	places: readonly number[],
	numberIndex: number,
): (cells: readonly string[], row: number) => SparseRow | undefined {
	return (cells, row) => {
		let filled = 0
		for (const index of places) if (cells[index] && isSaid(cells[index]) && ++filled > 1) return undefined
		return cells.some(holdsToken) ? undefined : { row, number: cells[numberIndex]?.trim() ?? "", isBare: filled === 0 }
	}
}

/** An amount or a count in the column of a name says nothing of anybody. */
function isSaid(cell: string): boolean {
	return beginsWithLetter(cell) || said.test(cell)
}

const said = /\p{L}|\d{5}/u

/** Customer numbers, and those of them that have a digit. */
interface CountedNumbers {
	readonly all: number
	readonly withDigit: number
}

/** What has to be known of the whole file. */
export interface SparseContext {
	readonly rows?: number
	readonly lastRow?: number
	/** Places of the columns that nearly all other rows have filled. */
	readonly steady?: readonly number[]
	readonly sparse?: SparseFacts
	readonly numbers?: CountedNumbers
}

/**
 * Why a sparse row is no customer: nearly all rows have what it lacks, and its number is unlike theirs (a word among digits, the count
 * of the rows before it, or much shorter), or it has nothing at all.
 * @param places of what makes a row somebody
 */
export function whyNoCustomer(
	sparse: SparseRow,
	places: readonly number[],
	facts: SparseContext,
): Extract<FindingCode, "row.note" | "row.bare"> | undefined {
	const { number, isBare } = sparse
	const { steady = [], rows = 0, numbers, sparse: { count } = noSparse } = facts
	const lacking = places.filter((index) => steady.includes(index)).length - Number(!isBare)
	if (number === "" || lacking < 1) return undefined
	if (isBare && numbers !== undefined && isWordAmongDigits(number, numbers)) return "row.note"
	// Where many have little, that is how the file is.
	if (count * 4 > rows) return undefined
	if (!isBare) return isCount(sparse, facts) ? "row.note" : undefined
	return lacking > 1 ? "row.bare" : undefined
}

/** Whether the number of a row counts those before it, or is much shorter than theirs. */
function isCount({ row, number }: SparseRow, { rows = 0, lastRow, sparse = noSparse }: SparseContext): boolean {
	if (!/^\d+$/.test(number)) return false
	if (number.length + muchShorter <= sparse.shortest) return true
	if (sparse.rows.at(-1)?.row !== lastRow) return false
	return number === String(rows - sparse.rows.filter((one) => one.row >= row).length)
}

const muchShorter = 2

function isWordAmongDigits(number: string, { all, withDigit }: CountedNumbers): boolean {
	return !/\d/.test(number) && withDigit > 1 && (all - withDigit) * 4 <= all
}
