import { tokensOf } from "../contract/number-state.ts"
import type { LedgerPort } from "../contract/ports.ts"
import type { Sentences } from "../customer/sentences.ts"
import { Existing } from "../run/existing.ts"
import { plan } from "../run/plan.ts"
import { saidOf } from "../run/said-of.ts"
import type { RunJournal } from "./run-journal.ts"

/**
 * Why the next run does not send a customer of whom a person just said that Intergiro does not have it, in a sentence; nothing where it does. It is
 * asked of the very plan that the run will make, with the tokens that the customer was sent with.
 */
export function heldBack(
	{ state, header }: Pick<RunJournal, "state" | "header">,
	ledger: LedgerPort,
	{ number, row }: { readonly number: string; readonly row: number },
): Sentences | undefined {
	const one = state.get(number)
	const method = (tokensOf(one).tokens ?? []).map((card) => ({ type: "token" as const, card }))
	const entry = { number, row, creatable: { number, method } }
	// Of tokens the journal has the hashes, and nothing else.
	const sources = { ledger, state, run: header.run, hashToken: (token: string) => token }
	const planned = plan(entry, one, new Existing().knowledgeOf(entry, sources))
	if (planned.kind === "doubt") return saidOf(planned)
	return planned.kind === "settle" && "message" in planned.outcome ? saidOf(planned.outcome) : undefined
}
