import { join } from "node:path"
import type { FollowUpReason } from "../contract/follow-up.ts"
import type { Mapped } from "../contract/outcome.ts"
import { isMapped } from "../contract/outcome.ts"
import type { RunState } from "../contract/state.ts"
import { cardsSent } from "../report/card-columns.ts"
import { checkedOf } from "../report/checked.ts"
import { type ResultColumn, resultCells, resultColumns } from "../report/results-file.ts"
import { rowsTogether } from "../report/row-ranges.ts"
import { type RowRecord, recordLines, rowsFile } from "../report/rows-file.ts"
import { mayBecome } from "../report/spreadsheet.ts"
import type { Line, OwnCell } from "./verify-results.ts"

/** A cell of `results.csv` that is not what the run wrote there. */
export interface ChangedCell {
	/** Ours, or one of the customer file's own. */
	readonly column: string
	readonly was: string
	readonly is: string
	/** A spreadsheet that opened the file writes it so. */
	readonly bySpreadsheet: boolean
}

/** A customer of the run, as its journal has it, and what else is known of its rows; of one who was there before, that alone. */
export interface Origin {
	readonly number: string
	readonly row: number
	readonly outcome: Mapped
	readonly record: RowRecord | undefined
}

/** What is told of a line in another way: by which customer it is of. */
const elsewhere: readonly ResultColumn[] = ["number", "id"]

/** The cells of a line that are not as the journal has them; of columns that the file does not have, or that nobody can tell, nothing is said here. */
export function changedCells(
	cells: ReadonlyMap<string, string>,
	{ number, row, outcome, record }: Origin,
	state: RunState,
	run: string,
): readonly ChangedCell[] {
	// What older journals do not say: how many cards there were in the file.
	const unsaid = -1
	const sent = cardsSent(state.get(number), outcome, () => unsaid)
	const cards = sent + (state.cards.addedTo(number)?.count ?? 0)
	const spoken = spokenOf(state, number)
	const rows = [row, ...(record?.joined ?? [])]
	const note = record?.note === undefined ? {} : { note: record.note }
	const checked = record?.checked ?? checkedOf(state, number)
	const written = spoken.all > 0 && record?.outcome && isMapped(record.outcome) ? [record.outcome] : []
	const [expected = [], ...before] = [outcome, ...written].map((outcome) =>
		resultCells({ number, rows, outcome, cards, checked, ...note }, state, run),
	)
	return resultColumns.flatMap((column, index): ChangedCell[] => {
		const [was = "", is] = [expected[index], cells.get(column)]
		if (is === undefined || was === is || elsewhere.includes(column)) return []
		// What a person said of a card goes into the file with the next run.
		if (before.some((cells) => cells[index] === is)) return []
		if (column === "cards_sent" && (sent === unsaid || isCountedSo(is, cards - spoken.stored, spoken.all))) return []
		if (column === "note" && record === undefined) return []
		if (column === "row" && isSameRows(is, rows, record !== undefined)) return []
		return [{ column, was, is, bySpreadsheet: mayBecome(was, is) }]
	})
}

/** Cards of which a person said whether they were stored, perhaps since the files were written, and how many of them as it is now. */
function spokenOf({ cards }: RunState, number: string): { readonly all: number; readonly stored: number } {
	const outcomes = Array.from(cards.of(number)).flatMap(([, card]) => (card.kind === "settled" ? [card.outcome] : []))
	const stored = outcomes.filter((outcome) => outcome.kind === "added" && outcome.by === "person").length
	return { all: stored + outcomes.filter(({ kind }) => kind === "absent").length, stored }
}

function isCountedSo(cell: string, least: number, more: number): boolean {
	return Array.from({ length: more + 1 }, (_, index) => String(least + index)).includes(cell)
}

/** The number of a line, where it is the right customer's as a spreadsheet writes it. */
export function respelledNumber(
	{ number: is, id }: { readonly number: string; readonly id: string },
	{ number: was, outcome }: Origin,
): readonly ChangedCell[] {
	if (is === was || id !== outcome.id || !mayBecome(was, is)) return []
	return [{ column: "number", was, is, bySpreadsheet: true }]
}

/** The same of the customer file's own columns; nothing where these are others now, or the run did not write them. */
export function changedOwn(
	own: readonly OwnCell[],
	{ own: written }: Pick<RowRecord, "own"> = {},
): readonly ChangedCell[] {
	if (written?.length !== own.length) return []
	return own.flatMap(({ column, cell: is }, place): ChangedCell[] => {
		const was = written[place] ?? ""
		return was === is ? [] : [{ column, was, is, bySpreadsheet: mayBecome(was, is) }]
	})
}

/** Those lines of which another one says the same: of two the one that is of no customer any more, or the later. */
export function repeatedLines(
	lines: readonly { readonly line: Line; readonly isPaired: boolean }[],
): ReadonlySet<Line> {
	const repeated = new Set<Line>()
	const byId = new Map<string, Line[]>()
	for (const { line } of lines.toSorted((a, b) => Number(b.isPaired) - Number(a.isPaired))) {
		const before = byId.get(line.id) ?? []
		if (before.some(({ number }) => isSameNumber(number, line.number))) repeated.add(line)
		byId.set(line.id, [...before, line])
	}
	return repeated
}

/** Or as a spreadsheet writes it. */
function isSameNumber(one: string, other: string): boolean {
	return one === other || mayBecome(one, other) || mayBecome(other, one)
}

/** @param isWhole whether `rows` are all of them, and not the first alone */
function isSameRows(cell: string, rows: readonly number[], isWhole: boolean): boolean {
	const found = rowsTogether(cell)
	return (
		found[0] === rows[0] && (!isWhole || (found.length === rows.length && found.every((one, at) => one === rows[at])))
	)
}

/** What the run wrote of its rows. */
export interface Records {
	/** There are such records, so that this version wrote the files, or one since. */
	readonly isThere: boolean
	/** Of each customer that exists, by its number. */
	readonly mapped: ReadonlyMap<string, RowRecord>
	/** Of rows in doubt. */
	readonly doubts: readonly RowRecord[]
	/** Rows that were not created, and that no person left out; in any order. */
	readonly notCreated: readonly number[]
	/** Why customers stand in `follow-up.csv`, by their numbers. */
	readonly followUps: ReadonlyMap<string, readonly FollowUpReason[]>
}

/** What the run wrote of its rows; nothing where that file is gone or cannot be read. */
export async function recordsOf(folder: string): Promise<Records> {
	const found = {
		isThere: true,
		mapped: new Map<string, RowRecord>(),
		doubts: [] as RowRecord[],
		notCreated: [] as number[],
		followUps: new Map<string, readonly FollowUpReason[]>(),
	}
	try {
		for await (const line of recordLines(join(folder, rowsFile))) {
			const { followUp, ...record } = JSON.parse(line) as RowRecord
			if (followUp) found.followUps.set(record.number, followUp.reasons)
			if (record.outcome && isMapped(record.outcome)) found.mapped.set(record.number, record)
			else if (record.outcome?.kind === "unknown" || record.outcome?.kind === "conflict") found.doubts.push(record)
			else if (record.outcome && record.outcome.kind !== "left-out") found.notCreated.push(record.row)
		}
		return found
	} catch {
		return { isThere: false, mapped: new Map(), doubts: [], notCreated: [], followUps: new Map() }
	}
}

/** A customer whom the run found and its journal does not have: by what it wrote of the row. */
export function originOf(record: RowRecord | undefined): Origin | undefined {
	const { number, row, outcome } = record ?? {}
	if (number === undefined || row === undefined || outcome === undefined || !isMapped(outcome)) return undefined
	return { number, row, outcome, record }
}
