import type { KeyboardEvent } from "react"

export interface Place {
	readonly position: number
	readonly column: number
}

/** Cells beside each other, the last ones included. */
export interface Span {
	readonly top: number
	readonly bottom: number
	readonly left: number
	readonly right: number
}

/** From one corner to the other, whichever way. */
export function spanOf(a: Place, b: Place): Span {
	return {
		top: Math.min(a.position, b.position),
		bottom: Math.max(a.position, b.position),
		left: Math.min(a.column, b.column),
		right: Math.max(a.column, b.column),
	}
}

/** The cell that was pressed, or the first one of the row whose number was; none where the cell is being mended. */
export function placeOf(target: EventTarget): Place | undefined {
	if (!(target instanceof Element) || target.closest("input")) return undefined
	const cell = target.closest("[role=gridcell], [role=rowheader]")
	const row = cell?.closest("[role=row]")
	if (!cell || !row) return undefined
	return { position: Number(row.ariaRowIndex) - 2, column: Math.max(0, [...row.children].indexOf(cell) - 1) }
}

/** What a key types: nothing where it is a command. */
function typedBy({ key, ctrlKey, metaKey, altKey }: Key): string | undefined {
	return [...key].length === 1 && !ctrlKey && !metaKey && !altKey ? key : undefined
}

/** Rows down and columns to the right. */
export interface Step {
	readonly down: number
	readonly right: number
}

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">

/** Where a key leads that keeps what is typed into a cell, as in spreadsheets; nothing where it does not end the typing. */
export function stepAfter({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Step | undefined {
	if (ctrlKey || metaKey || altKey) return undefined
	const way = shiftKey ? -1 : 1
	if (key === "Enter") return { down: way, right: 0 }
	return key === "Tab" ? { down: 0, right: way } : undefined
}

/** With what a key begins to mend a cell: what it types, or all that is there; nothing where it is a command. */
export function begunBy(event: Key): { readonly typed?: string } | undefined {
	const typed = typedBy(event)
	if (typed !== undefined) return { typed }
	const isCommand = event.ctrlKey || event.metaKey || event.altKey
	return !isCommand && (event.key === "Enter" || event.key === "F2") ? {} : undefined
}

/** Where a key leads from a cell, if anywhere. */
export function destination(
	{ key, ctrlKey, metaKey }: KeyboardEvent,
	{ position, column }: Place,
	page: number,
	lastRow: number,
	lastColumn: number,
): Place | undefined {
	const far = ctrlKey || metaKey
	switch (key) {
		case "ArrowDown":
			return { position: far ? lastRow : position + 1, column }
		case "ArrowUp":
			return { position: far ? 0 : position - 1, column }
		case "ArrowRight":
			return { position, column: far ? lastColumn : column + 1 }
		case "ArrowLeft":
			return { position, column: far ? 0 : column - 1 }
		case "PageDown":
			return { position: position + page, column }
		case "PageUp":
			return { position: position - page, column }
		case "Home":
			return { position: far ? 0 : position, column: 0 }
		case "End":
			return { position: far ? lastRow : position, column: lastColumn }
		default:
			return undefined
	}
}
