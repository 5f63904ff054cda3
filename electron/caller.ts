import { counted } from "../src/contract/counted.ts"
import { needsCount } from "../src/contract/needs.ts"
import type { RunEvent, StopReason } from "../src/contract/progress.ts"
import { rehearsed } from "../src/contract/rehearsal.ts"
import { rowsLeft } from "../src/contract/row-counts.ts"
import { stopWords } from "../src/contract/stop-words.ts"
import type { Problem } from "../src/ipc/problem.ts"
import type { RunReference } from "../src/ipc/run.ts"
import type { Summary } from "../src/report/summary.ts"
import { inWindow } from "./window-words.ts"

type Told = Pick<Summary, "customers" | "outcomes" | "reasons">

/** Calls a person whom a run needs, once for each reason, and says what is needed. */
export class Caller {
	#isReachable = true

	/** @param call shows it to somebody who looks at something else */
	constructor(
		private readonly run: Pick<RunReference, "file" | "environment">,
		private readonly call: (title: string, body: string) => void,
	) {}

	/** Something happened that one would want to know before the end. */
	hear(event: RunEvent): void {
		if (event.type === "asking") this.#call("Paused: go on?", event.asking.message)
		else if (event.type === "reachable") this.#isReachable = true
		else if (event.type === "unreachable" && this.#isReachable) {
			this.#isReachable = false
			this.#call("No connection", `${event.message} It is tried again by itself.`)
		}
	}

	/** Another import of the merchant goes first. */
	waits(): void {
		this.#call("Waiting for another import", "It begins by itself when that one has ended.")
	}

	/** Who stopped it knows that. */
	ended(stop: StopReason | undefined, summary: Told): void {
		if (stop?.kind === "asked") return
		const { customers, outcomes } = summary
		const exist = this.#rehearsed(`${counted(customers, "customer")} at Intergiro.`)
		const doubts = outcomes.unknown + outcomes.conflict
		const left = rowsLeft(summary)
		const needs = needsCount(summary)
		if (stop?.kind === "first" && stop.count > 0)
			this.#call("Look at the first customers", `${exist} When they look right, go on with the others.`)
		else if (stop) this.#call(stopWords[stop.kind].title, `${stopWords[stop.kind].what.join(" ")} ${exist}`)
		else if (doubts > 0)
			this.#call(
				`${counted(doubts, "row")} in doubt`,
				`${exist} Look for those in doubt, or say at their rows what Intergiro has.`,
			)
		else if (customers === 0) this.#call("Nobody was created", `${exist} Look at the result to see why.`)
		else if (left + needs > 0)
			this.#call(
				"Some rows need you",
				[
					exist,
					...(left > 0 ? [`${counted(left, "row")} did not become ${left === 1 ? "a customer" : "customers"}.`] : []),
					...(needs > 0 ? [`${counted(needs, "customer needs", "customers need")} to be looked at.`] : []),
				].join(" "),
			)
		else this.#call("Import finished", exist)
	}

	/** It ended, and its files could not be written. */
	failed({ message, tip }: Problem): void {
		this.#call("The files could not be written", [message, tip].filter(Boolean).join(" "))
	}

	#rehearsed(text: string): string {
		return this.run.environment.kind === "sandbox" ? `${rehearsed}.` : text
	}

	#call(title: string, body: string): void {
		this.call(title, `${this.run.file}: ${inWindow(body)}`)
	}
}
