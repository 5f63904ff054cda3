import type { SeveralAddresses } from "../address-choice.ts"
import type { CountryField } from "../addresses.ts"
import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { listed } from "../listed.ts"
import { hasState } from "../one-cell.ts"
import { plain } from "./check-questions.ts"
import { examplesOf } from "./examples.ts"
import { type Mapping, usesOf } from "./mapping.ts"
import type { Answer, Candidate, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/**
 * Whether the cells of a column hold several parts of an address.
 * @param held the fields that they seem to hold
 * @param street the field that the name says; nothing where it says none
 */
export function inOneCellQuestion(candidate: Candidate, held: readonly Field[], street?: Field): Question {
	const { column } = candidate
	const parts = listed(held.map(labelOf))
	const examples = examplesOf(candidate)
	const [id = "street"] = held
	const left = candidate.evidence.examples.some(hasState) ? ", but for the state, which is not sent" : ""
	return {
		id,
		text: `Does ${quoted(column)} hold the ${parts}, in one cell?`,
		why:
			street === undefined
				? `By its name it is ${candidate.otherwise ?? "several parts of an address"}, and its values or other columns do not settle it.`
				: `By its name it is the ${labelOf(street)}, its values look like more, and its rows have it in no other column.`,
		answers: [
			{
				...plain("parted", `Yes: tell them apart${left}; where that cannot be done for certain, the row is an error`, {
					columns: { [column]: [...held] },
				}),
				examples,
			},
			...(street === undefined
				? []
				: [plain("street", `No: all of it is the ${labelOf(street)}`, { columns: { [column]: street } })]),
			plain("none", "No: leave it out", { columns: { [column]: null } }),
		],
		needed: false,
	}
}

/** Whether a street of another address than the customer's own, of which the file has nothing else, is to be sent. */
export function loneStreetQuestion(candidate: Candidate, street: Field): Question {
	const { column } = candidate
	return {
		id: street,
		text: `Is ${quoted(column)} the ${labelOf(street)} of the customers?`,
		why: "By its name it is, but no column has the zip code and the city of it. It may be the customer's own address once more, in one cell.",
		answers: [
			{
				...plain("none", "No: leave it out, the customers have an address of their own", {
					columns: { [column]: null },
				}),
				examples: examplesOf(candidate),
			},
			plain("street", `Yes: send it as the ${labelOf(street)}`, { columns: { [column]: street } }),
		],
		needed: false,
	}
}

/**
 * Whether the cells of a column hold a number and a name.
 * @param field what its name says; nothing where it does not
 * @param number the column that is the customer number
 */
export function numberAndNameQuestion(
	candidate: Candidate,
	field: Field | undefined,
	number: string | undefined,
): Question {
	const { column } = candidate
	const first = number === undefined ? {} : { first: { number } }
	const isName = field !== "number"
	return {
		id: `parted.${column}`,
		text: `Does ${quoted(column)} hold a number and a name, in one cell?`,
		why: "Its values look like both, and neither is sent with the other.",
		answers: [
			{
				...plain(
					"parted",
					`Yes: tell them apart${number === undefined ? "" : `, and take the customer number of ${quoted(number)}`}; where that cannot be done for certain, the row is an error`,
					{ columns: { [column]: ["number", "name"] }, ...first },
				),
				examples: examplesOf(candidate),
			},
			plain("whole", `No: all of it is the ${labelOf(field ?? "name")}`, { columns: { [column]: field ?? "name" } }),
			...(isName || number !== undefined ? [plain("none", "No: leave it out", { columns: { [column]: null } })] : []),
		],
		needed: true,
	}
}

/** Rows have two addresses for the same fields. */
export function addressQuestion(
	{ groups, key }: SeveralAddresses,
	mapping: Mapping,
	rows: number,
	example: string,
): Question {
	const keyOf = (group: readonly string[]) =>
		group.find((column) => usesOf(mapping, column)?.includes(key)) ?? group[0] ?? ""
	const label = labelOf(key).replace(/street|zip code|city/, "address")
	const shown = groups.map((group) => ({ id: keyOf(group), text: group.map(quoted).join(", ") }))
	return {
		id: `first.${key}`,
		text: `Which ${label} counts, where a customer has two?`,
		why: `They differ in ${rowCount(rows)}, and the parts of one are not mixed with those of another. ${example}`,
		answers: [
			...shown.map(({ id, text }) => plain(id, `${text}; another where these are empty`, { first: { [key]: id } })),
			plain("errors", "None: these rows are errors", { first: { [key]: null } }),
		],
		needed: false,
	}
}

/** A column beside a street that may hold the numbers of flats, or something else. */
export function flatQuestion(candidate: Candidate, street: Field): Question {
	const { column, otherwise } = candidate
	return {
		id: "flat",
		text: `Is ${quoted(column)} a part of the ${labelOf(street)}, as the number of a flat is?`,
		why: `It stands beside it, and columns of this name also hold ${otherwise ?? "something else"}.`,
		answers: [
			{
				...plain("part", `Yes: put it behind the ${labelOf(street)}`, { columns: { [column]: street } }),
				examples: examplesOf(candidate),
			},
			plain("none", "No: leave it out", { columns: { [column]: null } }),
		],
		needed: false,
	}
}

/** Why a column may be a part of a street, and is none for certain. */
export type DoubtOfPart = "numbered" | "apart" | "lettered"

const doubts: Readonly<Record<DoubtOfPart, (label: string) => string>> = {
	numbered: (label) => `Most values of the ${label} have the number of the house already.`,
	apart: () => "Its name may be of a house or a flat, or of anything else, and it stands apart from the address.",
	lettered: () => "Its name does not say so, and its letters stand right behind the numbers of houses.",
}

/**
 * Columns that may be a part of a street, or of something else.
 * @param beside the columns of the street, where nothing in the name of the part says that it is one
 */
export function partsQuestion(
	candidates: readonly (Candidate & { readonly doubt: DoubtOfPart })[],
	street: Field,
	beside: readonly string[] = [],
): Question {
	const label = labelOf(street)
	const [only, ...more] = candidates
	const isOne = more.length === 0
	const none = Object.fromEntries(candidates.map(({ column }) => [column, null]))
	const streets = Object.fromEntries(beside.map((column) => [column, street]))
	const all = Object.fromEntries(candidates.map(({ column }) => [column, street]))
	return {
		id: "parts",
		text: isOne
			? `Is ${quoted(only?.column ?? "")} a part of the ${label}?`
			: `Which of these is a part of the ${label}?`,
		why: doubts[only?.doubt ?? "apart"](label),
		answers: [
			{
				...plain("none", isOne ? "No: leave it out" : "None of them", { columns: none }),
				examples: only === undefined ? [] : examplesOf(only),
			},
			...candidates.map((candidate) => ({
				...plain(candidate.column, isOne ? `Yes: put it behind the ${label}` : quoted(candidate.column), {
					columns: { ...none, ...streets, [candidate.column]: street },
				}),
				examples: examplesOf(candidate),
			})),
			...(isOne ? [] : [plain("all", "All of them", { columns: all })]),
		],
		needed: false,
	}
}

/**
 * Columns that look like the numbers of houses, where the streets of a file have none.
 * @param beside the columns of these streets
 */
export function houseQuestion(candidates: readonly Candidate[], street: Field, beside: readonly string[]): Question {
	const [only, ...more] = candidates
	const isOne = more.length === 0
	const all = Object.fromEntries(candidates.map(({ column }) => [column, null]))
	// Both are of one address then, and not of two.
	const streets = Object.fromEntries(beside.map((column) => [column, street]))
	return {
		id: "house",
		text: isOne
			? `Is ${quoted(only?.column ?? "")} the number of the house, behind the ${labelOf(street)}?`
			: `Which of these is the number of the house, behind the ${labelOf(street)}?`,
		why: `No value of the ${labelOf(street)} has one, or hardly any, and no name of a column says where they are.`,
		answers: [
			...candidates.map((candidate) => ({
				...plain(
					isOne ? "house" : candidate.column,
					isOne ? `Yes: put it behind the ${labelOf(street)}` : quoted(candidate.column),
					{ columns: { ...all, ...streets, [candidate.column]: street } },
				),
				examples: examplesOf(candidate),
			})),
			plain("none", isOne ? "No: leave it out" : "None of them", { columns: all }),
		],
		needed: false,
	}
}

/** A code in a column of its own, beside phone numbers. @param likely what it is of, more likely */
export function diallingQuestion(
	candidate: Candidate,
	phones: readonly { readonly column: string; readonly field: Field }[],
	likely: "country" | "area",
	id: string,
): Question {
	const { column } = candidate
	const kinds = likely === "country" ? (["country", "area"] as const) : (["area", "country"] as const)
	const answers = phones.flatMap((phone) =>
		kinds.map(
			(kind): Answer => ({
				...plain(
					phones.length === 1 ? kind : `${kind} ${phone.column}`,
					`The code of ${kind === "country" ? "a country" : "an area"}: put it before ${quoted(phone.column)}`,
					{ columns: { [column]: phone.field }, dialling: { [column]: kind } },
				),
				examples: examplesOf(candidate),
			}),
		),
	)
	return {
		id,
		text: `What are the dialling codes in ${quoted(column)} of?`,
		why: "Its name or its values do not say for certain to which number they belong, or whether they are of a country.",
		answers: [...answers, plain("none", "Neither: leave it out", { columns: { [column]: null } })],
		needed: false,
	}
}

/** What a column is whose name may mean several fields. */
export function meaningQuestion(candidate: Candidate, meant: readonly Field[]): Question {
	const { column } = candidate
	return {
		id: `meaning.${column}`,
		text: `Is ${quoted(column)} the ${meant.map(labelOf).join(", or the ")}?`,
		why: `Its name may mean either, and its values do not settle it: ${examplesOf(candidate).join(", ")}.`,
		answers: [
			...meant.map((field) => plain(field, `The ${labelOf(field)}`, { columns: { [column]: field } })),
			plain("none", "Neither: leave it out", { columns: { [column]: null } }),
		],
		needed: false,
	}
}

/** A column named as the country whose values are states of one. @param of the code of that country */
export function statesQuestion(candidate: Candidate, country: CountryField, of: string): Question {
	const { column } = candidate
	const examples = examplesOf(candidate)
	return {
		id: country,
		text: `Are ${examples.join(", ")} in ${quoted(column)} countries, or states of ${of}?`,
		why: `By its name it is the ${labelOf(country)}, and every value is the code of a state of ${of} too.`,
		answers: [
			plain("states", `States: leave them out, and the ${labelOf(country)} of all rows is ${of}`, {
				columns: { [column]: null },
				constants: { [country]: of },
			}),
			plain("none", "States: leave them out, and send no country", { columns: { [column]: null } }),
			plain("countries", "Countries: send them", { columns: { [column]: country } }),
		],
		needed: false,
	}
}
