import type { Edits } from "../src/app/check/reading.ts"

export type Cell = Edits["cells"][number]

const none: Edits = { cells: [], skipped: [] }

/** What a person changed of the rows, with a way back. The file itself is never touched. */
export class Mends {
	#past: Edits[] = []
	#future: Edits[] = []
	#index:
		| { of: Edits; columns: ReadonlyMap<number, string[]>; skipped: ReadonlySet<number>; kept: ReadonlySet<number> }
		| undefined

	constructor(private present: Edits = none) {}

	get edits(): Edits {
		return this.present
	}

	/** The same, and the same way back. */
	copy(): Mends {
		const copy = new Mends(this.present)
		copy.#past = [...this.#past]
		copy.#future = [...this.#future]
		return copy
	}

	/** Columns of the row that were mended. */
	columnsOf(row: number): readonly string[] {
		return this.#found().columns.get(row) ?? []
	}

	isSkipped(row: number): boolean {
		return this.#found().skipped.has(row)
	}

	isKept(row: number): boolean {
		return this.#found().kept.has(row)
	}

	get canUndo(): boolean {
		return this.#past.length > 0
	}

	get canRedo(): boolean {
		return this.#future.length > 0
	}

	set(cells: readonly Cell[]) {
		if (cells.length === 0) return
		const place = ({ row, column }: Cell) => `${row}\n${column}`
		const changed = new Set(cells.map(place))
		this.#become({
			...this.present,
			cells: [...this.present.cells.filter((cell) => !changed.has(place(cell))), ...cells],
		})
	}

	skip(rows: readonly number[], skip: boolean) {
		const skipped = new Set(this.present.skipped)
		for (const row of rows) skip ? skipped.add(row) : skipped.delete(row)
		this.#become({ ...this.present, skipped: [...skipped].sort((a, b) => a - b) })
	}

	/** Rows that are right by a person's word, whatever they look like, with the customer numbers that they have now. */
	keep(rows: readonly number[], keep: boolean) {
		const kept = new Set(this.present.kept)
		for (const row of rows) keep ? kept.add(row) : kept.delete(row)
		const inOrder = [...kept].sort((a, b) => a - b)
		this.#become({ ...this.present, kept: inOrder, confirmed: inOrder })
	}

	undo() {
		const before = this.#past.pop()
		if (before === undefined) return
		this.#future.push(this.present)
		this.present = before
	}

	redo() {
		const after = this.#future.pop()
		if (after === undefined) return
		this.#past.push(this.present)
		this.present = after
	}

	/** By row: a grid asks for every row in sight. */
	#found() {
		if (this.#index?.of === this.present) return this.#index
		const columns = new Map<number, string[]>()
		for (const { row, column } of this.present.cells) {
			const mended = columns.get(row)
			if (mended) mended.push(column)
			else columns.set(row, [column])
		}
		this.#index = {
			of: this.present,
			columns,
			skipped: new Set(this.present.skipped),
			kept: new Set(this.present.kept),
		}
		return this.#index
	}

	#become(edits: Edits) {
		this.#past.push(this.present)
		this.#future = []
		this.present = edits
	}
}
