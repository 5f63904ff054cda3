import { join } from "node:path"
import { RunRecords } from "../src/app/run-records.ts"
import { isMapped } from "../src/contract/outcome.ts"
import { numberInLine, type RowRecord, recordLines, rowsFile } from "../src/report/rows-file.ts"
import type { PastRun } from "./history.ts"
import { namesOf } from "./result.ts"

/** A line of the file has it near its beginning, too. */
const originInLine = /"origin":"([^"\\]*)\//

/**
 * Which of the later imports came to customers of whom something is left in an import, or who need somebody there: the others can have put
 * nothing right. One whose rows cannot be read may have. Rejects as reading a journal does.
 */
export async function withCustomersOf(run: PastRun, later: readonly PastRun[]): Promise<readonly PastRun[]> {
	if (later.length === 0) return []
	const open = await openNumbers(run.reference.folder)
	const names = new Set(await namesOf([run]))
	const found = await Promise.all(later.map((one) => hasAny(one.reference.folder, open, names)))
	return later.filter((_, at) => found[at])
}

/** The numbers of those who are no customers, or need somebody, as they stand in a line. */
async function openNumbers(folder: string): Promise<ReadonlySet<string>> {
	const records = await RunRecords.open(folder)
	const numbers = new Set<string>()
	for await (const [, { number, outcome, followUp }] of records.at(records.positions({})))
		if (number !== "" && outcome && (!isMapped(outcome) || followUp)) numbers.add(JSON.stringify(number).slice(1, -1))
	return numbers
}

/** @param names of the import whose rows it may have been given, whatever numbers these have since */
async function hasAny(folder: string, numbers: ReadonlySet<string>, names: ReadonlySet<string>): Promise<boolean> {
	try {
		for await (const line of recordLines(join(folder, rowsFile)))
			if (numbers.has(numberInLine(line)) || names.has(originInLine.exec(line)?.[1] ?? ""))
				if (isDecided(JSON.parse(line))) return true
		return false
	} catch {
		return true
	}
}

/** Whether the import came to it: what was never sent, other than as a person left it out, changed nothing. */
function isDecided({ outcome }: RowRecord): boolean {
	return outcome !== undefined && outcome.kind !== "invalid" && outcome.kind !== "not-sent"
}
