import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { CheckedFile } from "../src/app/check/checked-file.ts"
import { formatRow, neutralize } from "../src/csv/writer.ts"

/** Writes what the check found as a CSV file that a spreadsheet opens: one line for each finding. */
export async function exportFindings(checked: CheckedFile, path: string): Promise<void> {
	await pipeline(Readable.from(lines(checked)), createWriteStream(path))
}

async function* lines(checked: CheckedFile): AsyncGenerator<string> {
	yield `\ufeff${line(["row", "number", "severity", "code", "column", "message", "tip"])}`
	for await (const batch of checked.allRows())
		for (const { row, number = "", findings } of batch)
			for (const { severity, code, column = "", message, tip } of findings)
				yield line([String(row), number, severity, code, column, message, tip])
}

function line(cells: readonly string[]): string {
	return `${formatRow(cells.map(neutralize), ",")}\r\n`
}
