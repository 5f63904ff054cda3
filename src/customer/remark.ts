import type { Finding } from "./finding.ts"
import { type FindingCode, finding, quoted } from "./finding-codes.ts"
import { listed } from "./listed.ts"

/** A row by itself, as far as a remark needs it. */
interface Row {
	readonly row: number
	readonly number: string
}

/** What is said of a row in view of one other: all but what the row says itself, so that it is small. */
export interface ShortRemark {
	readonly kind: RemarkKind
	/** The other row, as a spreadsheet numbers it. */
	readonly other: number
	/** The names of the fields in which two differ who share a number. */
	readonly differing?: readonly string[]
}

export type Remark = ShortRemark | Finding

type Maker = (row: Row, other: number, differing: readonly string[]) => Finding

/** Of a row whose number is that of an earlier one. */
const repeated =
	(code: FindingCode): Maker =>
	({ row, number }, other) =>
		finding(code, row, { field: "number", detail: `${quoted(number)}, first in row ${other}` })

const makers = {
	"number.duplicate": repeated("number.duplicate"),
	/** It was to be joined, and cannot be. */
	"number.not-joined": repeated("number.not-joined"),
	/** The earlier row says the same, with the same cards. */
	copy: (row, other, differing) => ({
		...repeated("number.duplicate")(row, other, differing),
		tip: "The row says the same, with the same card: nothing is lost without it. Delete it.",
	}),
	/** Another customer has its number. */
	"number.shared": ({ row, number }, other, differing) => {
		const how = differing.length === 0 ? "" : `, with another ${listed(differing)}`
		return finding("number.shared", row, { field: "number", detail: `${quoted(number)}, also in row ${other}${how}` })
	},
	/** Its customer has other cards in other rows, of which a person said to look at them. */
	"number.several-cards": ({ row, number }, other) =>
		finding("number.several-cards", row, { field: "number", detail: `${quoted(number)}, also in row ${other}` }),
	/** Another row, or this one, has its card token too. */
	"token.duplicate": ({ row }, other) =>
		finding("token.duplicate", row, {
			field: "token",
			detail: other === row ? "twice in this row" : other < row ? `first in row ${other}` : `again in row ${other}`,
		}),
	/** Its token is that of another row but for its ending. */
	"token.filled": ({ row }, other) => finding("token.filled", row, { field: "token", detail: `row ${other}` }),
	"row.joined-with-invalid": ({ row }, other) => finding("row.joined-with-invalid", row, { detail: `row ${other}` }),
} satisfies Record<string, Maker>

export type RemarkKind = keyof typeof makers

export const remarkKinds = Object.keys(makers) as readonly RemarkKind[]

/** The finding that a remark is of a row. */
export function findingOf(remark: Remark, row: Row): Finding {
	return "kind" in remark ? makers[remark.kind](row, remark.other, remark.differing ?? []) : remark
}

/** Of each kind, what is the same of all of its findings. */
const samples = Object.fromEntries(
	remarkKinds.map((kind) => [kind, findingOf({ kind, other: 0 }, { row: 0, number: "" })]),
) as Readonly<Record<RemarkKind, Finding>>

/** What a remark is, without its sentence. */
export function codeOf(remark: Remark): Pick<Finding, "code" | "severity"> {
	return "kind" in remark ? samples[remark.kind] : remark
}

/** What to say of a row whose number is nearly that of an earlier one. */
export function nearDuplicate(row: number, number: string, first: Row): Finding {
	const detail = `${quoted(number)}, and ${quoted(first.number)} in row ${first.row}`
	return finding("number.near-duplicate", row, { field: "number", detail })
}

/** What to say of a row whose number another row of the same name and e-mail has in another spelling. */
export function otherSpelling(row: number, number: string, other: Row): Finding {
	const detail = `${quoted(number)}, and ${quoted(other.number)} in row ${other.row}`
	return finding("number.other-spelling", row, { field: "number", detail })
}
