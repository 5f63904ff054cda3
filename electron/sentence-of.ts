import { findingCodes } from "../src/customer/finding-codes.ts"

const sentences = new Map<string, string>(Object.entries(findingCodes).map(([code, { sentence }]) => [code, sentence]))

/** What is said of all rows with a finding; of a code of another version what was said of the first. */
export function sentenceOf(code: string, message: string): string {
	return sentences.get(code) ?? message
}
