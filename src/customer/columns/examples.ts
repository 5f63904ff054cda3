import { quoted } from "../finding-codes.ts"
import type { Candidate } from "./question.ts"

const mostShown = 3

/** Some values of a column, as a question shows them; none of them a card token. */
export function examplesOf({ evidence }: Pick<Candidate, "evidence">): readonly string[] {
	return evidence.examples.slice(0, mostShown).map(quoted)
}
