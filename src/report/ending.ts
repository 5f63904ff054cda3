import type { Outcome } from "../contract/outcome.ts"
import { type NumberState, outcomeOf } from "../contract/state.ts"
import type { Finding } from "../customer/finding.ts"

/** One data row of the file, checked. */
export interface CheckedRow {
	/** As a spreadsheet numbers it. */
	readonly row: number
	/** As in the file, in the order of its columns, with edits and before any cleaning. */
	readonly cells: readonly string[]
	/** The customer number, cleaned; absent when the row has none. */
	readonly number?: string
	readonly findings: readonly Finding[]
	/** Whether it may be sent: none of its findings is an error. */
	readonly valid: boolean
	/** An earlier run sent it and does not know what became of it. */
	readonly ambiguous?: boolean
}

/**
 * How a row ended; nothing while the run has not come to it. The journal goes before the check where it speaks of this very row: what was sent stays sent, even when the row
 * would no longer pass (a card that expired since). A duplicate that was never sent stays invalid.
 */
export function endingOf(row: CheckedRow, state: NumberState | undefined): Outcome | undefined {
	const outcome = outcomeOf(state)
	const isThisRow = state !== undefined && state.kind !== "free" && state.row === row.row
	if (!row.valid && !(outcome && isThisRow)) return row.ambiguous ? stillInDoubt(row.findings) : invalid(row.findings)
	return outcome
}

function invalid(findings: readonly Finding[]): Extract<Outcome, { kind: "invalid" }> {
	const errors = findings.filter(({ severity }) => severity === "error")
	return {
		kind: "invalid",
		code: [...new Set(errors.map(({ code }) => code))].join(" "),
		message: errors
			.map(({ column, message, tip }) => `${column === undefined ? "" : `${column}: `}${sentence(message)} ${tip}`)
			.join(" | "),
	}
}

/** With the stop that a message which ends in a value does not have. */
function sentence(message: string): string {
	return /[.!?]$/.test(message) ? message : `${message}.`
}

/** What an earlier run sent may exist, whatever is wrong with the row now: it must not be taken for one that was never sent. */
function stillInDoubt(findings: readonly Finding[]): Outcome {
	const { code, message } = invalid(findings)
	return {
		kind: "unknown",
		code,
		message: `It was sent before, and cannot be looked up until it is mended. ${message}`,
	}
}

/** Rows that may exist at Intergiro: running them again has to look first, so they never stand in `errors.csv`. */
export function mayExist(outcome: Outcome): boolean {
	return outcome.kind === "unknown" || outcome.kind === "conflict"
}

/** `import_code` and `import_message`: what is wrong, and what to do. */
export function explain(outcome: Exclude<Outcome, { id: string }>): { code: string; message: string } {
	switch (outcome.kind) {
		case "invalid":
			return outcome
		case "rejected":
			return {
				code: outcome.code,
				message: `${outcome.message} Nothing was created. A card token may be spent by the attempt: correct the row, with a new token where the card was refused, and run this file.`,
			}
		case "verification-required":
			return {
				code: "verification-required",
				message: `${outcome.message} Nothing was created: the cardholder has to verify the card${outcome.url === undefined ? "" : ` at ${outcome.url}`} and needs a new card token then.`,
			}
		case "not-sent":
			return { code: outcome.code, message: `${outcome.message} Nothing was created: run this file again as it is.` }
		case "unknown":
			return {
				code: outcome.code,
				message: `${outcome.message} It may exist at Intergiro. Running this file looks it up first, and sends nothing blindly.`,
			}
		case "conflict":
			return { code: "conflict", message: outcome.message }
	}
}
