import { isPlaceholder } from "./clean-text.ts"
import { type Mapping, statusSaid } from "./columns/mapping.ts"
import type { Field } from "./fields.ts"
import { isOfArrangement } from "./headers/arrangement.ts"
import { isOfBuried } from "./headers/buried-person.ts"
import { isOfPeriod } from "./headers/card-columns.ts"
import { cardStateKind } from "./headers/card-state-column.ts"
import { isOrdinary } from "./headers/ordinary.ts"
import { readHeader } from "./headers/read-header.ts"
import { isNegation } from "./headers/spent.ts"
import { endsOnlyContract, isBarred, type StateColumn, saysBarred, stateColumn } from "./headers/state-column.ts"
import { stateByStem } from "./headers/state-stems.ts"
import { stateOf } from "./headers/state-words.ts"
import { fold } from "./headers/words.ts"
import { type Instead, insteadOfName, isMadeUp } from "./instead-of-names.ts"
import { booleanOf } from "./kinds/boolean.ts"
import { isNoDay, lastDayOf } from "./kinds/day.ts"
import { scheduleOf } from "./kinds/schedule.ts"
import { saysDeleted, standsForText } from "./kinds/stand-in.ts"
import { isToCome } from "./leaving-day.ts"
import { groupJudge, wordJudge } from "./left-out-states.ts"
import { isRareAside, leastWords } from "./lines/aside-facts.ts"
import type { FileFacts } from "./lines/file-facts.ts"
import { silentColumns } from "./lines/rare-values.ts"
import { nameMark } from "./marked-names.ts"
import { isNameField } from "./name.ts"
import { asideOf } from "./name-asides.ts"
import { protectionJudge } from "./protection.ts"
import { remembered } from "./remembered.ts"
import { noteJudge } from "./speaking-notes.ts"

/** How a customer is gone or barred, by what the file itself says; that one is there and leaves later; or something of which nobody knows. */
export type Gone = "deleted" | "ended" | "blocked" | "leaving" | "unknown"

/** Whether a folded word says that somebody or something is gone, in whatever way. */
export function isGone(word: string): boolean {
	const state = stateOf(word)
	return state === "deleted" || state === "ended"
}

/**
 * Prepares to tell by a column of this name whether the customer of a row is gone; nothing where it says nothing of that.
 * @param now milliseconds since 1970: what has ended is past
 */
export function goneJudge(name: string, now: number): ((cell: string) => Gone | undefined) | undefined {
	const kind = stateColumn(name)
	const own = fold(name)
	if (kind === "ends") return endJudge(now)
	const isOfBarring = saysBarred(name)
	return (
		kind &&
		remembered((cell) => {
			const value = cell.trim()
			const gone = goneBy(kind, value, own, isOfBarring)
			return gone === "ended" && kind === "ended" && isToCome(value, now) ? "leaving" : gone
		})
	)
}

/** Prepares to tell by a column of statuses, whatever its name. */
export function statusJudge(name: string): (cell: string) => Gone | undefined {
	const own = fold(name)
	return remembered((cell) => goneBy("status", cell.trim(), own))
}

/** What a person said of the values of a column that may be of places says that it is of customers. */
function saidState(mapping: Mapping, column: string): ReturnType<typeof goneJudge> {
	const isSaid = Object.hasOwn(mapping.statuses ?? {}, column) && stateColumn(column) === "perhaps"
	return isSaid ? statusJudge(column) : undefined
}

function endJudge(now: number): (cell: string) => Gone | undefined {
	return remembered((cell) => ((lastDayOf(cell.trim()) ?? now) < now ? "ended" : undefined))
}

/** Prepares to tell by a column of statuses whether it says in a word that the customer of a row is there. */
function liveJudge(column: string): ((cell: string) => boolean) | undefined {
	const kind = stateColumn(column)
	if (kind === "active") return (cell) => saysYes(cell.trim(), fold(column)) === true || isOrdinary(cell, isGone)
	return kind === "status" || kind === "perhaps" ? (cell) => isOrdinary(cell, isGone) : undefined
}

/** What is to be said of a row whose customer is gone, and the column and value that tell. */
export type ReportGone = (
	code:
		| "name.remark"
		| "name.aside"
		| "row.deleted"
		| "row.ended"
		| "row.blocked"
		| "row.leaving"
		| "row.left-out"
		| "row.marked"
		| "row.status"
		| "row.note-speaks"
		| "row.protected"
		| "value.stand-in",
	index: number,
	value: string,
) => void
export interface GoneReader {
	/** Whether the column says what became of a customer. */
	judges(index: number): boolean
	read(cells: readonly string[], report: ReportGone): void
}

/**
 * Prepares to find in the columns that fill no field, and in the names, whether the customer of a row is gone, and what becomes of the row then.
 * @param facts what in names is a remark in this file, the columns of marks that hardly any row has, and those of notes
 * @param isOfCards the columns that say how cards stand
 */
export function goneReader(
	columns: readonly string[],
	fieldAt: readonly (Field | undefined)[],
	mapping: Mapping,
	now: number,
	{ asides: rare = {}, marks = [], notes: written = [] }: Pick<FileFacts, "asides" | "marks" | "notes"> = {},
	isOfCards: (index: number) => boolean = () => false,
): GoneReader {
	const ofStates = columns.flatMap((column, index) => {
		if (fieldAt[index] !== undefined || (stateColumn(column) === "deleted" && isOfBuried(columns, index))) return []
		const isPeriod = isOfPeriod(column, columns)
		const judge = isPeriod
			? endJudge(now)
			: (saidState(mapping, column) ?? goneJudge(column, now) ?? choiceJudge(mapping, column) ?? groupJudge(column))
		const isContract = isPeriod || (stateColumn(column) === "ends" && endsOnlyContract(column))
		return judge === undefined ? [] : [{ index, judge, isContract }]
	})
	const judged = new Set(ofStates.map(({ index }) => index))
	const ofOthers = columns.flatMap((column, index) => {
		const isOpen = fieldAt[index] === undefined && !judged.has(index) && !isOfCards(index)
		const judge = isOpen ? wordJudge(column) : undefined
		// What a plan, a product or a note is of may end, and its customer go on.
		return judge === undefined ? [] : [{ index, judge, isContract: true }]
	})
	const judges = [...ofStates, ...ofOthers]
	const lives = columns.flatMap((column, index) => {
		const isLive = fieldAt[index] === undefined ? liveJudge(column) : undefined
		return isLive === undefined ? [] : [{ index, isLive }]
	})
	const names = fieldAt.flatMap((field, index) => (field !== undefined && isNameField(field) ? [index] : []))
	// Of a column of which nobody knows what it says a phrase speaks as in a note; a word alone may be a kind of anything.
	const silent = new Set(silentColumns(columns, fieldAt))
	const notes = columns.flatMap((column, index) => {
		if (fieldAt[index] !== undefined) return []
		const judge = noteJudge(column, written.includes(index))
		if (judge !== undefined) return [{ index, judge }]
		const phraseJudge = silent.has(index) ? noteJudge(column, true) : undefined
		return phraseJudge ? [{ index, judge: (cell: string) => cell.trim().includes(" ") && phraseJudge(cell) }] : []
	})
	const protecting = columns.flatMap((column, index) => {
		const judge = fieldAt[index] === undefined ? protectionJudge(column, written.includes(index)) : undefined
		return judge === undefined ? [] : [{ index, judge }]
	})
	const hasAside = (name: string, index: number, cells: readonly string[]) => {
		if (asideOf(name) !== undefined) return true
		const shapes = rare[index]
		return shapes !== undefined && isRareAside(name, leastWords(fieldAt[index]) ?? 2, shapes, cells)
	}
	const [first, last] = (["firstName", "lastName"] as const).map((field) => fieldAt.indexOf(field))
	/** Whether nobody is named: by a word that is a name only beside others, or by both names of somebody who was made up. */
	const isNobody = (instead: Instead | undefined, index: number, cells: readonly string[]) => {
		const name = cells[index] ?? ""
		if (instead === "perhaps" && standsForText(name) === undefined)
			return names.every((other) => other === index || !cells[other]?.trim())
		return index === last && first !== undefined && isMadeUp(cells[first]?.trim() ?? "", name.trim())
	}
	const marked = marks.filter(
		(index) =>
			fieldAt[index] === undefined &&
			!judged.has(index) &&
			cardStateKind(columns[index] ?? "") === undefined &&
			!isOfArrangement(columns[index] ?? ""),
	)
	const read: GoneReader["read"] = (cells, report) => {
		let told: string | undefined
		for (const { index, judge, isContract } of judges) {
			const gone = judge(cells[index] ?? "")
			if (gone === undefined) continue
			// Who is active by the file's own word goes on behind the end of a contract.
			if (isContract && lives.some((status) => status.isLive(cells[status.index] ?? ""))) continue
			const isUnknown = gone === "unknown"
			const cell = cells[index] ?? ""
			const said =
				statusSaid(mapping, columns[index] ?? "", isEmpty(cell) ? "" : cell, isUnknown) ??
				(gone === "unknown" || gone === "leaving" ? undefined : mapping[gone])
			if (said === "created" || said === "sent") continue
			const code = said === "left-out" ? "row.left-out" : isUnknown ? "row.status" : (`row.${gone}` as const)
			// By several columns it is told once.
			if (code !== told) report(code, index, cells[index]?.trim() ?? "")
			told = code
		}
		for (const index of names) {
			const name = cells[index] ?? ""
			const instead = name === "" ? undefined : insteadOfName(name)
			const isGoneInstead = instead === "deleted" || instead === "ended"
			const { gone, isRemark = false } = nameMark(name) ?? (isGoneInstead ? { gone: instead, isRemark: true } : {})
			if (gone === undefined) {
				const isAside = mapping.asides !== "names" && (instead === "aside" || hasAside(name, index, cells))
				if (isAside) report("name.aside", index, name.trim())
				else if (isNobody(instead, index, cells)) report("value.stand-in", index, name.trim())
				continue
			}
			const said = mapping[gone]
			if (said === "created" && !isRemark) continue
			// Whatever becomes of the customer, no name is sent with a remark on it.
			const isOfName = said === "created" || (said === undefined && gone === "ended")
			const code = said === "left-out" ? "row.left-out" : isOfName ? "name.remark" : "row.deleted"
			if (code !== told) report(code, index, name.trim())
			told = code
		}
		for (const { index, judge } of notes) {
			const note = cells[index] ?? ""
			// Of a row that is not sent for just that, it is not to be said that it is sent.
			if (told === undefined && judge(note) && !saysDeleted(note)) report("row.note-speaks", index, note.trim())
		}
		const shielded = protecting.find(({ index, judge }) => judge(cells[index] ?? ""))
		if (shielded !== undefined) report("row.protected", shielded.index, cells[shielded.index]?.trim() ?? "")
		for (const index of marked) {
			const mark = cells[index] ?? ""
			if (told === undefined && index !== shielded?.index && !isEmpty(mark) && !isNoDay(mark))
				report("row.marked", index, mark.trim())
		}
	}
	return { judges: (index) => judged.has(index), read }
}

/** What a person said of the values of a column that is no status holds for its rows, the empty ones as well. */
function choiceJudge(mapping: Mapping, column: string): ((cell: string) => Gone | undefined) | undefined {
	const said = mapping.statuses?.[column]
	if (said === undefined || readHeader(column).choice === undefined) return undefined
	return typeof said === "string" ? (cell) => (isEmpty(cell) ? undefined : "unknown") : () => "unknown"
}

const isEmpty = (cell: string) => cell.trim() === "" || isPlaceholder(cell)

/** `March 2024`. */
const year = /\b(?:19|20)\d\d\b/
/** Set where something is so. */
export const isMark = (value: string): boolean => mark.test(value)
const mark = /^(?:[x✓✔*†+]|[sko])$/iu
const no = /^e$/i

/** Of what somebody is barred from. */
const altogether = /^(?:all[ae]?|alles|alt|allt|tous|tout|todos?|tutt[io]|kaikki|wszystko)$/i

/**
 * @param own the folded name of the column: what a value repeats is so
 * @param isOfBarring whether by its name somebody is barred, and has not left
 */
function goneBy(kind: Exclude<StateColumn, "ends">, value: string, own: string, isOfBarring = false): Gone | undefined {
	if (value === "" || isPlaceholder(value) || isNoDay(value)) return undefined
	if (kind === "perhaps") return goneByWord(fold(value))
	// `Makulerad, dubblett`: the first word says it.
	const [word = ""] = fold(value).match(/[\p{L}]+/u) ?? []
	const state = stateOfWord(word)
	if (state === "deleted") return state
	const ended = isOfBarring || isBarred(word) ? "blocked" : "ended"
	if (state === "ended") return ended
	if (kind === "status")
		return isOrdinary(value, isGone) || isStageOfCustomers(own, fold(value)) ? undefined : "unknown"
	// With whom somebody was merged says that they were.
	if (kind === "merged") return booleanOf(value) === false ? undefined : "deleted"
	const is = saysYes(value, own)
	if (is === undefined && kind === "ended") return saysEnded(value, isOfBarring) ? ended : undefined
	// A date of zeros is none.
	if (is === undefined) return !/[\p{L}1-9]/u.test(value) || isOrdinary(value, isGone) ? undefined : "unknown"
	if (kind === "active") return is ? undefined : "ended"
	if (!is) return undefined
	return kind === "ended" ? ended : kind
}

/** Of HubSpot's stages these are of who is a customer, and not on the way to it. */
function isStageOfCustomers(own: string, stage: string): boolean {
	return own.includes("lifecycle") && (stage === "customer" || stage === "evangelist")
}

/** By a value that says only that, or since when, something is so or is not; nothing where it says more. */
function saysYes(value: string, own: string): boolean | undefined {
	if (no.test(value)) return false
	const isSo = isDate(value) || year.test(value) || mark.test(value) || fold(value) === own
	return booleanOf(value) ?? (isSo || undefined)
}

/** Whether a column says why, or in whatever words, somebody left: a period of notice does not, nor what somebody is barred from. */
function saysEnded(value: string, isOfBarring: boolean): boolean {
	if (altogether.test(value)) return true
	const [word] = fold(value).match(/[\p{L}\p{N}]+/u) ?? []
	const isOther = word === undefined || !/^\p{L}{3}/u.test(word) || isNegation(word) || scheduleOf(value) !== undefined
	return !isOfBarring && !isOther && !isOrdinary(value, isGone)
}

/** What the folded word of a value says, as it is or by its stem. */
function stateOfWord(word: string): unknown {
	return stateOf(word) ?? stateByStem(word)
}

/** By a value that is nothing but a word for it: `Baja California` is a state of another kind. */
export function goneByWord(word: string): Gone | undefined {
	if (isBarred(word)) return "blocked"
	const state = stateOfWord(word)
	return state === "deleted" || state === "ended" ? state : undefined
}

/** Begins with a date of any form; when somebody was deleted or left. */
export function isDate(value: string): boolean {
	return /^\d{1,4}[-./ ]?\d{1,2}[-./ ]?\d{1,4}/.test(value) && /[1-9]/.test(value)
}
