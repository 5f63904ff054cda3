import { isoly } from "isoly"
import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { codesByName, nameKey, once } from "./display-names.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"

/** ISO 4217, without the codes that say that there is no currency, or that this is a test. */
const codes: ReadonlySet<string> = new Set(isoly.Currency.values.filter((code) => code !== "XXX" && code !== "XTS"))

const furtherCurrencies: Readonly<Record<string, string>> = {
	skr: "SEK",
	"svenska kronor": "SEK",
	"swedish kronor": "SEK",
	"schwedische kronen": "SEK",
	nkr: "NOK",
	"norska kronor": "NOK",
	"norwegian kroner": "NOK",
	dkr: "DKK",
	"danska kronor": "DKK",
	"danish kroner": "DKK",
	euros: "EUR",
	euroa: "EUR",
	pounds: "GBP",
	"us dollars": "USD",
}

const crowns = ["SEK", "NOK", "DKK", "ISK"]
const dollars = ["USD", "CAD", "AUD", "NZD"]

/** What several currencies are called, likeliest first. */
const shared: ReadonlyMap<string, readonly string[]> = new Map([
	...["kr", "kr.", "krona", "kronor", "krone", "kroner", "kruunu", "crowns"].map((word) => [word, crowns] as const),
	...["$", "dollar", "dollars", "dollari"].map((word) => [word, dollars] as const),
])

/** The currencies that a word or sign may mean; undefined where it means one, or none. */
export function currenciesOf(text: string): readonly string[] | undefined {
	return shared.get(text.toLowerCase())
}

const byName = once(() => codesByName("currency", [...codes], furtherCurrencies))

/** ISO 4217 of a code, name or sign that means one currency only; undefined otherwise (`kr` and `$` mean several). */
export function currencyOf(text: string): string | undefined {
	return text === "€" ? "EUR" : text === "£" ? "GBP" : byName().get(nameKey(text))
}

export const currency = {
	example: "SEK",
	schema: z.string().refine((code) => codes.has(code)),
	read: asItIs,
	invalid: "currency.invalid",
	missing: undefined,
	usual: {
		switch: "spelling",
		cleaned: "cleaned.currency",
		is: /^[A-Z]{3}$/,
		clean: currencyOf,
		unlikely: undefined,
	},
	plain: (value) => codes.has(value),
	damage: (value) => (currenciesOf(value) ? "currency.ambiguous" : undefined),
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	fits: (value) => codes.has(value) || currencyOf(value) !== undefined || currenciesOf(value) !== undefined,
} as const satisfies ValueKind
