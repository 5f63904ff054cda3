/**
 * The core as a library, for who brings a shell of their own: check a file, create its customers, compare them with Intergiro. Exactly-once
 * is that of the program, as are the files that a run leaves. `examples/import.mjs` shows it.
 */

import type { CheckedFile } from "./app/check/checked-file.ts"
import { examineFile } from "./app/check/examine.ts"
import { openFile } from "./app/check/open-file.ts"
import { importHome } from "./app/home.ts"
import { encodingOf } from "./app/said-encoding.ts"
import { openSource } from "./app/workbook/source-file.ts"
import { UnreadableFile } from "./csv/layout.ts"
import { type CheckOptions, defaultBrowser } from "./customer/check-options.ts"
import { allCleaning } from "./customer/cleaning.ts"
import type { Mapping } from "./customer/columns/mapping.ts"

export type { CheckedFile, DecidedFile } from "./app/check/checked-file.ts"
export { type Finished, openRun, type Ports, type Run, type RunRequest } from "./app/run.ts"
export type { Opened, Target } from "./app/target.ts"
export { type Verification, type VerifyRequest, verifyRun } from "./app/verify.ts"
export type { Difference } from "./app/verify-differences.ts"
export type { Api, Clock, LedgerPort } from "./contract/ports.ts"
export type { RunEvent, RunSnapshot, StopReason } from "./contract/progress.ts"
export type { Mapping } from "./customer/columns/mapping.ts"
export type { Question } from "./customer/columns/question.ts"
export type { Finding } from "./customer/finding.ts"
export { Refusal } from "./customer/refusal.ts"
export type { Ledger, LedgerRequest } from "./journal/ledger.ts"
export type { Summary } from "./report/summary.ts"
export { defaultSettings, type RunSettings } from "./run/settings.ts"
export { type Sandbox, type SandboxOptions, startSandbox } from "./sandbox/server.ts"

export interface CheckSettings {
	/** What a person said of the columns: `docs/mapping.md`. */
	readonly mapping?: Mapping
	/** The sheet of a workbook that has several. */
	readonly sheet?: string
	/** Where the ledger and what workbooks become live; the program's own place by default. */
	readonly home?: string
	/** What is not as the program does it by itself. */
	readonly options?: Partial<CheckOptions>
	readonly signal?: AbortSignal
}

/** A file that was checked. */
export interface Checked {
	/** Its rows, what is wrong with them, and the questions; `decided` is what a run takes, and nothing while one is open. */
	readonly file: CheckedFile
	/** Lets go of what was made of a workbook: to be called once nothing of the file is needed any more. */
	close(): Promise<void>
}

/**
 * Decides what the columns of a file are and checks every row; nothing is sent.
 * Rejects with `UnreadableFile`, `UnusableMapping` or `UnknownEncoding`, which are a `Refusal`, or with the signal's reason.
 */
export async function checkCustomers(path: string, settings: CheckSettings = {}): Promise<Checked> {
	const { mapping, sheet, home = importHome(), options, signal } = settings
	const watching = { signal: signal ?? new AbortController().signal, onRead: () => {} }
	const source = await openSource(path, { home, sheet, ...watching })
	if (source.kind === "sheets")
		throw new UnreadableFile(
			"workbook.sheet",
			"Several sheets of the workbook have something in them.",
			`Say which one has the customers: ${source.sheets.map(({ name }) => name).join(", ")}.`,
		)
	try {
		const opened = await openFile(source, encodingOf(mapping), home)
		const file = await examineFile(opened, {
			answers: mapping,
			options: { now: Date.now(), browser: defaultBrowser, cleaning: allCleaning, ...options },
			edits: undefined,
			signal,
		})
		return { file, close: () => source.close() }
	} catch (error) {
		await source.close()
		throw error
	}
}
