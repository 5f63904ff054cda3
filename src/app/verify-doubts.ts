import { outcomeOf } from "../contract/number-state.ts"
import { RowRanges } from "../report/row-ranges.ts"
import type { JournalOfRun } from "./verify-journal.ts"
import type { Records } from "./verify-lines.ts"

export interface InDoubt {
	readonly number: string
	readonly row: string
	/** A card that was to be added. */
	readonly isCard: boolean
	/** The ids that Intergiro has now for the number. */
	readonly found: readonly string[]
}

/** Whoever is in doubt in the run, by its journal. */
export function doubtsOf({ state }: JournalOfRun): readonly Omit<InDoubt, "found">[] {
	const customers = Array.from(state.numbers).flatMap(([number, one]) => {
		const outcome = outcomeOf(one)
		const isOpen = outcome?.kind === "unknown" || outcome?.kind === "conflict" || one.kind === "in-flight"
		return isOpen && "row" in one ? [{ number, row: String(one.row ?? ""), isCard: false }] : []
	})
	const cards = Array.from(state.cards.byToken.values()).flatMap(({ kind, number, row }) =>
		kind === "settled" ? [] : [{ number, row: String(row), isCard: true }],
	)
	return [...customers, ...cards]
}

/** Rows that the run does not know to be customers: those that were not created, and who is not there by the word of a person since. */
export function rowsNotCreated({ notCreated, doubts }: Records, { state }: JournalOfRun): RowRanges {
	const absent = doubts.filter(({ number }) => state.get(number)?.kind === "free")
	const ranges = new RowRanges()
	for (const row of [...notCreated, ...absent.map(({ row }) => row)].sort((a, b) => a - b)) ranges.add(row)
	return ranges
}

/** Rows in doubt that were never sent, as they failed a check: what the run wrote of them, and its journal has nothing of since. */
export function doubtsOfRows({ doubts }: Records, { state }: JournalOfRun): readonly Omit<InDoubt, "found">[] {
	return doubts
		.filter(({ number }) => state.get(number) === undefined)
		.map(({ number, row }) => ({ number, row: String(row), isCard: false }))
}
