import type { Creatable } from "../../customer/creatable.ts"
import type { Finding } from "../../customer/finding.ts"
import type { CheckedRow } from "../../report/checked-row.ts"
import type { ReadRow } from "./reading.ts"

/** A row of the file with what was found of it by itself and beside others; its customer is made when it is asked for. */
export class RowOfFile implements CheckedRow {
	readonly row: number
	readonly cells: readonly string[]
	readonly number?: string
	readonly findings: readonly Finding[]
	readonly valid: boolean
	readonly tokens: readonly string[]
	readonly ambiguous?: boolean
	readonly changed?: boolean
	readonly origin?: string
	readonly was?: readonly string[]
	readonly #read: ReadRow

	constructor(read: ReadRow, compared: readonly Finding[] = []) {
		const { row, cells, number, findings, tokens, ambiguous, changed, origin, was } = read
		this.row = row
		this.cells = cells
		if (number !== "") this.number = number
		this.findings = compared.length === 0 ? findings : [...findings, ...compared]
		this.valid = !this.findings.some(({ severity }) => severity === "error")
		this.tokens = tokens
		if (ambiguous) this.ambiguous = ambiguous
		if (changed) this.changed = changed
		if (origin) this.origin = origin
		if (was) this.was = was
		this.#read = read
	}

	get creatable(): Creatable | undefined {
		return this.#read.creatable
	}
}
