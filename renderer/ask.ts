import type { Argument, Bridge, Problem, Reply, Request } from "../src/ipc.ts"

declare global {
	interface Window {
		readonly intergiro: Bridge
	}
}

/** A request that the main process could not do, in words for a person. */
export class Declined extends Error {
	override readonly name = "Declined"
	constructor(readonly problem: Problem) {
		super(problem.message)
	}
}

/** Asks the main process. Rejects with `Declined`. */
export async function ask<Name extends Request>(name: Name, argument: Argument<Name>): Promise<Reply<Name>> {
	const answer = await window.intergiro.ask(name, argument)
	if (!answer.ok) throw new Declined(answer.problem)
	return answer.value
}

export function problemOf(error: unknown): Problem {
	return error instanceof Declined ? error.problem : { message: error instanceof Error ? error.message : String(error) }
}
