import type { Expiry } from "../claims.ts"
import { remembered } from "../remembered.ts"
import { expiriesIn } from "./expiry.ts"
import { lastFoursIn } from "./last-four.ts"
import type { TokenCard } from "./other-card.ts"

/** Places of columns that by their values say which card a row has, whatever their names. */
export interface CardWitnesses {
	readonly expiry: readonly number[]
	readonly lastFour: readonly number[]
}

export const noWitnesses: CardWitnesses = { expiry: [], lastFour: [] }

type Part = keyof CardWitnesses

/** How often each value is there. */
type Counts = Readonly<Record<string, number>>

/** How the values of one column stand to what the tokens around them say. Plain JSON; those of parts of a file add up. */
interface Comparison {
	readonly values: Counts
	/** By the distance in rows, from `-reach` on: how often both say something, and how often the same. */
	readonly both: readonly number[]
	readonly same: readonly number[]
}

/** What tells which columns say of cards. Only of what the file has in columns that are not sent. */
export interface WitnessFacts {
	readonly tokens: Readonly<Record<Part, Counts>>
	readonly columns: Readonly<Record<Part, Readonly<Record<number, Comparison>>>>
}

export const noWitnessFacts: WitnessFacts = {
	tokens: { expiry: {}, lastFour: {} },
	columns: { expiry: {}, lastFour: {} },
}

/** Rows by which cards are looked for above and below their own. */
const reach = 8
const distances = 2 * reach + 1
/** What of two values is the same by chance, at least: of the months of cards, and of four digits. */
const leastChance: Readonly<Record<Part, number>> = { expiry: 1 / 40, lastFour: 1 / 2_000 }
/** Less likely than this, at whatever distance, values do not agree by chance. */
const unlikely = 0.01
/** Of the values that can be compared so many have to agree with a card, at one distance or another. */
const share = 0.5
/** With fewer different values, those of a column that was sorted are the same by chance. */
const fewestDifferent = 5
/** Values by which it is told whether a column is worth looking at, and worth comparing with the rows around. */
const looked = 64
const compared = 1_024
/** As many months as cards are good for, in some forms. */
const mostRemembered = 1_000
/** No month and no number of a card is longer. */
const longest = 24

/**
 * Which columns have the expiry or the last digits of the cards: most of their values are those of a token at some distance of rows, or
 * all of them are those of the tokens in another order. Only those that any row denies: the others say nothing that is not known.
 */
export function witnessesIn({ tokens, columns }: WitnessFacts): CardWitnesses {
	const placesOf = (part: Part) =>
		Object.entries(columns[part]).flatMap(([place, found]) => {
			const isDenied = (found.same[reach] ?? 0) < (found.both[reach] ?? 0)
			const isWitness = isDenied && (isBeside(found, tokens[part], part) || isReordered(found, tokens[part]))
			return isWitness ? [Number(place)] : []
		})
	return { expiry: placesOf("expiry"), lastFour: placesOf("lastFour") }
}

function isBeside({ both, same, values }: Comparison, tokens: Counts, part: Part): boolean {
	const least = leastChance[part]
	const chance = Math.sqrt(Math.max(least, collisions(values)) * Math.max(least, collisions(tokens)))
	const looks = both.filter((all) => all > 0).length
	const agreeing = same.reduce((sum, agree, at) => {
		const all = both[at] ?? 0
		const isChance = chanceOf(agree, all, chance) * looks > unlikely
		return isChance ? sum : sum + agree - all * chance
	}, 0)
	return agreeing > 0 && agreeing >= Math.max(...both) * share * (1 - chance)
}

/** How likely two values of a column are the same. */
function collisions(counts: Counts): number {
	const all = Object.values(counts)
	const sum = total(counts)
	return sum < 2 ? 0 : all.reduce((pairs, count) => pairs + count * (count - 1), 0) / (sum * (sum - 1))
}

/** At most how likely so many of all agree, each by this chance. */
function chanceOf(agree: number, all: number, chance: number): number {
	const part = agree / all
	if (all === 0 || part <= chance) return 1
	const rest = part === 1 ? 0 : (1 - part) * Math.log((1 - part) / (1 - chance))
	return Math.exp(-all * (part * Math.log(part / chance) + rest))
}

/** Whether the values are those of the tokens, closer than two columns of the same kind of value come by chance. */
function isReordered({ values }: Comparison, tokens: Counts): boolean {
	const spoken = Object.entries(tokens)
	if (spoken.length < fewestDifferent) return false
	const missing = spoken.reduce((sum, [value, count]) => sum + Math.max(0, count - (values[value] ?? 0)), 0)
	const byChance = spoken.reduce((sum, [value, count]) => sum + 0.4 * Math.sqrt(count + (values[value] ?? 0)), 0)
	return missing <= byChance / 4 && total(values) - total(tokens) <= byChance / 2
}

function total(counts: Counts): number {
	return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** Adds up what was counted in parts of a file. */
export function joinWitnessFacts(one: WitnessFacts, other: WitnessFacts): WitnessFacts {
	const columns = (part: Part) => {
		const [ours, theirs] = [one.columns[part], other.columns[part]]
		const places = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].map(Number)
		return Object.fromEntries(places.map((place) => [place, joined(ours[place], theirs[place])]))
	}
	return {
		tokens: {
			expiry: sum(one.tokens.expiry, other.tokens.expiry),
			lastFour: sum(one.tokens.lastFour, other.tokens.lastFour),
		},
		columns: { expiry: columns("expiry"), lastFour: columns("lastFour") },
	}
}

const nothing: Comparison = { values: {}, both: [], same: [] }

function joined(one = nothing, other = nothing): Comparison {
	const added = (ours: readonly number[], theirs: readonly number[]) =>
		Array.from({ length: distances }, (_, at) => (ours[at] ?? 0) + (theirs[at] ?? 0))
	return {
		values: sum(one.values, other.values),
		both: added(one.both, other.both),
		same: added(one.same, other.same),
	}
}

function sum(one: Counts, other: Counts): Counts {
	const all: Record<string, number> = { ...one }
	for (const [value, count] of Object.entries(other)) all[value] = (all[value] ?? 0) + count
	return all
}

type Values = readonly number[]

const none: Values = []

/** A column that may say of cards, and its values of the last rows. */
interface Watched {
	readonly place: number
	readonly valuesIn: (cell: string) => Values | undefined
	readonly recent: Values[]
	readonly values: Map<number, number>
	readonly both: number[]
	readonly same: number[]
	filled: number
	readable: number
	/** Whether it may still agree with the rows around; else only its values are counted. */
	isCompared: boolean
}

/** What the tokens say of one part of a card, and those of the last rows. */
interface Spoken {
	readonly recent: Values[]
	readonly values: Map<number, number>
	first: number
	last: number
	watched: readonly Watched[]
}

/** Compares columns with the cards of the rows around. A column whose values are of no card is soon looked at no more. */
export class WitnessTally {
	readonly #expiry = spoken()
	readonly #lastFour = spoken()
	#rows = 0

	/** @param places columns that are not sent, and whose names do not say that they are of cards */
	watch(places: readonly number[]): void {
		this.#expiry.watched = places.map((place) => watched(place, (cell) => expiriesIn(cell).map(monthOf)))
		this.#lastFour.watched = places.map((place) => watched(place, (cell) => lastFoursIn(cell).map(Number)))
	}

	/** Whether there is any column left to look at. */
	get isNeeded(): boolean {
		return this.#expiry.watched.length + this.#lastFour.watched.length > 0
	}

	/** A row, with what its tokens say of their cards. */
	add(cells: readonly string[], cards: readonly (TokenCard | undefined)[]): void {
		const row = this.#rows++
		if (this.#expiry.watched.length > 0)
			addRow(
				this.#expiry,
				row,
				cells,
				said(cards, ({ expiry }) => expiry && monthOf(expiry)),
			)
		if (this.#lastFour.watched.length > 0)
			addRow(
				this.#lastFour,
				row,
				cells,
				said(cards, ({ lastFour }) => (lastFour === undefined ? undefined : Number(lastFour))),
			)
	}

	facts(): WitnessFacts {
		const [expiry, lastFour] = [this.#expiry, this.#lastFour]
		return {
			tokens: { expiry: Object.fromEntries(expiry.values), lastFour: Object.fromEntries(lastFour.values) },
			columns: { expiry: comparisonsIn(expiry), lastFour: comparisonsIn(lastFour) },
		}
	}
}

function spoken(): Spoken {
	return {
		recent: Array(reach + 1).fill(none),
		values: new Map(),
		first: Number.POSITIVE_INFINITY,
		last: Number.NEGATIVE_INFINITY,
		watched: [],
	}
}

function watched(place: number, valuesIn: (cell: string) => Values): Watched {
	return {
		place,
		valuesIn: remembered(valuesIn, mostRemembered),
		recent: Array(reach + 1).fill(none),
		values: new Map(),
		both: Array(distances).fill(0),
		same: Array(distances).fill(0),
		filled: 0,
		readable: 0,
		isCompared: true,
	}
}

function comparisonsIn(tokens: Spoken): Readonly<Record<number, Comparison>> {
	return Object.fromEntries(
		tokens.watched
			.filter((column) => isWorthLooking(column, tokens))
			.map(({ place, values, both, same }) => [
				place,
				{ values: Object.fromEntries(values), both: [...both], same: [...same] },
			]),
	)
}

function addRow(tokens: Spoken, row: number, cells: readonly string[], cards: Values): void {
	for (const value of cards) {
		count(tokens.values, value)
		if (value < tokens.first) tokens.first = value
		if (value > tokens.last) tokens.last = value
	}
	tokens.recent[row % (reach + 1)] = cards
	let isLooked = false
	for (const column of tokens.watched) {
		const cell = cells[column.place] ?? ""
		const values = cell === "" || cell.length > longest ? none : (column.valuesIn(cell) ?? none)
		if (cell !== "") column.filled++
		if (values.length > 0) column.readable++
		for (const value of values) count(column.values, value)
		column.recent[row % (reach + 1)] = values
		if (column.isCompared) compare(column, row, tokens.recent)
		if (column.filled === looked) isLooked = true
		if (column.filled === compared) column.isCompared = mayAgree(column)
	}
	if (isLooked)
		tokens.watched = tokens.watched.filter((column) => column.filled !== looked || isWorthLooking(column, tokens))
}

/** Compares a row with those above, whose cards and values are known by then. */
function compare({ recent, both, same }: Watched, row: number, cards: readonly Values[]): void {
	const last = Math.min(row, reach)
	for (let back = 0; back <= last; back++) {
		const at = (row - back) % (reach + 1)
		add(reach - back, recent[row % (reach + 1)], cards[at], both, same)
		if (back > 0) add(reach + back, recent[at], cards[row % (reach + 1)], both, same)
	}
}

function add(at: number, values: Values = none, cards: Values = none, both: number[], same: number[]): void {
	if (values.length === 0 || cards.length === 0) return
	both[at] = (both[at] ?? 0) + 1
	if (values.some((value) => cards.includes(value))) same[at] = (same[at] ?? 0) + 1
}

/** Whether most values may be of cards, as those of the file. */
function isWorthLooking({ filled, readable, values }: Watched, { first, last }: Spoken): boolean {
	let within = 0
	for (const [value, count] of values) if (value >= first && value <= last) within += count
	return readable > 0 && readable * 2 >= filled && within * 4 >= readable
}

function mayAgree({ both, same }: Watched): boolean {
	return Math.max(...same) >= Math.max(...both) * share * share
}

function said(cards: readonly (TokenCard | undefined)[], part: (card: TokenCard) => number | undefined): Values {
	let values: number[] | undefined
	for (const card of cards) {
		const value = card && part(card)
		if (value === undefined) continue
		values ??= []
		values.push(value)
	}
	return values ?? none
}

function count(counts: Map<number, number>, value: number): void {
	counts.set(value, (counts.get(value) ?? 0) + 1)
}

/** A month, so that later ones are greater. */
function monthOf({ month, year }: Expiry): number {
	return year * 100 + month
}
