import { numberedSince } from "../../src/app/numbered-later.ts"
import { needsCount } from "../../src/contract/needs.ts"
import { rowsLeft } from "../../src/contract/row-counts.ts"
import type { Request } from "../../src/ipc/requests.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { numberedLaterWords } from "../../src/report/numbered-later.ts"
import { findCustomer } from "../find-customer.ts"
import { withCustomersOf } from "../in-common.ts"
import type { Handlers } from "../ipc.ts"
import { Refused } from "../refused.ts"
import { customersOf, resultOf, summaryOf } from "../result.ts"
import { readerOf } from "../rows-of-run.ts"
import { bringRunUpToDate, noteOfRun } from "./past-run.ts"
import type { Shared } from "./shared.ts"

/** What is asked about all imports there were. */
type HistoryRequest = Extract<Request, "history.list" | "history.find" | "history.open" | "history.forget">

/** The imports that there were: which, what became of a customer, and how each of them stands now. */
export class HistoryRequests {
	readonly #counted = new Set<string>()
	/** The customer that is being searched for. */
	#finding = new AbortController()

	constructor(private readonly shared: Shared) {}

	readonly handlers: Pick<Handlers, HistoryRequest> = {
		"history.list": async () => {
			await this.countInterrupted()
			return this.shared.history.list()
		},
		"history.find": async ({ text }) => {
			this.#finding.abort(new Refused("Something else was searched for."))
			this.#finding = new AbortController()
			const { history } = this.shared
			return findCustomer(history.list(), (run) => readerOf(history.get(run)), text, this.#finding.signal)
		},
		"history.open": async ({ run }) => {
			await bringRunUpToDate(this.shared, run)
			const { history } = this.shared
			const past = history.get(run)
			const { reference } = past
			const opened = await resultOf(reference, history.othersOf(run), history.childrenOf(run))
			const isLeft = rowsLeft(opened) + needsCount(opened) > 0
			const later = isLeft ? await withCustomersOf(past, history.laterThan(run, opened.ended)) : []
			const numbered = await this.#numberedLater(reference)
			const result = {
				...opened,
				...(later.length > 0 ? { later: later.length } : {}),
				...(numbered ? { numberedLater: numbered } : {}),
			}
			const { customers: created, pending } = result
			const { state: was } = reference
			const state = was === "finished" && pending > 0 ? "stopped" : was
			// Earlier versions did not count all of this, and what a person said since the end may have changed it.
			const now = {
				state,
				created,
				existed: result.existed,
				open: rowsLeft(result) + pending,
				leftOut: result.outcomes["left-out"],
				needs: needsCount(result),
			} as const
			if (Object.entries(now).every(([key, value]) => reference[key as keyof typeof now] === value)) return result
			noteOfRun(this.shared, run, now)
			return { ...result, run: this.shared.history.get(run).reference }
		},
		"history.forget": async ({ run }) => {
			await this.shared.mends.release(this.shared.history.get(run))
			this.shared.history.forget(run)
			return this.shared.history.list()
		},
	}

	/** Which later imports have its customers under other numbers, in words; of the sandbox there is nobody. */
	async #numberedLater(reference: RunReference): Promise<string> {
		if (reference.environment.kind === "sandbox") return ""
		const summary = await summaryOf(reference)
		return (await numberedSince(reference.folder, this.shared.home, summary)).map(numberedLaterWords).join(" ")
	}

	/** What a crash kept from being counted. */
	async countInterrupted() {
		for (const { id, state, folder, rows } of this.shared.history.list()) {
			if (state !== "interrupted" || this.#counted.has(id)) continue
			this.#counted.add(id)
			// A journal that cannot be read is told of when the run is resumed.
			const counted = await customersOf(folder).catch(() => undefined)
			if (counted) noteOfRun(this.shared, id, { ...counted, open: Math.max(0, rows - counted.created) })
		}
	}
}
