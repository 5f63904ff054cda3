import type { Field } from "./fields.ts"
import type { Finding, Severity } from "./finding.ts"
import { type FindingCode, finding, unlessKept } from "./finding-codes.ts"

/** What a message shows; made only where somebody reads it, as of what many rows have. */
type Detail = string | (() => string)

/** Takes what is to be said of the row at hand. */
export type Report = (
	code: FindingCode,
	column: string | undefined,
	field: Field | undefined,
	detail?: Detail | undefined,
) => void

/** What is said of one row after the other. */
export class RowReport {
	found: Finding[] = []
	#row = 0
	/** A person says that the row is right as it stands. */
	isKept = false

	/** @param isTold whether somebody reads what is found, or it is only counted */
	constructor(private readonly isTold: boolean) {}

	begin(row: number, isKept: boolean): void {
		this.#row = row
		this.isKept = isKept
		this.found = []
	}

	readonly add: Report = (code, column, field, detail) => {
		const told = !this.isTold ? undefined : typeof detail === "function" ? detail() : detail
		const found = finding(code, this.#row, { column, field, detail: told })
		this.found.push(unlessKept(found, this.isKept))
	}

	says(field: Field | undefined, severity: Severity): boolean {
		return this.found.some((one) => one.field === field && field !== undefined && one.severity === severity)
	}

	/** Whether this is said of a column. */
	has(code: FindingCode, column: string): boolean {
		return this.found.some((one) => one.code === code && one.column === column)
	}

	/** Takes back what was said of a field: something worse is to be said. */
	drop(field: Field | undefined): void {
		if (field !== undefined) this.found = this.found.filter((one) => one.field !== field)
	}

	/** Takes back what would hold if the value of a field were sent; how it came about still does. */
	dropMilder(field: Field | undefined): void {
		const stays = ({ severity, code }: Finding) => severity === "error" || code.startsWith("cleaned.")
		if (field !== undefined) this.found = this.found.filter((one) => one.field !== field || stays(one))
	}
}
