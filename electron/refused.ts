import { Refusal } from "../src/customer/refusal.ts"
import type { Sentences } from "../src/customer/sentences.ts"
import type { Problem } from "../src/ipc/problem.ts"

/** A request that cannot be done, in words for the person who asked, with the ways on that there are. */
export class Refused extends Refusal {
	override readonly name = "Refused"
	constructor(
		told: Sentences,
		readonly tip?: Sentences,
		readonly ways: Omit<Problem, "message" | "tip"> = {},
	) {
		super(told)
	}
}
