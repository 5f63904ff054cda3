import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { RunRecords } from "../src/app/run-records.ts"
import { isMapped, outcomeKinds } from "../src/contract/outcome.ts"
import { inRehearsal } from "../src/contract/rehearsal.ts"
import { shownExpiry } from "../src/customer/claims.ts"
import type { FirstCustomer, RunReference } from "../src/ipc.ts"
import { contactReader } from "../src/report/contact.ts"
import { explain } from "../src/report/explain.ts"
import type { RowRecord } from "../src/report/rows-file.ts"

const most = 10

/**
 * Those whom a run has sent, in the order of the file, with what came back of them.
 * @param checked its file, where it is at hand: a run by itself knows nobody's name
 */
export async function firstCustomers(
	{ folder, environment }: RunReference,
	checked: CheckedFile | undefined,
): Promise<FirstCustomer[]> {
	const said = environment.kind === "sandbox" ? inRehearsal : (text: string) => text
	const records = await RunRecords.open(folder)
	const positions = outcomeKinds
		.filter((kind) => kind !== "invalid" && kind !== "existing")
		.flatMap((outcome) => records.positions({ outcome }))
		.sort((a, b) => a - b)
	const found: FirstCustomer[] = []
	for await (const [, record] of records.at(positions.slice(0, most))) {
		const one = firstCustomer(record)
		if (one) found.push({ ...one, message: said(one.message) })
	}
	if (checked === undefined) return found
	const inFile = await inFileOf(checked, new Set(found.map(({ row }) => row)))
	return found.map((one) => ({ ...one, ...inFile.get(one.row) }))
}

function firstCustomer({ row, number, outcome, followUp }: RowRecord): FirstCustomer | undefined {
	if (outcome === undefined) return undefined
	const who = { row, number, name: followUp?.name ?? "", outcome: outcome.kind }
	if (!isMapped(outcome)) return { ...who, id: "", message: explain(outcome).message, differs: [] }
	const { id, cards, differs = [] } = outcome
	return {
		...who,
		id,
		message: "",
		differs: [...differs],
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

/** Names and cards of these rows, as they were sent; the file is read no further than to the last of them. */
async function inFileOf(checked: CheckedFile, rows: ReadonlySet<number>) {
	const contactOf = contactReader(checked.mapping, checked.layout.columns)
	const found = new Map<number, Pick<FirstCustomer, "name" | "sent">>()
	for await (const batch of checked.allRows()) {
		for (const one of batch)
			if (rows.has(one.row)) found.set(one.row, { name: contactOf(one).name, sent: one.creatable?.method.length ?? 0 })
		if (found.size === rows.size) break
	}
	return found
}
