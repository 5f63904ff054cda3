import type { Finding, Severity } from "../../customer/finding.ts"
import { Bits } from "./bits.ts"
import { type CodeTally, exampleCount } from "./tally.ts"

/** All findings of one code, as people are told of them. */
export interface CodeSummary {
	readonly code: string
	readonly severity: Severity
	/** Findings, not rows: a row may have several. */
	readonly count: number
	/** Of the first one. */
	readonly message: string
	readonly tip: string
	/** The first few, in the order of the file. */
	readonly examples: readonly Finding[]
}

const order: readonly Severity[] = ["error", "warning", "note"]

/** Counts findings by code and remembers, in one bit for each, which rows they are in. */
export class Summary {
	/** Positions of the rows with an error, and of those with a warning. */
	readonly errors = new Bits()
	readonly warnings = new Bits()
	readonly #codes = new Map<string, { severity: Severity; count: number; rows: Bits; examples: Finding[] }>()

	/** Adds the findings of rows of which the first stands at `position`. */
	add({ code, severity, positions, examples }: CodeTally, position: number): void {
		const tally = this.#codes.get(code) ?? { severity, count: 0, rows: new Bits(), examples: [] }
		this.#codes.set(code, tally)
		tally.count += positions.length
		const byseverity = severity === "error" ? this.errors : severity === "warning" ? this.warnings : undefined
		for (const offset of positions) {
			tally.rows.add(position + offset)
			byseverity?.add(position + offset)
		}
		tally.examples = [...tally.examples, ...examples].sort((a, b) => a.row - b.row).slice(0, exampleCount)
	}

	/** Positions of the rows with a finding of this code, ascending. */
	rowsWith(code: string): Iterable<number> {
		return this.#codes.get(code)?.rows ?? []
	}

	/** By severity, then the most frequent first. */
	list(): readonly CodeSummary[] {
		return [...this.#codes]
			.map(([code, { severity, count, examples }]) => ({
				code,
				severity,
				count,
				message: examples[0]?.message ?? code,
				tip: examples[0]?.tip ?? "",
				examples,
			}))
			.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count)
	}
}
