import { InvalidArgumentError } from "commander"
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
