import type { Layout } from "../../csv/layout.ts"
import type { Evidence } from "../../customer/columns/evidence.ts"
import { indicesOf, type Mapping } from "../../customer/columns/mapping.ts"
import type { Finding } from "../../customer/finding.ts"
import type { FileFacts } from "../../customer/lines/file-facts.ts"
import { Bits } from "./bits.ts"

/** What of a checked file questions are made of. */
export interface Checked {
	readonly layout: Layout
	readonly mapping: Mapping
	/** Data rows. */
	readonly rows: number
	readonly evidence: Evidence
	/** The codes that were found, and how bad each is. */
	readonly summary: readonly { readonly code: string; readonly severity: string }[]
	readonly facts: FileFacts
	rowsWith(code: string): Bits
	/** @param among positions of the rows whose findings are wanted */
	findingsOf(code: string, among?: Bits): AsyncIterable<Finding>
}

/** Errors that answers take away. */
const answerable: ReadonlySet<string> = new Set([
	"value.two-columns",
	"name.aside",
	"row.deleted",
	"row.ended",
	"row.blocked",
	"card.dead",
	"card.which",
	"row.status",
	"card.status",
	"token.stray",
	"currency.ambiguous",
	"currency.unknown",
	"limit.ambiguous",
	"limit.currency",
])

/** The rows that are sent once everything is answered: a total, or a row that is an error whatever is said, is asked about by nobody. */
export class RowsInQuestion {
	readonly layout: Layout
	readonly mapping: Mapping
	readonly evidence: Evidence
	/** The column of customer numbers whose every value has a decimal of zeros, where nobody said what that is. */
	readonly decimal: string | undefined
	/** How many there are. */
	readonly rows: number
	readonly #file: Checked
	readonly #refused = new Bits()

	constructor(file: Checked) {
		this.#file = file
		this.layout = file.layout
		this.mapping = file.mapping
		this.evidence = file.evidence
		const { mapping, layout, facts } = file
		const [number = -1, ...others] = indicesOf(mapping, layout.columns, "number")
		const isDecimal = others.length === 0 && mapping.decimals === undefined && facts.decimal?.includes(number)
		this.decimal = isDecimal ? layout.columns[number] : undefined
		const isAnswerable = (code: string) => answerable.has(code) || (isDecimal && code === "number.decimal")
		for (const { code, severity } of file.summary)
			if (severity === "error" && !isAnswerable(code)) this.#refused.merge(file.rowsWith(code))
		this.rows = file.rows - this.#refused.size
	}

	/** How many of them have a finding of this code. */
	count(code: string): number {
		return this.#with(code).size
	}

	/** Their findings of a code, in the order of the file. */
	async *findings(code: string): AsyncGenerator<Finding, void> {
		const rows = this.#with(code)
		if (rows.size > 0) yield* this.#file.findingsOf(code, rows)
	}

	#with(code: string): Bits {
		return this.#file.rowsWith(code).without(this.#refused)
	}
}
