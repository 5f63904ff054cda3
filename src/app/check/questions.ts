import { severalAddresses } from "../../customer/address-choice.ts"
import { unclearStates } from "../../customer/cards/card-states.ts"
import {
	asidesQuestion,
	cardsOfQuestion,
	conflictQuestion,
	deadCardsQuestion,
	decimalsQuestion,
	type FoundValue,
	goneQuestion,
	otherPaymentQuestion,
	rowsQuestion,
} from "../../customer/columns/check-questions.ts"
import { statusKey, usesOf } from "../../customer/columns/mapping.ts"
import { nameQuestion } from "../../customer/columns/name-questions.ts"
import { addressQuestion } from "../../customer/columns/place-questions.ts"
import type { Question } from "../../customer/columns/question.ts"
import { type Field, fieldNames, fields } from "../../customer/fields.ts"
import { type FindingCode, findingCodes, quoted } from "../../customer/finding-codes.ts"
import type { Comparison } from "./compare-rows.ts"
import { moneyQuestions } from "./money.ts"
import { type Checked, RowsInQuestion } from "./rows-in-question.ts"
import { statusQuestions } from "./statuses.ts"
import { valuesWith } from "./values-with.ts"

/** A customer has several phones: those that no column fills. None of a field that is no phone. */
function freePhones({ layout, mapping }: RowsInQuestion, field: Field): readonly Field[] {
	if (fields[field].kind !== "phone") return []
	const isFilled = (one: Field) => layout.columns.some((column) => usesOf(mapping, column)?.includes(one))
	const free = fieldNames.filter((one) => fields[one].kind === "phone" && !isFilled(one))
	// What is said to be a landline is no mobile phone.
	return field === "phone" ? free : free.filter((one) => one === "phone")
}

/** What the check of every row leaves open. */
export async function questionsOf(checked: Checked, { joinable }: Comparison): Promise<readonly Question[]> {
	const file = new RowsInQuestion(checked)
	const questions: Question[] = []
	for (const [field, { rows, example }] of await conflictsOf(file)) {
		const { columns } = file.layout
		const several = severalAddresses(file.mapping).find(({ key }) => key === field)
		if (several !== undefined) {
			questions.push(addressQuestion(several, file.mapping, rows, example))
			continue
		}
		const both = columns.filter((column) => usesOf(file.mapping, column)?.includes(field))
		questions.push(
			field === "name"
				? nameQuestion(file.mapping, columns, rows, example)
				: conflictQuestion(field, both, rows, example, freePhones(file, field)),
		)
	}
	if (joinable !== undefined) {
		const { customers, apart, number, row } = joinable
		questions.push(rowsQuestion(customers, apart, `The first is ${quoted(number)} in row ${row}.`))
	}
	if (file.decimal !== undefined && file.count("number.decimal") > 0)
		questions.push(decimalsQuestion(file.decimal, await firstValue(file, "number.decimal")))
	const asides = file.mapping.asides === undefined ? file.count("name.aside") : 0
	if (asides > 0) questions.push(asidesQuestion(asides, await namesShown(file)))
	for (const gone of ["deleted", "ended", "blocked"] as const) {
		const rows = file.count(`row.${gone}`)
		if (rows === 0) continue
		const example = await exampleOf(file, `row.${gone}`)
		questions.push(goneQuestion(gone, rows, example, await fewWords(file, `row.${gone}`)))
	}
	const dead = file.count("card.dead")
	if (dead > 0) questions.push(deadCardsQuestion(dead, await exampleOf(file, "card.dead")))
	questions.push(...(await statusQuestions(file)))
	questions.push(...(await cardsOfQuestions(file)))
	const strays = file.mapping.cards === undefined ? file.count("token.stray") : 0
	const words = strays > 0 ? await strayWords(file) : []
	if (words.length > 0) questions.push(otherPaymentQuestion(strays, words))
	questions.push(...(await moneyQuestions(file)))
	return questions
}

/** One for each column of states that may be of several cards. */
async function cardsOfQuestions(file: RowsInQuestion): Promise<readonly Question[]> {
	const rows = new Map<string, number>()
	for await (const { column = "" } of file.findings("card.which")) rows.set(column, (rows.get(column) ?? 0) + 1)
	const cards = unclearStates(file.mapping, file.layout.columns)
	return [...rows].map(([column, count]) => cardsOfQuestion(column, cards.get(column) ?? [], count))
}

const mostNames = 20

/** The first names with something set apart in them, as the findings show them. */
async function namesShown(file: RowsInQuestion): Promise<readonly string[]> {
	const names = new Set<string>()
	for await (const { message } of file.findings("name.aside")) {
		names.add(message.slice(findingCodes["name.aside"].sentence.length + 2))
		if (names.size === mostNames) break
	}
	return [...names]
}

/** Words that are answered for one by one. */
const mostWords = 4

/** The different words of the one column that findings of a code are about; none where there are more columns or many words, as of days. */
async function fewWords(file: RowsInQuestion, code: FindingCode): Promise<readonly FoundValue[]> {
	const found = [
		...(await valuesWith(file, code, (value, column) => `${column}\n${statusKey(value)}`, mostWords)).values(),
	]
	const columns = new Set(found.map(({ column }) => column))
	return columns.size > 1 || found.length > mostWords || found.some(({ value }) => /\d/.test(value)) ? [] : found
}

const wordsShown = 4

/** The first different values in place of tokens; none where one has a digit, as what is left of a token has. */
async function strayWords(file: RowsInQuestion): Promise<readonly string[]> {
	const words = new Set<string>()
	for await (const { message } of file.findings("token.stray")) {
		const word = /: "(.*)"$/.exec(message)?.[1]
		if (word === undefined || /\d/.test(word)) return []
		words.add(word)
	}
	return [...words].slice(0, wordsShown)
}

/** The first row with a finding of this code. */
async function exampleOf(file: RowsInQuestion, code: FindingCode): Promise<string> {
	for await (const { row, column, message } of file.findings(code))
		return `Row ${row} has ${message.slice(findingCodes[code].sentence.length + 2)}${column === undefined ? "" : ` in ${quoted(column)}`}.`
	return ""
}

/** The value that the first finding of this code is about. */
async function firstValue(file: RowsInQuestion, code: FindingCode): Promise<string> {
	for await (const { message } of file.findings(code)) return message.slice(findingCodes[code].sentence.length + 3, -1)
	return ""
}

interface Conflict {
	readonly rows: number
	/** The row that was counted last. */
	readonly last: number
	readonly example: string
}

/** Per field, in how many rows two columns give different values, and the first of them. */
async function conflictsOf(file: RowsInQuestion): Promise<ReadonlyMap<Field, Conflict>> {
	const conflicts = new Map<Field, Conflict>()
	for await (const { field, row, message } of file.findings("value.two-columns")) {
		const known = fieldNames.find((name) => name === field)
		// A person said that these rows are errors.
		if (known === undefined || file.mapping.first?.[known] === null) continue
		const before = conflicts.get(known)
		// Of three columns a row has several.
		const isNew = before?.last !== row
		conflicts.set(known, {
			rows: (before?.rows ?? 0) + Number(isNew),
			last: row,
			example:
				before?.example ?? `Row ${row} has ${message.slice(findingCodes["value.two-columns"].sentence.length + 2)}.`,
		})
	}
	return conflicts
}
