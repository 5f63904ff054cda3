import { type Field, isImportColumn } from "../fields.ts"
import type { FindingCode } from "../finding-codes.ts"
import { fieldsOfName } from "../headers/read-header.ts"
import { ownText } from "../own-text.ts"
import { isBare, lineContext } from "./context.ts"
import { type FileFacts, hasComments, hasStrayPhrases, isComment, isPhrase } from "./file-facts.ts"
import { isFooter, isOtherTable } from "./in-file.ts"
import { type LineKind, lineKinds } from "./line-kind.ts"
import { isFrame } from "./record-type.ts"
import { personal, sparseReader, whyNoCustomer } from "./sparse.ts"

const codes: Readonly<Record<LineKind, FindingCode>> = {
	total: "row.total",
	subtitle: "row.subtitle",
	header: "number.header",
	"other-header": "row.other-header",
	types: "row.types",
	rule: "row.rule",
	page: "row.page",
}

/** What is said of lines that are something else by themselves, and of which it is no news that they have other cells. */
export const linesByThemselves: ReadonlySet<string> = new Set(Object.values(codes))

/** Why a row is no customer. */
export interface NoCustomer {
	readonly code: FindingCode
	/** What kind of line it is, as far as it tells by itself. */
	readonly kind: LineKind | undefined
	/** What shows it; never a card token. */
	readonly text: string | undefined
	/** Where that stands, if it is only there. */
	readonly column?: string | undefined
}

/**
 * Prepares to tell which rows of one file are no customers.
 * @param numberIndex place of the customer number
 * @param facts of the whole file; without them each row is judged by itself
 */
export function lineJudge(
	columns: readonly string[],
	fieldAt: readonly (Field | undefined)[],
	numberIndex: number,
	facts: FileFacts | undefined,
): (cells: readonly string[], row: number) => NoCustomer | undefined {
	// What an earlier import added to a row says nothing of what the row is.
	const added = columns.findIndex(isImportColumn)
	const own = added < 0 ? columns.length : added
	const context = lineContext(columns.slice(0, own), fieldAt.slice(0, own), numberIndex, nameReader())
	const lastRow = facts?.lastRow
	const otherTableFrom = facts?.otherTableFrom
	const commented = facts?.numbers !== undefined && hasComments(facts.numbers)
	const usual = new Set(facts?.usual)
	const noted =
		facts?.numbers !== undefined && hasStrayPhrases(facts.numbers) && context.own.some((index) => usual.has(index))
	const hasSparse = (facts?.sparse?.count ?? 0) > 0
	const framed = facts?.recordType !== undefined && fieldAt[0] === undefined
	const places = personal(fieldAt)
	const sparseOf = sparseReader(places, numberIndex)
	const refusal = (code: FindingCode, kind?: LineKind, text?: string): NoCustomer => ({ code, kind, text })
	const telling = (cells: readonly string[]) =>
		cells[numberIndex]?.trim() || cells.find((cell, index) => fieldAt[index] !== "token" && cell.trim() !== "")?.trim()
	const kindOf = lineKinds(context)
	return (all, row) => {
		const cells = added < 0 ? all : all.slice(0, own)
		const kind = kindOf(cells)
		if (kind !== undefined) return refusal(codes[kind], kind, telling(cells))
		if (facts === undefined) return undefined
		if (commented && isComment(cells[numberIndex] ?? "")) return refusal("row.comment", undefined, telling(cells))
		if (noted && isPhrase(cells[numberIndex]?.trim() ?? "") && isBare(cells, context))
			return refusal("row.note", undefined, telling(cells))
		if (framed && isFrame(cells, facts)) return refusal("row.frame", undefined, telling(cells))
		if (row === lastRow && isFooter(cells, row, numberIndex, facts)) return refusal("row.footer")
		const sparse = hasSparse ? sparseOf(cells, row) : undefined
		const why = sparse && whyNoCustomer(sparse, places, facts)
		if (why !== undefined) return refusal(why, undefined, telling(cells))
		if (otherTableFrom !== undefined && isOtherTable(row, facts)) return refusal("row.other-table")
		return undefined
	}
}

/**
 * Different texts that are read as names of columns: to understand one takes as long as to judge fifty rows. Only rows without an address, a
 * card or a longer number come to that, and behind so many of them there is no other header than the file's own names.
 */
const mostRead = 20_000

/** Reads a name once. */
function nameReader(): (name: string) => readonly string[] {
	const known = new Map<string, readonly string[]>()
	return (name) => {
		const before = known.get(name)
		if (before !== undefined || known.size >= mostRead) return before ?? []
		const fields = fieldsOfName(name)
		known.set(ownText(name), fields)
		return fields
	}
}
