import type { Mapping } from "../../customer/columns/mapping.ts"
import { DuplicateSearch, tokenKey } from "../../customer/duplicates.ts"
import type { FindingCode } from "../../customer/finding-codes.ts"
import { codeOf, type Remark } from "../../customer/remark.ts"
import { Bits } from "./bits.ts"
import { type Joinable, Joinables } from "./joinables.ts"
import { JoinedGroups } from "./joined-groups.ts"
import { Neighbours, type Note } from "./neighbours.ts"
import { isRepeat, NumberClaims } from "./number-claims.ts"
import type { BlockReader, ReadRow } from "./reading.ts"
import { Remarks } from "./remarks.ts"
import type { Suspected } from "./repeated.ts"
import type { RowIndex } from "./row-index.ts"
import { Spellings } from "./spellings.ts"

/** What only the comparison of rows can tell. Rows go by their position among the data rows. */
export interface Comparison {
	readonly remarks: Pick<Remarks, "at" | typeof Symbol.iterator>
	/** The rows that belong to the customer of the row before them. */
	readonly continues: Bits
	/** Customers in several rows that could be joined and are not, because nobody said whether they should be. */
	readonly joinable: Joinable | undefined
}

/** Whether a spreadsheet, or whoever had none, put something in place of the number: it is nobody's, and so the same as no other's. */
function isLost({ findings }: ReadRow): boolean {
	return findings.some(({ field, code, severity }) => field === "number" && severity === "error" && lost.has(code))
}

const lost: ReadonlySet<string> = new Set<FindingCode>([
	"value.damaged",
	"value.scientific",
	"value.date",
	"value.rounded",
	"number.word",
])

const near = "number.near-duplicate" satisfies FindingCode

/** Positions of the rows to compare, of those whose number, or another spelling of it, may stand elsewhere, and of those of whose cards this is so. */
export interface Suspects {
	readonly all: Bits
	readonly numbers: Suspected
	readonly tokens: Bits
}

/** What of a row is compared. */
interface Compared {
	/** Another row may have its number. */
	readonly hasTwin: boolean
	/** And no later one. */
	readonly isLast: boolean
	/** By which its tokens are known: worked out once a row. None where no other row may have one. */
	readonly keys: readonly string[]
}

/** Compares the suspects with each other on their real values, and with the rows beside them. Rejects with `UnreadableFile` or the signal's reason. */
export async function compareRows(
	index: RowIndex,
	{ all: suspects, numbers, tokens }: Suspects,
	read: BlockReader,
	/** Nobody said: they are compared as if not, and counted. */
	join: Mapping["joinRows"],
	continues: (cells: readonly string[]) => boolean,
	/** Rows that a person says are right. */
	kept: readonly number[] = [],
	signal?: AbortSignal,
): Promise<Comparison> {
	const keptRows = new Set(kept)
	const comparison = new RowComparison(join, keptRows)
	const neighbours = new Neighbours(continues, comparison.note)
	const hasSuspects = (first: number, end: number) => suspects.hasBetween(first, end)
	for await (const { block, position: first } of index.read(0, index.rows, hasSuspects)) {
		signal?.throwIfAborted()
		let position = first
		for (const row of read(block)) {
			if (suspects.has(position)) {
				const compared = {
					hasTwin: numbers.all.has(position),
					isLast: numbers.last.has(position),
					keys: tokens.has(position) ? row.tokens.map(tokenKey) : none,
				}
				comparison.add(position, row, compared)
				neighbours.add(position, row)
			}
			position++
		}
	}
	comparison.finish()
	return comparison
}

/**
 * Compares rows that are suspected of having a number or card token in common, given in the order of the file: keeps the
 * first of each number, or joins adjacent rows of one customer when asked to.
 */
class RowComparison implements Comparison {
	readonly remarks = new Remarks()
	readonly continues = new Bits()
	joinable: Joinable | undefined
	/** Where nobody said whether rows are joined. */
	readonly #joinables: Joinables | undefined
	readonly #search: DuplicateSearch
	readonly #join: boolean
	readonly #groups: JoinedGroups
	readonly #claims: NumberClaims
	/** The first row of each token. */
	readonly #holders = new Map<
		string,
		{ position: number; row: number; number: string; token: string; told?: boolean }
	>()
	readonly #spellings: Spellings

	/**
	 * @param join `errors`: several rows of one customer, with a card each, are none of them sent
	 * @param kept rows that a person says are right
	 */
	constructor(join: Mapping["joinRows"], kept: ReadonlySet<number>) {
		this.#join = join === true
		this.#joinables = join === undefined ? new Joinables() : undefined
		this.#groups = new JoinedGroups(this.note)
		const refuseWith: JoinedGroups["refuseWith"] = (number, first) => this.#groups.refuseWith(number, first)
		this.#claims = new NumberClaims(this.remarks, join === "errors", refuseWith)
		this.#spellings = new Spellings(kept, this.note, refuseWith)
		this.#search = new DuplicateSearch(this.#join)
	}

	add(position: number, row: ReadRow, compared: Compared): void {
		if (!row.skipped) this.#add(position, row, compared)
		if (compared.isLast) this.#forget(row.number)
	}

	#add(position: number, row: ReadRow, { hasTwin, isLast, keys }: Compared): void {
		const goesOn = this.#join && hasTwin && this.#groups.takes(position, row)
		const isCompared = hasTwin && !goesOn && !isLost(row)
		const spelled = isCompared ? this.#spellings.check(position, row) : []
		const tokens = keys.length > 0 ? row.tokens : none
		const others = this.#search.check(row.row, isCompared ? row.number : "", tokens, row.number, keys)
		const isNear = (one: Remark) => "code" in one && one.code === near
		const found = spelled.length === 0 ? others : [...spelled, ...others.filter((one) => !isNear(one))]
		for (const remark of found) this.note(position, remark)
		const customer = isCompared && row.number !== "" ? this.#claims.add(position, row) : undefined
		for (const [index, key] of keys.entries()) this.#hold(row.tokens[index] ?? "", key, position, row)
		if (this.#joinables && hasTwin && row.number !== "") {
			const isSound = row.creatable !== undefined && !found.some((one) => isError(one) && !isRepeat(one))
			this.#joinables.add(position, row, customer, isSound)
		}
		// Nothing is joined with a row whose number stands nowhere else.
		if (!this.#join || !hasTwin) return
		const valid = row.creatable !== undefined && !found.some(isError)
		if (goesOn) this.continues.add(position)
		this.#groups.add(position, row, goesOn, { valid, isLast, sharesCard: keys.length > 0 })
	}

	/** What is known of a number serves its later rows: those who stand together, as nearly all do, are not kept. */
	#forget(number: string): void {
		this.#joinables?.forget(number)
		this.#search.forget(number)
		this.#spellings.forget(number)
		this.#claims.forget(number)
		this.#groups.forget(number)
	}

	/** To be called after the last row. */
	finish(): void {
		this.#groups.end()
		this.joinable = this.#joinables?.finish()
	}

	/** A card at two customers is nobody's for certain: the first of them is not sent either. */
	#hold(token: string, key: string, position: number, { row, number }: ReadRow): void {
		const first = this.#holders.get(key)
		if (first === undefined) this.#holders.set(key, { position, row, number, token })
		else if ((first.number !== number || first.token !== token) && !first.told) {
			first.told = true
			this.note(first.position, { kind: first.token === token ? "token.duplicate" : "token.filled", other: row })
			this.#groups.refuseWith(first.number, first)
		}
	}

	readonly note: Note = (position, remark) => this.remarks.add(position, remark)
}

const none: readonly string[] = []

function isError(remark: Remark): boolean {
	return codeOf(remark).severity === "error"
}
