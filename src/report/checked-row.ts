import type { Creatable } from "../customer/creatable.ts"
import type { Finding } from "../customer/finding.ts"

/** One data row of the file, checked. */
export interface CheckedRow {
	/** As a spreadsheet numbers it. */
	readonly row: number
	/** As in the file, in the order of its columns, with edits and before any cleaning. */
	readonly cells: readonly string[]
	/** The customer number, cleaned; absent when the row has none. */
	readonly number?: string
	readonly findings: readonly Finding[]
	/** Whether it may be sent: none of its findings is an error. */
	readonly valid: boolean
	/** An earlier run sent it and does not know what became of it. */
	readonly ambiguous?: boolean
	/** An earlier run gave it back with another customer number, and nobody confirmed this one. */
	readonly changed?: boolean
	/** The row of an earlier run that it was first, as `run/row`. */
	readonly origin?: string
	/** The cells as that run gave them back, where a spreadsheet may have changed some and no person said that they are right. */
	readonly was?: readonly string[]
	/** Of a valid row; of one that others contradict it may be there. */
	readonly creatable?: Creatable | undefined
	/** The card tokens of the row. */
	readonly tokens?: readonly string[]
}
