import { join } from "node:path"
import type { Mapped } from "../contract/outcome.ts"
import type { RunState } from "../contract/state.ts"
import { formatRow, neutralize } from "../csv/writer.ts"
import { DraftFile, syncFolder } from "./draft-file.ts"

/** What an id is made of: nothing that a formula could call, whatever it begins with. */
const plainId = /^[\w-]+$/

/** The file of a run that says under which id each customer exists. */
export class ResultsFile {
	private constructor(readonly draft: DraftFile) {}

	static async begin(draft: DraftFile): Promise<ResultsFile> {
		await draft.writeRow(["number", "id", "status", "outcome", "row"], ",")
		return new ResultsFile(draft)
	}

	/** Ids are exact in any case: one in 64 begins with a dash, and machines read this file. */
	async add(number: string, { id, status = "", kind }: Mapped, row: number): Promise<void> {
		const cells = [neutralize(number), plainId.test(id) ? id : neutralize(id), neutralize(status), kind, String(row)]
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
		const results = await ResultsFile.begin(draft)
		for (const { number, outcome, row } of mapped) await results.add(number, outcome, row)
		await draft.finish()
		await draft.publish()
		await syncFolder(folder)
	} catch (error) {
		await draft.discard()
		throw error
	}
}
