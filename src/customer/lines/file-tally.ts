import { TokenTally } from "../cards/token-facts.ts"
import { type FileEvidence, isMarked } from "./file-facts.ts"
import type { LineKind } from "./line-kind.ts"

/** Keeps what the rows of a file, or of a part of it, tell while they are judged: some comparisons a row, nothing made. */
export class FileTally {
	readonly tokens = new TokenTally()
	private readonly numbers = { all: 0, withDigit: 0, marked: 0 }
	private lastRow = 0
	private otherTableFrom = Number.POSITIVE_INFINITY

	add(row: number, kind: LineKind | undefined): void {
		if (row > this.lastRow) this.lastRow = row
		if (kind === "other-header" && row < this.otherTableFrom) this.otherTableFrom = row
	}

	addNumber(number: string): void {
		if (number === "") return
		this.numbers.all++
		if (/\d/.test(number)) this.numbers.withDigit++
		if (isMarked(number)) this.numbers.marked++
	}

	evidence(): FileEvidence {
		const { lastRow, otherTableFrom } = this
		return {
			lastRow,
			...(otherTableFrom < Number.POSITIVE_INFINITY ? { otherTableFrom } : {}),
			tokens: this.tokens.facts(),
			numbers: { ...this.numbers },
		}
	}
}
