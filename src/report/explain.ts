import type { Outcome } from "../contract/outcome.ts"
import { doubtWords } from "../run/doubt-words.ts"
import { otherSpelling } from "../run/plan.ts"
import { foundUnlooked } from "../run/reconcile.ts"

/** Rows that may exist at Intergiro: running them again has to look first, so they never stand in `errors.csv`. */
export function mayExist(outcome: Outcome): boolean {
	return outcome.kind === "unknown" || outcome.kind === "conflict"
}

/** Doubts that no listing settles; their messages say what to do. */
const onlyPerson: ReadonlySet<string> = new Set([otherSpelling, foundUnlooked])

/** `import_code` and `import_message`: what is wrong, and what to do. */
export function explain(outcome: Exclude<Outcome, { id: string }>): { code: string; message: string } {
	switch (outcome.kind) {
		case "invalid":
		case "left-out":
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
				message: onlyPerson.has(outcome.code)
					? doubtWords(outcome)
					: `${doubtWords(outcome)} It may exist at Intergiro. Running this file looks it up first where the key can list, and sends nothing blindly.`,
			}
		case "conflict":
			return { code: "conflict", message: outcome.message }
	}
}
