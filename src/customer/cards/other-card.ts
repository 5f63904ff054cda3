import type { Expiry } from "../claims.ts"
import { remembered } from "../remembered.ts"
import { expiriesIn, expiriesOf } from "./expiry.ts"
import { lastFoursIn } from "./last-four.ts"

/** Places of the columns that say which card a row has, in the order of the file. A date may be in two columns. */
export interface CardColumns {
	readonly expiry: readonly number[]
	readonly months: readonly number[]
	readonly years: readonly number[]
	readonly lastFour: readonly number[]
}

/** What a token says of its card; undefined where it says nothing. */
export interface TokenCard {
	readonly expiry: Expiry | undefined
	readonly lastFour: string | undefined
}

/** Where a row and its token speak of different cards. */
export interface OtherCard {
	/** Place of the column that says otherwise. */
	readonly index: number
	/** What both say, as in `the file says 12/27, the token 03/29`. */
	readonly detail: string
	/** What each says. */
	readonly file: string
	readonly token: string
}

/**
 * Compares what a row says of its cards with what its tokens say: where a column slipped by a row, they disagree. What
 * neither says is not compared, and any reading that agrees will do. The columns belong to the tokens one by one where
 * they are as many, and else to any of them.
 * @param cards of the tokens in the order of their columns; undefined for an empty cell
 */
export type CardComparison = (
	cells: readonly string[],
	cards: readonly (TokenCard | undefined)[],
) => OtherCard | undefined

/** Prepares the comparison for the rows of one file, whose dates and digits recur; undefined where it has neither. */
export function cardComparison({ expiry, months, years, lastFour }: CardColumns): CardComparison | undefined {
	if (expiry.length + months.length + lastFour.length === 0) return undefined
	const dates = remembered((text) => expiriesIn(text).map(shown), mostRemembered)
	const dateIn = (cells: readonly string[], index: number) => dates(cells[index] ?? "") ?? []
	const partsIn = (cells: readonly string[], index: number, place: number) =>
		expiriesOf(cells[index] ?? "", cells[years[place] ?? -1] ?? "").map(shown)
	const fourIn = (cells: readonly string[], index: number) => lastFoursIn(cells[index] ?? "")
	const dateOf = ({ expiry }: TokenCard) => expiry && shown(expiry)
	return (cells, cards) =>
		disagreement(cells, cards, expiry, dateIn, dateOf) ??
		disagreement(cells, cards, months, partsIn, dateOf) ??
		disagreement(cells, cards, lastFour, fourIn, ({ lastFour }) => lastFour)
}

function disagreement(
	cells: readonly string[],
	cards: readonly (TokenCard | undefined)[],
	indices: readonly number[],
	readingsOf: (cells: readonly string[], index: number, place: number) => readonly string[],
	partOf: (card: TokenCard) => string | undefined,
): OtherCard | undefined {
	for (const [place, index] of indices.entries()) {
		const own = indices.length === cards.length ? [cards[place]] : cards
		const values = own.flatMap((card) => (card ? [partOf(card)] : []))
		if (values.length === 0 || values.includes(undefined)) continue
		const readings = readingsOf(cells, index, place)
		if (readings.length > 0 && !readings.some((reading) => values.includes(reading)))
			return differing(index, readings[0] ?? "", values.join(" or "))
	}
	return undefined
}

function differing(index: number, file: string, token: string): OtherCard {
	return { index, detail: `the file says ${file}, the token ${token}`, file, token }
}

/** As many months as cards are good for, in some forms. */
const mostRemembered = 1000

/** As on a card. */
function shown({ month, year }: Expiry): string {
	return `${String(month).padStart(2, "0")}/${String(year % 100).padStart(2, "0")}`
}
