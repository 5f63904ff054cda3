import { join } from "node:path"
import type { Mapped } from "../contract/outcome.ts"
import type { RunState } from "../contract/state.ts"
import { formatRow, neutralize } from "../csv/writer.ts"
import { checkedOf } from "./checked.ts"
import { DraftFile, syncFolder } from "./draft-file.ts"

/** What an id is made of: nothing that a formula could call, whatever it begins with. */
const plainId = /^[\w-]+$/

export const resultColumns = ["number", "id", "status", "outcome", "row", "checked", "given_number", "note"]

/** One line of the file. */
export interface Result {
	/** The customer number, as the file has it. */
	readonly number: string
	readonly row: number
	readonly outcome: Mapped
	/** What is wrong with the row of a customer who exists all the same. */
	readonly note?: string
}

/** The file of a run that says under which id each customer exists. */
export class ResultsFile {
	private constructor(
		readonly draft: DraftFile,
		private readonly state: RunState,
	) {}

	static async begin(draft: DraftFile, state: RunState): Promise<ResultsFile> {
		await draft.writeRow(resultColumns, ",")
		return new ResultsFile(draft, state)
	}

	/** Ids are exact in any case: one in 64 begins with a dash, and machines read this file. */
	async add({ number, row, outcome, note = "" }: Result): Promise<void> {
		const { id, status = "", kind } = outcome
		const cells = [
			neutralize(number),
			plainId.test(id) ? id : neutralize(id),
			neutralize(status),
			kind,
			String(row),
			checkedOf(this.state, number) ?? "",
			kind === "renumbered" ? neutralize(outcome.given) : "",
			neutralize(note),
		]
		await this.draft.write(`${formatRow(cells, ",")}\n`)
	}
}

/**
 * Writes `results.csv` from the journal alone, for a run whose own file cannot be read any more: it has everybody who
 * exists. Rejects as the disk does.
 */
export async function writeResults(folder: string, state: RunState): Promise<void> {
	const mapped = [...state.mapped()].sort((a, b) => a.row - b.row)
	const draft = await DraftFile.open(join(folder, "results.csv"))
	try {
		const results = await ResultsFile.begin(draft, state)
		for (const each of mapped) await results.add(each)
		await draft.finish()
		await draft.publish()
		await syncFolder(folder)
	} catch (error) {
		await draft.discard()
		throw error
	}
}
