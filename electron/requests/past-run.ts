import { bringUpToDate } from "../../src/app/up-to-date.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { inWindow } from "../window-words.ts"
import type { Shared } from "./shared.ts"

/** What was killed has files again; where they cannot be made, what is told of them is told by whoever reads them. */
export async function bringRunUpToDate({ home, work, history }: Shared, run: string): Promise<void> {
	work.refuseWhileRunning()
	const { path, reference } = history.get(run)
	await bringUpToDate({ folder: reference.folder, home, files: () => [path], say: inWindow })
}

/** What stands in the run folder as well: nothing is lost where it cannot be written down here. */
export function noteOfRun({ history }: Shared, run: string, more: Partial<RunReference>): void {
	try {
		history.note(run, more)
	} catch {
		// Counted again the next time.
	}
}
