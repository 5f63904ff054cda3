import { finding, quoted } from "../../customer/finding-codes.ts"
import type { Remark } from "../../customer/remark.ts"
import type { Bits } from "./bits.ts"
import type { ReadRow } from "./reading.ts"

/** Takes what is to be said of the row at a position. */
export type Note = (position: number, remark: Remark) => void

/** Adds the rows to look at together with those beside them, by what each of them says by itself. */
export function suspectNeighbours(suspects: Bits, rowsWith: (code: string) => Bits): void {
	for (const position of rowsWith("number.missing")) {
		suspects.add(position)
		if (position > 0) suspects.add(position - 1)
	}
}

/** Compares rows with those beside them, given in the order of the file. */
export class Neighbours {
	#above: { readonly position: number; readonly row: ReadRow } | undefined
	/** The last row with a number, when all rows since belong to it. */
	#owner: { readonly position: number; readonly row: ReadRow } | undefined

	constructor(
		private readonly continues: (cells: readonly string[]) => boolean,
		private readonly note: Note,
	) {}

	add(position: number, row: ReadRow): void {
		const above = this.#above?.position === position - 1 ? this.#above : undefined
		this.#above = { position, row }
		if (above === undefined) this.#owner = undefined
		if (row.skipped) return
		if (row.number !== "") this.#owner = { position, row }
		else if (has(row, "number.missing") && this.continues(row.cells)) this.#continue(position, row)
		else this.#owner = undefined
	}

	#continue(position: number, row: ReadRow): void {
		const owner = this.#owner
		if (owner === undefined) return
		const detail = `${quoted(owner.row.number)} in row ${owner.row.row}`
		this.note(position, finding("row.continues", row.row, { detail }))
		this.note(owner.position, { kind: "row.joined-with-invalid", other: row.row })
	}
}

function has({ findings }: ReadRow, code: string): boolean {
	return findings.some((one) => one.code === code)
}
