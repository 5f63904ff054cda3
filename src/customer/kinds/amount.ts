import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { currenciesOf, currencyOf } from "./currency.ts"
import { numberDamage } from "./damage.ts"
import type { ValueKind } from "./kind.ts"
import { matches } from "./plain-text.ts"
import { standsForValue } from "./stand-in.ts"

/**
 * An amount in the spelling of any of our countries, or NaN: `1500`, `1500,50`, `1 500.50`, `1.500,50`, `1'500`.
 * `1.500` and `1,500` are NaN: a thousand and a half to some, one and a half to others, and money is not guessed.
 */
export function decimalOf(text: string): number {
	const compact = text.replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, "")
	if (/^\d+(?:[.,]\d{1,2})?$/.test(compact)) return Number(compact.replace(",", "."))
	if (/^(?:0|\d{4,})[.,]\d+$/.test(compact)) return Number(compact.replace(",", "."))
	if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)$|^\d{1,3}(?:\.\d{3}){2,}$/.test(compact))
		return Number(compact.replaceAll(".", "").replace(",", "."))
	if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)$|^\d{1,3}(?:,\d{3}){2,}$/.test(compact)) return Number(compact.replaceAll(",", ""))
	return Number.NaN
}

/** What divides thousands, or begins the decimals, where a text can be read both ways: `1.500`, `1,500`. */
export function signOf(text: string): "." | "," | undefined {
	return /^[1-9]\d{0,2}([.,])\d{3}$/.exec(text)?.[1] as "." | "," | undefined
}

/** An amount and what stands before or after it: `8 450 kr`, `€1.500`, `7 900:-`. */
const withUnit =
	/^(?<before>\p{Sc}|\p{L}{2,4}\.?)? ?(?<amount>\d[\d\s.,'’]*?) ?(?<after>\p{Sc}|\p{L}{2,7}\.?|[:,.]-)?$/u

/** An amount without its unit, and the unit; undefined where there is none. */
export function unitOf(text: string): { readonly amount: string; readonly unit: string } | undefined {
	const { before, amount, after } = withUnit.exec(text)?.groups ?? {}
	const unit = before ?? after
	return amount === undefined || unit === undefined || (before && after) ? undefined : { amount, unit }
}

function hasCurrency(text: string): boolean {
	const parted = unitOf(text)
	if (parted === undefined || Number.isNaN(decimalOf(parted.amount))) return false
	return currencyOf(parted.unit) !== undefined || currenciesOf(parted.unit) !== undefined
}

/** An amount as a plain number: `1 500,50` → `1500.5`. */
function amountOf(text: string): string | undefined {
	const amount = decimalOf(text)
	return Number.isNaN(amount) ? undefined : String(amount)
}

export const amount = {
	example: "1500.5",
	schema: z.number().min(0),
	read: decimalOf,
	invalid: "limit.invalid",
	missing: undefined,
	usual: {
		switch: "spelling",
		cleaned: "cleaned.limit",
		is: /^(?:0|[1-9]\d*)(?:\.\d{1,2})?$/,
		clean: amountOf,
		unlikely: undefined,
	},
	plain: matches(/^(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?$/),
	damage: (value) => {
		if (signOf(value)) return "limit.ambiguous"
		// The unit that is the row's own currency has been taken off.
		return hasCurrency(value) ? "limit.currency" : numberDamage(value)
	},
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => {
		const amount = unitOf(value)?.amount ?? value
		return signOf(amount) !== undefined || !Number.isNaN(decimalOf(amount))
	},
} as const satisfies ValueKind
