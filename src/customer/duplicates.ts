import { claimsOf } from "./claims.ts"
import type { Finding } from "./finding.ts"
import { finding, quoted } from "./finding-codes.ts"
import { listed } from "./listed.ts"
import { isDigit } from "./quick-look.ts"

/** The key by which two customer numbers are the same customer: exactly as cleaned. */
export function numberKey(number: string): string {
	return number
}

/** The key by which two different customer numbers are suspiciously alike: no case, spaces, apostrophe before it, leading zeros, decimals, full-width forms or other dashes. */
export function nearKey(number: string): string {
	if (plainNumber.test(number)) return number.toLowerCase()
	return number
		.normalize("NFKC")
		.toLowerCase()
		.replace(/\s|^['"‘’“”`´]+/g, "")
		.replace(/[\p{Pd}\u2212]/gu, "-")
		.replace(/^0+(?=.)/, "")
		.replace(/(?<=\d)[.,]0{1,2}$/, "")
}

/** ASCII, no zero first and no decimal last. */
const plainNumber = /^[1-9A-Za-z][0-9A-Za-z_-]*$/

/** Characters of the claims of a token from which on they may hold what no other token has. */
const longClaims = 100
/** No signature is shorter. */
const shortestSignature = 43

/**
 * Where in a token the part stands by which it is known; two writings of one token have it in common. Long claims are
 * sealed anew for each token; else it is the signature, but for the number that a spreadsheet counts up where a cell is
 * filled downwards.
 */
export function tokenCore(token: string): { readonly from: number; readonly to: number } {
	const claims = token.indexOf(".") + 1
	const signature = afterLastDot(token, claims)
	if (claims > 0 && signature - claims > longClaims) return { from: claims, to: signature - 1 }
	let to = token.length
	if (token.length - signature >= shortestSignature && token.startsWith("eyJ"))
		while (isDigit(token.charCodeAt(to - 1))) to--
	return { from: 0, to }
}

/** From the front, where the third part is the last: signatures are long, and `lastIndexOf` is slow. */
function afterLastDot(token: string, claims: number): number {
	const third = token.indexOf(".", claims) + 1
	return third > 0 && token.indexOf(".", third) < 0 ? third : token.lastIndexOf(".") + 1
}

/** The key by which two card tokens are one and the same, perhaps with another ending. */
export function tokenKey(token: string): string {
	const { from, to } = tokenCore(token)
	if (from === 0 || isSealed(token)) return token.slice(0, to)
	return token.length - to > shortestSignature ? token.replace(/\d+$/, "") : token
}

/** Whether the claims hold what no two tokens share: an id, or something encrypted. */
function isSealed(token: string): boolean {
	const claims = claimsOf(token) ?? {}
	return Object.entries(claims).some(
		([name, value]) => typeof value === "string" && (value.length >= 40 || (name === "jti" && value.length >= 8)),
	)
}

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

/** What to say of a row that its earlier one says as well, with the same cards. */
export function copyOf(duplicate: Finding): Finding {
	return { ...duplicate, tip: "The row says the same, with the same card: nothing is lost without it. Delete it." }
}

/** What to say of a row with a card token that another row, or this row, has too. */
export function duplicateToken(row: number, first: number, column?: string): Finding {
	return finding("token.duplicate", row, {
		column,
		field: "token",
		detail: first === row ? "twice in this row" : first < row ? `first in row ${first}` : `again in row ${first}`,
	})
}

/** What to say of a row whose token is that of another row but for its ending. */
export function filledToken(row: number, other: number, column?: string): Finding {
	return finding("token.filled", row, { column, field: "token", detail: `row ${other}` })
}

/** What to say of a row whose number another row has too, and who differs. @param differing the names of the fields in which they do */
export function sharedNumber(row: number, number: string, other: number, differing: readonly string[]): Finding {
	const how = differing.length === 0 ? "" : `, with another ${listed(differing)}`
	return finding("number.shared", row, { field: "number", detail: `${quoted(number)}, also in row ${other}${how}` })
}

/** What to say of a row of a customer who has other cards in other rows, of which a person said to look at them. */
export function severalCards(row: number, number: string, other: number): Finding {
	return finding("number.several-cards", row, { field: "number", detail: `${quoted(number)}, also in row ${other}` })
}

/** What to say of a row whose number another row of the same name and e-mail has in another spelling. */
export function otherSpelling(
	row: number,
	number: string,
	other: { readonly row: number; readonly number: string },
): Finding {
	const detail = `${quoted(number)}, and ${quoted(other.number)} in row ${other.row}`
	return finding("number.other-spelling", row, { field: "number", detail })
}

/** The search on exact values, in memory: for files of up to some hundred thousand rows, and as the measure of faster ones. */
export class DuplicateSearch {
	private readonly numbers = new Map<string, number>()
	private readonly near = new Map<string, { row: number; number: string }>()
	private readonly tokens = new Map<string, { row: number; token: string; owner: string }>()

	/** @param joins whether rows of one customer were to be joined, and the same number here means that these cannot be */
	constructor(private readonly joins = false) {}

	/**
	 * What is wrong with a row in view of those before it. An error among the findings means: do not send this row.
	 * @param number empty where it is not compared
	 * @param owner the number of the customer whose cards these are: what other rows of the same have is no other's
	 * @param keys of the tokens, in their order
	 */
	check(
		row: number,
		number: string,
		tokens: readonly string[],
		owner = number,
		keys: readonly string[] = tokens.map(tokenKey),
	): readonly Finding[] {
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
		for (const [index, token] of tokens.entries()) {
			const key = keys[index] ?? ""
			const first = this.tokens.get(key)
			if (first === undefined) this.tokens.set(key, { row, token, owner })
			else if (first.token !== token || first.owner !== owner || owner === "" || first.row === row)
				findings.push(first.token === token ? duplicateToken(row, first.row) : filledToken(row, first.row))
		}
		return findings
	}
}
