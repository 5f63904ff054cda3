import { UnreadableFile } from "../csv/layout.ts"
import { Refusal } from "../customer/refusal.ts"
import { joined, type Sentences, told } from "../customer/sentences.ts"
import { hasCode } from "../journal/disk.ts"
import { Locked } from "../journal/lock.ts"
import { type Remaking, remakeFiles } from "./remake.ts"
import { outdatedIn, summaryIn } from "./unfinished.ts"

/**
 * Makes the files of a run anew where its journal has more than they do, or a person said something. Where that cannot be, as its file is gone or the run goes on, they
 * stay as they are. Rejects as `readJournal`.
 * @returns why they are as old as they were, in a sentence; nothing where they are not
 */
export async function bringUpToDate(remaking: Remaking): Promise<Sentences | undefined> {
	if (!remaking.said && !(await isOutdated(remaking.folder))) return undefined
	try {
		await remakeFiles(remaking)
		return undefined
	} catch (error) {
		if (!(error instanceof Error)) throw error
		if (error instanceof Locked) return told`The files cannot be made anew now. ${error.told}`
		const said = error instanceof Refusal ? error.told : error.message
		const tip = error instanceof UnreadableFile ? error.tip : ""
		return told`The files could not be made anew: ${joined([said, tip])}`
	}
}

async function isOutdated(folder: string): Promise<boolean> {
	try {
		return (await outdatedIn(folder, await summaryIn(folder))) !== undefined
	} catch (error) {
		// That there is no run is told by whoever reads it.
		if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return false
		throw error
	}
}
