import type { Language } from "../headers/languages.ts"
import { currencyDialled, currencyIn } from "../kinds/country-currency.ts"
import { currenciesWritten } from "../kinds/currency-signs.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import type { CurrencyDoubt } from "./currency-doubt.ts"
import { currenciesMeant } from "./limit-unit.ts"

/** A column, and what is known of it. */
export interface Speaking {
	readonly name: string
	readonly evidence: ColumnEvidence
	/** What it fills, in part. */
	readonly holds: "phones" | "emails" | "zipCodes" | "amounts"
}

const own = "SEK"

/** What the hints of a column mean, each a currency or several. */
export const meanings = {
	phones: (hint: string) => [currencyDialled(hint)],
	emails: (hint: string) => [currencyAt(hint)],
	zipCodes: (hint: string) => hint.split(" ").map(currencyIn),
} as const

const spokenIn: Readonly<Record<Language, readonly string[]>> = {
	sv: ["SEK"],
	da: ["DKK"],
	no: ["NOK"],
	fi: ["EUR"],
	de: ["EUR", "CHF"],
	fr: ["EUR", "CHF"],
	es: ["EUR"],
	it: ["EUR"],
	nl: ["EUR"],
	pl: ["PLN"],
}

/**
 * Whether a file that gives no currency and no country speaks of another one than SEK by other things: its amounts, most of its phones, of its
 * e-mail addresses or of its zip codes, or the language of its columns. The first of these that says anything has the word.
 */
export function spokenDoubt(
	columns: readonly Speaking[],
	without: number,
	languages: () => readonly Language[],
): CurrencyDoubt | undefined {
	if (without === 0) return undefined
	for (const { name, evidence, holds } of columns) {
		if (holds !== "amounts" || evidence.filled === 0) continue
		const mixed = mixedAmounts(evidence)
		if (mixed !== undefined) return { by: "amounts", name, likely: mixed, rows: without, without, several: true }
		const meant = amountsOf(name, evidence)
		if (meant.length === 1 && meant[0] === own) return undefined
		if (meant.length > 0 && !meant.includes(own))
			return { by: "amounts", name, likely: counted(meant, without), rows: without, without }
	}
	for (const by of ["phones", "emails", "zipCodes"] as const) {
		const counts = new Map<string, number>()
		let [all, swedish, foreign] = [0, 0, 0]
		for (const { evidence, holds } of columns) {
			if (holds !== by) continue
			all += evidence.filled
			for (const [hint, count] of evidence.hints) {
				const currencies = new Set(meanings[by](hint).filter((currency) => currency !== undefined))
				if (currencies.has(own)) swedish += count
				else if (currencies.size > 0) foreign += count
				for (const currency of currencies) counts.set(currency, (counts.get(currency) ?? 0) + count)
			}
		}
		if (swedish > all / 2) return undefined
		if (foreign <= all / 2) continue
		const spoken = spokenBy(languages())
		// Of as many rows, that of the language of the columns, the likeliest of its countries first.
		const rank = ([code, count]: readonly [code: string, count: number]) =>
			count + (spoken.includes(code) ? 1 / (2 + spoken.indexOf(code)) : 0)
		return { by, likely: [...counts].sort((a, b) => rank(b) - rank(a)), rows: without, without }
	}
	const spoken = spokenBy(languages())
	if (spoken.length === 0 || spoken.includes(own)) return undefined
	return { by: "names", likely: counted(spoken, without), rows: without, without }
}

function spokenBy(languages: readonly Language[]): readonly string[] {
	return [...new Set(languages.flatMap((language) => spokenIn[language]))]
}

function counted(codes: readonly string[], rows: number): CurrencyDoubt["likely"] {
	return codes.map((code) => [code, rows] as const)
}

/** Where amounts of one column are of several currencies: how many are of each that they may mean. */
function mixedAmounts({ hints, filled }: ColumnEvidence): CurrencyDoubt["likely"] | undefined {
	const units = [...hints].flatMap(([unit, count]) => {
		const meant = narrowest(currenciesWritten(unit), currenciesMeant(unit))
		return meant.length > 0 ? [{ meant, count }] : []
	})
	const known = units.reduce((sum, { count }) => sum + count, 0)
	const isOne = units.every(({ meant }) => units.every((other) => other.meant.some((code) => meant.includes(code))))
	if (isOne || known <= filled / 2) return undefined
	const counts = new Map<string, number>()
	for (const { meant, count } of units)
		for (const code of meant.includes(own) ? [own] : meant) counts.set(code, (counts.get(code) ?? 0) + count)
	return [...counts].sort((a, b) => b[1] - a[1])
}

/** The currencies that the amounts of a column may be in, by its name or by most of its values. */
function amountsOf(name: string, { hints, filled, units, examples }: ColumnEvidence): readonly string[] {
	if (units === filled && examples.length === 1) return currenciesMeant(examples[0] ?? "")
	const [unit, count] = [...hints].sort((a, b) => b[1] - a[1])[0] ?? ["", 0]
	if (count > filled / 2) return narrowest(currenciesWritten(unit), currenciesMeant(unit))
	const said = name.match(/\b[A-Z]{3}\b|\p{Sc}/gu) ?? []
	return [
		...new Set(said.flatMap((word) => currenciesMeant(word).filter((code) => word.length === 1 || code === word))),
	]
}

/** Of what may be meant by its letters and by its meaning, what says more. */
function narrowest(one: readonly string[], other: readonly string[]): readonly string[] {
	return one.length === 0 || (other.length > 0 && other.length < one.length) ? other : one
}

/** Endings that nobody takes for those of their countries. */
const generic = new Set("IO CO ME TV AI NU EU CC FM TO WS LA GG IM LY SH ST VC".split(" "))

function currencyAt(ending: string): string | undefined {
	const country = ending.toUpperCase()
	return generic.has(country) ? undefined : currencyIn(country === "UK" ? "GB" : country)
}
