import { inRehearsal, rehearsed } from "../contract/rehearsal.ts"
import { formatRow } from "../csv/writer.ts"
import { inCommands } from "../customer/command-words.ts"
import type { Sentences } from "../customer/sentences.ts"
import type { Contact } from "./contact.ts"
import type { DraftFile } from "./draft-file.ts"
import { withExactId } from "./exact-id.ts"
import type { FollowUp } from "./follow-up.ts"
import { isOfSandbox } from "./import-run.ts"
import { joinedRows } from "./row-ranges.ts"

/** What people are told, in the words of where they work. */
export type Say = (told: Sentences) => string

export const followUpColumns = [
	"reason",
	"number",
	"name",
	"email",
	"phone",
	"language",
	"link",
	"what_to_do",
	"message",
	"further_reasons",
	"id",
	"row",
	"run",
]

const idPlace = followUpColumns.indexOf("id")

/** A line of the file, or its header, as text without its end: no cell that a spreadsheet would execute, and the id as it is. */
export function followUpText(cells: readonly string[], delimiter: string): string {
	return formatRow(withExactId(cells, idPlace), delimiter)
}

/** Everything that a line of `follow-up.csv` says. */
export interface FollowUpLine extends FollowUp, Contact {
	readonly number: string
	readonly rows: readonly number[]
}

/** @param say how what people are told is said where they work; without it, to who has the command line */
export function followUpCells(line: FollowUpLine, run: string, say: Say = inCommands): readonly string[] {
	const { number, name, email, phone, language, link = "", id = "", rows } = line
	const [reason = "", ...further] = line.reasons
	const isRehearsal = isOfSandbox(run)
	const todo = isRehearsal ? `${rehearsed}. ${inRehearsal(say(line.todo))}` : say(line.todo)
	const message = isRehearsal ? inRehearsal(say(line.message)) : say(line.message)
	return [
		...[reason, number, name, email, phone, language, link, todo, message],
		...[further.join(" "), id, joinedRows(rows), run],
	]
}

/** The file with everybody whom somebody has to contact or to look after, each once. */
export class FollowUpFile {
	private constructor(
		readonly draft: DraftFile,
		private readonly run: string,
		private readonly delimiter: string,
		private readonly say: Say | undefined,
	) {}

	static async begin(draft: DraftFile, run: string, delimiter: string, say?: Say): Promise<FollowUpFile> {
		await draft.writeRow(followUpColumns, delimiter)
		return new FollowUpFile(draft, run, delimiter, say)
	}

	async add(line: FollowUpLine): Promise<void> {
		await this.draft.write(`${followUpText(followUpCells(line, this.run, this.say), this.delimiter)}\n`)
	}
}
