import { stat } from "node:fs/promises"
import { basename, dirname } from "node:path"
import { type Detection, detectLayout } from "../../csv/detect.ts"
import { type Layout, type Row, UnreadableFile } from "../../csv/layout.ts"
import { readRows } from "../../csv/rows.ts"
import { refuseRowsInCells } from "../../csv/rows-in-cells.ts"
import { restore } from "../../csv/writer.ts"
import { hasCardNumber, maskCardNumbers } from "../../customer/card-number.ts"
import { encodingQuestion } from "../../customer/columns/check-questions.ts"
import { type Decision, decide, settled } from "../../customer/columns/decide.ts"
import type { Carried } from "../../customer/columns/draft-decision.ts"
import { type Evidence, EvidenceCollector, mergedEvidence } from "../../customer/columns/evidence.ts"
import { hasAnswers, type Mapping, noAnswers } from "../../customer/columns/mapping.ts"
import { mappingProblems } from "../../customer/columns/mapping-problems.ts"
import { readHeader } from "../../customer/headers/read-header.ts"
import { readHeaders } from "../../customer/headers/read-headers.ts"
import { isOfOtherShape } from "../../customer/lines/other-shape.ts"
import { importHome } from "../home.ts"
import { journalReadingOfRun } from "../run-reading.ts"
import type { FromWorkbook, SourceFile } from "../workbook/source-file.ts"
import { type CameBack, cameBack } from "./came-back.ts"
import { isImportFile } from "./given-back.ts"
import { refuseMadeByUs } from "./made-by-us.ts"
import { refuseShortHeader } from "./short-header.ts"

/** A file as first looked at: how it would be read, and what its columns say. */
export interface OpenedFile {
	readonly path: string
	/** The sheet of a workbook that the file was made of. */
	readonly workbook?: FromWorkbook
	/** As a person chose it: the workbook's, where there is one. */
	readonly name: string
	/** Bytes. */
	readonly size: number
	readonly detection: Detection
	/** Of the whole file where it is small, else of its first rows: the check counts all. */
	readonly evidence: Evidence
	/** The file is what an earlier import left behind: `errors.csv` or `unknown.csv`. */
	readonly importFile: boolean
	/** The mapping of the run that left such a file: its decisions stand. */
	readonly ofRun?: Mapping
	/** The run on a sandbox that its rows come back from. */
	readonly rehearsal?: string
}

/** Whether a cell is called like a column of customers: a header is told by it. */
function knowsName(cell: string): boolean {
	return readHeader(cell).meanings.length > 0
}

const nowhere: CameBack = { told: [] }

/** Files up to this size, in bytes, are read whole for what their columns say: that takes no longer than a blink. */
const small = 2 * 1024 * 1024

/** How a sheet is written down; where its header is, is found out as in any file. */
const ofSheet = { encoding: "utf-8", delimiter: ",", escape: '"' } as const

/**
 * Looks at a file. What `overrides` says of its layout is taken as it is; by the ledgers of `home` the runs are found that it comes
 * from. Throws `UnreadableFile`.
 * @param carried what of the overrides nobody said in this import
 */
export async function openFile(
	file: string | SourceFile,
	overrides: Partial<Layout> = {},
	home: string = importHome(),
	carried: ReadonlySet<string> = new Set(),
): Promise<OpenedFile> {
	const source = typeof file === "string" ? undefined : file
	const { path, workbook } = source ?? { path: file as string, workbook: undefined }
	const chosen = workbook?.path ?? path
	const { size } = await statFile(path)
	const detected = workbook
		? toldOf(workbook, await detectLayout(path, { ...overrides, ...ofSheet }, { knowsName, carried }))
		: await detectLayout(path, overrides, { knowsName, carried })
	refuseCardNumbers(detected)
	const importFile = isImportFile(detected.layout.columns)
	refuseMadeByUs(detected.layout.columns)
	if (!importFile) refuseShortHeader(detected)
	const { folder, told, rehearsal } = importFile
		? await cameBack(path, detected.layout, home, dirname(chosen))
		: nowhere
	const detection = importFile ? restoreColumns(detected, told) : detected
	const ofRun = folder === undefined ? undefined : await mappingOfRun(folder, detection.layout.columns)
	return {
		path,
		...(workbook === undefined ? {} : { workbook }),
		name: maskCardNumbers(basename(chosen)),
		size,
		detection,
		evidence: await evidenceOf(path, size, detection),
		importFile,
		...(ofRun === undefined ? {} : { ofRun }),
		...(rehearsal === undefined ? {} : { rehearsal }),
	}
}

/**
 * What the columns of an opened file are.
 * @param answers what a person said
 * @param evidence of the whole file, where it was counted
 * @param carried what of the answers goes back to another import
 */
export function decideColumns(
	{ detection: { layout, readings }, ofRun, evidence: seen }: OpenedFile,
	answers: Mapping = noAnswers,
	evidence: Evidence = seen,
	carried?: Carried,
): Decision {
	const names = layout.columns
	if (ofRun !== undefined && !hasAnswers(answers)) return settled(ofRun, names, "as in the import that left this file")
	const decision = decide({
		names,
		readings: readHeaders(names),
		evidence,
		nameless: layout.headerRow === 0,
		answers,
		carried,
	})
	if (readings === undefined || answers.encoding !== undefined) return decision
	return { ...decision, questions: [encodingQuestion(readings), ...decision.questions] }
}

/** A sheet says how it was read instead of how its CSV was. Throws `UnreadableFile` where its rows stand in one cell each. */
function toldOf({ told, doubts }: FromWorkbook, detected: Detection): Detection {
	refuseRowsInCells([...detected.above, ...detected.preview])
	const { headerRow } = detected.layout
	const header = headerRow === 0 ? "No row is a header." : `Row ${headerRow} is the header.`
	return { ...detected, evidence: [...told, header, ...doubts] }
}

async function evidenceOf(path: string, size: number, { layout, preview }: Detection): Promise<Evidence> {
	const collector = new EvidenceCollector(readHeaders(layout.columns))
	const add = ({ cells, problems = [] }: Row) => {
		if (!problems.some(({ code }) => isOfOtherShape({ severity: "error", code }))) collector.add(cells)
	}
	if (size > small) preview.forEach(add)
	else for await (const rows of readRows(path, layout)) rows.forEach(add)
	return mergedEvidence([collector.result])
}

/**
 * The mapping of the run in a folder, where it fits the columns. Decided anew, by the values of the
 * rows that were refused, a column might be taken for nothing and its rows for valid.
 */
async function mappingOfRun(folder: string, columns: readonly string[]): Promise<Mapping | undefined> {
	// A journal that is not whole is told of when something depends on it.
	const run = await journalReadingOfRun(folder).catch(() => undefined)
	const mapping = run?.reading.mapping
	if (run?.guessed) return undefined
	return mapping !== undefined && mappingProblems(mapping, columns).length === 0 ? mapping : undefined
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
function restoreColumns({ layout, preview, evidence, ...rest }: Detection, told: readonly string[]): Detection {
	return {
		...rest,
		evidence: [...evidence, ...told],
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
