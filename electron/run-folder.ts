import { existsSync } from "node:fs"
import { join } from "node:path"

/** Characters of a file's name in that of a folder: its end, which tells it apart. */
const longestName = 60

/** A folder that is not there yet, for a run that begins now: named after the clock and the file, so that a person finds it. */
export function newRunFolder(
	runs: string,
	fileName: string,
	now: Date,
): { readonly id: string; readonly folder: string } {
	// As the person's own clock shows it.
	const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString()
	const stamp = local.slice(0, 19).replaceAll(":", "").replace("T", " ")
	const name = fileName.replace(/[^\p{L}\p{N}._ -]/gu, "_").slice(-longestName)
	let id = `${stamp} ${name}`
	// One that ended at once may have begun in the same second.
	for (let count = 2; existsSync(join(runs, id)); count++) id = `${stamp} (${count}) ${name}`
	return { id, folder: join(runs, id) }
}
