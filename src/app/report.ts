import { join } from "node:path"
import { readText } from "../disk/read.ts"
import { hasCode } from "../journal/disk.ts"
import { explain } from "../report/explain.ts"
import type { FollowUpLine } from "../report/follow-up-file.ts"
import { type LeftRow, mostLines } from "../report/report-lists.ts"
import type { Report } from "../report/report-page.ts"
import { summarySchema } from "../report/summary.ts"
import { RunRecords } from "./run-records.ts"
import { RunRefused } from "./run-refused.ts"
import { sessionsOf, together } from "./sessions.ts"
import { outdatedIn } from "./unfinished.ts"
import { readVerified } from "./verified.ts"

/**
 * What the report of a run says. Rejects with `RunRefused` where there is no run, and as reading its journal does.
 * @param environment what a person calls it: as the key says where nobody does
 */
export async function reportOf(folder: string, environment?: string): Promise<Report> {
	const text = await readText(join(folder, "summary.json")).catch((error) => {
		if (!hasCode(error, "ENOENT") && !hasCode(error, "ENOTDIR")) throw error
		throw new RunRefused("no-run", `${folder} has no summary.json: the run has not ended yet, or it is no run folder.`)
	})
	const summary = summarySchema.parse(JSON.parse(text))
	const records = await RunRecords.open(folder)
	const kind = summary.environment.kind
	const outdated = await outdatedIn(folder, summary)
	return {
		summary,
		environment: environment ?? (kind === "unknown" ? "Test or live: the key does not say" : kind),
		sessions: together(await sessionsOf(folder)),
		verified: await readVerified(folder, summary.ended),
		followUps: await followUpsIn(records),
		left: await leftIn(records),
		...(outdated === undefined ? {} : { outdated }),
	}
}

async function followUpsIn(records: RunRecords): Promise<readonly FollowUpLine[]> {
	const counts = new Map<string, number>()
	const lines: FollowUpLine[] = []
	for await (const [, { followUp }] of records.at(records.positions({ reason: "any" }))) {
		const reason = followUp?.reasons[0] ?? ""
		const before = counts.get(reason) ?? 0
		counts.set(reason, before + 1)
		if (followUp && before < mostLines) lines.push(followUp)
	}
	return lines
}

async function leftIn(records: RunRecords): Promise<readonly LeftRow[]> {
	const positions = [...records.positions({ outcome: "invalid" }), ...records.positions({ outcome: "not-sent" })]
	const rows: LeftRow[] = []
	for await (const [, { row, number, outcome }] of records.at(positions.sort((a, b) => a - b))) {
		if (!outcome || "id" in outcome) continue
		rows.push({ row, number, message: explain(outcome).message })
		if (rows.length === mostLines) break
	}
	return rows
}
