import { exit, note } from "./output.ts"

/** Milliseconds in which an interrupt is the same as the last: npm passes on what the terminal has sent already. */
const echo = 300

/**
 * The first interrupt says `message` and asks to stop; the second ends the process as it stands, which the journal
 * allows for. Returns what undoes it.
 */
export function onInterrupt(message: string, stop: () => void): () => void {
	let asked: number | undefined
	const interrupt = () => {
		if (asked !== undefined) {
			if (performance.now() - asked > echo) process.exit(process.exitCode ?? exit.stopped)
			return
		}
		asked = performance.now()
		note(["", `${message} Interrupt again to end at once.`])
		stop()
	}
	const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const
	for (const signal of signals) process.on(signal, interrupt)
	return () => {
		// Who interrupted may do so again while the program ends: it must not die by the signal then.
		if (asked !== undefined) return
		for (const signal of signals) process.off(signal, interrupt)
	}
}
