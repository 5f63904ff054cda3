import { RunRecords } from "../src/app/run-records.ts"
import { isAnswerable } from "../src/app/settle-doubt.ts"
import type { FollowUpReason } from "../src/contract/follow-up.ts"
import type { RowOutcome } from "../src/contract/outcome.ts"
import { inRehearsal } from "../src/contract/rehearsal.ts"
import type { Argument, Reply } from "../src/ipc/requests.ts"
import type { FollowUpRow, ResultRow, SpelledRow } from "../src/ipc/result.ts"
import type { RunReference } from "../src/ipc/run.ts"
import { explain } from "../src/report/explain.ts"
import type { FollowUpLine, Say } from "../src/report/follow-up-file.ts"
import type { RowRecord } from "../src/report/rows-file.ts"
import { isRefusedAfterDoubt } from "../src/run/refused-after-doubt.ts"
import { inWindow } from "./window-words.ts"

/** Of those that are to be told from others, lines that the window shows. */
const mostSpelled = 100

interface Found {
	readonly filter: string
	readonly positions: Promise<readonly number[]>
	readonly search: AbortController
}

/** What the other runs of a file say of one. */
interface OfFile {
	/** Their names: whom they created is no stranger. */
	readonly runs: ReadonlySet<string>
	/** The numbers that rows were given since whose own somebody else has. */
	readonly since: ReadonlyMap<number, string>
}

type Wanted = Parameters<RunRecords["positions"]>[0]

/** How the rows of a run ended, and what is to be done about them: a stretch of those that a filter and a search let through. */
export class ResultRows {
	readonly #found: { rows?: Found; followUps?: Found } = {}

	private constructor(
		private readonly records: RunRecords,
		/** In the words of the window, and about Intergiro as it is true of the run. */
		private readonly said: Say,
		private readonly file: OfFile,
	) {}

	static async open(
		{ folder, environment }: Pick<RunReference, "folder" | "environment">,
		file: OfFile = { runs: new Set(), since: new Map() },
		withNames: (text: string) => string = (text) => text,
	): Promise<ResultRows> {
		const isRehearsal = environment.kind === "sandbox"
		const say: Say = (told) => withNames(isRehearsal ? inRehearsal(inWindow(told)) : inWindow(told))
		return new ResultRows(await RunRecords.open(folder), say, file)
	}

	/** Rejects with an `AbortError` when another text was searched for meanwhile, or with `RecordsChanged`. */
	async page({ outcome, said, search, offset, count }: Argument<"result.rows">): Promise<Reply<"result.rows">> {
		const positions = await this.#matching("rows", { outcome, said }, search, (record) => this.#textOf(record))
		const rows = await this.#at(positions.slice(offset, offset + count), (record) =>
			resultRow(record, this.said, this.file),
		)
		return { total: positions.length, rows }
	}

	/** The same of what is to be done. */
	async followUps(wanted: Argument<"result.followUps">): Promise<Reply<"result.followUps">> {
		const { reason, asked, search, offset, count } = wanted
		const text = (record: RowRecord) => this.#followUpText(record)
		const positions = await this.#matching("followUps", asked ? { asked } : { reason: reason ?? "any" }, search, text)
		const rows = await this.#at(positions.slice(offset, offset + count), (record) =>
			followUpRow(record, this.said, this.file),
		)
		return { total: positions.length, rows }
	}

	/** Customers who were not sent, beside those at Intergiro whose numbers may be other spellings of theirs. */
	async spellings(): Promise<Reply<"result.spellings">> {
		const rows: SpelledRow[] = []
		let total = 0
		let alike = 0
		for await (const [, record] of this.records.at(this.records.positions({ outcome: "unknown" }))) {
			const { row, number, outcome, followUp: { name = "", email = "" } = {} } = record
			if (outcome?.kind !== "unknown" || outcome.other === undefined) continue
			const { other } = outcome
			total++
			if (isAnswerable(other)) alike++
			if (rows.length < mostSpelled) rows.push({ row, number, name, email, other })
		}
		return { total, alike, rows }
	}

	/** All of them, as `follow-up.csv` has them. Rejects with `RecordsChanged`. */
	followUpLines(reason: FollowUpReason | undefined): Promise<FollowUpLine[]> {
		return this.#at(this.records.positions({ reason: reason ?? "any" }), ({ followUp }) => followUp)
	}

	#matching(list: "rows" | "followUps", wanted: Wanted, search: string, text: (record: RowRecord) => string) {
		const filter = JSON.stringify([wanted, search])
		const known = this.#found[list]
		if (known?.filter === filter) return known.positions
		known?.search.abort()
		const stop = new AbortController()
		const found = { filter, search: stop, positions: this.#find(wanted, search, text, stop.signal) }
		this.#found[list] = found
		return found.positions
	}

	async #find(wanted: Wanted, search: string, text: (record: RowRecord) => string, signal: AbortSignal) {
		const positions = this.records.positions(wanted)
		if (search === "") return positions
		const sought = search.toLocaleLowerCase()
		const found: number[] = []
		for await (const [position, record] of this.records.at(positions)) {
			signal.throwIfAborted()
			if (text(record).toLocaleLowerCase().includes(sought)) found.push(position)
		}
		return found
	}

	#textOf(record: RowRecord): string {
		const { number = "", name = "", id = "", message = "" } = resultRow(record, this.said, this.file) ?? {}
		return [number, name, id, message].join("\n")
	}

	#followUpText(record: RowRecord): string {
		const {
			number = "",
			name = "",
			email = "",
			phone = "",
			message = "",
		} = followUpRow(record, this.said, this.file) ?? {}
		return [number, name, email, phone, message].join("\n")
	}

	async #at<Row>(positions: readonly number[], rowOf: (record: RowRecord) => Row | undefined): Promise<Row[]> {
		const rows: Row[] = []
		for await (const [, record] of this.records.at(positions)) {
			const row = rowOf(record)
			if (row) rows.push(row)
		}
		return rows
	}
}

function resultRow(
	{ row, number, outcome, followUp, cardsSaid }: RowRecord,
	say: Say,
	file: OfFile,
): ResultRow | undefined {
	if (outcome === undefined) return undefined
	const settle = settleOf(outcome, followUp?.reasons ?? [])
	const other = outcome.kind === "unknown" && outcome.other ? { other: { ...outcome.other } } : {}
	const acceptable = acceptableOf(outcome, followUp?.reasons ?? [])
	const said = acceptable.length > 0 ? { acceptable } : {}
	const isRefused = outcome.kind === "unknown" && isRefusedAfterDoubt(outcome.code)
	const refused = isRefused ? { refused: true } : {}
	const name = followUp?.name ? { name: followUp.name } : {}
	const told = {
		row,
		number,
		...name,
		outcome: outcome.kind,
		...refused,
		...(settle ? { settle } : {}),
		...other,
		...said,
		...strangerOf(row, outcome, followUp?.reasons ?? [], file),
	}
	if ("id" in outcome) {
		const unsaid = outcome.unsaid ? { unsaid: [...outcome.unsaid] } : {}
		const byWord = cardsSaid ? { cardsSaid: [...cardsSaid] } : {}
		return { ...told, id: outcome.id, message: "", ...unsaid, ...byWord }
	}
	const url = outcome.kind === "verification-required" ? secure(outcome.url) : undefined
	return { ...told, id: "", message: say(explain(outcome).message), ...(url ? { url } : {}) }
}

/** What a person may say: of whom several are there, or who is not listed as it should be, which one it is. */
function settleOf(outcome: RowOutcome, reasons: readonly FollowUpReason[]): ResultRow["settle"] {
	if (outcome.kind === "unknown") return "id-or-absent"
	// Whom Intergiro itself gave another number is in no doubt.
	const isElsewhere = reasons.includes("renumbered") && !("given" in outcome)
	const isOpen = outcome.kind === "conflict" || reasons.includes("twice") || reasons.includes("missing") || isElsewhere
	return isOpen ? "id" : undefined
}

/** What may be as it has to be, although it is not as the run left it. */
function acceptableOf(outcome: RowOutcome, reasons: readonly FollowUpReason[]): NonNullable<ResultRow["acceptable"]> {
	const isOther = reasons.includes("differs") || reasons.includes("other-person")
	const isRight = isOther || (reasons.includes("renumbered") && "given" in outcome)
	return [...(reasons.includes("missing") ? (["removed"] as const) : []), ...(isRight ? (["right"] as const) : [])]
}

/** Whether Intergiro had it before, with another name or e-mail, no import of this file created it, and nobody said that it is right. */
function strangerOf(
	row: number,
	outcome: RowOutcome | undefined,
	reasons: readonly FollowUpReason[],
	{ runs, since }: OfFile,
): Pick<ResultRow, "stranger" | "since"> {
	if (!reasons.includes("other-person") || outcome?.kind !== "existing" || runs.has(outcome.run ?? "")) return {}
	const number = since.get(row)
	return { stranger: true, ...(number === undefined ? {} : { since: number }) }
}

function followUpRow({ row, outcome, followUp }: RowRecord, say: Say, file: OfFile): FollowUpRow | undefined {
	if (followUp === undefined) return undefined
	const { reasons, number, name, email, phone, language, id = "", link } = followUp
	const [message, todo] = [say(followUp.message), say(followUp.todo)]
	const url = secure(link)
	const asked = followUp.cardsAsked ? { cardsAsked: [...followUp.cardsAsked] } : {}
	const told = { ...asked, reasons: [...reasons], number, name, email, phone, language, message, todo, id }
	return { row, ...told, ...(url ? { url } : {}), ...strangerOf(row, outcome, reasons, file) }
}

function secure(url: string | undefined): string | undefined {
	return url?.startsWith("https://") ? url : undefined
}
