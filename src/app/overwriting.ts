import { realpath, stat } from "node:fs/promises"
import { join } from "node:path"
import { Refusal } from "../customer/refusal.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { draftPaths } from "../report/draft-file.ts"

/** What is read would be overwritten by what is written. Nothing was touched. */
export class WouldOverwrite extends Refusal {
	override readonly name = "WouldOverwrite"
}

/** What a run writes into its folder: drafts that take their place when complete, and what is written in place. */
const drafted = [
	"results.csv",
	"errors.csv",
	"unknown.csv",
	"follow-up.csv",
	"rows.jsonl",
	"summary.json",
	"mends.json",
	"source.csv",
	"verified.json",
	"results.xlsx",
	"errors.xlsx",
	"unknown.xlsx",
	"follow-up.xlsx",
]
const inPlace = [
	"journal.log",
	"journal.log.draft",
	"journal.head",
	"journal.sent",
	"sandbox.log",
	"report.pdf",
	"report.html",
]

/** Every path that a run in this folder may write to. */
export function runPaths(folder: string): readonly string[] {
	return [...drafted.flatMap((name) => draftPaths(join(folder, name))), ...inPlace.map((name) => join(folder, name))]
}

/** Rejects with `WouldOverwrite` when a run in this folder would write over one of the files. */
export async function keepFromRun(files: readonly string[], folder: string): Promise<void> {
	await keep(files, runPaths(folder), told`${{ way: "import-apart", what: "copy" }}.`)
}

/** Rejects with `WouldOverwrite` when saving under this path would write over one of the files. */
export async function keepFromSaving(files: readonly string[], path: string): Promise<void> {
	await keep(files, draftPaths(path), "Choose another file to save to.")
}

async function keep(files: readonly string[], paths: readonly string[], advice: Sentences): Promise<void> {
	for (const file of files) {
		const kept = await identify(file)
		for (const path of paths) {
			const written = await identify(path)
			if (kept === undefined || written === undefined || !isSame(kept, written)) continue
			const which = path === file ? "" : `, being the same file as ${path}`
			throw new WouldOverwrite(told`${file} would be overwritten${which}. ${advice} Nothing was changed.`)
		}
	}
}

interface Identity {
	readonly path: string
	readonly device: bigint
	/** 0 where the disk has none. */
	readonly inode: bigint
}

/** Which file it is, whatever it is called: through links, and in capitals or not; nothing when it is not there. */
async function identify(path: string): Promise<Identity | undefined> {
	try {
		const { dev: device, ino: inode } = await stat(path, { bigint: true })
		return { path: await realpath(path), device, inode }
	} catch {
		return undefined
	}
}

function isSame(a: Identity, b: Identity): boolean {
	return a.path === b.path || (a.inode !== 0n && a.inode === b.inode && a.device === b.device)
}
