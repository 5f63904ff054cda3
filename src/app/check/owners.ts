import { hash53 } from "../../contract/hash.ts"
import { CodeSearch } from "../../customer/cards/code-columns.ts"
import { type OwnerReader, ownerKeys, ownerReader, type RowOwner, type SaidOwner } from "../../customer/cards/owner.ts"
import type { OwnerColumn } from "../../customer/cards/owner-column.ts"
import {
	bearsOut,
	hasSlipped,
	isRarelyOther,
	noOwners,
	type OwnerTally,
	ownerVerdict,
} from "../../customer/cards/owner-verdict.ts"
import { witnessCandidates, witnessColumns } from "../../customer/cards/witness-columns.ts"
import { headerKey } from "../../customer/fields.ts"
import type { Finding, FindingsByPosition } from "../../customer/finding.ts"
import { type FindingCode, finding, quoted, unlessKept } from "../../customer/finding-codes.ts"
import { type BlockReader, cellReader, type Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"
import { type PlacedRow, rowsBetween } from "./rows-between.ts"
import { type MovedCard, silentAmong, slidesAmong } from "./slid-owners.ts"

interface Place {
	readonly position: number
	readonly row: number
	readonly number: string
	readonly hasCard: boolean
	/** Other rows, and other customers, are known by the same. */
	shared: boolean
	sharedByOthers: boolean
	/** A column that speaks of rows means this one in it. */
	readonly isOwn: boolean
}

/** A row of which a column says that its card is not its customer's. */
interface Contradiction {
	readonly position: number
	readonly row: number
	readonly column: OwnerColumn
	readonly said: SaidOwner
	readonly owner: Pick<RowOwner, "isCompany" | "hasCard">
	readonly elsewhere: Place | undefined
	/** An earlier import said so, whose other rows are not all here. */
	readonly isKnown: boolean
}

/**
 * Compares what the columns beside the customers say of whose cards they have with whose rows they stand in. The rows are read
 * again only where there is such a column, and again only where it says something else. Rejects with `UnreadableFile` or the
 * signal's reason.
 */
export async function findOwners(index: RowIndex, reading: Reading, signal?: AbortSignal): Promise<FindingsByPosition> {
	const { mapping } = reading
	const { columns } = reading.layout
	const codes = new CodeSearch(columns, mapping)
	const isSought = codes.isNeeded || witnessCandidates(columns, mapping).length > 0
	const first = isSought ? await firstRows(index, reading, signal) : []
	if (codes.isNeeded) for (const cells of first) codes.add(cells)
	const coded = codes.isNeeded ? codes.found : []
	const reader = ownerReader(columns, mapping, [...coded, ...witnessColumns(columns, mapping, first)])
	return reader === undefined ? new Map() : new OwnerSearch(index, reading, reader, signal).find()
}

/** As many rows as tell whether a column has what customers are known by. */
async function firstRows(index: RowIndex, reading: Reading, signal?: AbortSignal): Promise<readonly RowCells[]> {
	const read = cellReader(reading)
	const rows: RowCells[] = []
	for await (const { block } of index.read()) {
		signal?.throwIfAborted()
		for (const { cells } of read(block)) if (rows.push(cells) === sampled) return rows
	}
	return rows
}

type RowCells = readonly string[]

/** The rows of a file with what is said of whose cards they have. */
export function withOwners(read: BlockReader, owners: FindingsByPosition): BlockReader {
	if (owners.size === 0) return read
	const byRow = new Map([...owners.values()].map((found) => [found[0]?.row, found]))
	return function* (block) {
		for (const row of read(block)) {
			const found = byRow.get(row.row)
			yield found === undefined ? row : row.and(found)
		}
	}
}

/** What a column says, and where the customer is whom it means. */
function whom({ text }: SaidOwner, elsewhere: Place | undefined): string {
	return `${quoted(text)}${elsewhere === undefined ? "" : `, who is in row ${elsewhere.row}`}`
}

/** Rows by which it is told whether a column may be a list of customers. */
const sampled = 1_000

class OwnerSearch {
	readonly #tallies: ReadonlyMap<OwnerColumn, OwnerTally>
	/** Hashes of the keys that columns mean beside other customers. */
	readonly #wanted = new Set<number>()
	readonly #places = new Map<number, Place>()
	readonly #kept: ReadonlySet<number>
	readonly #code: number
	#columns: readonly OwnerColumn[] = []
	readonly #findings = new Map<number, readonly Finding[]>()

	constructor(
		private readonly index: RowIndex,
		private readonly reading: Reading,
		private readonly reader: OwnerReader,
		private readonly signal: AbortSignal | undefined,
	) {
		this.#tallies = new Map(reader.columns.map((column) => [column, { ...noOwners }]))
		this.#kept = new Set(reading.edits?.kept)
		this.#code = reading.layout.columns.findIndex((column) => headerKey(column) === "importcode")
	}

	async find(): Promise<FindingsByPosition> {
		this.#columns = await this.#plausible()
		if (this.#columns.length === 0) return new Map()
		for await (const all of this.#said())
			for (const { column, said } of all)
				if (said.likeness === "same") this.#tally(column).same++
				else for (const key of said.keys) this.#wanted.add(hash53(key))
		if (this.#wanted.size === 0) return new Map()
		for await (const rows of this.#rows()) for (const row of rows) this.#locate(row)
		const found: Contradiction[] = []
		for (const tally of this.#tallies.values()) Object.assign(tally, noOwners)
		for await (const all of this.#said())
			for (const { column, said, owner, position, row, cells } of all) {
				const tally = this.#tally(column)
				if (said.likeness === "same") tally.same++
				const elsewhere = said.likeness === "same" ? undefined : this.#elsewhere(said, owner.number)
				if (elsewhere !== undefined) tally.elsewhere++
				if (said.likeness === "same") continue
				const isKnown = cells[this.#code]?.includes("token.other-customer") === true
				const { isCompany, hasCard } = owner
				found.push({ position, row, column, said, owner: { isCompany, hasCard }, elsewhere, isKnown })
			}
		await this.#noteSlid(this.#noteContradictions(found))
		return this.#findings
	}

	#note(position: number, row: number, code: FindingCode, index?: number, detail?: string): void {
		const column = this.reading.layout.columns[index ?? -1]
		const said = finding(code, row, { column, field: "token", detail })
		const others = this.#findings.get(position) ?? []
		if (others.some((one) => one.code === code)) return
		this.#findings.set(position, [...others, unlessKept(said, this.#kept.has(row))])
	}

	/** @returns the cards that stand in other rows of the file */
	#noteContradictions(found: readonly Contradiction[]): readonly MovedCard[] {
		const moved: MovedCard[] = []
		for (const { position, row, column, said, owner, elsewhere, isKnown } of found) {
			const tally = this.#tally(column)
			const verdict = ownerVerdict(column, said, {
				isElsewhere: elsewhere !== undefined,
				isShared: elsewhere?.sharedByOthers === true,
				isCompany: owner.isCompany,
				isBorneOut: bearsOut(column, tally),
				hasSlipped: hasSlipped(tally),
				isRarelyOther: isRarelyOther(tally),
			})
			const code = isKnown ? "token.other-customer" : verdict
			if (code === undefined) continue
			if (!owner.hasCard) {
				// Whoever is there as well may be the one who pays for several.
				if (elsewhere?.isOwn === false)
					this.#note(position, row, "row.other-customer", column.indices[0], whom(said, elsewhere))
				continue
			}
			this.#note(position, row, code, column.indices[0], whom(said, elsewhere))
			if (code !== "token.other-customer" || elsewhere === undefined) continue
			if (!elsewhere.hasCard && !elsewhere.shared)
				this.#note(elsewhere.position, elsewhere.row, "card.slipped", undefined, `row ${row}`)
			if (!elsewhere.shared) moved.push({ position, column, by: elsewhere.position - position })
		}
		return moved
	}

	/** Where cards slid, those of the rows between and beside that say nothing slid as well. */
	async #noteSlid(moved: readonly MovedCard[]): Promise<void> {
		const slides = slidesAmong(moved)
		if (slides.length === 0) return
		const rows = new Uint32Array(this.index.rows)
		const said = new Map(slides.map(({ column }) => [column, new Set<number>()]))
		const bare = new Set<number>()
		for await (const all of this.#rows())
			for (const { position, row, cells } of all) {
				rows[position] = row
				const owner = this.reader.ownerOf(cells)
				if (!owner.hasCard) bare.add(position)
				for (const [column, positions] of said)
					if (this.reader.saidBy(column, cells, owner) !== undefined) positions.add(position)
			}
		for (const slide of slides) {
			const { among, without } = silentAmong(slide, this.index.rows, (column, at) =>
				bare.has(at) ? "bare" : said.get(column)?.has(at) ? "said" : "silent",
			)
			for (const at of among) if (!this.#findings.has(at)) this.#note(at, rows[at] ?? 0, "card.among-slipped")
			for (const at of without) if (!this.#findings.has(at)) this.#note(at, rows[at] ?? 0, "card.slipped")
		}
	}

	#tally(column: OwnerColumn): OwnerTally {
		return this.#tallies.get(column) ?? { ...noOwners }
	}

	/** Another customer whom a column means. */
	#elsewhere(said: SaidOwner, number: string): Place | undefined {
		for (const key of said.keys) {
			const place = this.#places.get(hash53(key))
			if (place !== undefined && (place.number !== number || number === "")) return place
		}
		return undefined
	}

	#locate({ position, row, cells }: { position: number; row: number; cells: readonly string[] }): void {
		const owner = this.reader.ownerOf(cells)
		for (const key of ownerKeys(owner)) {
			const hash = hash53(key)
			if (!this.#wanted.has(hash)) continue
			const known = this.#places.get(hash)
			const { number, hasCard } = owner
			if (known === undefined) {
				const isOwn = this.#meansOwn(cells, owner)
				this.#places.set(hash, { position, row, number, hasCard, shared: false, sharedByOthers: false, isOwn })
			} else {
				known.shared ||= known.position !== position
				known.sharedByOthers ||= known.number !== number
			}
		}
	}

	#meansOwn(cells: readonly string[], owner: RowOwner): boolean {
		return this.#columns.some(
			(column) => column.isWitness && this.reader.saidBy(column, cells, owner)?.likeness === "same",
		)
	}

	/**
	 * The columns that are worth comparing: of those that are not named as the card's owner, the ones that have another text in most of the
	 * first rows with a card, as a list of customers has.
	 */
	async #plausible(): Promise<readonly OwnerColumn[]> {
		const texts = new Map(this.reader.columns.map((column) => [column, new Set<string>()]))
		let cards = 0
		for await (const rows of this.#rows()) {
			for (const { cells } of rows) {
				if (!this.reader.ownerOf(cells).hasCard) continue
				for (const [{ indices }, seen] of texts) {
					const text = indices.map((index) => cells[index] ?? "").join(" ")
					if (text.trim() !== "") seen.add(text)
				}
				if (++cards === sampled) break
			}
			if (cards === sampled) break
		}
		const isCertain = ({ isOfCard, isOfOwnCard, isOfPayer, isWitness }: OwnerColumn) =>
			isOfCard || isOfOwnCard || isOfPayer || isWitness
		return this.reader.columns.filter((column) => isCertain(column) || (texts.get(column)?.size ?? 0) * 2 >= cards)
	}

	async *#said() {
		for await (const rows of this.#rows()) yield this.#saidIn(rows)
	}

	/** What the columns say in rows with a card, and those that speak of rows in all of them, row by row. */
	*#saidIn(rows: Iterable<PlacedRow>) {
		for (const row of rows) {
			const owner = this.reader.ownerOf(row.cells)
			for (const column of this.#columns) {
				if (!owner.hasCard && !column.isWitness) continue
				const tally = this.#tally(column)
				tally.cards++
				const said = this.reader.saidBy(column, row.cells, owner)
				if (said === undefined) continue
				tally.filled++
				yield { ...row, owner, column, said }
			}
		}
	}

	#rows() {
		return rowsBetween(this.index, this.reading, this.signal)
	}
}
