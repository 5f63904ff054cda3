import { maskCardNumbers, passesLuhn } from "./card-number.ts"
import { words } from "./headers/words.ts"

/** Numbers that may look like those of cards, by the folded words that columns of them are named with, and the check that they have of their own. */
const kinds: readonly { readonly named: RegExp; readonly isOne: (digits: string) => boolean }[] = [
	{ named: /^(?:siret|siren)s?$/, isOne: isSiret },
	// Places of trade, goods and meters, of which all power grids of some countries count theirs so.
	{
		named:
			/^(?:gln|ean|gsrn|gtin|ilnr?|m(?:a|aa)lepunkt|m(?:a|ae)tpunkt|m(?:a|ae)tarpunkt|aftagenummer|afregningspunkt|meteringpoint|anlaggningsid)/,
		isOne: isOfGs1,
	},
	{ named: /^(?:metering|meter|measuring)$/, isOne: isOfGs1 },
]

/** An establishment in France, behind whose company's nine digits stand five: each has a check, and that of all is a card's. */
function isSiret(digits: string): boolean {
	return digits.length === 14 && passesLuhn(digits) && passesLuhn(digits.slice(0, 9))
}

/** Of 13, 14 or 18 digits, where every other one counts three times, from the one before the last. */
function isOfGs1(digits: string): boolean {
	if (![13, 14, 18].includes(digits.length)) return false
	let sum = 0
	for (let index = digits.length - 1, weight = 1; index >= 0; index--, weight = 4 - weight)
		sum += Number(digits[index]) * weight
	return sum % 10 === 0
}

/** Whether a value is such a number as the column is known by name to hold, and holds by a check of its own; nothing where it holds none. */
export function ownCheck(column: string): ((value: string) => boolean) | undefined {
	const { main, notes } = words(column)
	const all = [...main, ...notes.flat()]
	const kind = kinds.find(({ named }) => all.some((word) => named.test(word)))
	return kind && ((value) => /^[\d\s.\u00a0\u202f-]+$/.test(value) && kind.isOne(value.replace(/\D/g, "")))
}

/** Prepares to mask the card numbers in the cells of these columns, each by its place; what has a check of its own there is none. */
export function cellMask(columns: readonly string[]): (cell: string, index: number) => string {
	const checks = columns.map(ownCheck)
	return (cell, index) => (checks[index]?.(cell) ? cell : maskCardNumbers(cell))
}
