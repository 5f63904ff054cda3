import type { Field } from "../fields.ts"

/** Whether every column that is sent is empty but the number's; a single other one, such as the card, often is. */
export function hasNumberOnly(cells: readonly string[], fieldAt: readonly (Field | undefined)[]): boolean {
	let others = 0
	for (let index = 0; index < fieldAt.length; index++) {
		const field = fieldAt[index]
		if (field === undefined || field === "number") continue
		if (cells[index]?.trim()) return false
		others++
	}
	return others > 1
}
