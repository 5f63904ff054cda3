import { join } from "node:path"
import { nearKey } from "../src/customer/duplicates.ts"
import type { Reply } from "../src/ipc/requests.ts"
import type { RunReference } from "../src/ipc/run.ts"
import { numberInLine, type RowRecord, recordLines, rowsFile } from "../src/report/rows-file.ts"
import { rowsOfPerson } from "./find-person.ts"
import type { RunReader } from "./rows-of-run.ts"

/** Imports in which a customer is named; of each one row, the first. */
const mostFound = 50

/**
 * The imports that have a customer of this number, however its zeros are written, or identifier, by their results; or of this name, e-mail or
 * phone, by their files, which are read through for it: none of that is kept anywhere. One without results, or whose folder is gone, has
 * none. Rejects with the signal's reason.
 * @param readerOf the file of an import as it was read; nothing where that is gone or is not what it was
 */
export async function findCustomer(
	runs: readonly RunReference[],
	readerOf: (run: string) => Promise<RunReader | undefined>,
	text: string,
	signal: AbortSignal,
): Promise<Reply<"history.find">> {
	const sought = text.trim()
	const found: Reply<"history.find"> = []
	if (sought === "") return found
	for (const { id, folder } of runs) {
		signal.throwIfAborted()
		const path = join(folder, rowsFile)
		const numbered = await orNothing(signal, () => ofNumber(path, sought, signal))
		const persons = numbered ? [numbered] : await orNothing(signal, () => ofPerson(path, id, readerOf, sought, signal))
		const [first, ...others] = persons ?? []
		if (first?.outcome === undefined) continue
		const { row, number, outcome } = first
		const more = others.length > 0 ? { more: others.length } : {}
		found.push({ run: id, row, number, outcome: outcome.kind, ...more })
		if (found.length === mostFound) break
	}
	return found
}

/** What cannot be read has nobody. */
async function orNothing<Found>(signal: AbortSignal, look: () => Promise<Found>): Promise<Found | undefined> {
	try {
		return await look()
	} catch {
		signal.throwIfAborted()
		return undefined
	}
}

/** Whoever has the very number, or else one that is written otherwise. */
async function ofNumber(path: string, sought: string, signal: AbortSignal): Promise<RowRecord | undefined> {
	const [key, id] = [nearKey(sought), sought.toLowerCase()]
	const inJson = JSON.stringify(id).slice(1, -1)
	let alike: RowRecord | undefined
	for await (const line of recordLines(path)) {
		signal.throwIfAborted()
		const number: string = JSON.parse(`"${numberInLine(line)}"`)
		const isAlike = nearKey(number) === key
		if (!isAlike && !line.toLowerCase().includes(inJson)) continue
		const record: RowRecord = JSON.parse(line)
		const { outcome } = record
		if (outcome === undefined) continue
		if (number.toLowerCase() === id || ("id" in outcome && outcome.id.toLowerCase() === id)) return record
		if (isAlike) alike ??= record
	}
	return alike
}

async function ofPerson(
	path: string,
	run: string,
	readerOf: Parameters<typeof findCustomer>[1],
	sought: string,
	signal: AbortSignal,
): Promise<readonly RowRecord[]> {
	const rows = await rowsOfPerson(() => readerOf(run), sought, signal)
	const found: RowRecord[] = []
	if (rows.size === 0) return found
	for await (const line of recordLines(path)) {
		signal.throwIfAborted()
		const record: RowRecord = JSON.parse(line)
		const { row, joined = [], outcome } = record
		if (outcome && [row, ...joined].some((one) => rows.has(one))) found.push(record)
	}
	return found
}
