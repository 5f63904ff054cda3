import { isOfCards } from "../contract/card-paths.ts"
import type { FollowUpReason } from "../contract/follow-up.ts"
import { isMapped, lacksWordOfCards, type StoredCard } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"
import type { RowRecord } from "../report/rows-file.ts"
import { mayBecome } from "../report/spreadsheet.ts"
import { isCertainlyKnown, isSaidRight, type KnownCards } from "../run/known-cards.ts"
import { cardsAmiss, refusedAndThere } from "./verify-cards.ts"
import type { JournalOfRun, Known } from "./verify-journal.ts"
import { type ChangedCell, changedCells, changedOwn, type Origin, respelledNumber } from "./verify-lines.ts"
import type { Entry, Line } from "./verify-results.ts"

/** A customer that Intergiro, or `results.csv`, does not have as the run does. */
export type Difference = { readonly number: string; readonly id: string; readonly row: string } & (
	| { readonly kind: "missing" }
	/** It is not there, on purpose, as a person said. */
	| { readonly kind: "removed" }
	| { readonly kind: "different-id"; readonly found: string }
	/** Its id is listed under another number. */
	| { readonly kind: "other-number"; readonly found: string }
	| { readonly kind: "twice"; readonly found: readonly string[] }
	/** The journal has another number or id for the line of `results.csv`, and Intergiro has it so; or it has none. */
	| { readonly kind: "altered"; readonly found: string | undefined; readonly was?: string }
	/** Intergiro lists so many cards, and the run had so many stored; or not those. Of the others, `refused` may be cards of the file that were. */
	| { readonly kind: "cards"; readonly found: number; readonly stored: number; readonly refused?: number }
	/** Cards were sent with its creation, and no answer says which it has. */
	| { readonly kind: "cards-unknown" }
	/** The customer is not active any more, and was when it came back. */
	| { readonly kind: "status"; readonly found: string }
	/** It came back other than it was sent, and nobody accepted that: paths in the request. Contacts are not read again. */
	| { readonly kind: "differs"; readonly fields: readonly string[] }
	/** The same of one who was there before, and who was not sent: it is other than the file has it. */
	| { readonly kind: "unlike-file"; readonly fields: readonly string[] }
	/** The listing has nothing else to say of it, and the run's own follow-up names it for what no listing answers. */
	| { readonly kind: "followed-up"; readonly reasons: readonly FollowUpReason[] }
	/** Other cells of its line are not what the run wrote: all as a spreadsheet writes them, or some otherwise. */
	| { readonly kind: "respelled" | "changed"; readonly cells: readonly ChangedCell[] }
	/** Another line of `results.csv` says the same. */
	| { readonly kind: "repeated" }
	/** `results.csv` has no line for what the journal has. */
	| { readonly kind: "left-out" }
)

/** Who is listed, by number and by id. */
export interface There {
	readonly customers: ReadonlyMap<string, readonly Listed[]>
	readonly byId: ReadonlyMap<string, Listed>
	/** Who was removed on purpose, by a person's word. */
	readonly removed: ReadonlySet<string>
	/** Which cards a customer can have, by all runs. */
	cardsOf(number: string, id: string): KnownCards | undefined
	/** How many cards are there by a person's word, where one of these is not any more. */
	lostBySaid(number: string, cards: readonly StoredCard[]): number | undefined
}

function compare({ number, id, row, listed }: Entry, { customers, byId, removed }: There): Difference | undefined {
	const under = byId.get(id)?.number
	// Where another number was seen, or given, the one of the file is no other one.
	const found = customers.get(under === number ? number : listed) ?? []
	if (found.length > 1) return { kind: "twice", number, id, row, found: found.map(({ id }) => id) }
	if (found[0]?.id === id) return undefined
	if (under !== undefined) return { kind: "other-number", number, id, row, found: under }
	if (found[0]) return { kind: "different-id", number, id, row, found: found[0].id }
	return { kind: removed.has(number) ? "removed" : "missing", number, id, row }
}

/** What the run, and the listing, have of the customer of a line. */
export interface OfRun {
	/** As it is listed, under whatever number. */
	readonly listed: Listed | undefined
	/** In its journal. */
	readonly entry: Known | undefined
	/** In what it wrote of its rows. */
	readonly record: RowRecord | undefined
}

/** In what a line is not as Intergiro has its customer, or as the journal has it. */
export function differenceOf(line: Line, ofRun: OfRun, there: There): readonly Difference[] {
	const { entry, listed } = ofRun
	const found =
		compare(entry ?? line, there) ??
		compareWithJournal(line, entry) ??
		compareCards(line, ofRun, there) ??
		compareStatus(line, listed, entry) ??
		recall(line, listed, entry, there)
	return found ? [found] : []
}

/** In what its cells are not what the run wrote. */
export function changesOf(
	{ number, id, row, cells, own }: Line,
	origin: Origin | undefined,
	run: JournalOfRun,
): readonly Difference[] {
	if (origin === undefined) return []
	const others = [...changedOwn(own, origin.record), ...changedCells(cells, origin, run.state, run.id)]
	// A number that is told to be another one is told once, wherever it stands in the line.
	const isTold = ({ was, is }: ChangedCell) => was === origin.number && is === number
	const changed = [...respelledNumber({ number, id }, origin), ...others.filter((cell) => !isTold(cell))]
	if (changed.length === 0) return []
	const kind = changed.every(({ bySpreadsheet }) => bySpreadsheet) ? "respelled" : "changed"
	return [{ kind, number, id, row, cells: changed }]
}

/** Its cards, where the listing says any, and the run or the last look said which there should be. */
function compareCards(
	{ number, id, row }: Line,
	{ listed, entry, record }: OfRun,
	{ cardsOf, lostBySaid }: There,
): Difference | undefined {
	const found = listed?.cards
	const said = found && entry && lostBySaid(entry.number, found)
	if (said) return { kind: "cards", number, id, row, found: found.length, stored: said }
	const outcome = entry?.outcome ?? record?.outcome
	if (outcome === undefined || !isMapped(outcome)) return undefined
	const expected = entry?.cards
	if (found === undefined)
		return lacksWordOfCards(outcome) && expected !== undefined && expected.count > 0
			? { kind: "cards-unknown", number, id, row }
			: undefined
	const known = cardsOf(entry?.number ?? number, id)
	const ofFile = record?.cards ?? []
	const stored = cardsAmiss(found, { outcome, expected, known, ofFile })
	if (stored === undefined) return undefined
	const refused = Math.min(refusedAndThere(found, ofFile), found.length - stored)
	return { kind: "cards", number, id, row, found: found.length, stored, ...(refused > 0 ? { refused } : {}) }
}

const ended = ["inactive", "suspended"]

function compareStatus(
	{ number, id, row }: Line,
	listed: Listed | undefined,
	entry: Known | undefined,
): Difference | undefined {
	const found = listed?.status ?? ""
	if (entry === undefined || !ended.includes(found) || ended.includes(entry.outcome.status ?? "")) return undefined
	return { kind: "status", number, id, row, found }
}

/** What the run itself told, as a listing has no contacts to look again; of how many cards there are, the listing says so now. */
function recall(
	{ number, id, row }: Line,
	listed: Listed | undefined,
	entry: Known | undefined,
	{ cardsOf }: There,
): Difference | undefined {
	const [found, expected] = [listed?.cards, entry?.cards]
	// Of one who was there before only the least is known.
	const isCounted = found && expected && (expected.isExact || found.length <= expected.count)
	const known = entry && cardsOf(entry.number, id)
	const isAnswered = (path: string) => (isCounted && path === "method") || (isOfCards(path) && areRight(found, known))
	const fields = entry?.differs.filter((path) => !isAnswered(path)) ?? []
	if (fields.length === 0) return undefined
	// Of a customer who was there before only cards can have been sent, where the run added any.
	const wasThere = entry?.outcome.kind === "existing" && (expected === undefined || !fields.some(isOfCards))
	return { kind: wasThere ? "unlike-file" : "differs", number, id, row, fields }
}

/** Whether these are the cards of a customer by a person's word, or by what all runs know for certain. */
export function areRight(found: Listed["cards"], known: KnownCards | undefined): boolean {
	return isSaidRight(found, known) || (found !== undefined && isCertainlyKnown(found, known))
}

export function idOf({ number, id, row }: Line): Pick<Line, "number" | "id" | "row"> {
	return { number, id, row }
}

function compareWithJournal({ number, id, row, known }: Line, entry: Known | undefined): Difference | undefined {
	if (entry === undefined) return known ? undefined : { kind: "altered", number, id, row, found: undefined }
	if (entry.id === id && (entry.number === number || mayBecome(entry.number, number))) return undefined
	return { kind: "altered", number, id, row, found: entry.id, was: entry.number }
}
