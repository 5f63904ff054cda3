import { neutralize } from "../csv/writer.ts"

/** What an id is made of: nothing that a formula could call, whatever it begins with. */
const plainId = /^[\w-]+$/

/**
 * Cells of a line as spreadsheets show but never execute them. The id among them is exact in any case: one in 64 begins with a dash, and
 * machines read these files.
 * @param place of the id
 */
export function withExactId(cells: readonly string[], place: number): readonly string[] {
	return cells.map((cell, index) => (index === place && plainId.test(cell) ? cell : neutralize(cell)))
}
