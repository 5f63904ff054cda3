import type { Block } from "../../csv/block.ts"
import type { Finding, Severity } from "../../customer/finding.ts"
import { keyHash, tokenHash } from "./hash.ts"
import type { BlockJudge } from "./reading.ts"

/** Examples kept of each finding code. */
export const exampleCount = 5

/** What the check of one block comes to: little enough to be sent from a worker. */
export interface BlockTally {
	/** Data rows. */
	readonly rows: number
	readonly codes: readonly CodeTally[]
	/** The hash of each row's customer number; NaN where there is none to compare. */
	readonly numbers: Float64Array<ArrayBuffer>
	/** The hash of each card token, and the position within the block of the row it stands in. */
	readonly tokens: Float64Array<ArrayBuffer>
	readonly tokenRows: Uint32Array<ArrayBuffer>
}

/** The findings of one code in one block. */
export interface CodeTally {
	readonly code: string
	readonly severity: Severity
	/** Positions within the block of the rows it was found in, ascending; a row may be there several times. */
	readonly positions: Uint32Array<ArrayBuffer>
	readonly examples: readonly Finding[]
}

/**
 * Checks blocks one by one. Examples of a code are given until there were enough of them: of the blocks that come later
 * in the file none is needed.
 */
export class BlockChecker {
	readonly #judge: BlockJudge
	readonly #examples = new Map<string, number>()

	constructor(judge: BlockJudge) {
		this.#judge = judge
	}

	check(block: Block): BlockTally {
		// A block has no more data rows than records.
		const numbers = new Float64Array(block.rows)
		const tokens: number[] = []
		const tokenRows: number[] = []
		const codes = new Map<string, { severity: Severity; positions: number[]; examples: Finding[] }>()
		let position = 0
		for (const row of this.#judge(block)) {
			numbers[position] = row.number === "" || row.skipped ? Number.NaN : keyHash(row.number)
			if (!row.skipped)
				for (const token of row.tokens) {
					tokens.push(tokenHash(token))
					tokenRows.push(position)
				}
			for (const finding of row.findings) {
				const tally = codes.get(finding.code) ?? { severity: finding.severity, positions: [], examples: [] }
				if (tally.positions.length === 0) codes.set(finding.code, tally)
				tally.positions.push(position)
				this.#keepExample(finding, tally.examples)
			}
			position++
		}
		return {
			rows: position,
			codes: [...codes].map(([code, tally]) => ({ ...tally, code, positions: new Uint32Array(tally.positions) })),
			numbers: numbers.length === position ? numbers : numbers.slice(0, position),
			tokens: new Float64Array(tokens),
			tokenRows: new Uint32Array(tokenRows),
		}
	}

	#keepExample(finding: Finding, examples: Finding[]): void {
		const given = this.#examples.get(finding.code) ?? 0
		if (given >= exampleCount) return
		this.#examples.set(finding.code, given + 1)
		examples.push(finding)
	}
}
