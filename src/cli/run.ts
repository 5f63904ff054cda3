import type { CheckedFile } from "../app/check/checked-file.ts"
import { importHome } from "../app/home.ts"
import { keepFromRun } from "../app/overwriting.ts"
import { type Finished, openRun, type Run } from "../app/run.ts"
import type { Target } from "../app/target.ts"
import type { SourceFile } from "../app/workbook/source-file.ts"
import type { Confirmed } from "../contract/card-word.ts"
import type { OutcomeKind } from "../contract/outcome.ts"
import { describeStop, type RunEvent } from "../contract/progress.ts"
import { inCommands } from "../customer/command-words.ts"
import { checkKey, claimsOf, listingOf, tokenAudience, warningsOf } from "../intergiro/key.ts"
import type { LetterCase } from "../intergiro/letter-case.ts"
import { checkUrl } from "../intergiro/url.ts"
import { describeHolder } from "../journal/lock.ts"
import { type Verdict, verdictOf } from "../report/summary.ts"
import { differenceWords } from "../run/difference-words.ts"
import { describeCheck, describeFile, printChecked, printQuestions } from "./check.ts"
import {
	askForMerchant,
	merchantToName,
	refuseOtherMerchant,
	refuseRehearsal,
	refuseSentElsewhere,
} from "./confirm-merchant.ts"
import { explainError } from "./failure.ts"
import { onInterrupt } from "./interrupt.ts"
import { type LayoutOptions, layoutOf } from "./options.ts"
import { type Exit, exit, note, print, printJson, Usage } from "./output.ts"
import { type Prepared, prepare } from "./prepare.ts"
import { ProgressDisplay, runLine } from "./progress.ts"
import { describeQuestions, howToAnswer } from "./questions.ts"
import { chosenSource } from "./source.ts"
import { statement } from "./statement.ts"

export interface RunOptions extends LayoutOptions {
	readonly out: string
	readonly url: string
	readonly sandbox?: boolean
	readonly rate: number
	readonly concurrency: number
	readonly mapping?: string
	/** Card tokens that were sent to another merchant are meant for this one all the same. */
	readonly sentElsewhere?: boolean
	/** What is in question and not needed is left out. */
	readonly leaveOutRest?: boolean
	/** Rows that are customers whatever they look like, as a spreadsheet numbers them. */
	readonly keepRows?: readonly number[]
	/** Rows of an import file whose changed customer number is right. */
	readonly confirmNumbers?: readonly number[]
	/** What version 0.1.0 guessed for this run is right. */
	readonly confirmColumns?: boolean
	readonly first?: number
	/** Seconds. */
	readonly settle: number
	/** Seconds; 15 minutes by default. */
	readonly patience?: number
	readonly resendUnknown: boolean
	/** Adds cards to customers who exist, and creates nobody. */
	readonly addCards?: boolean
	/** Which customers are the right ones, although Intergiro has another name or e-mail; and which cards are others, or are there. */
	readonly confirmCards?: Confirmed
	/** Goes on although customers come back other than they were sent. */
	readonly acceptDifferences?: boolean
	/** How the fields of requests are written. */
	readonly letterCase?: LetterCase
	readonly preflight: boolean
	/** Looks at the end whether Intergiro has everybody. */
	readonly verify: boolean
	/** A person says that the run goes on here alone, with another ledger than before. */
	readonly moved?: boolean
	readonly forgetRun?: readonly string[]
	/** The merchant whose customers are created, as a person names it. */
	readonly merchant?: string
	/** Rows that come back from a run on the sandbox are created for real. */
	readonly fromSandbox?: boolean
	/** What `results.csv` has of the file: nothing but numbers and rows, or all its own columns. */
	readonly results?: "short" | "full"
	/** The files for people as Excel workbooks too. */
	readonly xlsx?: boolean
	/** Seconds. */
	readonly timeout?: number
	readonly json?: boolean
}

/** Checks a file and creates its customers, or goes on with a run that was stopped. */
export async function run(file: string, options: RunOptions): Promise<Exit> {
	if (options.confirmCards && !options.addCards)
		throw new Usage(
			"--confirm-cards is for --add-cards: it says whose cards are added all the same, and which are there.",
		)
	if (options.resendUnknown && options.addCards)
		throw new Usage(
			"--resend-unknown sends customers again, and --add-cards creates nobody: run the same command with one of them. Nothing was sent.",
		)
	const target: Target = options.sandbox
		? { kind: "sandbox", letterCase: options.letterCase ?? "camel" }
		: serverOf(options, keyless)
	if (options.addCards && target.kind === "server" && listingOf(claimsOf(target.key)) === "no")
		throw new Usage(
			"Cards are added with a private key, which can read customers; this one is public. Nothing was sent.",
		)
	return await runOn(file, target, options, importHome())
}

const keyless = "; or try with --sandbox, which needs none"

/**
 * The server and its key, before anything else is looked at.
 * @param otherwise what else can be done where there is no key
 */
export function serverOf(
	{ url, timeout, letterCase }: Pick<RunOptions, "url" | "timeout" | "letterCase">,
	otherwise = "",
): Extract<Target, { kind: "server" }> {
	const given = process.env.INTERGIRO_API_KEY
	if (!given)
		throw new Usage(
			`There is no API key. Put it into the environment variable INTERGIRO_API_KEY, which keeps it out of the history of the shell and the list of processes${otherwise}.`,
		)
	const key = checkKey(given)
	checkUrl(url)
	for (const { message } of warningsOf(claimsOf(key), Date.now())) note(`Warning: ${message}`)
	return {
		kind: "server",
		url,
		key,
		proxy: "environment",
		...(timeout === undefined ? {} : { timeout: timeout * 1_000 }),
		...(letterCase === undefined ? {} : { letterCase }),
	}
}

export async function runOn(file: string, target: Target, options: RunOptions, home: string): Promise<Exit> {
	const { json = false, out: folder, first } = options
	const waiting = new AbortController()
	let opened: Run | undefined
	let source: SourceFile | undefined
	const message = "Stopping: what is in flight is finished and written down."
	const release = onInterrupt(message, () => {
		waiting.abort()
		opened?.stop()
	})
	try {
		const mapping = options.mapping === undefined ? {} : { mapping: options.mapping }
		const inputs = [file, ...Object.values(mapping)]
		// Asked again when the run is opened: but nobody should wait for the check of a large file to hear of it.
		await keepFromRun(inputs, folder)
		const merchant = await merchantToName(target, folder)
		refuseOtherMerchant(merchant, options.merchant)
		source = await chosenSource(file, { ...options, home, folder, ask: true, signal: waiting.signal })
		const prepared = await prepare(source, {
			...mapping,
			layout: layoutOf(options),
			folder,
			home,
			leaveOutRest: options.leaveOutRest ?? false,
			confirmColumns: options.confirmColumns ?? false,
			keepRows: options.keepRows ?? [],
			confirmNumbers: options.confirmNumbers ?? [],
			ask: true,
			audience: target.kind === "server" ? tokenAudience(target.key) : undefined,
			signal: waiting.signal,
		})
		await tellCheck(prepared, json, options.addCards ?? false)
		const checked = prepared.checked.decided
		if (checked === undefined) return leaveOpen(file, prepared.checked, json, options.sheet)
		refuseRehearsal(prepared.opened, target, options.fromSandbox ?? false)
		await refuseSentElsewhere(target, { checked, folder, home, allowed: options.sentElsewhere ?? false })
		await askForMerchant(merchant, options.merchant)
		opened = await openRun({
			inputs,
			checked,
			folder,
			target,
			home,
			signal: waiting.signal,
			onOtherLedger: async () => options.moved ?? false,
			full: options.results === "full",
			xlsx: options.xlsx ?? false,
			...(options.forgetRun ? { forgotten: options.forgetRun } : {}),
			settings: {
				rate: options.rate,
				concurrency: options.concurrency,
				settle: options.settle * 1_000,
				resendUnknown: options.resendUnknown,
				preflight: options.preflight,
				verify: options.verify,
				onRefusals: "stop",
				onDifferences: options.acceptDifferences ? "accept" : "stop",
				letterCase: options.letterCase ?? "camel",
				...(options.addCards ? { addCards: true } : {}),
				...(options.confirmCards ? { confirmCards: options.confirmCards } : {}),
				...(options.patience === undefined ? {} : { patience: options.patience * 1_000 }),
				...(first === undefined ? {} : { first }),
			},
			onWarning: (warning) => note(`Warning: ${inCommands(warning)}`),
			onWait: (holder) => note(`Waiting for another run of this merchant. ${describeHolder(holder)}`),
			observe: json ? printEvent : differenceTeller(),
		})
		if (waiting.signal.aborted) opened.stop()
		const finished = await watch(opened)
		return conclude(finished, folder, json)
	} finally {
		release()
		await source?.close()
	}
}

/** What happens, as a line of JSON. */
function printEvent(event: RunEvent): void {
	printJson(event.type === "cannot-resend" ? { ...event, message: inCommands(event.message) } : event)
}

/** Says how the file was read and what was found in it, as `check` does, before anything of it is sent. */
async function tellCheck({ opened, checked }: Prepared, json: boolean, isAdding: boolean): Promise<void> {
	if (json) printChecked(opened, checked)
	else note([await describeFile(opened, checked), ""])
	note(describeCheck(checked, isAdding))
}

/** Tells of customers that came back other than they were sent, as it happens; of many only the first. */
function differenceTeller(): (event: RunEvent) => void {
	let told = 0
	return (event) => {
		if (event.type === "card" && event.message !== undefined)
			note(`Row ${event.row}, ${event.number}: ${event.message}`)
		if (event.type !== "outcome" || event.differs === undefined || told > mostTold) return
		told += 1
		if (told > mostTold)
			note("More customers are other at Intergiro than they were sent: they are counted and listed at the end.")
		else note(`Row ${event.row}, ${event.number}: ${came(event.kind)}: ${differenceWords(event.differs)}.`)
	}
}

const mostTold = 20

function came(kind: OutcomeKind): string {
	return kind === "existing"
		? "there before, and Intergiro has it otherwise than the file"
		: "came back other than it was sent"
}

/** Nothing is sent while a question is open. */
function leaveOpen(file: string, { questions, layout }: CheckedFile, json: boolean, sheet: string | undefined): Exit {
	if (json) printQuestions(questions)
	const answering = howToAnswer(file, questions, { nameless: layout.headerRow === 0, sheet })
	note(["", describeQuestions(questions), "", answering])
	return exit.usage
}

/** Starts a run and shows how it goes on. */
async function watch(run: Run): Promise<Finished> {
	for (const warning of run.warnings) note(`Warning: ${inCommands(warning)}`)
	const display = new ProgressDisplay(() => runLine(run.snapshot()))
	try {
		return await run.start()
	} catch (error) {
		// Rows may have been sent: whatever went wrong, the run can be resumed.
		const warning = `${explainError(error).message} The journal has everything: start again to go on.`
		note(warning)
		return { warnings: [...run.warnings, warning] }
	} finally {
		display.end()
	}
}

const statuses: Readonly<Record<Verdict, Exit>> = {
	done: exit.done,
	incomplete: exit.incomplete,
	"in-doubt": exit.inDoubt,
	stopped: exit.stopped,
}

function conclude({ stop, summary, warnings }: Finished, folder: string, json: boolean): Exit {
	const status = summary === undefined ? exit.stopped : statuses[verdictOf(summary)]
	if (json)
		printJson({
			type: "end",
			status,
			warnings: warnings.map(inCommands),
			...(stop ? { stop } : {}),
			...(summary ? { summary } : {}),
		})
	if (summary) (json ? note : print)(statement(summary, folder))
	else if (stop) note(inCommands(describeStop(stop)))
	return status
}
