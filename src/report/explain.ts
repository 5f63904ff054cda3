import type { RowOutcome } from "../contract/outcome.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { doubtWords } from "../run/doubt-words.ts"
import { otherSpelling } from "../run/plan.ts"
import { foundUnlooked } from "../run/reconcile.ts"
import { saidOf } from "../run/said-of.ts"

/** Rows that may exist at Intergiro: running them again has to look first, so they never stand in `errors.csv`. */
export function mayExist(outcome: RowOutcome): boolean {
	return outcome.kind === "unknown" || outcome.kind === "conflict"
}

/** Doubts that no listing settles; their messages say what to do. */
const onlyPerson: ReadonlySet<string> = new Set([otherSpelling, foundUnlooked])

/** `import_code` and `import_message`: what is wrong, and what to do. */
export function explain(outcome: Exclude<RowOutcome, { id: string }>): { code: string; message: Sentences } {
	switch (outcome.kind) {
		case "invalid":
		case "left-out":
			return { code: outcome.code, message: saidOf(outcome) }
		case "rejected":
			return {
				code: outcome.code,
				message: told`${outcome.message} Nothing was created. A card token may be spent by the attempt: correct the row, with a new token where the card was refused, and ${{ way: "import-rest", as: "mended" }}.`,
			}
		case "verification-required":
			return {
				code: "verification-required",
				message: `${outcome.message} Nothing was created: the cardholder has to verify the card${outcome.url === undefined ? "" : ` at ${outcome.url}`} and needs a new card token then.`,
			}
		case "not-sent":
			return {
				code: outcome.code,
				message: told`${outcome.message} Nothing was created: ${{ way: "import-rest", as: "is" }}.`,
			}
		case "unknown":
			return {
				code: outcome.code,
				message: onlyPerson.has(outcome.code)
					? doubtWords(outcome)
					: told`${doubtWords(outcome)} It may exist at Intergiro.${{ way: "look-first" }}`,
			}
		case "conflict":
			return { code: "conflict", message: outcome.message }
	}
}
