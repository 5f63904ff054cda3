import { TokenTally } from "../cards/token-facts.ts"
import { hasDigit } from "../quick-look.ts"
import { AsideTally } from "./aside-facts.ts"
import { CutTally } from "./cut-values.ts"
import { DigitTally } from "./digit-facts.ts"
import {
	type FileEvidence,
	isComment,
	isGrouped,
	isNoted,
	isPhrase,
	isShortened,
	isSuffixed,
	isUnlike,
	isWorded,
	noEvidence,
} from "./file-facts.ts"
import type { LineKind } from "./line-kind.ts"
import { isPadded } from "./padded-numbers.ts"
import { ValueTally } from "./rare-values.ts"
import { LeadTally } from "./record-type.ts"
import { SparseTally } from "./sparse.ts"
import { NoteTally } from "./written-notes.ts"
import { ZipTally } from "./zip-lengths.ts"

/** What has a digit, and is neither a comment nor a phrase: nearly every number. */
const usual = /^[\w-]*\d$/

/** Keeps what the rows of a file, or of a part of it, tell while they are judged: some comparisons a row, nothing made. */
export class FileTally {
	readonly tokens = new TokenTally()
	readonly digits = new DigitTally()
	readonly leads = new LeadTally()
	readonly sparse = new SparseTally()
	readonly zips = new ZipTally()
	readonly lengths = new CutTally()
	readonly asides = new AsideTally()
	readonly values = new ValueTally()
	readonly notes = new NoteTally()
	private readonly numbers = { ...noEvidence.numbers }
	private readonly padded: Record<number, number> = {}
	private lastRow = 0
	private otherTableFrom = Number.POSITIVE_INFINITY

	add(row: number, kind: LineKind | undefined): void {
		if (row > this.lastRow) this.lastRow = row
		if (kind === "other-header" && row < this.otherTableFrom) this.otherTableFrom = row
	}

	addNumber(number: string): void {
		if (number === "") return
		this.numbers.all++
		const { numbers } = this
		if (!usual.test(number)) {
			if (isComment(number)) numbers.marked++
			if (isPhrase(number)) numbers.phrases++
			if (isSuffixed(number)) numbers.suffixed++
			else if (isUnlike(number)) numbers.unlike++
			if (!hasDigit(number)) return
			if (isNoted(number)) numbers.noted++
			else if (isWorded(number)) numbers.worded++
			if (isGrouped(number)) numbers.grouped++
			if (isShortened(number)) {
				numbers.withDigit++
				numbers.shortened++
				return
			}
		}
		numbers.withDigit++
		if (!/[1-9]/.test(number)) return
		if (isPadded(number)) this.padded[number.length] = (this.padded[number.length] ?? 0) + 1
		if (number.length < numbers.shortest) numbers.shortest = number.length
		if (number.length > numbers.longest) numbers.longest = number.length
	}

	evidence(): FileEvidence {
		const { lastRow, otherTableFrom } = this
		return {
			lastRow,
			...(otherTableFrom < Number.POSITIVE_INFINITY ? { otherTableFrom } : {}),
			tokens: this.tokens.facts(),
			numbers: { ...this.numbers, padded: { ...this.padded } },
			digits: this.digits.facts(),
			leads: this.leads.facts(),
			sparse: this.sparse.facts(),
			zips: this.zips.facts(),
			lengths: this.lengths.facts(),
			asides: this.asides.facts(),
			values: this.values.facts(),
			notes: this.notes.facts(),
		}
	}
}
