import { existsSync } from "node:fs"
import { join } from "node:path"
import { Worker } from "node:worker_threads"
import { UnreadableFile } from "../../csv/layout.ts"
import type { Wanted, Workbook } from "../../workbook/convert.ts"
import { tooLarge } from "../../workbook/refuse.ts"
import type { Said } from "../../workbook/worker.ts"

export interface Watching {
	/** How far the sheet is read, from 0 to 1. */
	readonly onRead?: ((share: number) => void) | undefined
	/** Ends the reading. */
	readonly signal?: AbortSignal | undefined
	/** The built worker, where it does not lie beside the program. */
	readonly worker?: string | undefined
}

/** Megabytes: a sheet of a million rows takes half of it. */
const limits = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 48 }

/**
 * Reads a workbook in a thread of its own, which has no more memory than it needs and can be ended at any time.
 * Rejects with `UnreadableFile` or the signal's reason.
 */
export async function readWorkbook(
	wanted: Wanted,
	{ onRead = () => {}, signal, worker = builtWorker() }: Watching,
): Promise<Workbook> {
	signal?.throwIfAborted()
	// Only tests of the source have none. What reads cells is loaded there alone: most files are no workbooks.
	if (worker === undefined) return await (await import("../../workbook/convert.ts")).convert(wanted, onRead)
	const thread = new Worker(worker, { workerData: wanted, resourceLimits: limits })
	const read = new Promise<Workbook>((resolve, reject) => {
		thread.on("message", (said: Said) => {
			if (said.type === "read") onRead(said.share)
			else if (said.type === "done") resolve(said.workbook)
			else reject(new UnreadableFile(said.code, said.told, said.tip))
		})
		thread.on("error", (error) => reject(isOutOfMemory(error) ? tooLarge("reading it takes too much memory") : error))
		thread.on("exit", () => reject(new Error("The thread that reads the workbook ended")))
		signal?.addEventListener("abort", () => reject(signal.reason), { once: true })
	})
	// One that is done ends by itself: what it read is not kept waiting for that.
	return await read.catch(async (error) => {
		// What is removed now must not be written any more.
		await thread.terminate()
		throw error
	})
}

function isOutOfMemory(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
}

function builtWorker(): string | undefined {
	const folder = import.meta.dirname
	return [join(folder, "workbook-worker.js"), join(folder, "..", "workbook-worker.js")].find((path) => existsSync(path))
}
