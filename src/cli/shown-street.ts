import type { CheckedFile } from "../app/check/checked-file.ts"
import { indicesOf } from "../customer/columns/mapping.ts"
import type { Creatable } from "../customer/creatable.ts"
import { visible } from "../customer/visible.ts"

/** So many rows are looked at. */
const most = 100

/** The first street that several columns are joined into, as it is sent, in a line; nothing where none is. Rejects with `UnreadableFile`. */
export async function shownStreet(checked: CheckedFile): Promise<string | undefined> {
	const { mapping, layout } = checked
	// Of several parties, or addresses, a row has the street of one.
	const hasSeveral = mapping.parties !== undefined || mapping.addresses !== undefined
	if (indicesOf(mapping, layout.columns, "street").length < 2 || hasSeveral) return undefined
	const rows = await checked.page(0, most)
	// The row with the most parts shows how they are joined.
	const parts = (cells: readonly string[]) =>
		indicesOf(mapping, layout.columns, "street").filter((index) => (cells[index] ?? "").trim() !== "").length
	const [fullest] = rows
		.filter(({ creatable }) => creatable !== undefined && streetOf(creatable) !== undefined)
		.sort((one, other) => parts(other.cells) - parts(one.cells) || one.row - other.row)
	// Where one column alone is filled nothing is joined.
	const street = fullest?.creatable && parts(fullest.cells) > 1 ? streetOf(fullest.creatable) : undefined
	return street === undefined ? undefined : `  Streets are joined, as in row ${fullest?.row}: "${visible(street)}".`
}

function streetOf({ contact }: Creatable): string | undefined {
	const { address } = contact ?? {}
	if (address === undefined) return undefined
	return "street" in address ? address.street : "primary" in address ? address.primary?.street : undefined
}
