import { InvalidArgumentError } from "commander"
import type { CardWord, Confirmed } from "../contract/card-word.ts"
import type { Layout } from "../csv/layout.ts"

export const defaultUrl = "https://merchant.intergiro.com"

/** A parser of the name of a file or folder for an option or argument. */
export function path(text: string): string {
	if (text.trim() === "")
		throw new InvalidArgumentError(
			"Write the name of a file or folder: this is empty, as a variable is that is not set.",
		)
	return text
}

/** A parser of whole numbers for an option. */
export function whole(least: number, most = 1_000_000): (text: string) => number {
	return (text) => {
		const value = Number(text)
		if (!/^\d+$/.test(text.trim()) || value < least || value > most)
			throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`)
		return value
	}
}

/** A parser of numbers, fractions allowed, for an option. */
export function decimal(least: number, most: number): (text: string) => number {
	return (text) => {
		const value = Number(text)
		if (text.trim() === "" || !(value >= least && value <= most))
			throw new InvalidArgumentError(`Write a number from ${least} to ${most}.`)
		return value
	}
}

/** A parser of row numbers for an option: `3,17-20`. */
export function rows(text: string): readonly number[] {
	return text.split(",").flatMap((part) => {
		const [, first, last = first] = /^\s*(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part) ?? []
		const [from, to] = [Number(first), Number(last)]
		if (!(from >= 1 && to >= from && to - from < 100_000))
			throw new InvalidArgumentError("Write row numbers as a spreadsheet shows them, as in 3,17-20.")
		return Array.from({ length: to - from + 1 }, (_, index) => from + index)
	})
}

/** A parser of single row numbers for an option: `3,17`. What is confirmed is looked at one by one, so there are no ranges. */
export function singleRows(text: string): readonly number[] {
	return text.split(",").map((part) => {
		const row = /^\s*\d{1,9}\s*$/.test(part) ? Number(part) : 0
		if (row < 1) throw new InvalidArgumentError("Write each row number as a spreadsheet shows it, as in 3,17.")
		return row
	})
}

/**
 * A parser of what is answered before cards are added: `3,17=another,20.2=there`. A row alone: its customer is the right one. With `=another`
 * or `=there`: its card, or that of several by its place, is another one than that there, or that one.
 */
export function confirmed(text: string): Confirmed {
	const customers: number[] = []
	const cards = new Map<string, CardWord>()
	for (const part of text.split(",")) {
		const [, row, card, is] = /^\s*(\d{1,9})(?:\.(\d{1,3}))?(?:=(another|there))?\s*$/.exec(part) ?? []
		const isOfCard = is === "another" || is === "there"
		if (!(Number(row) >= 1) || (card !== undefined && !(isOfCard && Number(card) >= 1)))
			throw new InvalidArgumentError(
				"Write each row number as a spreadsheet shows it, as in 3,17: its customer is the right one. Of its card: 17=another or 17=there; of the second of several: 17.2=there.",
			)
		if (!isOfCard) customers.push(Number(row))
		else {
			const word = { row: Number(row), is, ...(card === undefined ? {} : { card: Number(card) }) } as const
			const key = `${word.row}.${word.card ?? ""}`
			if (cards.has(key) && cards.get(key)?.is !== is)
				throw new InvalidArgumentError(`Of row ${word.row} it says both =another and =there: say one.`)
			cards.set(key, word)
		}
	}
	return { customers, cards: [...cards.values()] }
}

export const delimiters = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const

/** How a file is to be read, where a person knows better than what is detected. */
export interface LayoutOptions {
	readonly encoding?: Layout["encoding"]
	readonly delimiter?: keyof typeof delimiters
	readonly headerRow?: number
	/** Of a workbook, the sheet that is meant. */
	readonly sheet?: string
}

/** What of the layout is not to be detected. */
export function layoutOf({ encoding, delimiter, headerRow }: LayoutOptions): Partial<Layout> {
	return {
		...(encoding === undefined ? {} : { encoding }),
		...(delimiter === undefined ? {} : { delimiter: delimiters[delimiter] }),
		...(headerRow === undefined ? {} : { headerRow }),
	}
}
