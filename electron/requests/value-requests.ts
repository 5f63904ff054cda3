import pLimit from "p-limit"
import { openOwnTarget } from "../../src/app/target.ts"
import type { Request } from "../../src/ipc/requests.ts"
import type { CreatedBefore } from "../../src/ipc/result.ts"
import { besideThere, cannotRead } from "../beside-there.ts"
import { createdBefore } from "../created-before.ts"
import { firstCustomers } from "../first-customers.ts"
import type { Handlers } from "../ipc.ts"
import { lookedAt } from "../look-before.ts"
import { Refused } from "../refused.ts"
import { readerOf } from "../rows-of-run.ts"
import { noteOfRun } from "./past-run.ts"
import type { Shared } from "./shared.ts"

/** What is asked about the values of customers of a run. */
export type ValueRequest = Extract<Request, `result.${"first" | "before" | "look" | "beside"}`>

/** Customers that are read at Intergiro at once, for a person's eyes. */
const together = 2

/** What customers of a run have at Intergiro, beside what its file says. */
export function valueRequests(shared: Shared): Pick<Handlers, ValueRequest> {
	const { environments, history, work } = shared
	const limit = pLimit(together)
	const noted = (run: string, created: CreatedBefore) => {
		noteOfRun(shared, run, { wrong: created.others + created.uncompared })
		return created
	}
	/** Nothing where its key cannot read. */
	const targetOf = async (run: string) => {
		const past = history.get(run)
		const environment = environments.of(past)
		if (environment.key === "public") return undefined
		const target = await environments.target(environment.id)
		if (past.merchant === undefined) throw new Refused("This import is of an earlier version.", "Look at Intergiro.")
		return { folder: past.reference.folder, merchant: past.merchant, target }
	}
	return {
		"result.first": ({ run }) => {
			const { reference, sha256 } = history.get(run)
			return firstCustomers(reference, work.source?.sha256 === sha256 ? work.checking?.file : undefined)
		},
		"result.before": async ({ run }) => noted(run, await createdBefore(history.get(run), history.othersOf(run))),
		"result.look": async ({ run }) => {
			const past = history.get(run)
			const of = await targetOf(run)
			if (of === undefined) return undefined
			const created = await createdBefore(past, history.othersOf(run))
			const reader = await readerOf(past)
			const rows = await reader?.rows(new Set(created.customers.map(({ row }) => row)))
			const { api, close } = await openOwnTarget(of.target, of.folder, of.merchant)
			const looked = await lookedAt(created, {
				show: (id, expected) => limit(() => api.show(id, expected)),
				rowOf: (row) => rows?.get(row)?.creatable,
				now: () => new Date().toISOString(),
			}).finally(close)
			return noted(run, looked)
		},
		"result.beside": ({ run, row, id }) =>
			limit(async () => {
				const reader = await readerOf(history.get(run))
				const creatable = (await reader?.rows(new Set([row])))?.get(row)?.creatable
				if (reader === undefined || creatable === undefined)
					return {
						kind: "unknown",
						message: "Its row cannot be read from the file as it was: look at the customer at Intergiro.",
					}
				const of = await targetOf(run)
				if (of === undefined) return { kind: "unknown", message: cannotRead }
				return besideThere(of, id, { creatable, source: reader.reading })
			}),
	}
}
