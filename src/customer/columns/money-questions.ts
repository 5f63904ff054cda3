import { quoted } from "../finding-codes.ts"
import { wordOf } from "../said.ts"
import { plain } from "./check-questions.ts"
import type { CurrencyDoubt } from "./currency-doubt.ts"
import { examplesOf } from "./examples.ts"
import { byCountry } from "./mapping.ts"
import type { Answer, Candidate, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/** More answers nobody reads; a mapping has any other. */
const offered = 4

/** Rows give no currency, and the others of the file or its countries speak against the one that Intergiro takes then. */
export function currencyQuestion(doubt: CurrencyDoubt, all: number): Question {
	const { by, likely, without } = doubt
	const codes = likely.map(([code]) => code).slice(0, offered)
	const single = [...new Set([...codes.filter((code) => code !== "SEK"), "SEK"])].map((code) =>
		plain(code, code, { constants: { currency: code } }),
	)
	const own = by === "countries" && likely.length > 1 ? [ownAnswer(likely)] : []
	return {
		id: "currency",
		text:
			without === all
				? "In which currency are the customers?"
				: "In which currency are the customers whose rows give none?",
		why: whyAsked(doubt),
		answers: [...own, ...single],
		needed: false,
	}
}

function whyAsked({ by, likely, rows, without, name = "", several = false }: CurrencyDoubt): string {
	if (several)
		return `An answer counts for all rows, and the amounts of ${quoted(name)} are in several: ${inRows(likely)}. Where each row has its own, give the file a column of currencies.`
	const otherwise = "The file gives none, and Intergiro takes SEK then"
	switch (by) {
		case "currencies":
			return `Intergiro takes SEK where none is given, as in ${rowCount(without)}. Of the others ${rowCount(rows)} ${rows === 1 ? "has" : "have"} another one.`
		case "countries":
			return `${otherwise}, while ${rowCount(rows)} ${rows === 1 ? "is of a country with another currency" : "are of countries with other currencies"}.`
		case "limit":
			return `${otherwise}. By its name ${quoted(name)} is in another one.`
		case "amounts":
			return `${otherwise}. The amounts of ${quoted(name)} are in another one.`
		case "phones":
			return `${otherwise}. Most phone numbers are of countries with other currencies.`
		case "emails":
			return `${otherwise}. Most e-mail addresses end as those of countries with other currencies do.`
		case "zipCodes":
			return `${otherwise}. Most zip codes are written as in countries with other currencies.`
		case "names":
			return `${otherwise}. The names of the columns are in a language of countries with other currencies.`
	}
}

function ownAnswer(likely: CurrencyDoubt["likely"]): Answer {
	return plain(byCountry, `That of each customer's own country: ${inRows(likely)}; SEK where a row has no country`, {
		constants: { currency: byCountry },
	})
}

function inRows(likely: CurrencyDoubt["likely"]): string {
	const shown = likely.slice(0, offered).map(([code, rows]) => `${code} in ${rowCount(rows)}`)
	return `${shown.join(", ")}${likely.length > offered ? " …" : ""}`
}

/**
 * A word that several currencies are called.
 * @param likely the currencies that it may mean, the likeliest first
 * @param countries how many different ones of them the countries of the rows have
 */
export function currencyWordQuestion(
	word: string,
	column: string,
	likely: readonly string[],
	countries: number,
	rows: number,
): Question {
	const codes = likely.map((code) => plain(code, code, { currencies: { [word]: code } }))
	const own = plain(byCountry, "That of each customer's own country; rows whose country does not tell are errors", {
		currencies: { [word]: byCountry },
	})
	const [first, ...others] = codes
	return {
		id: `currency.${word}`,
		text: `Which currency is ${quoted(word)}?`,
		why: `Several are called so, and ${quoted(column)} has it in ${rowCount(rows)}.`,
		answers: [
			...(countries > 1 ? [own, ...codes] : countries === 1 && first ? [first, own, ...others] : codes),
			leaveCurrencyOut(column),
		],
		needed: false,
	}
}

function leaveCurrencyOut(column: string): Answer {
	return plain("none", "Leave the column out: Intergiro takes SEK", { columns: { [column]: null } })
}

/** A word in place of a currency that is not known. @param likely the currencies that it may mean, the likeliest first */
export function unknownWordQuestion(value: string, column: string, likely: readonly string[], rows: number): Question {
	const word = wordOf(value)
	return {
		id: `currency.${word}`,
		text: `Which currency is ${quoted(value)}?`,
		why: `${quoted(column)} has it in ${rowCount(rows)}, and it is no currency by a name or sign that is known. Any other than these can be said in the mapping, in "currencies".`,
		answers: [
			...likely.map((code) => plain(code, code, { currencies: { [word]: code } })),
			plain("errors", "None: these rows are errors", { currencies: { [word]: null } }),
			leaveCurrencyOut(column),
		],
		needed: false,
	}
}

/** Amounts such as `1.500`. */
export function amountQuestion(sign: "." | ",", column: string, example: string, rows: number): Question {
	const [thousands, decimals] = [example.replace(sign, ""), String(Number(example.replace(sign, ".")))]
	const name = sign === "." ? "point" : "comma"
	return {
		id: `amount.${name}`,
		text: `Is ${quoted(example)} in ${quoted(column)} ${thousands} or ${decimals}?`,
		why: `The ${name} divides thousands in some countries and begins the decimals in others, in ${rowCount(rows)}.`,
		answers: [
			plain("thousands", `${thousands}: the ${name} divides thousands`, { signs: { [sign]: "thousands" } }),
			plain("decimals", `${decimals}: the ${name} begins the decimals`, { signs: { [sign]: "decimals" } }),
			plain("none", "Leave the column out", { columns: { [column]: null } }),
		],
		needed: false,
	}
}

/** Columns that their names call a limit in hundredths or thousands: taken as they are, they would be too much or too little. */
export function scaledLimitQuestion(candidates: readonly Candidate[]): Question {
	const [only, ...others] = candidates.map(({ column }) => quoted(column))
	const isOne = others.length === 0
	return {
		id: "limit",
		text: isOne
			? `Is ${only} the credit limit, in whole money?`
			: "Which of these is the credit limit, in whole money?",
		why: "Amounts are sent as they stand. By its name these are in a smaller or larger unit, such as hundredths or thousands.",
		answers: [
			leaveLimitOut(candidates),
			...candidates.map((candidate) => limitAnswer(candidate, "the amounts are sent as they are")),
		],
		needed: false,
	}
}

/** A limit whose name says in which currency it is, where rows have another. @param meant the currencies that its name may mean */
export function otherCurrencyQuestion(candidate: Candidate, meant: readonly string[]): Question {
	const column = quoted(candidate.column)
	return {
		id: "limit",
		text: `Is ${column} the credit limit in the customers' own currencies?`,
		why: `Amounts are sent as they stand. By its name these are in ${meant.join(" or ")}, and rows have another currency.`,
		answers: [
			leaveLimitOut([candidate]),
			limitAnswer(candidate, "the amounts are sent as they are, in each customer's currency"),
		],
		needed: false,
	}
}

/** A limit beside which another column says in what its amounts are. @param units what it says */
export function unitBesideQuestion(candidate: Candidate, beside: string, units: readonly string[]): Question {
	return {
		id: "limit",
		text: `Is ${quoted(candidate.column)} the credit limit, in whole money of each customer's currency?`,
		why: `${quoted(beside)} says ${units.map(quoted).join(", ")}, and amounts are not converted.`,
		answers: [leaveLimitOut([candidate]), limitAnswer(candidate, "the amounts are sent as they are")],
		needed: false,
	}
}

function leaveLimitOut(candidates: readonly Candidate[]): Answer {
	return plain("none", "No: leave it out", {
		columns: Object.fromEntries(candidates.map(({ column }) => [column, null])),
	})
}

function limitAnswer(candidate: Candidate, how: string): Answer {
	const { column } = candidate
	return {
		...plain(column, `${quoted(column)}; ${how}`, { columns: { [column]: "limit" } }),
		examples: examplesOf(candidate),
	}
}
