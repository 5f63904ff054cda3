import { outcomeOf } from "../contract/number-state.ts"
import type { RowOutcome } from "../contract/outcome.ts"
import { isLeftOut } from "../contract/row-counts.ts"
import type { RunState } from "../contract/state.ts"
import type { Finding } from "../customer/finding.ts"
import { finding, quoted } from "../customer/finding-codes.ts"
import { joined, type Sentences, told } from "../customer/sentences.ts"
import { rowSentBefore } from "../run/plan.ts"
import { saidOf } from "../run/said-of.ts"
import type { CheckedRow } from "./checked-row.ts"

/**
 * What is known of a row, or of its customer number, beside the journal of the run: how it ends when it is not sent, because it exists, or
 * may exist, by the listing of the run or by the ledger. Nothing where neither knows of it.
 */
export type Known = (row: Pick<CheckedRow, "row" | "number" | "changed" | "origin">) => RowOutcome | undefined

/** How a row ended. */
export interface OutcomeOfRow {
	/** Nothing while the run has not come to the row. */
	readonly outcome: RowOutcome | undefined
	/** The row that its customer number belongs to: of several that were joined, the first. Nothing while none was sent. */
	readonly holder: number | undefined
	/** The customer number that a person wrote since, and under which it exists: that of the file may be none, or that of another row. */
	readonly sentAs?: string
}

/**
 * How the rows of a file ended; asked of each once, in order. A customer number belongs to one row: that which the journal speaks of,
 * else the first that exists by what else is known. What exists or may exist is no error, whatever is wrong with its row now; any other
 * row of its number is one. A row that was left out, or whose number may be another's, is not taken for the customer of its number.
 */
export class RowOutcomes {
	readonly #state: RunState
	readonly #known: Known
	/** Rows that were not sent, and exist all the same, by number. */
	readonly #claimed = new Map<string, number>()

	constructor(state: RunState, known: Known = () => undefined) {
		this.#state = state
		this.#known = known
	}

	of(row: CheckedRow): OutcomeOfRow {
		const { number = "", findings } = row
		const state = this.#state.get(number)
		const outcome = outcomeOf(state)
		const holder = outcome && state && "row" in state ? state.row : this.#claimed.get(number)
		if (row.valid) {
			const isWaiting = row.ambiguous && state === undefined
			return { outcome: outcome ?? (isWaiting ? stillInDoubt(waiting) : undefined), holder }
		}
		if (holder === row.row) return { outcome, holder }
		const known = this.#known(row)
		const sentAs = known?.kind === "existing" && known.mended ? known.given : undefined
		if (sentAs !== undefined) return { outcome: known, holder: row.row, sentAs }
		if (holder !== undefined) return { outcome: refused(row, heldBy(row, number, holder)), holder }
		const isSaid = known?.kind === "left-out" && !row.ambiguous && !findings.some(({ code }) => isLeftOut(code))
		if (isSaid) return { outcome: known, holder }
		if (known === undefined || known.kind === "left-out") return { outcome: refused(row, findings), holder }
		if (known.kind === "invalid") return { outcome: refusedFor(row, number, known), holder }
		if (known.kind === "existing" && !known.mended && isAnybodys(row))
			return { outcome: besides(refused(row, findings), number, known), holder }
		this.#claimed.set(number, row.row)
		return { outcome: known, holder: row.row }
	}
}

/** What an earlier run sent may exist, whatever is wrong with the row now: it must not be taken for one that was never sent. */
function refused(row: CheckedRow, findings: readonly Finding[]): RowOutcome {
	if (!row.ambiguous) return invalid(findings)
	const { code, message } = invalid(findings)
	return stillInDoubt({ code, message: told`It cannot be looked up until it is mended. ${message}` })
}

/** Whoever has this number may be somebody else; or the row was sent under another number, which is told beside what is wrong with it. */
function refusedFor(row: CheckedRow, number: string, known: Extract<RowOutcome, { kind: "invalid" }>): RowOutcome {
	if (known.code !== rowSentBefore) return refused(row, withChange(row, number))
	const { code, message } = invalid(row.findings)
	return { kind: "invalid", code: `${known.code} ${code}`.trim(), message: told`${saidOf(known)} | ${message}` }
}

/** The check doubts that the row is the customer of its number, or a person left it out. */
function isAnybodys({ findings }: CheckedRow): boolean {
	return findings.some(({ code, field, severity }) => severity === "error" && (field === "number" || isLeftOut(code)))
}

/** With what is known of the number, which may be that of somebody else. */
function besides(
	outcome: RowOutcome,
	number: string,
	{ id, run }: Extract<RowOutcome, { kind: "existing" }>,
): RowOutcome {
	if (outcome.kind !== "invalid" && outcome.kind !== "left-out") return outcome
	const by = run === undefined ? "" : `, by run ${run}`
	const message = `A customer of number ${quoted(number)} exists as ${id}${by}. Nobody compared it with this row, for which nothing was sent.`
	return { ...outcome, message: told`${outcome.message} | ${message}` }
}

const waiting = { code: "from-unknown", message: "This run has not come to it yet." }

function stillInDoubt({ code, message }: { readonly code: string; readonly message: Sentences }): RowOutcome {
	return { kind: "unknown", code, message: told`An earlier import may have sent it. ${message}` }
}

/** Says which row has the number, where the check did not: the two may be told apart by nothing else when this one is run again. */
function heldBy({ row, findings }: CheckedRow, number: string, holder: number): readonly Finding[] {
	if (findings.some(({ code }) => code === "number.duplicate" || code === "number.not-joined")) return findings
	return [
		...findings,
		finding("number.duplicate", row, { field: "number", detail: `${quoted(number)}, which row ${holder} has` }),
	]
}

function withChange({ row, findings }: CheckedRow, number: string): readonly Finding[] {
	// Of what cannot be read nobody knows whether it was changed.
	if (findings.some(({ code }) => code === "number.changed" || code === "row.import-cells")) return findings
	return [...findings, changedToKnown(row, number)]
}

/** What to say of a row whose number was changed into one that exists, or may exist. */
export function changedToKnown(row: number, number: string): Finding {
	return finding("number.changed", row, {
		field: "number",
		detail: `${quoted(number)}, of which a customer exists or may exist`,
	})
}

/** The errors of a row as one outcome; that a person left it out goes before what else is wrong with it. */
export function invalid(findings: readonly Finding[]): Extract<RowOutcome, { kind: "invalid" | "left-out" }> {
	const all = findings.filter(({ severity }) => severity === "error")
	const said = all.filter(({ code }) => isLeftOut(code))
	const errors = [...said, ...all.filter(({ code }) => !isLeftOut(code))]
	return {
		kind: said.length > 0 ? "left-out" : "invalid",
		code: [...new Set(errors.map(({ code }) => code))].join(" "),
		message: joined(
			errors.map(
				({ column, message, tip }) => told`${column === undefined ? "" : `${column}: `}${sentence(message)} ${tip}`,
			),
			" | ",
		),
	}
}

/** With the stop that a message which ends in a value does not have. */
export function sentence(message: string): string {
	return /[.!?]$/.test(message) ? message : `${message}.`
}
