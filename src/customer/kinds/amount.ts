import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
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
	damage: numberDamage,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	fits: (value) => !Number.isNaN(decimalOf(value)),
} as const satisfies ValueKind
