import type { Block } from "../../csv/block.ts"
import type { EvidenceCollector } from "../../customer/columns/evidence.ts"
import type { Severity } from "../../customer/finding.ts"
import { isOfOtherShape } from "../../customer/lines/other-shape.ts"
import { keyHash, tokenHash } from "./hash.ts"
import type { BlockJudge } from "./reading.ts"

/** What the check of one block comes to: little enough to be sent from a worker. */
export interface BlockTally {
	/** Data rows. */
	readonly rows: number
	readonly codes: readonly CodeTally[]
	/** The hash of each row's customer number; NaN where there is none to compare. */
	readonly numbers: Float64Array<ArrayBuffer>
	/** The hash of each card token. */
	readonly tokens: Float64Array<ArrayBuffer>
	/** The position within the block of the row that each token stands in; without it, every row has one token. */
	readonly tokenRows: Uint32Array<ArrayBuffer> | undefined
}

/** The findings of one code and severity in one block: of a row that a person kept, an error is a warning. */
export interface CodeTally {
	readonly code: string
	readonly severity: Severity
	/** Positions within the block of the rows it was found in, ascending; a row may be there several times. */
	readonly positions: Uint32Array<ArrayBuffer>
}

/** Judges the rows of a block. @param evidence what counts those that could be sent */
export function tallyOf(block: Block, judge: BlockJudge, evidence?: EvidenceCollector): BlockTally {
	// A block has no more data rows than records.
	const numbers = new Float64Array(block.rows)
	const tokens: number[] = []
	const tokenRows: number[] = []
	const codes = {
		error: new Map<string, number[]>(),
		warning: new Map<string, number[]>(),
		note: new Map<string, number[]>(),
	}
	let position = 0
	for (const { number, skipped, tokens: cards, findings, cells } of judge(block)) {
		numbers[position] = number === "" || skipped ? Number.NaN : keyHash(number)
		if (!skipped)
			for (const card of cards) {
				tokens.push(tokenHash(card))
				tokenRows.push(position)
			}
		let counts = true
		for (const found of findings) {
			if (isOfOtherShape(found)) counts = false
			const { code, severity } = found
			const positions = codes[severity].get(code)
			if (positions === undefined) codes[severity].set(code, [position])
			else positions.push(position)
		}
		if (counts) evidence?.add(cells)
		position++
	}
	return {
		rows: position,
		codes: (["error", "warning", "note"] as const).flatMap((severity) =>
			Array.from(codes[severity], ([code, positions]) => ({ code, severity, positions: new Uint32Array(positions) })),
		),
		numbers: numbers.length === position ? numbers : numbers.slice(0, position),
		tokens: new Float64Array(tokens),
		tokenRows: isOneEach(tokenRows, position) ? undefined : new Uint32Array(tokenRows),
	}
}

/** Whether `rows` are all positions below `count`, each once and in order. */
function isOneEach(rows: readonly number[], count: number): boolean {
	return rows.length === count && rows.every((row, index) => row === index)
}
