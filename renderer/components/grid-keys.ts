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

/** The cell that was pressed; none where the cell is being mended. */
export function placeOf(target: EventTarget): Place | undefined {
	if (!(target instanceof Element) || target.closest("input")) return undefined
	const cell = target.closest("[role=gridcell]")
	const row = cell?.closest("[role=row]")
	if (!cell || !row) return undefined
	return { position: Number(row.ariaRowIndex) - 2, column: [...row.children].indexOf(cell) - 1 }
}

/** What a key types: nothing where it is a command. */
export function typedBy({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
	return [...key].length === 1 && !ctrlKey && !metaKey && !altKey ? key : undefined
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
