import type { CheckOptions } from "../check-options.ts"
import { audienceIn, type Claims, cardClaimsOf, expiryIn, isJwt, last4In } from "../claims.ts"
import { holdsToken } from "../columns/column-counter.ts"
import { type Mapping, statusSaid } from "../columns/mapping.ts"
import type { FindingCode } from "../finding-codes.ts"
import { quoted } from "../finding-codes.ts"
import { expiryColumn, isOfPeriod, lastFourColumn, saysOnlyExpiry } from "../headers/card-columns.ts"
import { type RemarksOn, remarksFor } from "../kinds/card-token.ts"
import { isErrorValue } from "../kinds/damage.ts"
import { isDitto } from "../kinds/ditto.ts"
import { type CardStates, cardStates } from "./card-states.ts"
import { type CardWitnesses, noWitnesses } from "./card-witnesses.ts"
import { type CardColumns, type CardComparison, cardComparison, shownIn, type TokenCard } from "./other-card.ts"
import { isCut, isStray } from "./token-cut.ts"
import { isOtherExpiry, type TokenFacts, type TokenTally, usualAudience } from "./token-facts.ts"
import { isWholeToken, tokenForm } from "./token-form.ts"

/** Takes what is to be said of a cell of the row at hand; never a token. */
export type ReportCell = (code: FindingCode, index: number, detail?: string) => void

const none: readonly string[] = []

/** Characters: a longer value may be a token of another system. */
const longestShown = 16

/** Reads the card tokens of the rows of one file, and says what is wrong with them. */
export class TokenReader {
	private readonly indices: readonly number[]
	/** Of several columns the first that has a card counts, a person said. */
	private readonly isInstead: boolean
	private readonly facts: TokenFacts | undefined
	private readonly remarksOn: RemarksOn
	private readonly compare: CardComparison | undefined
	/** Columns that say only that something expires, which may be no card. */
	private readonly expiring: readonly number[]
	/** What says of cards how they stand. */
	private readonly states: readonly CardStates[]

	/**
	 * @param indices places of the columns of card tokens
	 * @param unsent which columns are not sent: they may say which card a row has
	 * @param tally counts the tokens
	 * @param cards what a person said of values that are no tokens, and of cards that can no longer be charged
	 */
	constructor(
		private readonly columns: readonly string[],
		indices: readonly number[],
		unsent: (index: number) => boolean,
		options: CheckOptions,
		private readonly tally: TokenTally | undefined,
		private readonly said: Mapping,
	) {
		const first = said.first?.token
		this.isInstead = typeof first === "string" && indices.length > 1
		const isFirst = (index: number) => Number(columns[index] === first)
		this.indices = this.isInstead ? [...indices].sort((a, b) => isFirst(b) - isFirst(a) || a - b) : indices
		this.facts = options.facts?.tokens
		this.states = cardStates(columns, indices, unsent, said)
		// Whom the key takes, or else most of them.
		this.remarksOn = remarksFor(options.now, options.audience ?? (this.facts && usualAudience(this.facts)))
		const spoken = cardColumns(columns, saysOfCard(unsent, this.facts), this.facts)
		this.compare = indices.length === 0 ? undefined : cardComparison(spoken)
		if (tally && indices.length > 0) tally.beside.watch(unnamed(columns, unsent))
		this.expiring = tally ? spoken.expiry.filter((index) => saysOnlyExpiry(columns[index] ?? "")) : []
	}

	/** Whether a column says how cards stand. */
	saysState(index: number): boolean {
		return this.states.some((state) => state.index === index)
	}

	/** @param clean cleans a cell that is no whole token, and says how */
	read(
		cells: readonly string[],
		clean: (cell: string, index: number) => string,
		report: ReportCell,
	): readonly string[] {
		if (this.indices.length === 0) return none
		const tokens: string[] = []
		const isCompared = this.compare !== undefined || this.tally?.beside.isNeeded === true
		const cards: (TokenCard | undefined)[] | undefined = isCompared ? [] : undefined
		let isRefused = false
		for (const index of this.indices) {
			const cell = cells[index] ?? ""
			const isWhole = isWholeToken(cell)
			if (cell !== "" && this.isInstead && tokens.length > 0) {
				if (holdsToken(cell)) report("card.other-column", index)
				cards?.push(undefined)
				continue
			}
			const token = isWhole || cell === "" ? cell : this.cardIn(clean(cell, index), index, report)
			if (token !== "" && this.states.length > 0 && this.leavesOut(cells, index, report)) {
				cards?.push(undefined)
				continue
			}
			if (token !== "" && this.isNone(token)) isRefused = true
			else if (token !== "") tokens.push(token)
			const claims = token === "" ? undefined : this.judge(token, isWhole, index, report)
			cards?.push(token === "" ? undefined : cardOf(claims))
		}
		// Of a row that is not sent for what stands in place of its card there is nothing more to say.
		if (tokens.length === 0 && !isRefused) {
			report("card.none", this.indices[0] ?? 0)
			for (const index of this.expiring) this.tally?.addBareExpiry(index, shownIn(cells[index] ?? ""))
		}
		if (cards) this.tally?.beside.add(cells, cards)
		const other = cards && this.compare?.(cells, cards)
		if (typeof other === "object") {
			report("token.other-card", other.index, other.detail)
			if (saysOnlyExpiry(this.columns[other.index] ?? ""))
				this.tally?.addOtherExpiry(other.index, other.file, other.token)
		}
		return tokens
	}

	/** Whether a cell holds what was meant as no token, or lost. */
	private isNone(token: string): boolean {
		return isLost(token) || (this.facts !== undefined && isStray(token, this.facts))
	}

	/** Whether a card is left out for how it stands; until a person said so, its row is an error. */
	private leavesOut(cells: readonly string[], token: number, report: ReportCell): boolean {
		for (const { index, stateOf, of, isUnclear } of this.states) {
			if (!of.includes(token)) continue
			const cell = cells[index] ?? ""
			const state = stateOf(cell)
			if (state === undefined) continue
			const isDead = state === "dead"
			const said = isDead ? this.said.deadCards : statusSaid(this.said, this.columns[index] ?? "", cell)
			if (said === "sent") continue
			// Of the only card of the row there is no doubt whose state it is; of several it is told once.
			const [first, ...others] = isUnclear ? of.filter((one) => (cells[one] ?? "") !== "") : []
			const isOfSeveral = others.length > 0
			if (isOfSeveral && first !== token) continue
			if (isOfSeveral) report("card.which", index, quoted(cell.trim()))
			if (said === undefined) report(isDead ? "card.dead" : "card.status", index, quoted(cell.trim()))
			else if (!isOfSeveral) {
				report("card.left-out", index, quoted(cell.trim()))
				return true
			}
		}
		return false
	}

	/** A person may have said that only what is a card token is a card, and any other value another way to pay. */
	private cardIn(value: string, index: number, report: ReportCell): string {
		if (this.said.cards !== "only-tokens" || value === "" || holdsToken(value) || isLost(value)) return value
		report("card.other-payment", index, quoted(value))
		return ""
	}

	/** The tokens of a row of which nothing else is read. */
	wholeIn(cells: readonly string[]): readonly string[] {
		return this.indices.flatMap((index) => (isJwt(cells[index] ?? "") ? (cells[index] ?? []) : []))
	}

	/** Says what is wrong with a token, and reads its claims. */
	private judge(token: string, isWhole: boolean, index: number, report: ReportCell): Claims | undefined {
		if (isLost(token)) {
			report(isErrorValue(token) ? "value.damaged" : "value.ditto", index, quoted(token))
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
		for (const { code, detail } of this.remarksOn(claims)) report(code, index, detail)
		return claims
	}
}

/** Whether a card was meant that does not stand there: an error of a spreadsheet, or that it is another row's. */
function isLost(value: string): boolean {
	return isErrorValue(value) || isDitto(value)
}

/** What a token says of its card, by its claims. */
export function cardOf(claims: Claims | undefined): TokenCard {
	return { expiry: claims && expiryIn(claims), lastFour: claims && last4In(claims) }
}

/** Which columns that are not sent may say which card a row has. */
export function saysOfCard(unsent: (index: number) => boolean, facts: TokenFacts | undefined) {
	return (index: number): boolean => unsent(index) && !(facts && isOtherExpiry(facts, index))
}

/** The columns that are not sent and do not say by their names that they are of cards; their values may. */
function unnamed(columns: readonly string[], unsent: (index: number) => boolean): readonly number[] {
	const { expiry, months, years, lastFour } = cardColumns(columns, unsent)
	const named = new Set([...expiry, ...months, ...years, ...lastFour])
	return columns.flatMap((_, index) => (unsent(index) && !named.has(index) ? [index] : []))
}

/** The columns that by their names, or by the values of the whole file, say which card a row has. */
export function cardColumns(
	columns: readonly string[],
	unsent: (index: number) => boolean,
	{ witnesses = noWitnesses }: Pick<TokenFacts, "witnesses"> = {},
): CardColumns {
	const witness = (part: keyof CardWitnesses) => witnesses[part].filter(unsent)
	const placesOf = (holds: (name: string) => boolean) =>
		columns.flatMap((name, index) => (unsent(index) && holds(name) ? [index] : []))
	return {
		expiry: inOrder([
			...placesOf((name) => expiryColumn(name) === "date" && !isOfPeriod(name, columns)),
			...witness("expiry"),
		]),
		months: placesOf((name) => expiryColumn(name) === "month"),
		years: placesOf((name) => expiryColumn(name) === "year"),
		lastFour: inOrder([...placesOf(lastFourColumn), ...witness("lastFour")]),
	}
}

const inOrder = (places: readonly number[]) => [...places].sort((a, b) => a - b)
