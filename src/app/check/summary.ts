import type { Finding, Severity } from "../../customer/finding.ts"
import type { Sentences } from "../../customer/sentences.ts"
import { Bits } from "./bits.ts"
import type { CodeTally } from "./tally.ts"

/** All findings of one code and severity, as people are told of them. */
export interface CodeSummary {
	readonly code: string
	readonly severity: Severity
	/** Findings, not rows: a row may have several. */
	readonly count: number
	/** Of the first one. */
	readonly message: string
	readonly tip: Sentences
	/** The first few, in the order of the file. */
	readonly examples: readonly Finding[]
}

interface Code {
	readonly code: string
	readonly severity: Severity
	count: number
	/** The rows with one at least, those with two at least, and so on. */
	readonly rows: Bits[]
}

const order: readonly Severity[] = ["error", "warning", "note"]

/** Counts findings by code and remembers, in one bit for each, which rows they are in. */
export class Summary {
	/** By severity and code. */
	readonly #codes = new Map<string, Code>()

	/** Adds the findings of rows of which the first stands at `position`. */
	add({ code, severity, positions }: CodeTally, position: number): void {
		const known = this.#code({ code, severity })
		for (const offset of positions) addTo(known, position + offset)
	}

	/** Adds one of the row at a position. */
	addOne(of: Pick<Finding, "code" | "severity">, position: number): void {
		addTo(this.#code(of), position)
	}

	#code({ code, severity }: Pick<Finding, "code" | "severity">): Code {
		const key = `${severity} ${code}`
		const known = this.#codes.get(key) ?? { code, severity, count: 0, rows: [] }
		this.#codes.set(key, known)
		return known
	}

	/** Takes back what was added. */
	remove({ code, severity, positions }: CodeTally, position: number): void {
		const key = `${severity} ${code}`
		const known = this.#codes.get(key)
		if (known === undefined) return
		known.count -= positions.length
		for (const offset of positions) for (const rows of known.rows) rows.delete(position + offset)
		if (known.count === 0) this.#codes.delete(key)
	}

	clone(): Summary {
		const copy = new Summary()
		for (const [key, known] of this.#codes)
			copy.#codes.set(key, { ...known, rows: known.rows.map((rows) => rows.clone()) })
		return copy
	}

	/** Positions of the rows with a finding of this code, of this severity or of any, ascending. */
	rowsWith(code: string, severity?: Severity): Bits {
		return this.#rowsWhere((known) => known.code === code && (severity ?? known.severity) === known.severity)
	}

	/** How many findings of this code are in rows other than these. */
	countWithout(code: string, others: Bits): number {
		return [...this.#codes.values()]
			.filter((known) => known.code === code)
			.reduce((sum, { rows }) => sum + rows.reduce((count, each) => count + each.without(others).size, 0), 0)
	}

	/** Positions of the rows with a finding of this severity. */
	rowsOf(severity: Severity): Bits {
		return this.#rowsWhere((known) => known.severity === severity)
	}

	#rowsWhere(isWanted: (known: Code) => boolean): Bits {
		const rows = new Bits()
		for (const known of this.#codes.values()) if (isWanted(known) && known.rows[0]) rows.merge(known.rows[0])
		return rows
	}

	/** By severity, then the most frequent first. */
	list(): readonly Pick<CodeSummary, "code" | "severity" | "count">[] {
		return [...this.#codes.values()]
			.map(({ code, severity, count }) => ({ code, severity, count }))
			.sort(
				(a, b) =>
					order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count || (a.code < b.code ? -1 : 1),
			)
	}
}

function addTo(known: Code, position: number): void {
	known.count++
	let at = 0
	// `add` says whether the row was not there before.
	while (known.rows[at]?.add(position) === false) at++
	if (at < known.rows.length) return
	const rows = new Bits()
	rows.add(position)
	known.rows.push(rows)
}
