import type { Problem } from "../src/ipc.ts"

/** A request that cannot be done, in words for the person who asked, with the ways on that there are. */
export class Refused extends Error {
	override readonly name = "Refused"
	constructor(
		message: string,
		readonly tip?: string,
		readonly ways: Omit<Problem, "message" | "tip"> = {},
	) {
		super(message)
	}
}
