import { type CheckRequest, checkFile } from "../src/app/check/check-file.ts"
import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { examineFile } from "../src/app/check/examine.ts"
import { followMends, type Place, placesOf } from "../src/app/check/mended-places.ts"
import type { Edits } from "../src/app/check/reading.ts"
import { recheck } from "../src/app/check/recheck.ts"
import type { KnownSearch } from "../src/app/known-before.ts"
import { byAnswer, byHand, isLeftOut } from "../src/contract/row-counts.ts"
import { formatRow } from "../src/csv/writer.ts"
import type { CheckOptions } from "../src/customer/check-options.ts"
import type { Finding } from "../src/customer/finding.ts"
import type { Told } from "../src/ipc/bridge.ts"
import type { Area, Checked, GridRow, Mend } from "../src/ipc/check.ts"
import type { Argument, Reply } from "../src/ipc/requests.ts"
import type { Plan } from "../src/ipc/run.ts"
import { applyMend, replaced } from "./apply-mend.ts"
import { Mends } from "./mends.ts"
import { planOf, type Unfit } from "./plan.ts"
import { RowView } from "./row-view.ts"
import { sentenceOf } from "./sentence-of.ts"
import { columnsAmong, formerColumn, formerly, formerRow, placeOf, shownCells } from "./shown-row.ts"
import type { Source } from "./source.ts"
import { inWindow } from "./window-words.ts"

/** The check of the chosen file, again after every mend. */
export class Checking {
	readonly #view: RowView
	/** By position, why rows that have nothing wrong are not sent under their numbers. */
	#why: ReadonlyMap<number, Unfit> = new Map()
	#mends: Mends
	#mending: Promise<unknown> = Promise.resolve()
	#planning: { readonly of: string; readonly plan: Promise<Plan>; readonly stop: AbortController } | undefined

	private constructor(
		private readonly source: Source,
		private readonly options: CheckOptions,
		private readonly tell: (told: Told) => void,
		private checked: CheckedFile,
	) {
		this.#view = new RowView(checked)
		this.#mends = new Mends(checked.reading.edits)
	}

	/**
	 * Rejects with `UnreadableFile`, `UnusableMapping` or the signal's reason.
	 * @param edits nothing where nobody looked at the file yet
	 */
	static async begin(
		source: Source,
		options: CheckOptions,
		edits: Edits | undefined,
		tell: (told: Told) => void,
		signal: AbortSignal,
	): Promise<Checking> {
		// A run that goes on reads its file as it did, mends included.
		const own = source.resumed ? source.resumed.reading.edits : edits
		const checked = await check(source, options, own, tell, signal)
		return new Checking(source, options, tell, checked)
	}

	get file(): CheckedFile {
		return this.checked
	}

	get edits(): Edits {
		return this.#mends.edits
	}

	/** Where it was mended, as the file itself has it. */
	places(): Promise<readonly Place[]> {
		return placesOf(this.checked, this.edits)
	}

	/** Takes over what was mended in the file before it changed, as far as it fits. @returns what does not, in words */
	async follow(edits: Edits, places: readonly Place[]): Promise<readonly string[]> {
		const followed = await followMends(this.checked, edits, places)
		const { cells, skipped, kept = [], confirmed = [] } = followed.edits
		if (cells.length + skipped.length + kept.length + confirmed.length > 0) {
			this.checked =
				(await recheck(this.checked, followed.edits)) ??
				(await check(this.source, this.options, followed.edits, this.tell))
			this.#mends = new Mends(followed.edits)
			this.#view.mended(this.checked)
			this.source.took(this.checked)
		}
		return followed.lost
	}

	view(): Checked {
		const { rows, counts, customers, summary, layout } = this.checked
		const { edits, canUndo, canRedo } = this.#mends
		// Whoever left rows out knows it.
		const told = summary.filter(({ code }) => !isLeftOut(code))
		const { leftOut, ...others } = counts
		return {
			rows,
			...others,
			customers,
			cards: this.checked.cards,
			columns: [...layout.columns],
			findings: told.map(({ code, severity, message, tip, count, examples }) => ({
				code,
				severity,
				message: sentenceOf(code, message),
				tip: inWindow(tip),
				count,
				rows: this.checked.rowsWith(code).size,
				...placeOf(this.checked, examples[0]),
				...lookAt(examples[0] && columnsAmong(this.checked, examples[0])[0]),
			})),
			mended: edits.cells.length,
			mendedRows: new Set(edits.cells.map(({ row }) => row)).size,
			skipped: leftOut,
			undo: canUndo,
			redo: canRedo,
			questions: this.checked.questions.length,
		}
	}

	async rows({ filter, offset, count }: Argument<"check.rows">): Promise<Reply<"check.rows">> {
		const { total, rows, positions } = await this.#view.rows(filter, offset, count)
		const { columns } = this.checked.layout
		const former = formerColumn(columns)
		return {
			total,
			rows: rows.map(({ row, cells, findings }, index) => ({
				row,
				...formerly(formerRow(cells[former])),
				cells: shownCells(cells, findings, columns),
				mended: this.#mends.columnsOf(row).map((column) => columns.indexOf(column)),
				skipped: findings.some(({ code }) => byHand.has(code)),
				...leftOutByAnswer(findings),
				kept: this.#mends.isKept(row),
				findings: [...findings.flatMap((one) => this.#shown(one, cells)), ...this.#unfit(positions[index], cells)],
			})),
		}
	}

	/** What was found in a row, and where; that it is left out by a person's word nobody is to mend. */
	#shown(one: Finding, cells: readonly string[]): GridRow["findings"] {
		const { code, severity, message, tip } = one
		if (isLeftOut(code)) return []
		const among = [...columnsAmong(this.checked, one, cells)]
		return [{ ...placeOf(this.checked, one), among, code, severity, message, tip: inWindow(tip) }]
	}

	/** What is said of a row that this computer knows of and would not send: that its number is not what it was, or else its card was sent before. */
	#unfit(position: number | undefined, cells: readonly string[]): GridRow["findings"] {
		if (position === undefined || !this.#view.isUnfit(position)) return []
		const why = this.#why.get(position)
		if (why === undefined) return [this.#spentCard(cells)]
		const { message, confirmable } = why
		const among = [...columnsAmong(this.checked, { field: "number" }, cells)]
		const tip = confirmable
			? "The button at this row confirms the number, where it is right."
			: "Is another column the customer number? Ask for no new card before that is clear."
		const code = confirmable ? "number.confirmable" : "number.before"
		return [{ among, code, severity: "warning", message, tip }]
	}

	#spentCard(cells: readonly string[]): GridRow["findings"][number] {
		return {
			among: [...columnsAmong(this.checked, { field: "token" }, cells)],
			code: "card.spent",
			severity: "warning",
			message: "The card token of this row was sent before, and was refused or used up.",
			tip: "The row is not sent again with it. Ask the customer for a new card, and write its token here.",
		}
	}

	/**
	 * Counted once for what is checked, and an environment. Rejects with an `AbortError` when it was mended meanwhile, or a run began.
	 * @param of what it is counted for: the environment, and the run that goes on
	 * @param known what is known of its merchant
	 * @param elsewhere whether it was sent to another one
	 */
	plan(
		of: string,
		known: () => Promise<KnownSearch | undefined>,
		elsewhere: (file: CheckedFile) => Promise<Plan["elsewhere"]> = async () => undefined,
	): Promise<Plan> {
		if (this.#planning?.of !== of) {
			this.stopPlanning()
			const stop = new AbortController()
			const plan = known()
				.then((known) => planOf(this.checked, known, stop.signal))
				.then(async ({ plan, unfit, why }) => {
					const sent = await elsewhere(this.checked)
					stop.signal.throwIfAborted()
					this.#view.unfit = unfit
					this.#why = why
					return { ...plan, ...(sent ? { elsewhere: sent } : {}) }
				})
			this.#planning = { of, stop, plan }
		}
		return this.#planning.plan
	}

	/** What was counted so far, or is being counted, is of no use any more. */
	stopPlanning(): void {
		this.#planning?.stop.abort()
		this.#planning = undefined
	}

	/** One after the other: each is about what the one before it came to. Rejects when the file cannot be read any more. */
	mend(mend: Mend): Promise<Checked> {
		const mended = this.#mending.then(() => this.#mend(mend))
		this.#mending = mended.catch(() => {})
		return mended
	}

	/** Resolves when nothing is being mended. */
	async idle(): Promise<void> {
		await this.#mending
	}

	async #mend(mend: Mend): Promise<Checked> {
		const before = this.#mends.copy()
		await applyMend(mend, this.#mends, this.checked, this.#view)
		const { edits } = this.#mends
		try {
			this.checked = (await recheck(this.checked, edits)) ?? (await check(this.source, this.options, edits, this.tell))
		} catch (error) {
			this.#mends = before
			throw error
		}
		if (mend.kind === "undo" || mend.kind === "redo") this.#view.takenBack(this.checked)
		else this.#view.mended(this.checked)
		this.stopPlanning()
		// What was sent was read without this mend: going on in the same run folder is out of the question.
		this.source.leaveRun()
		this.source.took(this.checked)
		return this.view()
	}

	/** The cells of an area as a spreadsheet takes them, a line each. */
	async copied({ filter, offset, count, column, columns }: Area): Promise<string[]> {
		const { rows } = await this.#view.rows(filter, offset, count)
		const names = this.checked.layout.columns
		return rows.map(({ cells, findings }) =>
			formatRow(shownCells(cells, findings, names).slice(column, column + columns), "\t"),
		)
	}

	/** In how many rows something would be replaced. */
	async replaceable(wanted: Argument<"check.replaceable">): Promise<number> {
		return (await replaced(this.checked, { ...wanted, replacement: "" })).length
	}
}

function leftOutByAnswer(findings: readonly Finding[]): { readonly answered?: string } {
	const found = findings.find(({ code }) => code === byAnswer)
	return found === undefined ? {} : { answered: found.message }
}

function lookAt(look: string | undefined): { readonly look?: string } {
	return look === undefined ? {} : { look }
}

async function check(
	source: Source,
	options: CheckOptions,
	edits: Edits | undefined,
	tell: (told: Told) => void,
	signal?: AbortSignal,
): Promise<CheckedFile> {
	const { looked, resumed, answers } = source
	const watched: Pick<CheckRequest, "signal" | "onProgress"> = {
		signal,
		onProgress: ({ rows, bytes, size }) =>
			tell({ type: "checking", done: rows, share: size > 0 ? Math.min(1, bytes / size) : 1 }),
	}
	const checked = resumed
		? await checkFile(looked, { ...resumed.reading, edits, ...watched })
		: await examineFile(looked, { answers, options, edits, ...watched })
	source.took(checked)
	return checked
}
