import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { RunRecords } from "../src/app/run-records.ts"
import { isMapped, outcomeKinds } from "../src/contract/outcome.ts"
import { inRehearsal } from "../src/contract/rehearsal.ts"
import { isUncreatable } from "../src/contract/row-counts.ts"
import { shownExpiry } from "../src/customer/claims.ts"
import type { Contact, Creatable } from "../src/customer/creatable.ts"
import type { FirstCustomer, RunReference } from "../src/ipc.ts"
import { readJournal } from "../src/journal/journal.ts"
import { contactReader } from "../src/report/contact.ts"
import { explain } from "../src/report/explain.ts"
import type { RowRecord } from "../src/report/rows-file.ts"

const most = 10

/**
 * Those whom the last session of a run has sent, in the order of the file, with what came back of them.
 * @param checked its file, where it is at hand: a run by itself knows nobody's name
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
	const who = { row, number, name: followUp?.name ?? "", asSent: [], outcome: outcome.kind }
	if (!isMapped(outcome)) return { ...who, id: "", message: explain(outcome).message, differs: [], unsaid: [] }
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

/** Who these rows are, and their cards, as they were sent; the file is read no further than to the last of them. */
async function inFileOf(checked: CheckedFile, rows: ReadonlySet<number>) {
	const contactOf = contactReader(checked.mapping, checked.layout.columns)
	const found = new Map<number, Pick<FirstCustomer, "name" | "asSent" | "sent">>()
	for await (const batch of checked.allRows()) {
		for (const one of batch)
			if (rows.has(one.row)) {
				const { name, email, phone } = contactOf(one)
				const asSent = [
					email,
					phone,
					...addressesOf(one.creatable?.contact?.address),
					...moneyOf(one.creatable),
				].filter(Boolean)
				found.set(one.row, { name, asSent, sent: one.creatable?.method.length ?? 0 })
			}
		if (found.size === rows.size) break
	}
	return found
}

/** Nobody can change a currency afterwards. */
function moneyOf(creatable: Creatable | undefined): string[] {
	if (creatable === undefined) return []
	const { currency, limit } = creatable
	return [
		currency === undefined ? "No currency, so Intergiro takes SEK" : currency,
		limit === undefined ? "" : `Credit limit ${limit}`,
	]
}

/** Each on a line: of the only one, or of those that have names of their own. */
function addressesOf(address: Contact["address"]): string[] {
	if (address === undefined) return []
	const parts = Object.values(address)
	const line = parts.filter((part) => typeof part === "string").join(", ")
	return [line, ...parts.flatMap((part) => (typeof part === "object" ? addressesOf(part) : []))].filter(Boolean)
}
