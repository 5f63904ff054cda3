import { join } from "node:path"
import type { RowOutcome } from "../contract/outcome.ts"
import { originOf } from "../contract/ports.ts"
import { told } from "../customer/sentences.ts"
import { type RowRecord, recordLines, rowsFile } from "../report/rows-file.ts"
import { summaryIn } from "./unfinished.ts"

type LeftOut = Extract<RowOutcome, { kind: "left-out" }>

/**
 * Which rows that a run gave back a person left out when they were imported again: what was decided there is not to be decided anew. The
 * newest run that had a row says so.
 * @param later runs that began since, the oldest first; of one whose files are gone nothing is known
 * @returns how such a row ended, by its place in the file of the run; nothing for any other
 */
export async function leftOutLater(
	run: string,
	later: readonly { readonly run: string; readonly folder: string }[],
): Promise<(row: number) => LeftOut | undefined> {
	const by = new Map<string, string>()
	for (const { run: name, folder } of later) {
		const { outcomes } = (await summaryIn(folder)) ?? {}
		// Most have nobody left out, and millions of rows.
		if (outcomes === undefined || (outcomes["left-out"] === 0 && by.size === 0)) continue
		for await (const { origin = "", outcome } of rowsOf(folder, run)) {
			if (outcome?.kind === "left-out") by.set(origin, name)
			else by.delete(origin)
		}
	}
	return (row) => {
		const name = by.get(originOf(run, row))
		if (name === undefined) return undefined
		const message = told`A person left it out in run ${name}, which imported it again.`
		return { kind: "left-out", code: "row.left-out-before", message }
	}
}

/** Those of a run that another one gave back first. */
async function* rowsOf(folder: string, run: string): AsyncGenerator<RowRecord, void> {
	const sign = `"origin":"${originOf(run, 0).slice(0, -1)}`
	try {
		for await (const line of recordLines(join(folder, rowsFile))) if (line.includes(sign)) yield JSON.parse(line)
	} catch {
		// It is about to be written anew, or gone with its folder.
	}
}
