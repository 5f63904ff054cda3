import type { Archive } from "./archive.ts"
import { damaged } from "./refuse.ts"
import type { Strings } from "./strings.ts"
import type { Styles } from "./styles.ts"
import { type Attributes, parseXml, unescaped } from "./xml.ts"

export const mostRows = 1_048_576
export const mostColumns = 16_384

/** What stands in place of a formula whose value nobody computed. */
const notComputed = "#N/A"

/** What a sheet says besides its cells. */
export interface SheetNotes {
	/** Rows with something in them that the sheet does not show. */
	readonly hiddenRows: number
	/** Positions of columns that the sheet does not show. */
	readonly hiddenColumns: ReadonlySet<number>
	/** Areas of cells that are shown as one. */
	readonly merged: number
	/** Formulas without a value. */
	readonly notComputed: number
}

export interface SheetReader {
	/** How many columns the sheet says it has, which may be wrong; before its rows, or never. */
	claimed?(columns: number): void
	/** A row that has something in it, as the sheet numbers it; its cells as the sheet shows them, by their column. */
	row(row: number, cells: readonly (string | undefined)[]): void
	/** After each piece, as `parseXml`. */
	read?(bytes: number): void | boolean | Promise<void>
}

interface Cell {
	readonly column: number
	readonly type: string
	readonly style: number
	hasFormula: boolean
	/** What stands in it, as far as it was read. */
	text: string
}

/** Reads the rows of a sheet in their order. Rejects with `UnreadableFile`. */
export async function readSheet(
	archive: Archive,
	part: string,
	strings: Strings,
	styles: Styles,
	reader: SheetReader,
): Promise<SheetNotes> {
	const hiddenColumns = new Set<number>()
	const notes = { hiddenRows: 0, merged: 0, notComputed: 0 }
	let row = 0
	let isHidden = false
	let cells: (string | undefined)[] = []
	/** Where a cell stands that does not say so. */
	let next = 0
	let cell: Cell | undefined
	/** Of what is in the cell. */
	let piece: string | undefined
	let isPhonetic = false

	const shown = ({ type, style, text, hasFormula }: Cell): string => {
		switch (type) {
			case "s":
				return text === "" ? "" : strings.at(Number(text))
			case "inlineStr":
				return text
			case "str":
				return unescaped(text)
			case "b":
				return text === "" ? "" : text === "1" || text === "true" ? "TRUE" : "FALSE"
			case "e":
				return text
			case "d":
				return text.replace(/T00:00(?::00(?:[.]0+)?)?Z?$/, "").replace("T", " ")
			default: {
				if (text.trim() === "") {
					if (hasFormula) notes.notComputed++
					return hasFormula ? notComputed : ""
				}
				const value = Number(text)
				if (!Number.isFinite(value)) throw damaged(`a cell of row ${row} is no number`)
				return styles.shown(style)(value)
			}
		}
	}

	await parseXml(archive, part, {
		open(name, attributes) {
			switch (name) {
				case "c":
					cell = cellOf(attributes, next)
					next = cell.column + 1
					break
				case "v":
					if (cell) piece = ""
					break
				case "t":
					if (cell?.type === "inlineStr" && !isPhonetic) piece = ""
					break
				case "f":
					if (cell) cell.hasFormula = true
					break
				case "rPh":
					isPhonetic = true
					break
				case "row": {
					const place = attributes.r === undefined ? row + 1 : Number(attributes.r)
					if (!(place > row && place <= mostRows)) throw damaged(`row ${attributes.r} of it is out of order`)
					row = place
					isHidden = isTrue(attributes.hidden)
					cells = []
					next = 0
					break
				}
				case "col":
					if (isTrue(attributes.hidden)) addColumns(hiddenColumns, attributes)
					break
				case "dimension":
					reader.claimed?.(columnOf(attributes.ref?.split(":").at(-1) ?? "") + 1)
					break
				case "mergeCell":
					notes.merged++
					break
			}
		},
		text(text) {
			if (piece !== undefined) piece += text
		},
		close(name) {
			switch (name) {
				case "v":
				case "t":
					if (cell && piece !== undefined) cell.text += name === "t" ? unescaped(piece) : piece
					piece = undefined
					break
				case "rPh":
					isPhonetic = false
					break
				case "c": {
					if (cell === undefined) break
					if (cells[cell.column] !== undefined) throw damaged(`a cell of row ${row} is there twice`)
					const text = shown(cell)
					if (text !== "") cells[cell.column] = text
					cell = undefined
					break
				}
				case "row":
					if (cells.length === 0) break
					if (isHidden) notes.hiddenRows++
					reader.row(row, cells)
					break
			}
		},
		...(reader.read ? { read: (bytes) => reader.read?.(bytes) } : {}),
	})
	return { ...notes, hiddenColumns }
}

function cellOf({ r: place, t: type = "n", s: style = "0" }: Attributes, next: number): Cell {
	const column = place === undefined ? next : columnOf(place)
	if (!(column >= 0 && column < mostColumns)) throw damaged(`a cell is at ${place}, which no sheet has`)
	return { column, type, style: Number(style), hasFormula: false, text: "" }
}

/** The position of a column by the letters of a cell's place: 0 for `A1`, 27 for `AB7`; -1 for none. */
function columnOf(place: string): number {
	let column = 0
	for (let at = 0; at < place.length; at++) {
		const code = place.charCodeAt(at) & ~0x20
		if (code < 65 || code > 90) break
		column = column * 26 + code - 64
	}
	return column - 1
}

function addColumns(columns: Set<number>, { min, max }: Attributes): void {
	const last = Math.min(Number(max), mostColumns)
	for (let column = Number(min); column <= last; column++) columns.add(column - 1)
}

function isTrue(text: string | undefined): boolean {
	return text === "1" || text === "true"
}
