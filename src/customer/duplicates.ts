import type { Finding } from "./finding.ts"
import { finding, quoted } from "./finding-codes.ts"

/** The key by which two customer numbers are the same customer: exactly as cleaned. */
export function numberKey(number: string): string {
	return number
}

/** The key by which two different customer numbers are suspiciously alike: no case, spaces, apostrophe before it, leading zeros, decimals or full-width forms. */
export function nearKey(number: string): string {
	if (plainNumber.test(number)) return number.toLowerCase()
	return number
		.normalize("NFKC")
		.toLowerCase()
		.replace(/\s|^['"‘’“”`´]+/g, "")
		.replace(/^0+(?=.)/, "")
		.replace(/(?<=\d)[.,]0{1,2}$/, "")
}

/** ASCII, no zero first and no decimal last. */
const plainNumber = /^[1-9A-Za-z][0-9A-Za-z_-]*$/

/** `apart`: the same, in rows that were to be joined and cannot be. */
export type NumberMatch = "exact" | "apart" | "near"

/** What to say of a row whose number is that of an earlier row, or nearly. */
export function duplicateNumber(
	match: NumberMatch,
	row: number,
	number: string,
	first: { readonly row: number; readonly number: string },
	column?: string,
): Finding {
	return match === "near"
		? finding("number.near-duplicate", row, {
				column,
				field: "number",
				detail: `${quoted(number)}, and ${quoted(first.number)} in row ${first.row}`,
			})
		: finding(match === "apart" ? "number.not-joined" : "number.duplicate", row, {
				column,
				field: "number",
				detail: `${quoted(number)}, first in row ${first.row}`,
			})
}

/** What to say of a row with a card token that another row, or this row, has too. */
export function duplicateToken(row: number, first: number, column?: string): Finding {
	return finding("token.duplicate", row, {
		column,
		field: "token",
		detail: first === row ? "twice in this row" : first < row ? `first in row ${first}` : `again in row ${first}`,
	})
}

/** The search on exact values, in memory: for files of up to some hundred thousand rows, and as the measure of faster ones. */
export class DuplicateSearch {
	private readonly numbers = new Map<string, number>()
	private readonly near = new Map<string, { row: number; number: string }>()
	private readonly tokens = new Map<string, number>()

	/** @param joins whether rows of one customer were to be joined, and the same number here means that these cannot be */
	constructor(private readonly joins = false) {}

	/** What is wrong with a row in view of those before it. An error among the findings means: do not send this row. */
	check(row: number, number: string, tokens: readonly string[]): readonly Finding[] {
		const findings: Finding[] = []
		if (number !== "") {
			const first = this.numbers.get(numberKey(number))
			if (first !== undefined)
				findings.push(duplicateNumber(this.joins ? "apart" : "exact", row, number, { row: first, number }))
			else {
				this.numbers.set(numberKey(number), row)
				const key = nearKey(number)
				const alike = this.near.get(key)
				if (alike !== undefined) findings.push(duplicateNumber("near", row, number, alike))
				else if (key !== "") this.near.set(key, { row, number })
			}
		}
		for (const token of tokens) {
			const first = this.tokens.get(token)
			if (first !== undefined) findings.push(duplicateToken(row, first))
			else this.tokens.set(token, row)
		}
		return findings
	}
}
