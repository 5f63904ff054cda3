import type { Bridge } from "../src/ipc/bridge.ts"
import type { Problem } from "../src/ipc/problem.ts"
import type { Argument, Reply, Request } from "../src/ipc/requests.ts"

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
	const end = isWork(name) ? begin() : () => {}
	try {
		const answer = await window.intergiro.ask(name, argument)
		if (!answer.ok) throw new Declined(answer.problem)
		return answer.value
	} finally {
		end()
	}
}

/** Where it is waited for a person, or the screen itself shows how far it is. */
const others: readonly Request[] = ["check", "environment.remove", "file.choose", "run.start", "runs.choose"]

function isWork(name: Request): boolean {
	return !others.includes(name)
}

/** When each request that is not answered yet was asked, in milliseconds of the page. */
const asked = new Set<number>()
const watchers = new Set<() => void>()

function begin(): () => void {
	let since = performance.now()
	while (asked.has(since)) since += 0.001
	asked.add(since)
	tell()
	return () => {
		asked.delete(since)
		tell()
	}
}

function tell() {
	for (const watcher of watchers) watcher()
}

/** @returns how to stop watching */
export function watchWork(watcher: () => void): () => void {
	watchers.add(watcher)
	return () => watchers.delete(watcher)
}

/** When the oldest request was asked that is not answered yet; nothing where all are. */
export function atWorkSince(): number | undefined {
	return asked.size === 0 ? undefined : Math.min(...asked)
}

export function problemOf(error: unknown): Problem {
	return error instanceof Declined ? error.problem : { message: error instanceof Error ? error.message : String(error) }
}
