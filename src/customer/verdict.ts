import type { Creatable } from "./creatable.ts"
import type { Finding } from "./finding.ts"

export type PlainCells = Readonly<Uint8Array>

export const noneIsPlain: PlainCells = new Uint8Array(0)

/** What is to be said of a row. */
export interface Verdict {
	/** The customer number, as cleaned; empty when the row has none or is no customer, masked when it is a card number. */
	readonly number: string
	readonly findings: readonly Finding[]
	/** The card tokens of the row, to be searched for duplicates. */
	readonly tokens: readonly string[]
	/** By place of its column, 1 where a value is known to be fine as it stands in its cell. Used again for the next row. */
	readonly plain: PlainCells
}

/** What a row comes to. `creatable` is there when no finding is an error. */
export interface CheckedRow extends Verdict {
	readonly creatable?: Creatable
}

/** @param isKept a person says that the row is a customer, whatever it looks like */
export type RowChecker = (cells: readonly string[], row: number, isKept?: boolean) => CheckedRow
export type RowJudge = (cells: readonly string[], row: number, isKept?: boolean) => Verdict

export function hasError({ findings }: Verdict): boolean {
	return findings.some(({ severity }) => severity === "error")
}
