import type { CheckedFile } from "../src/app/check/checked-file.ts"
import type { RowFilter } from "../src/ipc.ts"
import type { CheckedRow } from "../src/report/ending.ts"

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
		const rows: CheckedRow[] = []
		for (const [first, length] of stretches(positions.slice(offset, offset + count)))
			rows.push(...(await this.checked.page(first, length)))
		return { total: positions.length, rows }
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
		for await (const batch of this.checked.allCells()) {
			signal.throwIfAborted()
			for (const cells of batch) {
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

/** Neighbouring positions together: `[first, count]`. */
function stretches(positions: readonly number[]): [number, number][] {
	const found: [number, number][] = []
	for (const position of positions) {
		const last = found.at(-1)
		if (last && last[0] + last[1] === position) last[1]++
		else found.push([position, 1])
	}
	return found
}
