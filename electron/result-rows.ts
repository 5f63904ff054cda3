import { stat } from "node:fs/promises"
import { join } from "node:path"
import { checksumOf, RowIndex } from "../src/app/check/row-index.ts"
import { journalReadingOfRun } from "../src/app/run-reading.ts"
import { type OutcomeKind, outcomeKinds } from "../src/contract/outcome.ts"
import { cutBlocks } from "../src/csv/block.ts"
import { detectLayout } from "../src/csv/detect.ts"
import type { Layout, Row } from "../src/csv/layout.ts"
import { parseBlock } from "../src/csv/parse.ts"
import { restore } from "../src/csv/writer.ts"
import { headerKey } from "../src/customer/fields.ts"
import type { Argument, Reply, ResultRow } from "../src/ipc.ts"

/** Rows that are read together: about as many as a block of a file has. */
const near = 1_000

/** One of a run's files: where its rows are, and how they ended. */
interface Sheet {
	readonly layout: Layout
	readonly index: RowIndex
	readonly outcomes: readonly OutcomeKind[]
	read(row: Row): ResultRow | undefined
}

/** A row by the sheet and its position there, in one number: there may be millions. */
const placeOf = (sheet: number, position: number) => position * 4 + sheet
const sheetOf = (place: number) => place % 4
const positionOf = (place: number) => Math.floor(place / 4)

interface Found {
	readonly filter: string
	readonly places: Promise<readonly number[]>
	readonly search: AbortController
}

/** The rows of a run's files in the order of the source. They are read from the files as they are asked for. */
export class ResultRows {
	#found: Found | undefined

	private constructor(
		private readonly sheets: readonly Sheet[],
		private readonly places: readonly number[],
	) {}

	/** Reads through the files once. Rejects with `UnreadableFile` when one of them is none any more. */
	static async open(folder: string): Promise<ResultRows> {
		const reading = (await journalReadingOfRun(folder))?.reading
		const number = Object.entries(reading?.mapping.columns ?? {}).find(([, field]) => field === "number")?.[0]
		const delimiter = reading?.layout.delimiter
		const sheets: Sheet[] = []
		const rows: (readonly number[])[] = []
		for (const name of ["results.csv", "errors.csv", "unknown.csv"]) {
			const path = join(folder, name)
			if (!(await stat(path).catch(() => undefined))) continue
			// Earlier versions wrote commas there, whatever the source had.
			const opened = await openSheet(path, name === "results.csv" ? undefined : delimiter, number ?? "number")
			sheets.push(opened.sheet)
			rows.push(opened.rows)
		}
		return new ResultRows(sheets, inOrder(rows))
	}

	/** Rejects with an `AbortError` when another text was searched for meanwhile. */
	async page({ outcome, search, offset, count }: Argument<"result.rows">): Promise<Reply<"result.rows">> {
		const places = await this.#matching(outcome, search)
		return { total: places.length, rows: await this.#at(places.slice(offset, offset + count)) }
	}

	#matching(outcome: OutcomeKind | undefined, search: string): Promise<readonly number[]> {
		const filter = JSON.stringify([outcome, search])
		if (this.#found?.filter === filter) return this.#found.places
		this.#found?.search.abort()
		const stop = new AbortController()
		this.#found = { filter, search: stop, places: this.#find(outcome, search, stop.signal) }
		return this.#found.places
	}

	async #find(outcome: OutcomeKind | undefined, search: string, signal: AbortSignal): Promise<readonly number[]> {
		const outcomeAt = (place: number) => this.sheets[sheetOf(place)]?.outcomes[positionOf(place)]
		const places = outcome === undefined ? this.places : this.places.filter((place) => outcomeAt(place) === outcome)
		if (search === "") return places
		const text = search.toLocaleLowerCase()
		const found = await Promise.all(this.sheets.map((sheet) => positionsWith(sheet, text, signal)))
		return places.filter((place) => found[sheetOf(place)]?.has(positionOf(place)))
	}

	async #at(places: readonly number[]): Promise<ResultRow[]> {
		const found = new Map<number, ResultRow>()
		for (const [at, sheet] of this.sheets.entries()) {
			const wanted = new Set(places.filter((place) => sheetOf(place) === at).map(positionOf))
			for (const [first, end] of stretches([...wanted]))
				for await (const [position, row] of rowsOf(sheet, first, end)) {
					const read = wanted.has(position) ? sheet.read(row) : undefined
					if (read) found.set(placeOf(at, position), read)
				}
		}
		return places.flatMap((place) => found.get(place) ?? [])
	}
}

async function openSheet(path: string, delimiter: Layout["delimiter"] | undefined, number: string) {
	const known = delimiter === undefined ? {} : { delimiter }
	const { layout } = await detectLayout(path, { encoding: "utf-8", escape: '"', headerRow: 1, ...known })
	const index = new RowIndex(path, layout.encoding)
	const read = reader(layout, number)
	const rows: number[] = []
	const outcomes: OutcomeKind[] = []
	for await (const block of cutBlocks(path, layout)) {
		const parsed = parseBlock(block, layout)
		for (const one of parsed) {
			const { row, outcome } = read(one) ?? { row: Number.POSITIVE_INFINITY, outcome: "unknown" as const }
			rows.push(row)
			outcomes.push(outcome)
		}
		const { bytes, ...where } = block
		index.add({ ...where, length: bytes.length, checksum: checksumOf(bytes), count: parsed.length })
	}
	return { sheet: { layout, index, outcomes, read }, rows }
}

/** What a line says; nothing when it is not one that a run wrote. */
function reader({ columns }: Layout, number: string): Sheet["read"] {
	const keys = columns.map((column) => headerKey(restore(column)))
	const at = (...names: string[]) => names.map((name) => keys.indexOf(name)).find((index) => index >= 0) ?? -1
	const places = {
		row: at("importrow", "row"),
		outcome: at("importoutcome", "outcome"),
		number: at(headerKey(number), "number"),
		message: at("importmessage"),
		id: keys.includes("importoutcome") ? -1 : at("id"),
	}
	return ({ cells }) => {
		const cell = (index: number) => restore(cells[index] ?? "")
		const outcome = cell(places.outcome)
		// Of several rows that are one customer, the first.
		const row = Number(cell(places.row).split(" ")[0])
		if (!isOutcome(outcome) || !Number.isSafeInteger(row)) return undefined
		const message = cell(places.message)
		const url = outcome === "verification-required" ? /https:\/\/\S+/.exec(message)?.[0] : undefined
		return { row, outcome, number: cell(places.number), id: cell(places.id), message, ...(url ? { url } : {}) }
	}
}

async function positionsWith(sheet: Sheet, text: string, signal: AbortSignal): Promise<Set<number>> {
	const found = new Set<number>()
	for await (const [position, row] of rowsOf(sheet, 0, sheet.index.rows)) {
		signal.throwIfAborted()
		const read = sheet.read(row)
		if (read && `${read.number}\n${read.id}\n${read.message}`.toLocaleLowerCase().includes(text)) found.add(position)
	}
	return found
}

/** The rows of the blocks that hold `first` ≤ position < `end`, with their positions. */
async function* rowsOf({ index, layout }: Sheet, first: number, end: number): AsyncGenerator<[number, Row]> {
	for await (const { block, position } of index.read(first, end))
		for (const [offset, row] of parseBlock(block, layout).entries()) yield [position + offset, row]
}

/** `[first, end]` of positions that are near each other: rows are read in blocks, and each block once. */
function stretches(positions: readonly number[]): [number, number][] {
	const found: [number, number][] = []
	for (const position of positions) {
		const last = found.at(-1)
		if (last && position - last[1] < near) last[1] = position + 1
		else found.push([position, position + 1])
	}
	return found
}

/** The places of the rows of all sheets, by their rows in the source; every sheet is in that order itself. */
function inOrder(sheets: readonly (readonly number[])[]): readonly number[] {
	const places: number[] = []
	const next = sheets.map(() => 0)
	const rowAt = (sheet: number) => sheets[sheet]?.[next[sheet] ?? 0] ?? Number.POSITIVE_INFINITY
	for (;;) {
		let least = 0
		for (let sheet = 1; sheet < sheets.length; sheet++) if (rowAt(sheet) < rowAt(least)) least = sheet
		if (rowAt(least) === Number.POSITIVE_INFINITY) return places
		const position = next[least] ?? 0
		next[least] = position + 1
		places.push(placeOf(least, position))
	}
}

function isOutcome(text: string): text is OutcomeKind {
	return outcomeKinds.some((kind) => kind === text)
}
