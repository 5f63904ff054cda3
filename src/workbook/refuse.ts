import { UnreadableFile } from "../csv/layout.ts"

const again =
	"Open it in the spreadsheet program it was made with, save it anew as an Excel workbook (.xlsx), and choose that."

/** The archive is one that nobody makes by accident, or larger than any file of customers. */
export function tooLarge(what: string): UnreadableFile {
	return new UnreadableFile(
		"workbook.too-large",
		`The workbook is not opened: ${what}.`,
		`If it is yours and right: copy the rows that are to be imported into a new workbook. ${again}`,
	)
}

/** What is in the archive is not what the format says. */
export function damaged(what: string): UnreadableFile {
	return new UnreadableFile("workbook.damaged", `The workbook cannot be read: ${what}.`, again)
}
