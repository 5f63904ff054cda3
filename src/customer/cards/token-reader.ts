import type { CheckOptions } from "../check-options.ts"
import { type Audience, audienceIn, type Claims, cardClaimsOf, expiryIn, isJwt, last4In } from "../claims.ts"
import { holdsToken } from "../columns/column-counter.ts"
import type { FindingCode } from "../finding-codes.ts"
import { quoted } from "../finding-codes.ts"
import { expiryColumn, lastFourColumn } from "../headers/card-columns.ts"
import { remarksOn } from "../kinds/card-token.ts"
import { isErrorValue } from "../kinds/damage.ts"
import { type CardColumns, type CardComparison, cardComparison, type TokenCard } from "./other-card.ts"
import { isCut, isStray } from "./token-cut.ts"
import { type TokenFacts, type TokenTally, usualAudience } from "./token-facts.ts"
import { isWholeToken, tokenForm } from "./token-form.ts"

/** Takes what is to be said of a cell of the row at hand; never a token. */
export type ReportCell = (code: FindingCode, index: number, detail?: string) => void

const none: readonly string[] = []

/** Characters: a longer value may be a token of another system. */
const longestShown = 16

/** Reads the card tokens of the rows of one file, and says what is wrong with them. */
export class TokenReader {
	private readonly facts: TokenFacts | undefined
	/** Whom the tokens have to be for: whom the key takes, or else most of them. */
	private readonly audience: Audience | undefined
	private readonly compare: CardComparison | undefined

	/**
	 * @param indices places of the columns of card tokens
	 * @param unsent which columns are not sent: they may say which card a row has
	 * @param tally counts the tokens
	 * @param onlyTokens whether any other value in such a column means that there is no card
	 */
	constructor(
		columns: readonly string[],
		private readonly indices: readonly number[],
		unsent: (index: number) => boolean,
		private readonly options: CheckOptions,
		private readonly tally: TokenTally | undefined,
		private readonly onlyTokens: boolean,
	) {
		this.facts = options.facts?.tokens
		this.audience = options.audience ?? (this.facts && usualAudience(this.facts))
		this.compare = indices.length === 0 ? undefined : cardComparison(cardColumns(columns, unsent))
	}

	/** @param clean cleans a cell that is no whole token, and says how */
	read(
		cells: readonly string[],
		clean: (cell: string, index: number) => string,
		report: ReportCell,
	): readonly string[] {
		if (this.indices.length === 0) return none
		const tokens: string[] = []
		const cards: (TokenCard | undefined)[] | undefined = this.compare && []
		for (const index of this.indices) {
			const cell = cells[index] ?? ""
			const isWhole = isWholeToken(cell)
			const token = isWhole || cell === "" ? cell : this.cardIn(clean(cell, index), index, report)
			if (token !== "" && !(this.facts && isStray(token, this.facts))) tokens.push(token)
			const claims = token === "" ? undefined : this.judge(token, isWhole, index, report)
			cards?.push(token === "" ? undefined : cardOf(claims))
		}
		if (tokens.length === 0) report("card.none", this.indices[0] ?? 0)
		const other = cards && this.compare?.(cells, cards)
		if (other) report("token.other-card", other.index, other.detail)
		return tokens
	}

	/** A person may have said that only what is a card token is a card, and any other value another way to pay. */
	private cardIn(value: string, index: number, report: ReportCell): string {
		if (!this.onlyTokens || value === "" || holdsToken(value)) return value
		report("card.other-payment", index, quoted(value))
		return ""
	}

	/** The tokens of a row of which nothing else is read. */
	wholeIn(cells: readonly string[]): readonly string[] {
		return this.indices.flatMap((index) => (isJwt(cells[index] ?? "") ? (cells[index] ?? []) : []))
	}

	/** Says what is wrong with a token, and reads its claims. */
	private judge(token: string, isWhole: boolean, index: number, report: ReportCell): Claims | undefined {
		if (isErrorValue(token)) {
			report("value.damaged", index, quoted(token))
			return undefined
		}
		const damage = isWhole ? undefined : tokenForm(token)
		if (damage) {
			report(damage, index)
			return undefined
		}
		const claims = cardClaimsOf(token)
		this.tally?.add(token, claims !== undefined, claims && audienceIn(claims))
		if (this.facts && isCut(token, claims !== undefined, this.facts)) {
			report("token.cut", index)
			return claims
		}
		if (this.facts && isStray(token, this.facts)) {
			report("token.stray", index, token.length <= longestShown ? quoted(token) : undefined)
			return claims
		}
		for (const { code, detail } of remarksOn(claims, this.options.now, this.audience)) report(code, index, detail)
		return claims
	}
}

function cardOf(claims: Claims | undefined): TokenCard {
	return { expiry: claims && expiryIn(claims), lastFour: claims && last4In(claims) }
}

/** The columns that by their names say which card a row has. */
function cardColumns(columns: readonly string[], unsent: (index: number) => boolean): CardColumns {
	const placesOf = (holds: (name: string) => boolean) =>
		columns.flatMap((name, index) => (unsent(index) && holds(name) ? [index] : []))
	return {
		expiry: placesOf((name) => expiryColumn(name) === "date"),
		months: placesOf((name) => expiryColumn(name) === "month"),
		years: placesOf((name) => expiryColumn(name) === "year"),
		lastFour: placesOf(lastFourColumn),
	}
}
