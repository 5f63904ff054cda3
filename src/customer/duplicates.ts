import { claimsOf } from "./claims.ts"
import { isDigit } from "./quick-look.ts"
import { nearDuplicate, type Remark } from "./remark.ts"

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

/** The search on exact values, in memory: for files of up to some hundred thousand rows, and as the measure of faster ones. */
export class DuplicateSearch {
	private readonly numbers = new Map<string, number>()
	private readonly near = new Map<string, { row: number; number: string }>()
	private readonly tokens = new Map<string, { row: number; token: string; owner: string }>()

	/** @param joins whether rows of one customer were to be joined, and the same number here means that these cannot be */
	constructor(private readonly joins = false) {}

	/** No later row has this number, nor another spelling of it. */
	forget(number: string): void {
		this.numbers.delete(numberKey(number))
		this.near.delete(nearKey(number))
	}

	/**
	 * What is wrong with a row in view of those before it. An error among the remarks means: do not send this row.
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
	): readonly Remark[] {
		const remarks: Remark[] = []
		if (number !== "") {
			const first = this.numbers.get(numberKey(number))
			if (first !== undefined)
				remarks.push({ kind: this.joins ? "number.not-joined" : "number.duplicate", other: first })
			else {
				this.numbers.set(numberKey(number), row)
				const key = nearKey(number)
				const alike = this.near.get(key)
				if (alike !== undefined) remarks.push(nearDuplicate(row, number, alike))
				else if (key !== "") this.near.set(key, { row, number })
			}
		}
		for (const [index, token] of tokens.entries()) {
			const key = keys[index] ?? ""
			const first = this.tokens.get(key)
			if (first === undefined) this.tokens.set(key, { row, token, owner })
			else if (first.token !== token || first.owner !== owner || owner === "" || first.row === row)
				remarks.push({ kind: first.token === token ? "token.duplicate" : "token.filled", other: first.row })
		}
		return remarks
	}
}
