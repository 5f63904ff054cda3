import type { Audience } from "../claims.ts"
import {
	type CardWitnesses,
	joinWitnessFacts,
	noWitnesses,
	noWitnessFacts,
	type WitnessFacts,
	WitnessTally,
	witnessesIn,
} from "./card-witnesses.ts"

/**
 * What the tokens of a file that begin as a JWT have in common. Plain JSON; facts of the parts of a file add up.
 * Counts and lengths only, nothing of a token itself.
 */
export interface TokenFacts {
	/** Cells with a token of whatever form. */
	readonly tokens: number
	/** Tokens that begin as a JWT, but for those of five parts, which are encrypted. */
	readonly jwts: number
	/** Those with three parts and claims that can be read. */
	readonly whole: number
	/** How many have a third part of this length; 0 where there is none. */
	readonly signatures: Readonly<Record<number, number>>
	/** The greatest length of a token, how many have it, and between which lengths their third parts lie. */
	readonly longest: TokenLength
	/** How many say by themselves that they are for live cards alone, and for tests alone; not in journals of before it was counted. */
	readonly audiences?: AudienceCounts
	/** By the place of a column that says only that something expires, where it says otherwise than the token. */
	readonly expiries?: ExpiryFacts
	/** Of a part of a file: what tells which columns say of cards by their values. */
	readonly beside?: WitnessFacts
	/** Of a whole file: those of them that any row denies; not in journals of before it was counted. */
	readonly witnesses?: CardWitnesses
}

type ExpiryFacts = Readonly<Record<number, OtherExpiries>>

interface OtherExpiries {
	readonly rows: number
	/** By month, how many more rows have it in the column than by their tokens, which is none where the one slipped by some rows. */
	readonly more: Readonly<Record<string, number>>
	/** By month, how many rows without a card have it; not in journals of before it was counted. */
	readonly bare?: Readonly<Record<string, number>>
}

type AudienceCounts = Readonly<Record<Audience, number>>

interface TokenLength {
	readonly length: number
	readonly count: number
	readonly shortest: number
	readonly greatest: number
}

const noAudiences: AudienceCounts = { production: 0, development: 0 }

export const noTokenFacts: TokenFacts = {
	tokens: 0,
	jwts: 0,
	whole: 0,
	signatures: {},
	longest: { length: 0, count: 0, shortest: 0, greatest: 0 },
	audiences: noAudiences,
}

/** Adds up what was counted in parts of a file. */
export function joinTokenFacts(one: TokenFacts, other: TokenFacts): TokenFacts {
	const signatures: Record<number, number> = { ...one.signatures }
	for (const [length, count] of Object.entries(other.signatures))
		signatures[Number(length)] = (signatures[Number(length)] ?? 0) + count
	return {
		tokens: one.tokens + other.tokens,
		jwts: one.jwts + other.jwts,
		whole: one.whole + other.whole,
		signatures,
		longest: longestOf(one.longest, other.longest),
		audiences: joinAudiences(one.audiences, other.audiences),
		...joinExpiries(one.expiries, other.expiries),
		beside: joinWitnessFacts(one.beside ?? noWitnessFacts, other.beside ?? noWitnessFacts),
	}
}

/** What the tokens of a whole file have in common, of those of its parts. */
export function wholeTokenFacts({ beside = noWitnessFacts, ...facts }: TokenFacts): TokenFacts {
	return { ...facts, witnesses: witnessesIn(beside) }
}

/** Whether a column whose name does not say so is of cards, and some rows speak of others than their tokens do. */
export function hasWitness({ witnesses: { expiry, lastFour } = noWitnesses }: TokenFacts): boolean {
	return expiry.length + lastFour.length > 0
}

function joinExpiries(one: ExpiryFacts = {}, other: ExpiryFacts = {}): Pick<TokenFacts, "expiries"> {
	const places = [...new Set([...Object.keys(one), ...Object.keys(other)])].map(Number)
	if (places.length === 0) return {}
	const joined = places.map((place) => {
		const parts = [one[place], other[place]].flatMap((part) => part ?? [])
		const rows = parts.reduce((sum, part) => sum + part.rows, 0)
		const bare = summed(parts.map((part) => part.bare ?? {}))
		return [place, { rows, more: summed(parts.map((part) => part.more)), bare }] as const
	})
	return { expiries: Object.fromEntries(joined) }
}

function summed(parts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
	const sum: Record<string, number> = {}
	for (const part of parts) for (const [key, count] of Object.entries(part)) sum[key] = (sum[key] ?? 0) + count
	return sum
}

/**
 * Whether what expires by a column is no card, as a membership: most rows say otherwise than their tokens, and most of those tokens
 * have a month that stands at no other row. Where the tokens slipped it stands at one, which may have no card any more.
 */
export function isOtherExpiry({ expiries = {}, tokens }: TokenFacts, place: number): boolean {
	const { rows = 0, more = {}, bare = {} } = expiries[place] ?? {}
	// Of many rows without a card, some have any month.
	const isFew = Object.values(bare).reduce((sum, count) => sum + count, 0) <= tokens
	const unmatched = Object.entries(more).reduce((sum, [month, count]) => {
		const free = count + (isFew ? (bare[month] ?? 0) : 0)
		return sum + Math.max(0, -free)
	}, 0)
	return rows > tokens / 2 && unmatched > rows / 2
}

export function hasOtherExpiry(facts: TokenFacts): boolean {
	return Object.keys(facts.expiries ?? {}).some((place) => isOtherExpiry(facts, Number(place)))
}

function joinAudiences(one = noAudiences, other = noAudiences): AudienceCounts {
	return { production: one.production + other.production, development: one.development + other.development }
}

function longestOf(one: TokenLength, other: TokenLength): TokenLength {
	if (one.length !== other.length) return one.length > other.length ? one : other
	return {
		length: one.length,
		count: one.count + other.count,
		shortest: Math.min(one.shortest, other.shortest),
		greatest: Math.max(one.greatest, other.greatest),
	}
}

interface ExpiryTally {
	rows: number
	readonly more: Record<string, number>
	readonly bare: Record<string, number>
}

/** Counts the tokens of a part of a file: some comparisons a token, and nothing made. */
export class TokenTally {
	readonly beside = new WitnessTally()
	private tokens = 0
	private jwts = 0
	private whole = 0
	private readonly signatures: Record<number, number> = {}
	private readonly audiences: Record<Audience, number> = { ...noAudiences }
	private readonly expiries: Record<number, ExpiryTally> = {}
	private readonly longest: { -readonly [Key in keyof TokenLength]: number } = { ...noTokenFacts.longest }

	/**
	 * @param readable whether the claims of the token can be read
	 * @param audience whom it is for by itself
	 */
	add(token: string, readable: boolean, audience?: Audience): void {
		this.tokens++
		if (audience) this.audiences[audience]++
		const signature = signatureLength(token)
		if (signature === undefined) return
		this.jwts++
		if (readable && signature > 0) this.whole++
		this.signatures[signature] = (this.signatures[signature] ?? 0) + 1
		const { longest } = this
		if (token.length < longest.length) return
		if (token.length > longest.length) {
			longest.length = token.length
			longest.count = 0
			longest.shortest = longest.greatest = signature
		}
		longest.count++
		longest.shortest = Math.min(longest.shortest, signature)
		longest.greatest = Math.max(longest.greatest, signature)
	}

	/** A column that says only that something expires, and otherwise than the token of its row. */
	addOtherExpiry(place: number, said: string, token: string): void {
		const found = this.expiryTally(place)
		found.rows++
		found.more[said] = (found.more[said] ?? 0) + 1
		found.more[token] = (found.more[token] ?? 0) - 1
	}

	/** The same column in a row without a card. @param said empty where it says nothing */
	addBareExpiry(place: number, said: string): void {
		if (said === "") return
		const { bare } = this.expiryTally(place)
		bare[said] = (bare[said] ?? 0) + 1
	}

	private expiryTally(place: number): ExpiryTally {
		const tally = this.expiries[place] ?? { rows: 0, more: {}, bare: {} }
		this.expiries[place] = tally
		return tally
	}

	facts(): TokenFacts {
		const { tokens, jwts, whole } = this
		const { longest, audiences } = this
		return {
			tokens,
			jwts,
			whole,
			signatures: { ...this.signatures },
			longest: { ...longest },
			audiences: { ...audiences },
			...joinExpiries(this.expiries),
			beside: this.beside.facts(),
		}
	}
}

/** Whom most of the tokens of a file are for; nothing where as many are for the one as for the other. */
export function usualAudience({
	audiences: { production, development } = noAudiences,
}: TokenFacts): Audience | undefined {
	if (production === development) return undefined
	return production > development ? "production" : "development"
}

/** Whether some tokens are for others than most. */
export function hasOtherAudience(facts: TokenFacts): boolean {
	const { production, development } = facts.audiences ?? noAudiences
	return usualAudience(facts) !== undefined && production > 0 && development > 0
}

/** The length of the third part of what begins as a JWT, 0 where there is none; undefined for tokens of another form. */
export function signatureLength(token: string): number | undefined {
	if (!token.startsWith("eyJ")) return undefined
	const first = token.indexOf(".")
	const second = token.indexOf(".", first + 1)
	if (second <= first) return 0
	return token.indexOf(".", second + 1) < 0 ? token.length - second - 1 : undefined
}
