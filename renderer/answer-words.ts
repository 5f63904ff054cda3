import { constantWords } from "../src/customer/columns/constant-words.ts"
import type { Asked } from "../src/customer/columns/inquiry.ts"
import { type Mapping, usesOf } from "../src/customer/columns/mapping.ts"
import type { Question } from "../src/customer/columns/question.ts"
import { type Field, labelOf } from "../src/customer/fields.ts"

/** What a person answered about a file, in short sentences. */
export function answerWords(answers: Mapping): readonly string[] {
	const {
		first = {},
		joined,
		joinRows,
		cards,
		deadCards,
		cardsOf = {},
		deleted,
		ended,
		blocked,
		statuses = {},
		decimals,
		asides,
		parties,
		currencies = {},
		signs = {},
		constants,
		encoding,
	} = answers
	const columns = Object.keys(answers.columns)
	const used = columns.filter((column) => usesOf(answers, column)?.length)
	const leftOut = columns.filter((column) => usesOf(answers, column)?.length === 0)
	return [
		...used.map((column) => `${quoted(column)} is the ${list((usesOf(answers, column) ?? []).map(labelOf))}.`),
		...(leftOut.length > 0 ? [`Left out: ${leftOut.map(quoted).join(", ")}.`] : []),
		...entries(first).map(([field, column]) =>
			column === null
				? `Rows with two different values of the ${labelOf(field)} are errors.`
				: answers.addresses?.some((group) => group.includes(column ?? ""))
					? `Of two addresses the one with ${quoted(column ?? "")} counts.`
					: `Of two values of the ${labelOf(field)}, the one in ${quoted(column ?? "")} counts.`,
		),
		...(parties?.by === undefined ? [] : [`Who the customer of a row is says ${quoted(parties.by)}.`]),
		...(parties !== undefined && parties.by === undefined
			? [
					`The customer of a row is the first of these that it has: ${parties.of.map(({ columns }) => list(columns.map(quoted))).join("; or ")}.`,
				]
			: []),
		...(joined ? ["Several names of a row are joined into one."] : []),
		...(joinRows === true ? ["Rows of the same number are one customer with all its cards."] : []),
		...(joinRows === false ? ["Of rows of the same number the first counts."] : []),
		...(joinRows === "errors" ? ["Rows of the same number are errors until somebody has looked at them."] : []),
		...(cards === "none" ? ["The customers are created without cards."] : []),
		...(cards === "only-tokens" ? ["What is no card token in a column of them means no card."] : []),
		...(cards === "all-tokens" ? ["What is no card token in a column of them is an error."] : []),
		...(deadCards ? [`Cards that can no longer be charged are ${deadCards === "sent" ? "sent" : "left out"}.`] : []),
		...Object.entries(cardsOf).map(
			([column, of]) => `${quoted(column)} speaks of the cards in ${of.map(quoted).join(" and ")}.`,
		),
		...(deleted ? [`Customers who were deleted or died are ${words[deleted]}.`] : []),
		...(ended ? [`Customers who left are ${words[ended]}.`] : []),
		...(blocked ? [`Customers who are blocked are ${words[blocked]}.`] : []),
		...Object.entries(statuses).flatMap(([column, said]) => {
			const all =
				typeof said === "string"
					? [["what this program does not know", said] as const]
					: Object.entries(said).map(([value, is]) => [quoted(value), is] as const)
			return all.map(
				([value, is]) => `Customers with ${value} in ${quoted(column)} are ${is === "sent" ? "created" : "left out"}.`,
			)
		}),
		...(decimals === "removed" ? ["The decimal of zeros that customer numbers end in is taken off."] : []),
		...(decimals === "errors" ? ["Customer numbers that end in a decimal of zeros are errors."] : []),
		...(asides === "names" ? ["What is set apart in names is part of them."] : []),
		...(asides === "errors" ? ["Names with a remark set apart in them are errors."] : []),
		...Object.entries(answers.dialling ?? {}).map(
			([column, of]) => `${quoted(column)} has the dialling codes of ${of === "country" ? "countries" : "areas"}.`,
		),
		...Object.entries(currencies).map(([word, code]) =>
			code === null ? `${quoted(word)} is no currency.` : `The currency ${quoted(word)} is ${constantWords(code)}.`,
		),
		...Object.entries(signs).map(
			([sign, is]) =>
				`In an amount such as 1${sign}500 the ${signNames[sign] ?? sign} ${is === "thousands" ? "divides thousands" : "begins the decimals"}.`,
		),
		...entries(constants).map(
			([field, value]) => `The ${labelOf(field)} is ${constantWords(value ?? "")} where a row has none.`,
		),
		...(encoding === undefined ? [] : [`The file is read as ${encoding}.`]),
	]
}

const signNames: Readonly<Record<string, string>> = { ".": "point", ",": "comma" }

const words = { created: "created like the others", "left-out": "left out" } as const

function entries<Value>(record: Readonly<Partial<Record<Field, Value>>>): readonly [Field, Value | undefined][] {
	return Object.entries(record) as [Field, Value | undefined][]
}

function quoted(text: string): string {
	return `"${text}"`
}

function list(labels: readonly string[]): string {
	return labels.join(" and the ")
}

/** The questions whose answers leave rows out, as those of customers who died. */
export function leavingRowsOut(asked: readonly Asked[]): readonly Question[] {
	const leaves = ({ deleted, ended, blocked, statuses = {} }: Partial<Mapping>) =>
		[
			deleted,
			ended,
			blocked,
			...Object.values(statuses).flatMap((said) => (typeof said === "string" ? said : Object.values(said))),
		].includes("left-out")
	return asked.flatMap(({ question, chosen = [] }) =>
		question.answers.some(({ id, mapping }) => chosen.includes(id) && leaves(mapping)) ? [question] : [],
	)
}
