import { InvalidArgumentError } from "commander"

export const defaultUrl = "https://merchant.intergiro.com"

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
