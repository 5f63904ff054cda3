import { join } from "node:path"
import { byAnswer, leftOutCodes } from "../contract/row-counts.ts"
import { inCommands } from "../customer/command-words.ts"
import { readText } from "../disk/read.ts"
import { hasCode } from "../journal/disk.ts"
import { explain } from "../report/explain.ts"
import type { Say } from "../report/follow-up-file.ts"
import type { LeftOut, Mended } from "../report/report-facts.ts"
import { type LeftRow, mostLines, type WordedLine } from "../report/report-lists.ts"
import type { Report } from "../report/report-page.ts"
import { RowRanges } from "../report/row-ranges.ts"
import { summarySchema } from "../report/summary.ts"
import { numberedSince } from "./numbered-later.ts"
import { readingOfRun } from "./run-reading.ts"
import { RunRecords } from "./run-records.ts"
import { RunRefused } from "./run-refused.ts"
import { sessionsOf, together } from "./sessions.ts"
import { outdatedIn } from "./unfinished.ts"
import { readVerified } from "./verified.ts"

/**
 * What the report of a run says. Rejects with `RunRefused` where there is no run, and as reading its journal does.
 * @param home where the ledger lives: later imports may have its customers under other numbers
 * @param environment what a person calls it: as the key says where nobody does
 * @param say how what people are told is said where they work; without it, to who has the command line
 */
export async function reportOf(
	folder: string,
	home: string,
	environment?: string,
	say: Say = inCommands,
): Promise<Report> {
	const text = await readText(join(folder, "summary.json")).catch((error) => {
		if (!hasCode(error, "ENOENT") && !hasCode(error, "ENOTDIR")) throw error
		throw new RunRefused("no-run", `${folder} has no summary.json: the run has not ended yet, or it is no run folder.`)
	})
	const summary = summarySchema.parse(JSON.parse(text))
	const records = await RunRecords.open(folder)
	const { kind } = summary.environment
	const { stop } = summary
	const outdated = await outdatedIn(folder, summary)
	return {
		summary: { ...summary, ...(stop ? { stop: { ...stop, message: say(stop.told ?? stop.message) } } : {}) },
		environment: environment ?? (kind === "unknown" ? "Test or live: the key does not say" : kind),
		sessions: together(await sessionsOf(folder)),
		verified: await readVerified(folder, summary.ended),
		numberedLater: await numberedSince(folder, home, summary),
		mended: await mendedIn(folder),
		leftOut: await leftOutIn(records),
		followUps: await followUpsIn(records, say),
		left: await leftIn(records, say),
		...(outdated === undefined ? {} : { outdated: say(outdated) }),
	}
}

/** What a person mended before the run; nothing where that cannot be read any more. */
async function mendedIn(folder: string): Promise<Mended | undefined> {
	try {
		const { cells = [] } = (await readingOfRun(folder))?.reading.edits ?? {}
		const rows = new RowRanges()
		for (const row of [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b)) rows.add(row)
		return { cells: cells.length, rows: rows.toString() }
	} catch (error) {
		if (error instanceof RunRefused) return undefined
		throw error
	}
}

async function leftOutIn(records: RunRecords): Promise<readonly LeftOut[]> {
	const found = new Map<string, RowRanges>()
	for await (const [, { row, outcome }] of records.at(records.positions({ outcome: "left-out" }))) {
		if (outcome?.kind !== "left-out") continue
		const code = leftOutCodes.find((one) => outcome.code.split(" ").includes(one)) ?? outcome.code
		const rows = found.get(code) ?? new RowRanges()
		rows.add(row)
		found.set(code, rows)
	}
	return [...found].map(([code, rows]) => ({ why: whyLeftOut[code] ?? code, count: rows.count, rows: rows.toString() }))
}

const whyLeftOut: Readonly<Record<string, string>> = {
	"row.skipped": "by hand",
	"row.left-out-before": "by hand, in another import of these rows",
	[byAnswer]: "as was answered of rows like them",
}

async function followUpsIn(records: RunRecords, say: Say): Promise<readonly WordedLine[]> {
	const counts = new Map<string, number>()
	const lines: WordedLine[] = []
	for await (const [, { followUp }] of records.at(records.positions({ reason: "any" }))) {
		const reason = followUp?.reasons[0] ?? ""
		const before = counts.get(reason) ?? 0
		counts.set(reason, before + 1)
		if (followUp && before < mostLines)
			lines.push({ ...followUp, message: say(followUp.message), todo: say(followUp.todo) })
	}
	return lines
}

async function leftIn(records: RunRecords, say: Say): Promise<readonly LeftRow[]> {
	const positions = [...records.positions({ outcome: "invalid" }), ...records.positions({ outcome: "not-sent" })]
	const rows: LeftRow[] = []
	for await (const [, { row, number, outcome }] of records.at(positions.sort((a, b) => a - b))) {
		if (!outcome || "id" in outcome) continue
		rows.push({ row, number, message: say(explain(outcome).message) })
		if (rows.length === mostLines) break
	}
	return rows
}
