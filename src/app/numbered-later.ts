import { join } from "node:path"
import { isMapped } from "../contract/outcome.ts"
import { readLedger } from "../journal/read-ledger.ts"
import type { NumberedLater } from "../report/numbered-later.ts"
import { type RowRecord, recordLines, rowsFile } from "../report/rows-file.ts"
import type { Summary } from "../report/summary.ts"
import { summaryIn } from "./unfinished.ts"
import { readRun } from "./verify-journal.ts"

/**
 * Which later imports of this computer have customers of a run under other numbers, by their card tokens: one of the two took the wrong column.
 * Whom a still later one has under the number of this run again is not told any more.
 * @param later runs that began since, the oldest first; of one whose files are gone nothing is known
 */
export async function numberedLater(
	later: readonly { readonly folder: string }[],
	isOwn: (number: string) => boolean,
): Promise<readonly NumberedLater[]> {
	const found = new Map<string, { readonly file: string; readonly at: string; readonly number: string }>()
	for (const { folder } of later) {
		const { outcomes, source, started } = (await summaryIn(folder).catch(() => undefined)) ?? {}
		if (outcomes === undefined || (outcomes.invalid === 0 && found.size === 0)) continue
		for await (const { number, outcome, sentFor } of recordsOf(folder, found.size > 0)) {
			if (outcome && isMapped(outcome)) found.delete(number)
			else if (sentFor !== undefined && isOwn(sentFor))
				found.set(sentFor, { file: source?.name ?? "", at: started ?? "", number })
		}
	}
	const imports = new Map<string, NumberedLater & { readonly customers: { here: string; there: string }[] }>()
	for (const [here, { file, at, number: there }] of found) {
		const one = imports.get(at) ?? { file, at, customers: [] }
		one.customers.push({ here, there })
		imports.set(at, one)
	}
	return [...imports.values()]
}

/**
 * The same of a run that is over, by the ledger; nothing where there is none that can be read, or no journal.
 * @param home where the ledger lives
 */
export async function numberedSince(
	folder: string,
	home: string,
	{ run, environment }: Pick<Summary, "run" | "environment">,
): Promise<readonly NumberedLater[]> {
	const ledger = await readLedger(home, environment.merchant).catch(() => undefined)
	const later = ledger?.laterThan(run) ?? []
	// Of most there is none, and a journal of a million is not read for that.
	if (later.length === 0) return []
	const { mapped } = (await readRun(folder).catch(() => undefined)) ?? {}
	return mapped ? numberedLater(later, (number) => mapped.has(number)) : []
}

/** Most have nobody with a token of another number, and millions of rows. */
async function* recordsOf(folder: string, isAll: boolean): AsyncGenerator<RowRecord, void> {
	try {
		let isWanted = isAll
		for await (const line of recordLines(join(folder, rowsFile))) {
			isWanted ||= line.includes('"sentFor":')
			if (isWanted) yield JSON.parse(line)
		}
	} catch {
		// It is about to be written anew, or gone with its folder.
	}
}
