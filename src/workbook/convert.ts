import { UnreadableFile } from "../csv/layout.ts"
import { Archive } from "./archive.ts"
import { type Book, readBook, type SheetPlace } from "./book.ts"
import { refuseOtherArchives } from "./kind.ts"
import { readSheet, type SheetNotes } from "./sheet.ts"
import { SheetFile } from "./sheet-file.ts"
import { readStrings, type Strings } from "./strings.ts"
import { readStyles, type Styles } from "./styles.ts"

/** One of the sheets of a workbook. */
export interface Sheet {
	readonly name: string
	readonly hidden: boolean
	/** The widest of its first rows, which has the names of the columns mostly; empty where the sheet is. */
	readonly first: readonly string[]
}

/** A sheet that has become CSV. */
export interface Converted extends Omit<SheetNotes, "hiddenColumns"> {
	readonly sheet: string
	/** The last row that has something in it, and how many columns have. */
	readonly rows: number
	readonly columns: number
	readonly hiddenColumns: number
}

/** What a workbook came to. Plain data. */
export interface Workbook {
	/** Bytes. */
	readonly size: number
	/** Lower-case hexadecimal SHA-256 of the workbook. */
	readonly sha256: string
	readonly sheets: readonly Sheet[]
	/** Nothing where it is to be said which sheet is meant. */
	readonly converted?: Converted
}

export interface Wanted {
	readonly path: string
	/** Where the CSV goes. */
	readonly target: string
	/** The sheet that is meant; without it, the only one in sight that has something in it. */
	readonly sheet?: string | undefined
}

/**
 * Reads a workbook, and writes the sheet that is meant as CSV, readable to nobody else. Nothing outside the file is looked at, and no
 * formula computed. Rejects with `UnreadableFile`, or as the disk does.
 * @param onRead how far the sheet is read, from 0 to 1
 */
export async function convert({ path, target, sheet }: Wanted, onRead: (share: number) => void): Promise<Workbook> {
	const archive = await Archive.open(path)
	try {
		refuseOtherArchives(archive)
		const book = await readBook(archive)
		const styles = await readStyles(archive, book.styles, book.is1904)
		const strings = await readStrings(archive, book.strings)
		const sheets: Sheet[] = []
		for (const place of book.sheets)
			sheets.push({ name: place.name, hidden: place.hidden, first: await firstOf(archive, place, strings, styles) })
		const meant = placeOf(book, sheets, sheet)
		const identity = await archive.identity()
		if (meant === undefined) return { ...identity, sheets }
		return { ...identity, sheets, converted: await write(target, archive, meant, strings, styles, onRead) }
	} finally {
		await archive.close()
	}
}

/** Where the sheet is that is meant; nothing where that is to be said. Throws `UnreadableFile`. */
function placeOf({ sheets: places }: Book, sheets: readonly Sheet[], name: string | undefined): SheetPlace | undefined {
	const full = sheets.filter(({ first }) => first.length > 0)
	if (full.length === 0)
		throw new UnreadableFile(
			"file.empty",
			"The workbook is empty: no sheet has anything in it.",
			"Choose another file.",
		)
	const inSight = full.filter(({ hidden }) => !hidden)
	const meant =
		name === undefined ? (inSight.length === 1 ? inSight[0] : undefined) : sheets.find((one) => one.name === name)
	if (meant === undefined && name !== undefined)
		throw new UnreadableFile(
			"workbook.sheet",
			`There is no sheet “${name}” in the workbook.`,
			`Its sheets are ${full.map((one) => `“${one.name}”`).join(", ")}.`,
		)
	if (meant?.first.length === 0)
		throw new UnreadableFile("workbook.sheet", `The sheet “${meant.name}” is empty.`, "Choose another sheet.")
	return places.find((place) => place.name === meant?.name)
}

const firstRows = 10
const firstCells = 40

/** The widest of its first rows: above the names of the columns there may be a title. */
async function firstOf(
	archive: Archive,
	{ part }: SheetPlace,
	strings: Strings,
	styles: Styles,
): Promise<readonly string[]> {
	let first: readonly string[] = []
	let rows = 0
	await readSheet(archive, part, strings, styles, {
		row(_, cells) {
			rows++
			const filled = cells.filter((cell) => cell !== undefined).slice(0, firstCells)
			if (rows <= firstRows && filled.length > first.length) first = filled
		},
		read: () => (rows < firstRows ? undefined : false),
	})
	return first
}

/** A sheet that says wrongly how wide it is, is read twice. */
async function write(
	target: string,
	archive: Archive,
	{ name, part }: SheetPlace,
	strings: Strings,
	styles: Styles,
	onRead: (share: number) => void,
): Promise<Converted> {
	const size = archive.size(part)
	for (let width = 0; ; ) {
		const file = await SheetFile.open(target, width)
		try {
			const { hiddenColumns, ...notes } = await readSheet(archive, part, strings, styles, {
				claimed: (columns) => file.claimed(columns),
				row: (row, cells) => file.row(row, cells),
				read(bytes) {
					onRead(bytes / size)
					return file.read()
				},
			})
			const { rows, columns } = file
			const hidden = [...hiddenColumns].filter((column) => column < columns).length
			if (file.isEven) return { sheet: name, rows, columns, hiddenColumns: hidden, ...notes }
			width = columns
		} finally {
			await file.close()
		}
	}
}
