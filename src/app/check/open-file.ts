import { stat } from "node:fs/promises"
import { basename, dirname } from "node:path"
import { type Detection, detectLayout } from "../../csv/detect.ts"
import { type Layout, UnreadableFile } from "../../csv/layout.ts"
import { restore } from "../../csv/writer.ts"
import { hasCardNumber, maskCardNumbers } from "../../customer/card-number.ts"
import { fieldOf, isImportColumn } from "../../customer/fields.ts"
import { mappingProblems } from "../../customer/mapping.ts"
import { importColumnReason, type ProposedMapping, proposeMapping } from "../../customer/propose.ts"
import { journalReadingOfRun } from "../run-reading.ts"
import { isImportFile } from "./reading.ts"

/** A file as first looked at: how it would be read and mapped, for a person to confirm. */
export interface OpenedFile {
	readonly path: string
	readonly name: string
	/** Bytes. */
	readonly size: number
	readonly detection: Detection
	readonly proposal: ProposedMapping
	/** The file is what an earlier import left behind: `errors.csv` or `unknown.csv`. */
	readonly importFile: boolean
}

/** Looks at a file. What `overrides` says of its layout is taken as it is. Throws `UnreadableFile`. */
export async function openFile(path: string, overrides: Partial<Layout> = {}): Promise<OpenedFile> {
	const { size } = await statFile(path)
	const detected = await detectLayout(path, overrides)
	refuseCardNumbers(detected)
	const importFile = isImportFile(detected.layout.columns)
	const detection = importFile ? restoreColumns(detected) : detected
	const samples = detection.preview.map(({ cells }) => cells)
	const ofRun = importFile ? await mappingOfRun(path, detection.layout.columns) : undefined
	const proposal = ofRun ?? proposeMapping(detection.layout.columns, samples)
	return { path, name: maskCardNumbers(basename(path)), size, detection, proposal, importFile }
}

/**
 * The mapping of the run in whose folder the file lies, where it fits the columns. Guessed anew, by the values of the
 * rows that were refused, a column might be taken for nothing and its rows for valid.
 */
async function mappingOfRun(path: string, columns: readonly string[]): Promise<ProposedMapping | undefined> {
	// A journal that is not whole is told of when something depends on it.
	const run = await journalReadingOfRun(dirname(path)).catch(() => undefined)
	const mapping = run?.reading.mapping
	if (mapping === undefined || mappingProblems(mapping, columns).length > 0) return undefined
	const proposals = columns.map((column) => {
		const field = fieldOf(mapping, column)
		const reason = isImportColumn(column) ? importColumnReason : "as in the import that left this file"
		return field === undefined ? { column, reason } : { column, field, reason }
	})
	return { mapping, proposals, problems: [] }
}

/** What stands above the header is no row that a finding could be of. One in the header itself makes the mapping unusable. */
function refuseCardNumbers({ above, layout }: Detection): void {
	const found = above.find(({ row, cells }) => row < layout.headerRow && cells.some((cell) => hasCardNumber(cell)))
	if (found === undefined) return
	throw new UnreadableFile(
		"file.card-number",
		"The number of a payment card stands above the header; it may neither be stored nor sent.",
		"Delete it from this file and from every copy of it. Tell whoever made the file.",
		found.row,
	)
}

/** A file that an earlier import wrote has apostrophes where a spreadsheet would execute a cell. */
function restoreColumns({ layout, preview, ...rest }: Detection): Detection {
	return {
		...rest,
		layout: { ...layout, columns: layout.columns.map(restore) },
		preview: preview.map((row) => ({ ...row, cells: row.cells.map(restore) })),
	}
}

async function statFile(path: string) {
	const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
		throw new UnreadableFile(
			error.code === "ENOENT" ? "file.missing" : "file.unreadable",
			error.code === "ENOENT" ? `There is no file ${path}.` : `${path} cannot be read (${error.code}).`,
			"Check the name of the file and who may read it.",
		)
	})
	if (found.isFile()) return found
	throw new UnreadableFile("file.unreadable", `${path} is not a file.`, "Choose a CSV file.")
}
