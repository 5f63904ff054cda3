import { join } from "node:path"
import { openFile } from "../src/disk/open.ts"
import type { Reply, RunReference } from "../src/ipc.ts"
import { type RowRecord, rowsFile } from "../src/report/rows-file.ts"

/** Imports in which a customer is named; of each one row, the first. */
const mostFound = 50

/**
 * The imports that know a customer by this number or identifier, by the results of each: the file of a run is read through, and only lines that
 * hold the text are looked at. One without results, or whose folder is gone, has none. Rejects with the signal's reason.
 */
export async function findCustomer(
	runs: readonly RunReference[],
	text: string,
	signal: AbortSignal,
): Promise<Reply<"history.find">> {
	const sought = text.trim()
	const found: Reply<"history.find"> = []
	if (sought === "") return found
	const inJson = JSON.stringify(sought).slice(1, -1).toLowerCase()
	for (const { id, folder } of runs) {
		signal.throwIfAborted()
		const record = await firstOf(join(folder, rowsFile), inJson, sought.toLowerCase(), signal)
		if (record?.outcome === undefined) continue
		const { row, number, outcome } = record
		found.push({ run: id, row, number, outcome: outcome.kind })
		if (found.length === mostFound) break
	}
	return found
}

async function firstOf(path: string, inJson: string, sought: string, signal: AbortSignal) {
	const file = await openFile(path, "read").catch(() => undefined)
	if (file === undefined) return undefined
	try {
		for await (const line of file.readLines()) {
			signal.throwIfAborted()
			if (!line.toLowerCase().includes(inJson)) continue
			const record: RowRecord = JSON.parse(line)
			const { number, outcome } = record
			const id = outcome && "id" in outcome ? outcome.id : ""
			if ([number, id].some((one) => one.toLowerCase() === sought)) return record
		}
		return undefined
	} finally {
		await file.close().catch(() => {})
	}
}
