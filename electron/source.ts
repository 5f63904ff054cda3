import { basename, dirname } from "node:path"
import type { Answers } from "../src/app/answers.ts"
import { begun, begunQuestion } from "../src/app/begun.ts"
import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { decideColumns, type OpenedFile as Looked, openFile } from "../src/app/check/open-file.ts"
import type { Reading } from "../src/app/check/reading.ts"
import { type OwnAnswers, ownAnswers } from "../src/app/own-answers.ts"
import { readingOfRun } from "../src/app/run-reading.ts"
import { savedMapping } from "../src/app/saved-mapping.ts"
import { hashOf, sheetPath } from "../src/app/workbook/kept-sheet.ts"
import { type FromWorkbook, type SourceFile, sourceOfRun } from "../src/app/workbook/source-file.ts"
import type { SourceIdentity } from "../src/contract/record.ts"
import type { CheckOptions } from "../src/customer/check-options.ts"
import { type Decision, settled } from "../src/customer/columns/decide.ts"
import type { Carried } from "../src/customer/columns/draft-decision.ts"
import type { Evidence } from "../src/customer/columns/evidence.ts"
import { Inquiry } from "../src/customer/columns/inquiry.ts"
import { hasAnswers, type Mapping, noAnswers } from "../src/customer/columns/mapping.ts"
import { mappingProblems } from "../src/customer/columns/mapping-problems.ts"
import { concerns, type Question, type Saying } from "../src/customer/columns/question.ts"
import { headerKey } from "../src/customer/fields.ts"
import type { Reading as Chosen, OpenedFile, SheetView } from "../src/ipc/file.ts"
import type { Sheet } from "../src/workbook/convert.ts"
import type { History, PastRun } from "./history.ts"
import { Refused } from "./refused.ts"
import type { Preferences } from "./settings.ts"
import { inWindow } from "./window-words.ts"

const shownRows = 20

interface Resumed {
	readonly past: PastRun
	readonly reading: Reading
}

/** How a file is to be read: as a person said in this import, and as an earlier one read it; else as is found out. */
export interface ReadAs {
	readonly chosen: Partial<Chosen>
	readonly carried?: Partial<Chosen>
}

/** The chosen file: how it is read, what its columns are, and what a person is asked about them. */
export class Source {
	/** A run of this very file, read in this very way, to go on with. */
	resumed: Resumed | undefined
	readonly #inquiry: Inquiry
	#remembered: Mapping | undefined
	/** What its columns are goes back to an earlier import. */
	readonly #ofRun: boolean
	/** Of the first rows, or of all since the last check. */
	#evidence: Evidence
	/** What the last check left open. */
	#leftByCheck: readonly Question[] = []
	#decision: Decision

	private constructor(
		readonly file: SourceFile,
		readonly looked: Looked,
		readonly sha256: string,
		private readonly history: History,
		remembered: Mapping | undefined,
		resumed?: Resumed,
		/** What of it a person said in this import, and what an earlier one did. */
		readonly readAs: ReadAs = { chosen: {} },
	) {
		this.#remembered = remembered
		this.#ofRun = resumed !== undefined || looked.ofRun !== undefined
		this.#inquiry = new Inquiry(remembered, remembered && { mapping: remembered, as: "as answered before" })
		this.#evidence = looked.evidence
		this.resumed = resumed
		this.#decision = this.#decide()
	}

	/** Rejects with `UnreadableFile`. */
	static async open(
		file: SourceFile,
		{ chosen, carried = {} }: ReadAs,
		answers: Answers,
		history: History,
	): Promise<Source> {
		const others = new Set(Object.keys(carried).filter((what) => !Object.hasOwn(chosen, what)))
		const looked = await openFile(file, { ...carried, ...chosen }, undefined, others)
		const sha256 = await hashOf(file.path)
		const remembered =
			looked.ofRun === undefined ? answers.for(looked.detection.layout.columns, looked.evidence, sha256) : undefined
		return new Source(file, looked, sha256, history, remembered, undefined, { chosen, carried })
	}

	/**
	 * The file of an earlier run, read, mapped and mended as then. Rejects with `UnreadableFile`, `RunRefused` when its
	 * mends are not what they were, or `Refused` when it never began.
	 */
	static async resume(past: PastRun, answers: Answers, history: History): Promise<Source> {
		const run = await readingOfRun(past.reference.folder)
		if (run === undefined)
			throw new Refused("The folder of this import is gone, or empty.", "Open the file again to import it anew.")
		const { layout } = run.reading
		const file = fileOf(past, run.source)
		const looked = await openFile(file, layout, undefined, new Set(Object.keys(layout)))
		const { encoding, delimiter, headerRow } = layout
		const readAs = { chosen: {}, carried: { encoding, delimiter, headerRow } }
		const source = new Source(file, looked, past.sha256, history, undefined, { past, reading: run.reading }, readAs)
		const question = run.guessed && run.sent ? await begunQuestion(looked, run.reading, answers) : undefined
		if (question !== undefined) source.#inquiry.ask([question])
		return source
	}

	/**
	 * The file of an earlier run, read and mapped as then, for a run of its own. Rejects as `resume` does, or with `Refused` when it is not
	 * what it was.
	 */
	static async again(past: PastRun, answers: Answers, history: History): Promise<{ source: Source; reading: Reading }> {
		const source = await Source.resume(past, answers, history)
		if ((await hashOf(source.file.path)) !== past.sha256)
			throw new Refused(
				"The file was changed since then.",
				"Open it again, and look through its columns and its check.",
			)
		const { resumed } = source
		if (resumed === undefined) throw new Error("A source that is resumed has a run")
		source.leaveRun()
		return { source, reading: resumed.reading }
	}

	/** The file that the person chose. */
	get path(): string {
		return this.looked.workbook?.path ?? this.looked.path
	}

	/** What a person said of the columns. */
	get answers(): Mapping {
		return this.#inquiry.answers
	}

	/** Answers to remember; nothing where an earlier import decided most of them. */
	get ownAnswers(): OwnAnswers | undefined {
		if (this.#ofRun) return undefined
		return ownAnswers(this.answers, decideColumns(this.looked, noAnswers, this.#evidence))
	}

	/** For a file of its own, with every question marked. */
	get saved(): Mapping {
		const questions = this.#inquiry.asked.filter(({ chosen }) => chosen === undefined).map(({ question }) => question)
		return savedMapping(this.#decision, questions)
	}

	/** An answer to a question, or another one than before. Whoever gives another one than a run has begun with means another run. */
	answer(id: string, chosen: readonly string[]): void {
		this.#inquiry.answer(id, chosen)
		if (id !== begun) this.#changed()
	}

	/** What of the questions keeps the file from being checked and imported. */
	get isOpen(): boolean {
		return this.#inquiry.open
	}

	/** What a person says unasked. Of a file of an earlier import, everything else stays as it was then. */
	say(said: Saying): void {
		this.leaveRun()
		if (this.looked.ofRun !== undefined && !hasAnswers(this.answers)) this.#carry()
		this.#inquiry.say(said)
		this.#leftByCheck = this.#leftByCheck.filter((question) => !concerns(question, said))
		this.#changed()
	}

	/** What is changed belongs to another import than the one that went on; what the columns are stays as it was then. */
	leaveRun(): void {
		if (this.resumed === undefined) return
		this.#carry()
		this.resumed = undefined
	}

	/** All columns are as they were in that import, until something else is said. */
	#carry(): void {
		const { mapping } = this.#decision
		this.#inquiry.forget(mapping, { mapping, as: "as in the import before" })
	}

	/** What of the answers was not said in this import. */
	get carried(): Carried | undefined {
		return this.#inquiry.carried
	}

	/** Begins anew, with the answers of a file or with none. @param carried what of them was not said in this import */
	forget(base?: Mapping, carried?: Carried): void {
		this.#inquiry.forget(base, carried)
		this.#remembered = undefined
		this.#leftByCheck = []
		this.#changed()
	}

	/** What a check of all rows came to: it may leave more open than the first rows did. */
	took(checked: CheckedFile): void {
		if (this.resumed) return
		this.#evidence = checked.evidence
		const decided = new Set(checked.decision?.questions.map(({ id }) => id))
		this.#leftByCheck = checked.questions.filter(({ id }) => !decided.has(id))
		this.#decision = this.#decide()
	}

	/** How rows are to be checked; a run that goes on reads its file as it did, mends included. */
	options({ settings }: Preferences): CheckOptions {
		const { width, height, parent, ...browser } = settings.browser
		return {
			now: Date.now(),
			cleaning: settings.cleaning,
			browser: {
				...browser,
				resolution: [width, height],
				java: false,
				javascript: true,
				...(parent ? { parent } : {}),
			},
		}
	}

	view(): OpenedFile {
		const { name, size, detection, workbook } = this.looked
		const { layout, evidence, preview } = detection
		const { encoding, delimiter, headerRow, columns } = layout
		const resumed = this.resumed && this.history.get(this.resumed.past.reference.id).reference
		const others = this.history.unfinished(this.sha256)
		const { mapping } = this.#decision
		return {
			name,
			folder: basename(dirname(this.path)),
			size: workbook?.identity.size ?? size,
			kind: this.#kind(),
			reading: { encoding, delimiter, headerRow },
			evidence: evidence.map(inWindow),
			columns: [...columns],
			preview: preview.slice(0, shownRows).map(({ row, cells }) => ({ row, cells: [...cells] })),
			decisions: [...this.#decision.columns],
			asked: [...this.#inquiry.asked],
			mapping,
			...(this.#remembered ? { remembered: this.#remembered } : {}),
			problems: this.#problems(),
			unfinished: resumed ? [resumed, ...others.filter(({ id }) => id !== resumed.id)] : others,
			...(resumed ? { resumed: resumed.id } : {}),
			...(workbook ? { workbook: sheetsOf(workbook) } : {}),
		}
	}

	/** What keeps the mapping from being used, but for what is asked. */
	#problems(): string[] {
		const { columns } = this.looked.detection.layout
		const asksNumber = this.#inquiry.asked.some(({ question }) => question.id === "number")
		return mappingProblems(this.#decision.mapping, columns)
			.filter(({ kind }) => kind !== "no-number" || !asksNumber)
			.map(({ message }) => message)
	}

	#changed(): void {
		this.resumed = undefined
		this.#decision = this.#decide()
	}

	#decide(): Decision {
		const { columns } = this.looked.detection.layout
		if (this.resumed) return settled(this.resumed.reading.mapping, columns, "as in this import so far")
		const { answers, asked, carried } = this.#inquiry
		const decision = decideColumns(this.looked, answers, this.#evidence, carried)
		const answered = new Set(asked.flatMap(({ question, chosen }) => (chosen === undefined ? [] : [question.id])))
		const left = this.#leftByCheck.filter(({ id }) => !answered.has(id))
		this.#inquiry.ask([...decision.questions, ...left])
		return decision
	}

	#kind(): OpenedFile["kind"] {
		if (!this.looked.importFile) return "customers"
		const { layout, preview } = this.looked.detection
		const outcome = layout.columns.findIndex((column) => headerKey(column) === "importoutcome")
		return preview.some(({ cells }) => cells[outcome] === "unknown") ? "unknown" : "errors"
	}
}

/** What an import reads: its file, or the CSV that it has of a sheet. */
export function fileOf({ path, reference }: PastRun, { workbook }: SourceIdentity): SourceFile {
	if (workbook !== undefined) return sourceOfRun(path, sheetPath(reference.folder), workbook)
	return { kind: "file", path, close: async () => {} }
}

function sheetsOf({ identity, sheets, doubts }: FromWorkbook): NonNullable<OpenedFile["workbook"]> {
	return { sheet: identity.sheet, sheets: sheets.map(sheetView), doubts: [...doubts] }
}

/** A sheet as the window sees it. */
export function sheetView({ name, hidden, first }: Sheet): SheetView {
	return { name, hidden, first: [...first] }
}
