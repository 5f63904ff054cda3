import { join } from "node:path"
import { isMapped } from "../src/contract/outcome.ts"
import { type RowRecord, recordLines, rowsFile } from "../src/report/rows-file.ts"
import type { PastRun } from "./history.ts"

/** What a line of the file begins with. */
const rowInLine = /^\{"row":(\d+)/

/**
 * The numbers under which later imports of its file at its merchant have rows whose number somebody else has there: a person said so, and wrote
 * another one. By row; of one whose rows cannot be read nothing is known.
 * @param others the other runs of its file
 */
export async function renumberedSince(run: PastRun, others: readonly PastRun[]): Promise<ReadonlyMap<number, string>> {
	const found = new Map<number, string>()
	const later = others.filter((one) => isSince(one, run)).toReversed()
	if (later.length === 0) return found
	const strangers = new Map<number, string>()
	for await (const { row, number, followUp } of recordsOf(run, (line) => line.includes('"other-person"')))
		if (followUp?.reasons.includes("other-person")) strangers.set(row, number)
	if (strangers.size === 0) return found
	for (const one of later)
		for await (const { row, number, outcome } of recordsOf(one, (_, row) => strangers.has(row)))
			if (outcome && isMapped(outcome) && number !== strangers.get(row)) found.set(row, number)
	return found
}

function isSince({ merchant, environment, reference }: PastRun, run: PastRun): boolean {
	const isSame = merchant === undefined ? environment === run.environment : merchant === run.merchant
	return isSame && reference.environment.kind !== "sandbox" && reference.started > run.reference.started
}

async function* recordsOf(
	{ reference }: PastRun,
	isWanted: (line: string, row: number) => boolean,
): AsyncGenerator<RowRecord, void> {
	try {
		for await (const line of recordLines(join(reference.folder, rowsFile)))
			if (isWanted(line, Number(rowInLine.exec(line)?.[1]))) yield JSON.parse(line)
	} catch {
		// Gone with its folder, or about to be written anew.
	}
}
