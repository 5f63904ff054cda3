import { continuation } from "../../customer/lines/continuation.ts"
import { Bits } from "./bits.ts"
import { type Comparison, compareRows } from "./duplicates.ts"
import type { Judged } from "./judged.ts"
import { suspectNeighbours } from "./neighbours.ts"
import type { BlockReader, Reading } from "./reading.ts"
import type { HashList } from "./repeated.ts"

/** Finds the rows that may have something in common with others, and compares them. Rejects as `compareRows` does. */
export async function compareSuspects(
	{ index, summary, numbers, tokens }: Pick<Judged, "index" | "summary" | "numbers" | "tokens">,
	{ mapping, layout, edits }: Reading,
	read: BlockReader,
	repeated: Parameters<HashList["suspect"]>[1],
	signal?: AbortSignal,
): Promise<{ readonly suspects: Bits; readonly comparison: Comparison }> {
	const twins = new Bits()
	await numbers.suspect(twins, repeated)
	const suspects = twins.clone()
	await tokens.suspect(suspects, repeated)
	suspectNeighbours(suspects, (code) => summary.rowsWith(code))
	const continues = continuation(mapping, layout.columns)
	const all = { all: suspects, numbers: twins }
	const comparison = await compareRows(index, all, read, mapping.joinRows, continues, edits?.kept, signal)
	return { suspects, comparison }
}
