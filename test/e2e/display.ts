import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"

export interface Display {
	/** What an app is started with to be shown there. */
	readonly env: { readonly DISPLAY?: string }
	close(): void
}

/**
 * A display that nobody sees and nobody else uses, so that apps that run side by side have a clipboard each. On Linux alone: elsewhere
 * windows are shown where the tests are started.
 * @param screen width, height and depth, as Xvfb takes them
 */
export async function ownDisplay(screen = "1280x1024x24"): Promise<Display> {
	if (process.platform !== "linux") return { env: {}, close: () => {} }
	// It chooses a number that is free, and says which once it is there.
	const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp"], {
		stdio: ["ignore", "ignore", "ignore", "pipe"],
	})
	return { env: { DISPLAY: `:${await numberOf(server)}` }, close: () => server.kill() }
}

async function numberOf(server: ChildProcess): Promise<string> {
	const lines = createInterface({ input: server.stdio[3] as Readable })
	const ended = once(server, "exit").then(([code]) => {
		throw new Error(`Xvfb ended with ${code} before it could show anything.`)
	})
	const [line] = (await Promise.race([once(lines, "line"), ended])) as [string]
	ended.catch(() => {})
	return line.trim()
}
