import { Bits } from "../src/app/check/bits.ts"
import type { CheckedFile } from "../src/app/check/checked-file.ts"
import type { RowFilter } from "../src/ipc/check.ts"
import type { CheckedRow } from "../src/report/checked-row.ts"

/** The rows with errors that somebody still has to look at: those that were left out are done. */
function unsettled(checked: CheckedFile): Bits {
	return checked.rowsWith("error").without(checked.leftOut)
}

interface Found {
	readonly filter: string
	readonly positions: Promise<readonly number[]>
	readonly search: AbortController
}

/** The rows of a checked file as a grid asks for them: a stretch of those that a filter and a search let through. */
export class RowView {
	#found: Found | undefined
	#unfit = new Bits()

	constructor(private checked: CheckedFile) {}

	/** Shows the same rows in the same places, as they are now: what is mended does not go from under a person's hand. */
	mended(checked: CheckedFile): void {
		this.checked = checked
	}

	/** Shows what fits now: what a person takes back is to be seen again. */
	takenBack(checked: CheckedFile): void {
		this.checked = checked
		this.#forget()
	}

	/** Positions of the rows that are not sent for what this computer knows of them: they are not fine, whatever else is. */
	set unfit(unfit: Bits) {
		const isSame = unfit.size === this.#unfit.size && unfit.without(this.#unfit).size === 0
		this.#unfit = unfit
		// Counted anew after every mend: rows stay where they are unless it came to something else.
		if (!isSame) this.#forget()
	}

	isUnfit(position: number): boolean {
		return this.#unfit.has(position)
	}

	#forget(): void {
		this.#found?.search.abort()
		this.#found = undefined
	}

	/** Rejects with an `AbortError` when another filter was asked for meanwhile. */
	async rows(
		filter: RowFilter,
		offset: number,
		count: number,
	): Promise<{ total: number; rows: CheckedRow[]; positions: readonly number[] }> {
		const { show, code, search, sort } = filter
		if (show === "all" && code === undefined && search === "" && sort === undefined) {
			this.#forget()
			const rows = [...(await this.checked.page(offset, count))]
			return { total: this.checked.rows, rows, positions: rows.map((_, index) => offset + index) }
		}
		const all = await this.#positions(filter)
		const positions = all.slice(offset, offset + count)
		return { total: all.length, rows: await this.#at(positions), positions }
	}

	async #at(positions: readonly number[]): Promise<CheckedRow[]> {
		const rows = new Map<number, CheckedRow>()
		for (const near of neighbours(positions.toSorted((a, b) => a - b))) {
			const [first = 0] = near
			const page = await this.checked.page(first, (near.at(-1) ?? first) + 1 - first)
			for (const position of near) {
				const row = page[position - first]
				if (row) rows.set(position, row)
			}
		}
		return positions.flatMap((position) => rows.get(position) ?? [])
	}

	#positions(filter: RowFilter): Promise<readonly number[]> {
		const key = JSON.stringify(filter)
		if (this.#found?.filter === key) return this.#found.positions
		this.#found?.search.abort()
		const search = new AbortController()
		this.#found = { filter: key, search, positions: this.#find(filter, search.signal) }
		return this.#found.positions
	}

	async #find({ sort, ...filter }: RowFilter, signal: AbortSignal): Promise<readonly number[]> {
		const found = await this.#filtered(filter, signal)
		return sort === undefined ? found : this.#sorted(found, sort, signal)
	}

	/** As a person sorts: numbers by their value, whatever their digits; what is equal stays in the order of the file. */
	async #sorted(
		positions: readonly number[],
		{ column, descending }: NonNullable<RowFilter["sort"]>,
		signal: AbortSignal,
	): Promise<readonly number[]> {
		const at = this.checked.layout.columns.indexOf(column)
		const wanted = new Bits()
		for (const position of positions) wanted.add(position)
		const values: { position: number; value: string }[] = []
		for await (const rows of this.checked.cells(wanted)) {
			signal.throwIfAborted()
			for (const { position, cells } of rows) values.push({ position, value: cells[at] ?? "" })
		}
		const { compare } = new Intl.Collator(undefined, { numeric: true })
		const way = descending ? -1 : 1
		return values.sort((a, b) => way * compare(a.value, b.value)).map(({ position }) => position)
	}

	async #filtered({ show, code, search }: Omit<RowFilter, "sort">, signal: AbortSignal): Promise<readonly number[]> {
		const shown = code === undefined ? this.#shown(show) : this.checked.rowsWith(code)
		if (search === "") return [...shown]
		const text = search.toLocaleLowerCase()
		const found: number[] = []
		for await (const rows of this.checked.cells(shown)) {
			signal.throwIfAborted()
			for (const { position, cells } of rows)
				if (cells.some((cell) => cell.toLocaleLowerCase().includes(text))) found.push(position)
		}
		return found
	}

	#shown(show: RowFilter["show"]): Bits {
		const errors = this.checked.rowsWith("error")
		const warnings = this.checked.rowsWith("warning").without(errors)
		const rows = Bits.below(this.checked.rows)
		switch (show) {
			case "all":
				return rows
			case "error":
				return unsettled(this.checked)
			case "skipped":
				return this.checked.leftOut
			case "unfit":
				return this.#unfit
			case "warning":
				return warnings.without(this.#unfit)
			case "valid":
				return rows.without(errors).without(warnings).without(this.#unfit)
		}
	}
}

/** Rows that are read together: about as many as a block of the file has. */
const batch = 1_000

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
