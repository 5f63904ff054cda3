import type { RowOutcome } from "../contract/outcome.ts"
import type { CheckedRow } from "./checked-row.ts"
import type { RowOutcomes } from "./row-outcomes.ts"

/** Rows that were joined into one customer, or one row by itself, and how they ended. */
export interface Customer {
	readonly first: CheckedRow
	/** All of them, `first` included. */
	readonly rows: readonly CheckedRow[]
	/** Nothing while the run has not come to them. */
	readonly outcome: RowOutcome | undefined
	/** The row that the customer number belongs to; nothing while none was sent. */
	readonly holder: number | undefined
}

/** Puts the rows of each customer together, batch by batch: those that are joined follow each other. */
export async function* customersIn(
	batches: AsyncIterable<readonly CheckedRow[]>,
	accounted: RowOutcomes,
): AsyncGenerator<readonly Customer[], void> {
	let last:
		| (Omit<Customer, "rows" | "outcome"> & { readonly rows: CheckedRow[]; outcome: RowOutcome | undefined })
		| undefined
	for await (const batch of batches) {
		const ended: Customer[] = []
		for (const row of batch) {
			const { outcome, holder, sentAs } = accounted.of(row)
			const first = sentAs === undefined ? row : { ...row, number: sentAs }
			if (last && isJoined(last, row, holder)) {
				last.rows.push(row)
				// Where one row may have been sent before, all of them wait for what became of it.
				last.outcome ??= outcome
			} else {
				if (last) ended.push(last)
				last = { first, rows: [first], outcome, holder }
			}
		}
		yield ended
	}
	if (last) yield [last]
}

function isJoined({ first, holder }: Customer, row: CheckedRow, other: number | undefined): boolean {
	if (!first.valid || !row.valid || row.number === undefined || row.number !== first.number) return false
	return holder === other && (holder === undefined || holder === first.row)
}
