import { addresses } from "../../customer/addresses.ts"
import { denies } from "../../customer/columns/bearing.ts"
import { noEvidence } from "../../customer/columns/column-evidence.ts"
import { currencyDoubt, tally } from "../../customer/columns/currency-doubt.ts"
import { byCountry, indicesOf, usesOf } from "../../customer/columns/mapping.ts"
import {
	amountQuestion,
	currencyQuestion,
	currencyWordQuestion,
	unknownWordQuestion,
} from "../../customer/columns/money-questions.ts"
import type { Question } from "../../customer/columns/question.ts"
import { type Speaking, spokenDoubt } from "../../customer/columns/spoken-currency.ts"
import { type Field, fields, isImportColumn } from "../../customer/fields.ts"
import { languagesOf } from "../../customer/headers/languages.ts"
import { signOf } from "../../customer/kinds/amount.ts"
import { currencyIn } from "../../customer/kinds/country-currency.ts"
import { currenciesLike, currenciesOf, currencyOf } from "../../customer/kinds/currency.ts"
import { wordOf } from "../../customer/said.ts"
import type { RowsInQuestion } from "./rows-in-question.ts"
import { valuesWith } from "./values-with.ts"

/** What the check leaves open about currencies and amounts. */
export async function moneyQuestions(file: RowsInQuestion): Promise<readonly Question[]> {
	const { currencies = {} } = file.mapping
	const found = [
		...(await valuesWith(file, "currency.ambiguous", wordOf)),
		...(await valuesWith(file, "currency.unknown", wordOf)),
	]
	// That a word is no currency is an answer, too; and of whom the country's was said, and no country is known, there is no more to ask.
	const isAnswered = (word: string) =>
		Object.hasOwn(currencies, word) && (currencies[word] === null || currencies[word] === byCountry)
	const words = found.filter(([word]) => !isAnswered(word))
	// Where most values are none, whether the column is the currency is asked already.
	const isNone = placesOf(file, "currency").some((index) =>
		denies(file.evidence.columns[index] ?? noEvidence(), "currency"),
	)
	const signs = await valuesWith(file, "limit.ambiguous", (value) => signOf(value) ?? "")
	return [
		...(isNone ? [] : words).map(([word, { column, value, rows }]) => wordQuestion(file, word, value, column, rows)),
		...(words.length > 0 ? [] : doubtOf(file)),
		...[...signs].flatMap(([sign, { column, value, rows }]) =>
			sign === "." || sign === "," ? [amountQuestion(sign, column, value, rows)] : [],
		),
	]
}

function wordQuestion(file: RowsInQuestion, word: string, value: string, column: string, rows: number): Question {
	const countries = byCountries(file)
	const shared = currenciesOf(value)
	if (shared === undefined) return unknownWordQuestion(value, column, likelyOf(file, value, countries), rows)
	const likely = [...shared].sort((a, b) => (countries.get(b) ?? 0) - (countries.get(a) ?? 0))
	return currencyWordQuestion(word, column, likely, likely.filter((code) => countries.has(code)).length, rows)
}

/** The currencies that a word may mean that is none by its name: of the countries, of the file, or called alike. */
function likelyOf(file: RowsInQuestion, value: string, countries: ReadonlyMap<string, number>): readonly string[] {
	const often = (counts: ReadonlyMap<string, number>) => [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code)
	const own = [...often(countries), ...often(tally(file.evidence.columns, placesOf(file, "currency"), currencyOf))]
	const alike = currenciesLike(value)
	const likely = [...own.filter((code) => alike.includes(code)), ...own, ...alike, "EUR", "SEK"]
	return [...new Set(likely)]
}

/** Whether the rows that give no currency are asked about. */
function doubtOf(file: RowsInQuestion): readonly Question[] {
	const { mapping, layout, evidence, rows } = file
	if (mapping.constants.currency !== undefined) return []
	const columns = placesOf(file, "currency")
	const without = columns.length === 0 ? rows : file.count("currency.none")
	const limits = placesOf(file, "limit").flatMap((index) =>
		(evidence.columns[index]?.filled ?? 0) > 0 ? (layout.columns[index] ?? []) : [],
	)
	const doubt = currencyDoubt(evidence, without, columns, byCountries(file), limits)
	const isSaid = countriesOf(file).some((index) => (evidence.columns[index]?.filled ?? 0) > 0)
	// Where customers live says more than their phones, and less than what they pay.
	const speaking = speakingOf(file).filter(({ holds }) => !isSaid || holds === "amounts")
	const languages = () => (isSaid ? [] : languagesOf(layout.columns.filter((name) => !isImportColumn(name))))
	const spoken = doubt ?? (columns.length > 0 ? undefined : spokenDoubt(speaking, without, languages))
	return spoken === undefined ? [] : [currencyQuestion(spoken, rows)]
}

/** The columns that may speak of a currency without giving it. */
function speakingOf({ mapping, layout, evidence }: RowsInQuestion): readonly Speaking[] {
	return layout.columns.flatMap((name, index): readonly Speaking[] => {
		const counted = evidence.columns[index]
		if (counted === undefined || counted.filled === 0 || isImportColumn(name)) return []
		const uses = usesOf(mapping, name) ?? []
		const holds = uses.some((field) => fields[field].kind === "phone")
			? "phones"
			: uses.includes("email")
				? "emails"
				: uses.some((field) => fields[field].kind === "zipCode")
					? "zipCodes"
					: uses.length === 0 || uses.includes("limit")
						? "amounts"
						: undefined
		return holds === undefined ? [] : [{ name, evidence: counted, holds }]
	})
}

function placesOf({ mapping, layout }: RowsInQuestion, field: Field): readonly number[] {
	return indicesOf(mapping, layout.columns, field)
}

/** How many rows are of countries with each currency; all without a country of their own are of the one that was said. */
function byCountries(file: RowsInQuestion): ReadonlyMap<string, number> {
	const places = countriesOf(file)
	// Of two columns of countries a row may have both.
	const counts = new Map(
		[...tally(file.evidence.columns, places, currencyIn)].map(([code, count]) => [
			code,
			Math.min(count, file.evidence.rows),
		]),
	)
	const shared = currencyIn(file.mapping.constants.country ?? "")
	const own = places.reduce((sum, index) => sum + (file.evidence.columns[index]?.filled ?? 0), 0)
	if (shared !== undefined && own < file.evidence.rows)
		counts.set(shared, (counts.get(shared) ?? 0) + file.evidence.rows - own)
	return counts
}

/** The customers' country, or the one of their bills or deliveries where the file has no other. */
function countriesOf(file: RowsInQuestion): readonly number[] {
	const places = addresses.map(({ country }) => placesOf(file, country))
	return places.find(({ length }) => length > 0) ?? []
}
