import { isoly } from "isoly"
import * as z from "zod"
import type { FindingCode } from "../finding-codes.ts"
import { oddInOneLine } from "./characters.ts"
import { currenciesBySign, ownNames } from "./currency-signs.ts"
import { codesByName, nameKey, namesOf, once } from "./display-names.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"

/** The codes that say that there is no currency, or that this is a test. */
const none: ReadonlySet<string> = new Set(["XXX", "XTS"])
/** ISO 4217, without those. */
const codes: ReadonlySet<string> = new Set(isoly.Currency.values.filter((code) => !none.has(code)))

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
	...Object.fromEntries(
		["sterling", "pound sterling", "pounds sterling", "british pounds", "uk pounds"].map((word) => [word, "GBP"]),
	),
	"us dollars": "USD",
	sfr: "CHF",
	...Object.fromEntries(["zloty", "zlote", "zlotych", "zlotys", "zlotyer"].map((word) => [word, "PLN"])),
	...Object.fromEntries(["forint", "forints", "forintia"].map((word) => [word, "HUF"])),
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
	const known = shared.get(text.toLowerCase())
	if (known !== undefined) return known
	if (currencyOf(text) !== undefined) return undefined
	const signs = currenciesBySign(text)
	return signs.length > 1 ? signs : undefined
}

const allNames = once(() => [...namesOf("currency", [...codes]), ...ownNames()])
const byName = once(() => codesByName([...codes], allNames(), furtherCurrencies))

/** ISO 4217 of a code, name or sign that means one currency only; undefined otherwise (`kr` and `$` mean several). */
export function currencyOf(text: string): string | undefined {
	// Pence and cents, as stock exchanges write them: `GBp`, `ZAc`.
	if (/^[A-Z]{2}[a-z]$/.test(text)) return undefined
	if (text === "€") return "EUR"
	if (text === "£") return "GBP"
	const named = byName().get(nameKey(text))
	if (named !== undefined || shared.has(text.toLowerCase())) return named
	const [only, ...others] = currenciesBySign(text)
	return others.length === 0 ? only : undefined
}

/** Whether a text may be what a currency is called: a few letters or a sign, and no number. */
export function mayBeCurrency(text: string): boolean {
	return /^(?=.{1,24}$)[\p{L}\p{Sc}][\p{L}\p{M}\p{Sc}. '’]*$/u.test(text)
}

/** Dozens of countries have francs and dollars: likely are those of Europe, and the one of the United States. */
const likely: ReadonlySet<string> = new Set("CHF CZK PLN HUF RON BGN TRY GBP EUR SEK NOK DKK ISK USD".split(" "))

/** Likely currencies of which a word of the name begins with a text: of `korun` the Czech one. For people to choose from. */
export function currenciesLike(text: string): readonly string[] {
	const key = nameKey(text)
	if (key.length < 2) return currenciesBySign(text)
	const has = (name: string) => name.split(/[\s-]+/).some((word) => nameKey(word).startsWith(key))
	return [...new Set(allNames().flatMap(([name, code]) => (likely.has(code) && has(name) ? [code] : [])))]
}

/** What is wrong with a word in place of a currency, where it is none that is known. */
function unclear(value: string): FindingCode | undefined {
	if (codes.has(value) || currencyOf(value) !== undefined) return undefined
	if (currenciesOf(value)) return "currency.ambiguous"
	return mayBeCurrency(value) && !none.has(value.toUpperCase()) ? "currency.unknown" : undefined
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
	damage: unclear,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => codes.has(value) || currencyOf(value) !== undefined || currenciesOf(value) !== undefined,
} as const satisfies ValueKind
