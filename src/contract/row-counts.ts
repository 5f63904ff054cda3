import { type OutcomeKind, outcomeKinds } from "./outcome.ts"

/** What the check says of rows that a person left out by themselves, now or in the import that gave them back. */
export const byHand: ReadonlySet<string> = new Set(["row.skipped", "row.left-out-before"])
/** And of those that an answer leaves out, as customers who died. */
export const byAnswer = "row.left-out"
export const leftOutCodes: readonly string[] = [...byHand, byAnswer]

/** Whether what is said of a row is that a person left it out. */
export function isLeftOut(code: string): boolean {
	return leftOutCodes.includes(code)
}

/** Whether rows that ended so are none of the customers that a run is to create: nothing is ever sent for them. */
export function isUncreatable(kind: OutcomeKind): boolean {
	return kind === "invalid" || kind === "left-out"
}

/** Rows of a run by how they ended, as `summary.json` has them. */
export interface RowCounts {
	readonly outcomes: Readonly<Record<OutcomeKind, number>>
}

/** Rows whose customer exists. Rows that were joined are one customer: customers are counted by themselves. */
export function mappedRows({ outcomes }: RowCounts): number {
	return outcomes.created + outcomes.existing + outcomes.adopted + outcomes.renumbered
}

/** Rows that a run came to, that are no customers, and should be. */
export function rowsLeft(counts: RowCounts): number {
	const { outcomes } = counts
	return outcomeKinds.reduce((sum, kind) => sum + outcomes[kind], 0) - mappedRows(counts) - outcomes["left-out"]
}
