import { basename } from "node:path"
import { importHome } from "../app/home.ts"
import type { Remaking } from "../app/remake.ts"
import { bringUpToDate } from "../app/up-to-date.ts"
import { describeHolder } from "../journal/lock.ts"
import { note } from "./output.ts"

/**
 * Makes the files of a run anew where its journal has more than they do, with its file where that is said, in this folder, or beside the run
 * folder.
 * @param said whether a person said something since they were made
 * @returns why they are as old as they were; nothing where they are not
 */
export function filesUpToDate(
	folder: string,
	source: string | undefined,
	{ signal, said = false }: Pick<Remaking, "signal" | "said"> = {},
) {
	return bringUpToDate({
		...{ folder, said },
		home: importHome(),
		files: (name) => (source === undefined ? [basename(name)] : [source]),
		onWait: (holder) => note(`Waiting for another run of this merchant. ${describeHolder(holder)}`),
		...(signal ? { signal } : {}),
	})
}
