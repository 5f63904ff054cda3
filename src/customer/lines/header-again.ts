import { headerKey } from "../fields.ts"
import { type LineContext, plainName } from "./context.ts"

/** What a name of a column may look like: no address, no more than one number of two digits, as in `Address line 2`. */
const mayBeName = /^[^\d@]{0,60}(?:\d{1,2}[^\d@]{0,60})?$/

/**
 * Whether a line is a header: the same names again, or the names of fields in whatever language. `other-header` where a
 * name stands in a column of another, be it of the same field: `Email` in that of `Old email`. A line of groups over a header is a subtitle.
 */
export function headerAgain(
	cells: readonly string[],
	context: LineContext,
): "header" | "other-header" | "subtitle" | undefined {
	// Nearly every row has a value that is no name; to understand a name takes a hundred times as long.
	for (const cell of cells) if (!mayBeName.test(cell.trim()) && !isNameAgain(cell, context.keys)) return undefined
	const { keys, numberIndex, meaningsOf } = context
	const isKnown = (name: string) => isNameAgain(name, keys) || meaningsOf(name).length > 0
	const number = cells[numberIndex]?.trim()
	if (number && !isKnown(number) && !cells.some((cell) => isNameAgain(cell, keys))) return undefined
	const names = cells.flatMap((cell, index) => (cell.trim() === "" ? [] : { name: cell.trim(), index }))
	let known = 0
	let unknown = 0
	let moved = false
	for (const { name, index } of names) {
		const key = headerKey(name)
		const isSame = key !== "" && key === keys[index] && !isOfAnother(name, index, context)
		if (isSame || isKnown(name)) known++
		else if (++unknown * 2 > names.length) return undefined
		moved ||= !isSame && (isNameAgain(name, keys) || isMoved(meaningsOf(name), index, context))
	}
	if (names.length === 1 && names[0]?.index === numberIndex && headerKey(names[0].name) === keys[numberIndex])
		return "header"
	if (known < 2) return undefined
	if (!moved) return "header"
	// Groups are names with cells between them that were one wide cell.
	const width = (names.at(-1)?.index ?? 0) + 1
	const gaps = width - names.length
	return gaps > 1 && gaps * 3 >= width ? "subtitle" : "other-header"
}

/** Whether a cell is a name of the file's own columns. */
function isNameAgain(cell: string, keys: readonly string[]): boolean {
	const key = headerKey(cell)
	return key !== "" && keys.includes(key)
}

/** Whether a name is that of another column by what keys leave out alone. */
function isOfAnother(name: string, index: number, { names }: LineContext): boolean {
	const plain = plainName(name)
	return plain !== names[index] && names.includes(plain)
}

/** Whether a name that is not the column's own says that other values stand in it. */
function isMoved(names: readonly string[], index: number, { isSent, meanings }: LineContext): boolean {
	if (names.length === 0) return isSent[index] === true
	return !names.some((name) => meanings[index]?.includes(name))
}
