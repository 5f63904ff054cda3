import { readlink } from "node:fs/promises"
import { hostname } from "node:os"
import { performance } from "node:perf_hooks"
import { readText } from "../disk/read.ts"
import { hasCode } from "./disk.ts"

/** A process, told apart from every other that ever has its number. Empty where the system does not tell. */
export interface Owner {
	readonly host: string
	readonly pid: number
	readonly boot: string
	/** The space the process number belongs to: containers have their own. */
	readonly space: string
	readonly start: string
}

/** This process. */
export async function self(): Promise<Owner> {
	const [boot, space, stat] = await Promise.all([
		bootId(),
		readlink("/proc/self/ns/pid").catch(() => ""),
		statusOf(process.pid),
	])
	return {
		host: hostname(),
		pid: process.pid,
		boot: boot.slice(0, 8),
		space: /\d+/.exec(space)?.[0] ?? "",
		start: stat?.start ?? Math.round(performance.timeOrigin).toString(),
	}
}

/** Which start of the machine this is; empty where the system does not tell. */
export async function bootId(): Promise<string> {
	return (await readText("/proc/sys/kernel/random/boot_id").catch(() => "")).trim()
}

/** Whether the process may still run. One that cannot be asked, on another machine or in another container, counts as alive. */
export async function isAlive(owner: Owner, own: Owner): Promise<boolean> {
	if (owner.host !== own.host) return true
	if (owner.boot !== own.boot) return false
	if (owner.space !== own.space) return true
	if (owner.pid === own.pid) return owner.start === own.start
	try {
		process.kill(owner.pid, 0)
	} catch (error) {
		// Any other error is about a process that exists.
		if (hasCode(error, "ESRCH")) return false
	}
	const status = await statusOf(owner.pid)
	return status === undefined || (status.start === owner.start && !status.ended)
}

/** From Linux, of a process that exists: when it began, in ticks since the machine did, and whether it only awaits its burial. */
async function statusOf(pid: number): Promise<{ start: string; ended: boolean } | undefined> {
	const stat = await readText(`/proc/${pid}/stat`).catch(() => "")
	const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
	const start = fields[18]
	return start === undefined ? undefined : { start, ended: state === "Z" || state === "X" }
}
