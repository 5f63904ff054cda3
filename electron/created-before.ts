import { isDeepStrictEqual } from "node:util"
import { RunRecords } from "../src/app/run-records.ts"
import { isMapped, type OutcomeKind } from "../src/contract/outcome.ts"
import type { CreatedBefore } from "../src/ipc/result.ts"
import type { PastRun } from "./history.ts"
import { differencesOf } from "./row-values.ts"
import { type RunReader, readerOf } from "./rows-of-run.ts"

/** Customers whose values are compared, of each import, and those of all that the window shows. */
const [mostCompared, mostShown] = [10_000, 100]

/** How those ended whom an import created itself. */
const made: readonly OutcomeKind[] = ["created", "adopted", "renumbered"]

/**
 * Whom earlier imports of the file of a run created at its merchant, and in what they are other than that run reads their rows: as they
 * were created, whatever became of them at Intergiro since.
 * @param others the other runs of its file
 */
export async function createdBefore(run: PastRun, others: readonly PastRun[]): Promise<CreatedBefore> {
	const found: CreatedBefore = { same: 0, others: 0, uncompared: 0, customers: [] }
	const earlier = others.filter((one) => isBefore(one, run))
	const now = earlier.length > 0 ? await readerOf(run) : undefined
	for (const past of earlier) await compare(found, past, now)
	return found
}

/** Of the sandbox there is nobody. */
function isBefore({ merchant, environment, reference }: PastRun, run: PastRun): boolean {
	const isSameMerchant = merchant === undefined ? environment === run.environment : merchant === run.merchant
	return isSameMerchant && reference.environment.kind !== "sandbox" && reference.started < run.reference.started
}

async function compare(found: CreatedBefore, past: PastRun, now: RunReader | undefined): Promise<void> {
	const records = await RunRecords.open(past.reference.folder).catch(() => undefined)
	if (records === undefined) return
	const positions = made.flatMap((outcome) => records.positions({ outcome })).sort((a, b) => a - b)
	if (positions.length === 0) return
	const then = now && (await readerOf(past))
	if (then && now && isSameReading(then, now)) {
		found.same += positions.length
		return
	}
	const compared = positions.slice(0, mostCompared)
	found.uncompared += positions.length - compared.length
	const customers: { row: number; number: string; id: string }[] = []
	for await (const [, { row, number, outcome }] of records.at(compared))
		if (outcome && isMapped(outcome)) customers.push({ row, number, id: outcome.id })
	const wanted = new Set(customers.map(({ row }) => row))
	const [before, after] = await Promise.all([then?.rows(wanted), now?.rows(wanted)])
	for (const customer of customers) {
		const [was, is] = [before?.get(customer.row), after?.get(customer.row)]
		const show = (more: Pick<CreatedBefore["customers"][number], "standing" | "values">) => {
			if (found.customers.length < mostShown) found.customers.push({ ...customer, ...more })
		}
		if (then === undefined || was === undefined || is === undefined || now === undefined) {
			found.uncompared++
			show({ standing: "unread", values: [] })
			continue
		}
		const values = differencesOf(was, then.reading, is, now.reading)
		if (values.length === 0) {
			found.same++
			continue
		}
		found.others++
		if (is.creatable === undefined)
			show({ standing: "not-sent", values: values.filter(({ path }) => path === "number") })
		else show({ standing: "other", values })
	}
}

/** Whether every row is the same customer by both, when it was checked apart. */
function isSameReading({ reading: one }: RunReader, { reading: other }: RunReader): boolean {
	const timeless = ({ options: { now: _, ...options }, ...reading }: RunReader["reading"]) => ({ ...reading, options })
	return isDeepStrictEqual(timeless(one), timeless(other))
}
