import { join } from "node:path"
import { detectLayout } from "../csv/detect.ts"
import { type Layout, UnreadableFile } from "../csv/layout.ts"
import { readRows } from "../csv/rows.ts"
import { restore } from "../csv/writer.ts"
import { Refusal } from "../customer/refusal.ts"
import { told } from "../customer/sentences.ts"
import { hasCode } from "../journal/disk.ts"
import { besideOwn, type ResultColumn, resultColumns } from "../report/results-file.ts"

/** The customers cannot be read back: this key cannot list, or there is nothing to compare. */
export class VerifyFailed extends Refusal {
	override readonly name: string = "VerifyFailed"
}

/** Another key is needed. */
export class KeyRefused extends VerifyFailed {
	override readonly name = "KeyRefused"
}

/** A customer: what the file calls it, and what it is called at Intergiro, which may be another number. */
export interface Entry {
	readonly number: string
	readonly id: string
	readonly row: string
	readonly listed: string
}

/** A line of `results.csv`. `known`: it was there before and not sent, so that no journal has it. */
export interface Line extends Entry {
	readonly known: boolean
	/** Its cells, by the columns of ours that the file has. */
	readonly cells: ReadonlyMap<string, string>
	/** Those of the customer file's own columns, which stand before ours. */
	readonly own: readonly OwnCell[]
}

export interface OwnCell {
	readonly column: string
	readonly cell: string
}

export interface Results {
	readonly lines: readonly Line[]
	/** The columns of ours that the file does not have. */
	readonly missing: readonly ResultColumn[]
}

/** What stands in `results.csv` in a run folder. Rejects with `VerifyFailed`. */
export async function readResults(folder: string): Promise<Results> {
	const path = join(folder, "results.csv")
	const { layout, places } = await resultsLayout(path).catch((error) => {
		if (error instanceof UnreadableFile)
			throw new VerifyFailed(
				told`${path} cannot be read: ${error.told} Delete it and ${{ way: "go-on" }}: it is made anew.`,
			)
		if (!hasCode(error, "ENOENT")) throw error
		throw new VerifyFailed(told`There is no ${path}. ${{ way: "go-on" }}: the files are made anew from the journal.`)
	})
	const first = Math.min(...places.map(([, place]) => place))
	const lines: Line[] = []
	for await (const rows of readRows(path, layout))
		for (const { cells } of rows) {
			const ours = new Map(places.map(([name, place]) => [name, restore(cells[place] ?? "")]))
			const own = layout.columns.slice(0, first).map((column, place) => ({ column, cell: restore(cells[place] ?? "") }))
			const [number = "", id = "", row = ""] = needed.map((name) => ours.get(name))
			const listed = ours.get("given_number") || number
			lines.push({ number, id, row, listed, known: ours.get("outcome") === "existing", cells: ours, own })
		}
	const names = new Set(places.map(([name]) => name))
	return { lines, missing: resultColumns.filter((name) => !names.has(name)) }
}

/** Version 0.1.0 wrote few more, and always took commas; a spreadsheet takes what it likes. */
const needed = ["number", "id", "row"]
const delimiters = [",", ";", "\t", "|"] as const

type Place = readonly [name: string, index: number]

/** How the file is read, and where its columns are: ours stand behind those of the customer file, which may be called the same. */
async function resultsLayout(path: string): Promise<{ layout: Layout; places: readonly Place[] }> {
	for (const delimiter of delimiters) {
		const { layout } = await detectLayout(path, { headerRow: 1, delimiter, escape: '"' })
		const names = layout.columns.map((name) => name.trim().toLowerCase())
		for (const nameOf of [besideOwn, (name: string) => name]) {
			const places = resultColumns
				.map((name): Place => [name, names.lastIndexOf(nameOf(name))])
				.filter(([, index]) => index >= 0)
			if (needed.every((name) => places.some(([one]) => one === name))) return { layout, places }
		}
	}
	throw new VerifyFailed(
		told`${path} does not have the columns number, id and row. Delete it and ${{ way: "go-on" }}: it is made anew.`,
	)
}
