import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { isMapped } from "../src/contract/outcome.ts"
import { readText } from "../src/disk/read.ts"
import type { Result } from "../src/ipc/result.ts"
import { type RunReference, startSchema } from "../src/ipc/run.ts"
import { readJournal } from "../src/journal/journal.ts"
import { type Summary, summarySchema } from "../src/report/summary.ts"
import type { PastRun } from "./history.ts"
import { Refused } from "./refused.ts"
import { inWindow } from "./window-words.ts"

/** A report that was made of a run lies beside its files, and is none that the run itself wrote. */
export const reportName = "report.pdf"

/**
 * What a run came to, as its folder has it. Rejects with `Refused` when it has no files yet.
 * @param others the other runs of its file
 * @param mended the runs of its mended rows
 */
export async function resultOf(
	run: RunReference,
	others: readonly PastRun[],
	mended: readonly PastRun[],
): Promise<Result> {
	const { source, environment, throughput, settings, files, given, earlier, stop, warned, ...summary } =
		await summaryOf(run)
	const pace = startSchema.pick({ rate: true, concurrency: true }).safeParse(settings).data
	return {
		...summary,
		files: [
			...files.filter((name) => name !== "errors.csv" || given?.errors !== ""),
			...(await readdir(run.folder)).filter((name) => name === reportName),
		],
		...(pace ? { pace } : {}),
		first: stop?.kind === "first" && throughput.requests > 0 && settings.first !== 0,
		...(stop ? { stop: { kind: stop.kind, message: inWindow(stop.told ?? stop.message) } } : {}),
		warnings: (warned ?? summary.warnings).map(inWindow),
		run,
		before: await rowsOfRuns(earlier, others),
		mended: await rowsOfRuns(earlier, mended),
		// Of the file that the person has, not of what its sheet became.
		sha256: (source.workbook ?? source).sha256,
		size: (source.workbook ?? source).size,
		url: environment.url,
		requests: throughput.requests,
		perSecond: throughput.perSecond,
	}
}

/** Rows whose customers these runs knew first; by what their folders call them. */
export async function rowsOfRuns(earlier: Summary["earlier"], runs: readonly PastRun[]): Promise<number> {
	if (Object.keys(earlier).length === 0) return 0
	const names = new Set(await namesOf(runs))
	return [...names].reduce((sum, name) => sum + (earlier[name] ?? 0), 0)
}

/** What the folders of runs call them; of those that have no files yet, nothing. */
export async function namesOf(runs: readonly PastRun[]): Promise<readonly string[]> {
	const summaries = await Promise.all(runs.map(({ reference }) => summaryOf(reference).catch(() => undefined)))
	return summaries.flatMap((summary) => summary?.run ?? [])
}

/** Rejects with `Refused` when the run has no files yet. */
export async function summaryOf({ folder }: RunReference): Promise<Summary> {
	const text = await readText(join(folder, "summary.json")).catch(() => {
		throw new Refused(
			"This run has no result files.",
			"Resume it: everything is written down, and they are written again.",
		)
	})
	return summarySchema.parse(JSON.parse(text))
}

/** How many customers exist by what the journal of a run says, and how many of them were there before. Rejects as reading a journal does. */
export async function customersOf(folder: string): Promise<{ readonly created: number; readonly existed: number }> {
	const numbers = new Map<string, boolean>()
	for await (const record of readJournal(folder))
		if (record.type === "outcome" && isMapped(record.outcome))
			numbers.set(record.number, record.outcome.kind === "existing")
	return { created: numbers.size, existed: [...numbers.values()].filter(Boolean).length }
}
