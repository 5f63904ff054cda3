import type { RunEvent } from "../src/contract/progress.ts"
import type { Told } from "../src/ipc/bridge.ts"
import { cameOfDoubt } from "../src/run/doubt-words.ts"
import { inWindow } from "./window-words.ts"

/** Milliseconds in which trouble of the same kind is told once. */
const quiet = 10_000

/** What is worth reading while a run is under way, in words: not every event, and the same trouble not again and again. */
export class Notices {
	readonly #told = new Map<string, number>()

	constructor(
		private readonly tellWindow: (told: Told) => void,
		private readonly now: () => number = Date.now,
	) {}

	hear(event: RunEvent) {
		switch (event.type) {
			case "unreachable":
				this.#tellOnce(
					event.code,
					`${event.message} Nothing was created by what did not get through; it is tried again every few seconds.`,
				)
				break
			case "reachable":
				this.#tellOnce("reachable", "Intergiro can be reached again. Sending goes on by itself.")
				break
			case "asking":
				this.tell(`${event.asking.message} The import has paused.`)
				break
			case "ambiguous":
				this.#tellOnce(
					event.code,
					`${cameOfDoubt(event.code)} It is not sent again by itself; it is looked for when everything else is sent.`,
				)
				break
			case "cannot-list":
				this.tell(`${event.message} What exists already cannot be looked for with this key.`)
				break
			case "listed": {
				const { customers, unnumbered } = event
				const more = unnumbered > 0 ? ` ${unnumbered} more have no customer number.` : ""
				this.tell(`Intergiro lists ${customers} customers. Those of the file among them are not created again.${more}`)
				break
			}
			// The status of the run says so by itself, each time and for as long as it is so.
			case "throttled":
			case "phase":
			case "outcome":
			case "card":
			case "stop":
				break
		}
	}

	tell(message: string) {
		this.tellWindow({ type: "notice", at: new Date(this.now()).toISOString(), message: inWindow(message) })
	}

	#tellOnce(kind: string, message: string) {
		const last = this.#told.get(kind)
		if (last !== undefined && this.now() - last < quiet) return
		this.#told.set(kind, this.now())
		this.tell(message)
	}
}
