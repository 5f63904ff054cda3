import { currencyDoubt, tally } from "../../customer/columns/currency-doubt.ts"
import { indicesOf } from "../../customer/columns/mapping.ts"
import { amountQuestion, currencyQuestion, currencyWordQuestion } from "../../customer/columns/money-questions.ts"
import type { Question } from "../../customer/columns/question.ts"
import { signOf } from "../../customer/kinds/amount.ts"
import { currencyIn } from "../../customer/kinds/country-currency.ts"
import { currenciesOf } from "../../customer/kinds/currency.ts"
import { wordOf } from "../../customer/said.ts"
import type { RowsInQuestion } from "./rows-in-question.ts"
import { valuesWith } from "./values-with.ts"

/** What the check leaves open about currencies and amounts. */
export async function moneyQuestions(file: RowsInQuestion): Promise<readonly Question[]> {
	const words = await valuesWith(file, "currency.ambiguous", wordOf)
	const signs = await valuesWith(file, "limit.ambiguous", (value) => signOf(value) ?? "")
	return [
		...[...words].map(([word, { column, rows }]) => wordQuestion(file, word, column, rows)),
		...(words.size > 0 ? [] : doubtOf(file)),
		...[...signs].flatMap(([sign, { column, value, rows }]) =>
			sign === "." || sign === "," ? [amountQuestion(sign, column, value, rows)] : [],
		),
	]
}

function wordQuestion(file: RowsInQuestion, word: string, column: string, rows: number): Question {
	const counts = tally(file.evidence.columns, countriesOf(file), currencyIn)
	const likely = [...(currenciesOf(word) ?? [])].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
	const countries = likely.filter((code) => counts.has(code)).length
	return currencyWordQuestion(word, column, likely, countries, rows)
}

/** Whether the rows that give no currency are asked about. */
function doubtOf(file: RowsInQuestion): readonly Question[] {
	const { mapping, layout, evidence, rows } = file
	if (mapping.constants.currency !== undefined) return []
	const placesOf = (field: "currency" | "limit") => indicesOf(mapping, layout.columns, field)
	const columns = placesOf("currency")
	const without = columns.length === 0 ? rows : file.count("currency.none")
	const limits = placesOf("limit").flatMap((index) =>
		(evidence.columns[index]?.filled ?? 0) > 0 ? (layout.columns[index] ?? []) : [],
	)
	const doubt = currencyDoubt(evidence, without, columns, countriesOf(file), limits)
	return doubt === undefined ? [] : [currencyQuestion(doubt, rows)]
}

/** The customers' country, or the one of their bills where the file has no other. */
function countriesOf({ mapping, layout: { columns } }: RowsInQuestion): readonly number[] {
	const own = indicesOf(mapping, columns, "country")
	return own.length > 0 ? own : indicesOf(mapping, columns, "billingCountry")
}
