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
	// Nearly every row has one token, in which case nobody has to be told which row each is of.
	let tokens = new Float64Array(block.rows)
	const tokenRows: number[] = []
	const codes = {
		error: new Map<string, number[]>(),
		warning: new Map<string, number[]>(),
		note: new Map<string, number[]>(),
	}
	let count = 0
	let isOneEach = true
	let position = 0
	for (const { number, skipped, tokens: cards, findings, cells, plain } of judge(block)) {
		numbers[position] = number === "" || skipped ? Number.NaN : keyHash(number)
		const own = skipped ? none : cards
		if (own.length !== 1 && isOneEach) {
			isOneEach = false
			for (let row = 0; row < position; row++) tokenRows.push(row)
		}
		for (const card of own) {
			if (count === tokens.length) tokens = grown(tokens)
			tokens[count++] = tokenHash(card)
			if (!isOneEach) tokenRows.push(position)
		}
		let counts = true
		for (const found of findings) {
			if (isOfOtherShape(found)) counts = false
			const { code, severity } = found
			const positions = codes[severity].get(code)
			if (positions === undefined) codes[severity].set(code, [position])
			else positions.push(position)
		}
		if (counts) evidence?.add(cells, plain)
		position++
	}
	return {
		rows: position,
		codes: (["error", "warning", "note"] as const).flatMap((severity) =>
			Array.from(codes[severity], ([code, positions]) => ({ code, severity, positions: new Uint32Array(positions) })),
		),
		numbers: numbers.length === position ? numbers : numbers.slice(0, position),
		tokens: tokens.length === count ? tokens : tokens.slice(0, count),
		tokenRows: isOneEach ? undefined : new Uint32Array(tokenRows),
	}
}

const none: readonly string[] = []

function grown(list: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
	const larger = new Float64Array(list.length * 2 + 1)
	larger.set(list)
	return larger
}
