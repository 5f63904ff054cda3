import type { Row } from "./layout.ts"
import { width } from "./width.ts"

/** Cells up to the last that is not empty. */
const filledTo = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== "") + 1

/**
 * How many columns there are: as many as have a name, or are filled in most rows, of which there are several. A value
 * without a name that few rows have may have been moved there by a delimiter in another cell.
 */
export function columnsOf(header: readonly string[], below: readonly Row[]): number {
	const filled = below.map(({ cells }) => filledTo(cells)).sort((one, other) => one - other)
	if (header.length === 0) return Math.min(width(below).cells, filled.at(-1) ?? 0)
	return Math.max(filledTo(header), below.length < 2 ? 0 : (filled[Math.floor((below.length - 1) / 2)] ?? 0))
}

/** What a delimiter within a text leaves behind where it divides it. */
export const isRest = (cell: string) => cell.startsWith(" ") && cell.trim() !== ""

/** A file of rows that were refused, some of them because they had a cell too many. */
const isRefused = (header: readonly string[]) => header.some((name) => /^import_(?:outcome|code)$/i.test(name.trim()))

/**
 * How many empty cells rows have behind their columns: as many as the header has, or all of several rows, unless a text
 * seems to be divided in them.
 */
export function surplusOf(header: readonly string[], below: readonly Row[], columns: number): number {
	const own = header.length - columns
	const uniform = below.length > 1 && !isRefused(header) && !below.some(({ cells }) => cells.some(isRest))
	return Math.max(0, own, uniform ? Math.min(...below.map(({ cells }) => cells.length)) - columns : 0)
}

/**
 * Names that stand several times, each with what stands above it in a line of groups, as spreadsheets have it over merged cells:
 * "Delivery address" over "Street", "Zip" and "City", and "Invoice address" over the same.
 * @param above the line above the header
 */
export function nameGroups(header: readonly string[], above: readonly string[]): readonly string[] {
	const isGrouped = above.filter((cell) => cell.trim() !== "").length > 1
	if (!isGrouped) return header
	let group = ""
	const groups = header.map((_, index) => {
		group = above[index]?.trim() || group
		return group
	})
	const keys = header.map((name) => name.trim().toLowerCase())
	const groupsOf = (key: string) => groups.filter((_, index) => keys[index] === key)
	return header.map((name, index) => {
		const all = groupsOf(keys[index] ?? "")
		const isTold = all.length > 1 && !all.includes("") && new Set(all).size === all.length
		return isTold && name.trim() !== "" ? `${groups[index]} ${name.trim()}` : name
	})
}

/**
 * One name for each column: `header` made unique and never empty. Empty names at its end count where most rows have
 * `cells` so far. Where there is no header, there are as many columns as cells; otherwise a value without a column may be
 * one that a delimiter in another cell has moved, and is told of.
 */
export function nameColumns(header: readonly string[], cells: number): string[] {
	const names = header.length === 0 ? Array.from({ length: cells }, () => "") : [...header]
	while (names.length > Math.max(cells, 1) && names.at(-1)?.trim() === "") names.pop()
	const taken = new Set(names.map((name) => name.trim()))
	const used = new Set<string>()
	return names.map((original, index) => {
		const base = original.trim() === "" ? `Column ${index + 1}` : original.trim()
		let name = base
		const isFree = () => !used.has(name) && (name === original.trim() || !taken.has(name))
		for (let count = 2; !isFree(); count++) name = `${base} (${count})`
		used.add(name)
		return name
	})
}
