import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { RunRecords } from "../src/app/run-records.ts"
import { isMapped, outcomeKinds } from "../src/contract/outcome.ts"
import { inRehearsal } from "../src/contract/rehearsal.ts"
import { isUncreatable } from "../src/contract/row-counts.ts"
import { shownExpiry } from "../src/customer/claims.ts"
import { leavesOf } from "../src/customer/path-words.ts"
import type { FirstCustomer } from "../src/ipc/result.ts"
import type { RunReference } from "../src/ipc/run.ts"
import { readJournal } from "../src/journal/journal.ts"
import { explain } from "../src/report/explain.ts"
import type { RowRecord } from "../src/report/rows-file.ts"
import { cardColumns, sentValues } from "./row-values.ts"
import { inWindow } from "./window-words.ts"

const most = 10

/**
 * Those whom the last session of a run has sent, in the order of the file, with what came back of them.
 * @param checked its file, where it is at hand: a run by itself knows nothing of a contact
 */
export async function firstCustomers(
	{ folder, environment }: RunReference,
	checked: CheckedFile | undefined,
): Promise<FirstCustomer[]> {
	const said = environment.kind === "sandbox" ? inRehearsal : (text: string) => text
	const records = await RunRecords.open(folder)
	const sent = await sentLast(folder)
	const positions = outcomeKinds
		.filter((kind) => !isUncreatable(kind) && kind !== "existing")
		.flatMap((outcome) => records.positions({ outcome }))
		.sort((a, b) => a - b)
	const found: FirstCustomer[] = []
	for await (const [, record] of records.at(positions)) {
		const one = sent.has(record.number) ? firstCustomer(record) : undefined
		if (one && found.push({ ...one, message: said(one.message) }) === most) break
	}
	if (checked === undefined) return found
	const inFile = await inFileOf(checked, new Set(found.map(({ row }) => row)))
	return found.map((one) => ({ ...one, ...inFile.get(one.row) }))
}

/** The customer numbers of which the last session sent something. */
async function sentLast(folder: string): Promise<ReadonlySet<string>> {
	const sent = new Set<string>()
	for await (const record of readJournal(folder))
		if (record.type === "session") sent.clear()
		else if (record.type === "intent") sent.add(record.number)
	return sent
}

function firstCustomer({ row, number, outcome, followUp }: RowRecord): FirstCustomer | undefined {
	if (outcome === undefined) return undefined
	const who = { row, number, asSent: [...leavesOf(followUp?.name || undefined, "contact.name")], outcome: outcome.kind }
	if (!isMapped(outcome))
		return { ...who, id: "", message: inWindow(explain(outcome).message), differs: [], unsaid: [] }
	const { id, cards, differs = [], unsaid = [] } = outcome
	return {
		...who,
		id,
		message: "",
		differs: [...differs],
		unsaid: [...unsaid],
		...(cards
			? {
					cards: cards.map(({ scheme = "", last4 = "", expires }) => ({
						scheme,
						last4,
						expires: expires ? shownExpiry({ month: expires[0], year: expires[1] }) : "",
					})),
				}
			: {}),
	}
}

/** These rows as they were sent; the file is read no further than to the last of them. */
async function inFileOf(checked: CheckedFile, rows: ReadonlySet<number>) {
	const found = new Map<number, Pick<FirstCustomer, "asSent" | "sent" | "cardColumns">>()
	const columns = cardColumns(checked)
	for await (const batch of checked.allRows()) {
		for (const { row, cells, creatable } of batch)
			if (creatable && rows.has(row)) {
				found.set(row, {
					asSent: sentValues(creatable, checked, cells),
					sent: creatable.method.length,
					cardColumns: columns,
				})
			}
		if (found.size === rows.size) break
	}
	return found
}
