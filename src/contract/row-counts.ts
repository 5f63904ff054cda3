import { type OutcomeKind, outcomeKinds } from "./outcome.ts"

/** What the check says of a row that a person left out by hand. */
export const leftOutRow = "row.skipped"
/** And of those that an answer leaves out, as customers who died. */
export const leftOutCodes: readonly string[] = [leftOutRow, "row.left-out"]

/** Whether a row that is not sent, by the codes of what is said of it, is one that a person left out: whatever else is wrong with it. */
export function isLeftOut(codes: string): boolean {
	return codes.split(" ").some((code) => leftOutCodes.includes(code))
}

/** Rows of a run by how they ended, as `summary.json` has them; those that a person left out are among the invalid ones. */
export interface RowCounts {
	readonly outcomes: Readonly<Record<OutcomeKind, number>>
	readonly leftOut: number
}

/** The same as people are told it: who was left out by a person has no error. Everything that shows such counts takes them from here. */
export function countsOf({ outcomes, leftOut }: RowCounts): Readonly<Record<OutcomeKind, number>> {
	return { ...outcomes, invalid: outcomes.invalid - leftOut }
}

/** Rows whose customer exists. Rows that were joined are one customer: customers are counted by themselves. */
export function mappedRows({ outcomes }: Pick<RowCounts, "outcomes">): number {
	return outcomes.created + outcomes.existing + outcomes.adopted + outcomes.renumbered
}

/** Rows that a run came to, that are no customers, and should be. */
export function rowsLeft(counts: RowCounts): number {
	const { outcomes } = counts
	return outcomeKinds.reduce((sum, kind) => sum + outcomes[kind], 0) - mappedRows(counts) - counts.leftOut
}
