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

/** A value that a row and its token have in common: a month, as in `12/27`, or digits. */
export type SameCard = string

/**
 * Compares what a row says of its cards with what its tokens say: where a column slipped by a row, they disagree. What
 * neither says is not compared, and any reading that agrees will do. The columns belong to the tokens one by one where
 * they are as many, and else to any of them. Undefined where nothing can be compared.
 * @param cards of the tokens in the order of their columns; undefined for an empty cell
 */
export type CardComparison = (
	cells: readonly string[],
	cards: readonly (TokenCard | undefined)[],
) => OtherCard | SameCard | undefined

/** Prepares the comparison for the rows of one file, whose dates and digits recur; undefined where it has neither. */
export function cardComparison({ expiry, months, years, lastFour }: CardColumns): CardComparison | undefined {
	if (expiry.length + months.length + lastFour.length === 0) return undefined
	const dates = remembered((text) => expiriesIn(text).map(shown), mostRemembered)
	const dateIn = (cells: readonly string[], index: number) => dates(cells[index] ?? "") ?? []
	const partsIn = (cells: readonly string[], index: number, place: number) =>
		expiriesOf(cells[index] ?? "", cells[years[place] ?? -1] ?? "").map(shown)
	const fourIn = (cells: readonly string[], index: number) => lastFoursIn(cells[index] ?? "")
	const dateOf = ({ expiry }: TokenCard) => expiry && shown(expiry)
	return (cells, cards) => {
		const date = compared(cells, cards, expiry, dateIn, dateOf)
		if (typeof date === "object") return date
		const parts = compared(cells, cards, months, partsIn, dateOf)
		if (typeof parts === "object") return parts
		// Of digits fewer have the same than of months.
		return compared(cells, cards, lastFour, fourIn, ({ lastFour }) => lastFour) ?? parts ?? date
	}
}

function compared(
	cells: readonly string[],
	cards: readonly (TokenCard | undefined)[],
	indices: readonly number[],
	readingsOf: (cells: readonly string[], index: number, place: number) => readonly string[],
	partOf: (card: TokenCard) => string | undefined,
): OtherCard | SameCard | undefined {
	let same: SameCard | undefined
	for (const [place, index] of indices.entries()) {
		const own = indices.length === cards.length ? [cards[place]] : cards
		const values = own.flatMap((card) => (card ? [partOf(card)] : []))
		if (values.length === 0 || values.includes(undefined)) continue
		const readings = readingsOf(cells, index, place)
		if (readings.length === 0) continue
		const common = readings.find((reading) => values.includes(reading))
		if (common === undefined) return differing(index, readings[0] ?? "", values.join(" or "))
		same = common
	}
	return same
}

function differing(index: number, file: string, token: string): OtherCard {
	return { index, detail: `the file says ${file}, the token ${token}`, file, token }
}

/** The month that a cell says, as it is compared; empty where it says none. */
export function shownIn(text: string): string {
	const [expiry] = text === "" ? [] : expiriesIn(text)
	return expiry === undefined ? "" : shown(expiry)
}

/** As many months as cards are good for, in some forms. */
const mostRemembered = 1000

/** As on a card. */
function shown({ month, year }: Expiry): string {
	return `${String(month).padStart(2, "0")}/${String(year % 100).padStart(2, "0")}`
}
