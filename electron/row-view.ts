import type { CheckedFile } from "../src/app/check/checked-file.ts"
import type { RowFilter } from "../src/ipc.ts"
import type { CheckedRow } from "../src/report/ending.ts"

/** Rows that are read together: about as many as a block of the file has. */
const batch = 1_000

interface Found {
	readonly filter: string
	readonly positions: Promise<readonly number[]>
	readonly search: AbortController
}

/** The rows of a checked file as a grid asks for them: a stretch of those that a filter and a search let through. */
export class RowView {
	#found: Found | undefined

	constructor(private readonly checked: CheckedFile) {}

	/** Rejects with an `AbortError` when another filter was asked for meanwhile. */
	async rows(filter: RowFilter, offset: number, count: number): Promise<{ total: number; rows: CheckedRow[] }> {
		if (filter.show === "all" && filter.code === undefined && filter.search === "")
			return { total: this.checked.rows, rows: [...(await this.checked.page(offset, count))] }
		const positions = await this.#positions(filter)
		return { total: positions.length, rows: await this.#at(positions.slice(offset, offset + count)) }
	}

	/** All rows with a finding, some at a time. */
	async *rowsWith(code: string): AsyncGenerator<readonly CheckedRow[]> {
		const positions = [...this.checked.rowsWith(code)]
		for (let first = 0; first < positions.length; first += batch)
			yield await this.#at(positions.slice(first, first + batch))
	}

	async #at(positions: readonly number[]): Promise<CheckedRow[]> {
		const rows: CheckedRow[] = []
		for (const near of neighbours(positions)) {
			const [first = 0] = near
			const page = await this.checked.page(first, (near.at(-1) ?? first) + 1 - first)
			for (const position of near) {
				const row = page[position - first]
				if (row) rows.push(row)
			}
		}
		return rows
	}

	#positions(filter: RowFilter): Promise<readonly number[]> {
		const key = JSON.stringify(filter)
		if (this.#found?.filter === key) return this.#found.positions
		this.#found?.search.abort()
		const search = new AbortController()
		this.#found = { filter: key, search, positions: this.#find(filter, search.signal) }
		return this.#found.positions
	}

	async #find({ show, code, search }: RowFilter, signal: AbortSignal): Promise<readonly number[]> {
		const candidates = this.#shown(show, code)
		if (search === "") return candidates ?? Array.from({ length: this.checked.rows }, (_, position) => position)
		const wanted = candidates && new Set(candidates)
		const text = search.toLocaleLowerCase()
		const found: number[] = []
		let position = 0
		for await (const read of this.checked.allRows()) {
			signal.throwIfAborted()
			for (const { cells } of read) {
				if ((wanted?.has(position) ?? true) && cells.some((cell) => cell.toLocaleLowerCase().includes(text)))
					found.push(position)
				position++
			}
		}
		return found
	}

	/** Positions, ascending; nothing for all. */
	#shown(show: RowFilter["show"], code: string | undefined): number[] | undefined {
		if (code !== undefined) return [...this.checked.rowsWith(code)]
		if (show === "all") return undefined
		const errors = new Set(this.checked.rowsWith("error"))
		if (show === "error") return [...errors]
		const warnings = [...this.checked.rowsWith("warning")].filter((position) => !errors.has(position))
		if (show === "warning") return warnings
		const blamed = new Set([...errors, ...warnings])
		return Array.from({ length: this.checked.rows }, (_, position) => position).filter((one) => !blamed.has(one))
	}
}

/** Positions that are near each other, together: rows are read in blocks, and each block once. */
function neighbours(positions: readonly number[]): number[][] {
	const found: number[][] = []
	for (const position of positions) {
		const last = found.at(-1)
		if (last && position - (last.at(-1) ?? 0) <= batch) last.push(position)
		else found.push([position])
	}
	return found
}
