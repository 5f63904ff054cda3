import { UnreadableFile } from "../csv/layout.ts"
import { openFile } from "../disk/open.ts"
import type { Archive } from "./archive.ts"

const saving =
	"Open it in your spreadsheet program and save it as an Excel workbook (.xlsx), or as CSV (UTF-8), then choose that."

/** What other archives have in them. */
const others: readonly (readonly [part: RegExp, what: string, tip: string])[] = [
	[/^xl\/workbook[.]bin$/i, "a binary Excel workbook (.xlsb)", saving],
	[/^content[.]xml$/i, "a spreadsheet or document of LibreOffice or OpenOffice (.ods)", saving],
	[
		/^index\/document[.]iwa$/i,
		"a spreadsheet of Numbers",
		"Open it in Numbers and export it as Excel (.xlsx) or CSV, then choose that.",
	],
	[/^word\//i, "a Word document", "Choose the workbook or the CSV file with the customers."],
	[/^ppt\//i, "a presentation", "Choose the workbook or the CSV file with the customers."],
]

/** Throws `UnreadableFile` for an archive that is no workbook. */
export function refuseOtherArchives({ names }: Archive): void {
	if (names.some((name) => /^xl\/workbook[^/]*[.]xml$/i.test(name))) return
	const other = others.find(([part]) => names.some((name) => part.test(name)))
	if (other !== undefined) throw new UnreadableFile("file.not-csv", `This is ${other[1]}.`, other[2])
	throw new UnreadableFile(
		"file.not-csv",
		"This is a ZIP archive, and no workbook.",
		"If the file with the customers is in it, take it out of the archive first, then choose that.",
	)
}

/** How a protected workbook calls what is in it, in the words of the container. */
const encrypted = Buffer.from("EncryptedPackage", "utf16le")
const lookedAt = 8 * 1024 * 1024

/**
 * Whether a file is an archive, and so perhaps a workbook, by what is in it and whatever it is called.
 * Rejects with `UnreadableFile` for workbooks that cannot be read.
 */
export async function isArchive(path: string): Promise<boolean> {
	const file = await openFile(path, "named")
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
		const beginning = buffer.subarray(0, bytesRead)
		if (beginning.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) return true
		if (!beginning.equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))) return false
		const container = await file.read(Buffer.alloc(lookedAt), 0, lookedAt, 0)
		if (container.buffer.subarray(0, container.bytesRead).includes(encrypted))
			throw new UnreadableFile(
				"workbook.protected",
				"The workbook is protected by a password.",
				"Open it in your spreadsheet program, take the password off, save it, and choose it again.",
			)
		throw new UnreadableFile("file.not-csv", "This is an old Excel workbook (.xls).", saving)
	} finally {
		await file.close()
	}
}
