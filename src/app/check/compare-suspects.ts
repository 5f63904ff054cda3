import { continuation } from "../../customer/lines/continuation.ts"
import type { Bits } from "./bits.ts"
import { type Comparison, compareRows } from "./compare-rows.ts"
import type { Judged } from "./judged.ts"
import { suspectNeighbours } from "./neighbours.ts"
import type { BlockReader, Reading } from "./reading.ts"
import type { HashList } from "./repeated.ts"

/** Finds the rows that may have something in common with others, and compares them. Rejects as `compareRows` does. */
export async function compareSuspects(
	{ index, summary, numbers, tokens }: Pick<Judged, "index" | "summary" | "numbers" | "tokens">,
	{ mapping, layout, edits }: Reading,
	read: BlockReader,
	repeated: Parameters<HashList["suspects"]>[0],
	signal?: AbortSignal,
): Promise<{ readonly suspects: Bits; readonly comparison: Comparison }> {
	const twins = await numbers.suspects(repeated)
	const cards = (await tokens.suspects(repeated)).all
	const suspects = twins.all.clone()
	suspects.merge(cards)
	suspectNeighbours(suspects, (code) => summary.rowsWith(code))
	const continues = continuation(mapping, layout.columns)
	const all = { all: suspects, numbers: twins, tokens: cards }
	const comparison = await compareRows(index, all, read, mapping.joinRows, continues, edits?.kept, signal)
	return { suspects, comparison }
}
