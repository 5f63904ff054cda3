import { debuglog } from "node:util"
import type { RunEvent } from "../contract/progress.ts"

const log = debuglog("intergiro-run")

/** `NODE_DEBUG=intergiro-run` writes what happens in a run to standard error, as `traceOf` says it. */
export function trace(event: RunEvent): void {
	if (log.enabled) log("%s", traceOf(event))
}

/** The texts of an event that are codes of ours: the others are sentences, or what a file or a server says. */
const codes = new Set(["phase", "kind", "code", "why"])

/**
 * An event for whoever looks for a fault: codes, counts and rows, on one line. No customer number and no sentence is in it, so that it can be
 * shown to anybody.
 */
export function traceOf(event: RunEvent): string {
	const { type, ...more } = event
	return [type, ...told(more)].join(" ")
}

function told(value: object): readonly string[] {
	return Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
		if (typeof one === "number" || typeof one === "boolean") return [`${key}=${one}`]
		if (typeof one === "string") return codes.has(key) ? [`${key}=${codeOf(one)}`] : []
		if (Array.isArray(one)) return [`${key}=${one.length}`]
		return typeof one === "object" && one !== null ? told(one) : []
	})
}

/** A code may hold what a server answered. */
export function codeOf(text: string): string {
	return /^[\w.:-]{1,60}$/.test(text) ? text : "other"
}
