import { inCommands } from "../customer/command-words.ts"
import type { CheckedRow } from "./checked-row.ts"
import { DraftFile } from "./draft-file.ts"

export const findingColumns = ["row", "number", "severity", "code", "column", "message", "tip"]

/** Writes every finding of a file, one a line: errors, warnings and notes. */
export function writeFindings(path: string, rows: AsyncIterable<readonly CheckedRow[]>): Promise<void> {
	return DraftFile.make(path, false, async (draft) => {
		await draft.writeRow(findingColumns, ",")
		for await (const batch of rows)
			for (const { row, number = "", findings } of batch)
				for (const { severity, code, column = "", message, tip } of findings)
					await draft.writeRow([String(row), number, severity, code, column, message, inCommands(tip)], ",")
	})
}
