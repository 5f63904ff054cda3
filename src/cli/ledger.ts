import { importHome } from "../app/home.ts"
import { rebuild } from "../app/rebuild.ts"
import type { Rebuilt } from "../journal/rebuild.ts"
import { onInterrupt } from "./interrupt.ts"
import { type Exit, exit, note, print, printJson } from "./output.ts"
import { serverOf } from "./run.ts"

export interface RebuildCommandOptions {
	readonly url: string
	/** Seconds. */
	readonly settle: number
	/** Seconds. */
	readonly timeout?: number
	readonly json?: boolean
}

/** Pages of the listing per second: enough for anyone, and no burden. */
const rate = 10

/** Makes the ledger of a merchant anew, where the old one is damaged or gone. */
export async function ledgerRebuild(folders: readonly string[], options: RebuildCommandOptions): Promise<Exit> {
	const { settle, json = false } = options
	const interrupt = new AbortController()
	const release = onInterrupt("Stopping.", () => interrupt.abort())
	try {
		const isKeyed = Boolean(process.env.INTERGIRO_API_KEY)
		if (isKeyed && settle > 0) note(`Waiting ${settle} seconds, until everything that was sent can be listed.`)
		const rebuilt = await rebuild({
			home: importHome(),
			folders,
			settle: settle * 1_000,
			rate,
			signal: interrupt.signal,
			...(isKeyed ? { target: serverOf(options) } : {}),
		})
		if (json) printJson({ type: "rebuilt", ...rebuilt })
		else print(describe(rebuilt))
		return exit.done
	} finally {
		release()
	}
}

function describe({ path, aside, numbers, unmerged, listed }: Rebuilt): readonly string[] {
	return [
		`${path} was made anew. It knows ${numbers.toLocaleString("en")} customer numbers.`,
		aside === undefined ? "There was no ledger before." : `The old one is kept as ${aside}.`,
		listed
			? "Everything that Intergiro lists is in it."
			: "Intergiro was not asked, as there is no key that can list: what was created by runs whose folders were not named, and that the old one did not have, is not in it.",
		...unmerged.map(
			(run) =>
				`Run ${run} is not all known: its folder is read again before anything is sent, and where that is gone or lacks something, what exists is listed first.`,
		),
	]
}
