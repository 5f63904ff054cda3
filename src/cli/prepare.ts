import { Answers } from "../app/answers.ts"
import { begunQuestion } from "../app/begun.ts"
import { type CheckProgress, checkFile } from "../app/check/check-file.ts"
import type { CheckedFile } from "../app/check/checked-file.ts"
import { examineFile } from "../app/check/examine.ts"
import { type OpenedFile, openFile } from "../app/check/open-file.ts"
import type { Reading } from "../app/check/reading.ts"
import { readingOfRun } from "../app/run-reading.ts"
import { RunRefused } from "../app/run-refused.ts"
import { encodingOf } from "../app/said-encoding.ts"
import type { SourceFile } from "../app/workbook/source-file.ts"
import type { Layout } from "../csv/layout.ts"
import { defaultBrowser } from "../customer/check-options.ts"
import type { Audience } from "../customer/claims.ts"
import { allCleaning } from "../customer/cleaning.ts"
import { type Mapping, noAnswers } from "../customer/columns/mapping.ts"
import { loadMapping } from "./mapping-file.ts"
import { note, Usage } from "./output.ts"
import { checkLine, ProgressDisplay } from "./progress.ts"
import { askAll, canAsk, leavingOut } from "./questions.ts"

export interface Prepared {
	readonly opened: OpenedFile
	readonly checked: CheckedFile
}

export interface PrepareOptions {
	/** File of a mapping, where one was given. */
	readonly mapping?: string
	/** What of the layout is not to be detected. */
	readonly layout?: Partial<Layout>
	/** Run folder: a run that has begun reads its file as it did before, and asks nothing. */
	readonly folder?: string
	/** Where answers are remembered. */
	readonly home: string
	/** What is open and not needed is left out. */
	readonly leaveOutRest?: boolean
	/** What version 0.1.0 guessed is right, a person says. */
	readonly confirmColumns?: boolean
	/** Rows that are customers whatever they look like, as a spreadsheet numbers them. */
	readonly keepRows?: readonly number[]
	/** Rows of an import file whose changed customer number is right. */
	readonly confirmNumbers?: readonly number[]
	/** What kind of card tokens the API key takes, where it says so. */
	readonly audience?: Audience | undefined
	/** Whether a person at the terminal is asked. */
	readonly ask?: boolean
	readonly signal: AbortSignal
}

/** Opens and checks a file, shows how far it is, and asks what is open where a person is there to answer. */
export async function prepare(source: SourceFile, options: PrepareOptions): Promise<Prepared> {
	const given = options.mapping === undefined ? undefined : await loadMapping(options.mapping)
	const opened = await openFile(source, { ...encodingOf(given), ...options.layout }, options.home)
	const run = await readingOfFolder(options.folder, opened.size)
	const began = run?.reading
	const isFree = run === undefined || (run.guessed && !run.sent)
	if (began === undefined || isFree || given !== undefined) return await examine(source, opened, given, began, options)
	refuseOthers("--keep-rows", options.keepRows, began.edits?.kept)
	refuseOthers("--confirm-numbers", options.confirmNumbers, began.edits?.confirmed)
	if (run.guessed) await confirm(opened, began, options)
	const isAsBefore = Object.keys(options.layout ?? {}).length === 0
	const reading = isAsBefore ? began : { ...began, layout: opened.detection.layout }
	const checked = await watching(opened, (onProgress) =>
		checkFile(opened, { ...reading, onProgress, signal: options.signal }),
	)
	return { opened, checked }
}

/** A run that has begun reads its rows as it did: only what was said then may be said again. Throws `Usage`. */
function refuseOthers(option: string, rows: readonly number[] = [], before: readonly number[] = []): void {
	if (rows.length === 0 || (rows.length === before.length && rows.every((row) => before.includes(row)))) return
	throw new Usage(
		`This run has begun, and reads its rows as it did. Let it end without ${option}, then give that with its errors.csv, in a folder of its own.`,
	)
}

/** A run that version 0.1.0 began with guesses goes on once a person has confirmed them. Rejects with `Usage`. */
async function confirm(opened: OpenedFile, began: Reading, options: PrepareOptions): Promise<void> {
	const remembered = new Answers(options.home)
	const question = await begunQuestion(opened, began, remembered, options.signal)
	if (question === undefined) return
	if (!options.confirmColumns) {
		if (!options.ask || !canAsk())
			throw new Usage(
				`${question.text} ${question.why} If they are right, say so once with --confirm-columns. Nothing was sent.`,
			)
		await askAll([question], began.mapping)
	}
	remembered.confirm(opened.detection.layout.columns, began.mapping)
}

async function examine(
	source: SourceFile,
	first: OpenedFile,
	given: Mapping | undefined,
	began: Reading | undefined,
	options: PrepareOptions,
): Promise<Prepared> {
	const remembered = new Answers(options.home)
	const { columns } = first.detection.layout
	let opened = first
	const before = given === undefined ? recalled(remembered, opened) : undefined
	const carried = before && ({ mapping: before, as: "as answered before" } as const)
	let answers = given ?? before ?? noAnswers
	const { keepRows = [], confirmNumbers = [] } = options
	const own =
		keepRows.length + confirmNumbers.length === 0
			? undefined
			: { cells: [], skipped: [], kept: keepRows, confirmed: confirmNumbers }
	const edits = began?.edits ?? own
	const { audience } = options
	const checking = began?.options ?? {
		now: Date.now(),
		browser: defaultBrowser,
		cleaning: allCleaning,
		...(audience ? { audience } : {}),
	}
	for (;;) {
		const { encoding } = encodingOf(answers)
		if (encoding !== undefined && encoding !== opened.detection.layout.encoding)
			opened = await openFile(
				source,
				{ ...options.layout, encoding },
				options.home,
				new Set(before && encodingOf(before).encoding === encoding ? ["encoding"] : []),
			)
		const checked = await watching(opened, (onProgress) =>
			examineFile(opened, {
				answers,
				carried,
				options: checking,
				edits,
				onProgress,
				signal: options.signal,
			}),
		)
		const rest = options.leaveOutRest ? leavingOut(checked.questions, answers) : answers
		if (rest !== answers) answers = rest
		else if (checked.questions.length === 0 || !options.ask || !canAsk()) return { opened, checked }
		else {
			answers = await askAll(checked.questions, answers)
			remembered.remember(columns, answers)
		}
	}
}

/** Told each time: nobody should wonder why nothing was asked. */
function recalled(remembered: Answers, { detection, evidence, ofRun }: OpenedFile): Mapping | undefined {
	if (ofRun !== undefined) return undefined
	for (const sentence of remembered.told) note(sentence)
	const found = remembered.for(detection.layout.columns, evidence)
	if (found !== undefined) note("Columns are what you answered before, for a file with the same ones.")
	return found
}

async function watching<Result>(
	opened: OpenedFile,
	work: (onProgress: (progress: CheckProgress) => void) => Promise<Result>,
): Promise<Result> {
	let progress: CheckProgress = { bytes: 0, size: opened.size, rows: 0, elapsed: 0 }
	const display = new ProgressDisplay(() => checkLine(progress.bytes, progress.size, progress.rows))
	try {
		return await work((now) => {
			progress = now
		})
	} finally {
		display.end()
	}
}

/** How the run of a folder reads its file; nothing when there is no such run, or it is of another file. */
async function readingOfFolder(folder: string | undefined, size: number) {
	if (folder === undefined) return undefined
	try {
		const run = await readingOfRun(folder)
		return run?.source.size === size ? run : undefined
	} catch (error) {
		if (error instanceof RunRefused) throw error
		// Whatever is wrong with the journal is told when it is opened to be written.
		return undefined
	}
}
