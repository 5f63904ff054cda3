import { ownText } from "./own-text.ts"

/** A column of few different values has not many more. */
const mostKnown = 300

/** A judge of cells that remembers what it said of the first different ones; of an empty cell it says nothing. */
export function remembered<Said>(
	judge: (cell: string) => Said | undefined,
	most = mostKnown,
): (cell: string) => Said | undefined {
	const known = new Map<string, Said | undefined>()
	return (cell) => {
		if (cell === "") return undefined
		if (known.has(cell)) return known.get(cell)
		const said = judge(cell)
		if (known.size < most) known.set(ownText(cell), said)
		return said
	}
}
