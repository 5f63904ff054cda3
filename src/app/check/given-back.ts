import { isDeepStrictEqual } from "node:util"
import type { OutcomeKind } from "../../contract/outcome.ts"
import type { Layout } from "../../csv/layout.ts"
import type { CheckOptions } from "../../customer/check-options.ts"
import { type Mapping, usesOf } from "../../customer/columns/mapping.ts"
import { headerKey, isImportColumn } from "../../customer/fields.ts"
import type { Finding } from "../../customer/finding.ts"
import { finding, quoted, unlessKept } from "../../customer/finding-codes.ts"
import { type CheckedRow, rowChecker } from "../../customer/row-checker.ts"
import {
	changedBySpreadsheet,
	type NumberChange,
	numberChange,
	readImportRun,
	saysItMayExist,
} from "../../report/import-run.ts"
import { numberSentAs } from "../../run/sent-before.ts"

/** What the columns that an earlier import added say of a row that it gave back. */
export interface GivenBack {
	readonly findings: readonly Finding[]
	/** The import sent the row and does not know what became of it. */
	readonly ambiguous: boolean
	/** It gave it back with another customer number, and nobody confirmed this one. */
	readonly changed: boolean
	/** A person left it out then, and nobody took it in again since. */
	readonly leftOut: boolean
	/** The row that it was first, as `run/row`; nothing where that cannot be told. */
	readonly origin: string | undefined
	/** The cells as it gave them back, where a spreadsheet may have changed some and no person said that they are right. */
	readonly was: readonly string[] | undefined
}

/** Whether the columns are those of a file that an earlier import left behind. */
export function isImportFile(columns: readonly string[]): boolean {
	const found = new Set(columns.filter(isImportColumn).map(headerKey))
	// Version 0.1.0 had four of them, and did not say which row of which run.
	return found.has("importrun") || found.size === 4
}

/** How an earlier import says that a person left a row out. */
const leftOut = "left-out" satisfies OutcomeKind

/** How an earlier import says that a row was certainly never sent, or not applied; and that it certainly does not exist at Intergiro. */
const neverSent = new Set(["invalid", leftOut, "not-sent"])
const notThere = new Set([...neverSent, "rejected", "verification-required"])

/** Why an earlier import could not tell whether it had been sent: what it wrote then says nothing of that. */
const isUncertain = /\b(?:number\.changed|row\.import-cells)\b/

/** Why an earlier import refused a row that it gave back whole: padded, closed or with a replacement character. */
const damaged = /\brow\.(?:too-few-cells|too-many-cells|stray-quote|unclosed-quote|malformed-quote|undecodable|nul)\b/

const noFindings: readonly Finding[] = []
const nothing: GivenBack = {
	findings: noFindings,
	ambiguous: false,
	changed: false,
	leftOut: false,
	origin: undefined,
	was: undefined,
}

/** How the file is read, and of which rows a person says that they, or their numbers, are right. */
interface Reading {
	readonly layout: Pick<Layout, "columns">
	readonly mapping: Mapping
	readonly options: CheckOptions
	readonly edits?: { readonly kept?: readonly number[]; readonly confirmed?: readonly number[] } | undefined
}

/** Prepares to read those columns of a file; of a row of it: by its cells, and the customer number that it has now. */
export function givenBackReader({
	layout: { columns },
	mapping,
	options,
	edits,
}: Reading): (row: number, cells: readonly string[], number: string) => GivenBack {
	const placeOf = (key: string) => columns.findIndex((column) => headerKey(column) === key)
	const outcome = placeOf("importoutcome")
	if (outcome < 0 && !isImportFile(columns)) return () => nothing
	const [code, message, run] = isImportFile(columns)
		? [placeOf("importcode"), placeOf("importmessage"), placeOf("importrun")]
		: [-1, -1, -1]
	const others = columns.flatMap((column, index) => (isImportColumn(column) && index !== outcome ? [index] : []))
	const [kept, confirmed] = [new Set(edits?.kept), new Set(edits?.confirmed)]
	const fieldsOf = (index: number) => usesOf(mapping, columns[index] ?? "") ?? []
	let checker: ReturnType<typeof rowChecker> | undefined
	const customerOf = (cells: readonly string[], row: number): CheckedRow["creatable"] => {
		checker ??= rowChecker(mapping, columns, options)
		return checker(cells, row, kept.has(row)).creatable
	}

	const outcomeIn = (cells: readonly string[]) => cells[outcome]?.trim().toLowerCase() ?? ""
	const wasSent = (cells: readonly string[]) => !neverSent.has(outcomeIn(cells)) || isUncertain.test(cells[code] ?? "")
	/** An outcome that was translated or emptied is none to rely on; a row without any was added by a person. */
	const mayExist = (cells: readonly string[], number: string) => {
		if (saysItMayExist(cells[run] ?? "", number)) return true
		const written = outcomeIn(cells)
		return written === "" ? others.some((index) => cells[index]?.trim()) : !notThere.has(written)
	}

	/** Of cells that a spreadsheet may have changed: those by which another customer would be created than by the old ones. */
	const otherValues = (row: number, cells: readonly string[], old: ReadonlyMap<number, string>) => {
		if (old.size === 0) return noFindings
		// What else keeps a row from being sent is told first; the old cells are kept until then.
		const now = customerOf(cells, row)
		return [...old].flatMap(([index, was]) => {
			if (isDeepStrictEqual(customerOf(cells.with(index, was), row), now)) return []
			const detail = `${quoted(cells[index] ?? "")}, which was ${quoted(was)}`
			const found = finding("value.changed", row, { column: columns[index], field: fieldsOf(index)[0], detail })
			return [unlessKept(found, kept.has(row))]
		})
	}

	return (row, cells, number) => {
		const tag = cells[run] ?? ""
		const change = confirmed.has(row) ? undefined : numberChange(tag, number)
		const changed = change !== undefined
		const all = tag === "" ? undefined : changedBySpreadsheet(tag, columns, cells)
		const isNumber = (index: number) => fieldsOf(index).includes("number")
		const old = new Map([...(all ?? [])].filter(([index]) => (isNumber(index) ? changed : !kept.has(row))))
		const numbers = [...old].flatMap(([index, was]) => (isNumber(index) ? [was] : []))
		const others = new Map([...(all ?? [])].filter(([index]) => !isNumber(index)))
		return {
			findings: [
				...formerErrors(row, number, cells[code], cells[message]),
				...(confirmed.has(row) ? noFindings : sentAsOther(row, number, cells[message])),
				...(numbers.length > 0 || (changed && wasSent(cells))
					? [numberChanged(row, number, change, numbers[0])]
					: noFindings),
				...otherValues(row, cells, others),
			],
			ambiguous: mayExist(cells, number),
			changed,
			leftOut: outcomeIn(cells) === leftOut && !kept.has(row),
			origin: tag === "" ? undefined : readImportRun(tag)?.origin,
			was: old.size > 0 ? cells.map((cell, index) => old.get(index) ?? cell) : undefined,
		}
	}
}

function formerErrors(row: number, number: string, code = "", message = ""): readonly Finding[] {
	if (code === "") return noFindings
	const found: Finding[] = []
	// The other row of this number was sent, or is in doubt: without it in the file, this one would be sent as well.
	if (/number\.(?:duplicate|not-joined)/.test(code) && message.includes(quoted(number)))
		found.push(finding("number.formerly-duplicate", row, { detail: quoted(number) }))
	const damage = code.match(damaged)
	if (damage) found.push(finding("row.formerly-damaged", row, { detail: damage[0] }))
	return found
}

/** Whatever token the row has now: it may be that of the customer who is there already. */
function sentAsOther(row: number, number: string, message = ""): readonly Finding[] {
	const other = numberSentAs(message)
	if (other === undefined || other === number) return noFindings
	return [finding("number.sent-before", row, { field: "number", detail: `${quoted(other)}, who exists or may exist` })]
}

function numberChanged(
	row: number,
	number: string,
	change: NumberChange | undefined,
	was: string | undefined,
): Finding {
	if (change === "unreadable") return finding("row.import-cells", row)
	const now = number === "" ? "there is none" : quoted(number)
	const detail = was === undefined ? now : `${now}, which was ${quoted(was)}`
	return finding("number.changed", row, { field: "number", detail })
}
