import pLimit from "p-limit"
import { besideThere, cannotRead } from "../beside-there.ts"
import { createdBefore } from "../created-before.ts"
import { firstCustomers } from "../first-customers.ts"
import type { Handlers } from "../ipc.ts"
import { Refused } from "../refused.ts"
import { readerOf } from "../rows-of-run.ts"
import type { Shared } from "./shared.ts"

type ValueRequest = "result.first" | "result.before" | "result.beside"

/** Customers that are read at Intergiro at once, for a person's eyes. */
const together = 2

/** What customers of a run have at Intergiro, beside what its file says. */
export function valueRequests({ environments, history, work }: Shared): Pick<Handlers, ValueRequest> {
	const limit = pLimit(together)
	return {
		"result.first": ({ run }) => {
			const { reference, sha256 } = history.get(run)
			return firstCustomers(reference, work.source?.sha256 === sha256 ? work.checking?.file : undefined)
		},
		"result.before": async ({ run }) => {
			const created = await createdBefore(history.get(run), history.othersOf(run))
			try {
				history.note(run, { wrong: created.others + created.uncompared })
			} catch {
				// Compared again the next time.
			}
			return created
		},
		"result.beside": ({ run, row, id }) =>
			limit(async () => {
				const past = history.get(run)
				const reader = await readerOf(past)
				const creatable = (await reader?.rows(new Set([row])))?.get(row)?.creatable
				if (reader === undefined || creatable === undefined)
					return {
						kind: "unknown",
						message: "Its row cannot be read from the file as it was: look at the customer at Intergiro.",
					}
				const environment = environments.of(past)
				if (environment.key === "public") return { kind: "unknown", message: cannotRead }
				const target = await environments.target(environment.id)
				if (past.merchant === undefined)
					throw new Refused("This import is of an earlier version.", "Look at Intergiro.")
				const { folder } = past.reference
				return besideThere({ folder, merchant: past.merchant, target }, id, { creatable, source: reader.reading })
			}),
	}
}
