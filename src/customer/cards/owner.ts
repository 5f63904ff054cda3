import { isPlaceholder } from "../clean-text.ts"
import { holdsToken } from "../columns/column-counter.ts"
import { indicesOf, type Mapping } from "../columns/mapping.ts"
import { nearKey } from "../duplicates.ts"
import { isDay } from "../kinds/day.ts"
import { endsInLegalForm } from "../legal-form.ts"
import { isOneself } from "../oneself.ts"
import { codeKey } from "./code-columns.ts"
import { marksIn, namesAmong, numberMarks, piecesOf } from "./marks.ts"
import { columnFor, type OwnerColumn, ownerColumns } from "./owner-column.ts"
import { type Likeness, likeness, nameKeys, nameKeysOf, nameWords } from "./same-name.ts"

/** By what a customer is known in the cells of a row. */
export interface RowOwner {
	/** As numbers that are nearly the same have it; empty where there is none. */
	readonly number: string
	/** By what the number is found inside other values. */
	readonly marks: readonly string[]
	readonly emails: readonly string[]
	readonly names: readonly (readonly string[])[]
	/** What else the customer is known by, as columns that tell of it have it. */
	readonly codes: readonly string[]
	/** The customer is a company: its card may be in the name of whoever works there. */
	readonly isCompany: boolean
	readonly hasCard: boolean
}

/** What one column says of whose card a row has, beside whose row it is. */
export interface SaidOwner {
	readonly text: string
	readonly kind: "number" | "email" | "name" | "code"
	/** By what the customer is found whom it means. */
	readonly keys: readonly string[]
	/** Undefined where the row has nothing of the kind to compare it with. */
	readonly likeness: Likeness | undefined
}

/** Reads whose rows of one file are whose, and what its columns say of whose cards they have. */
export interface OwnerReader {
	readonly columns: readonly OwnerColumn[]
	ownerOf(cells: readonly string[]): RowOwner
	/** Nothing where the column is empty. */
	saidBy(column: OwnerColumn, cells: readonly string[], owner: RowOwner): SaidOwner | undefined
}

/**
 * Prepares the reading of the rows of one file; undefined where no column can say whose card a row has.
 * @param more columns that say so by their values, whatever their names
 */
export function ownerReader(
	columns: readonly string[],
	mapping: Mapping,
	more: readonly OwnerColumn[] = [],
): OwnerReader | undefined {
	const witnesses = new Set(more.flatMap(({ indices, isWitness }) => (isWitness ? indices : [])))
	const named = ownerColumns(columns, mapping).filter(({ indices: [index = -1] }) => !witnesses.has(index))
	const found = [...named, ...more]
	if (found.length === 0) return undefined
	const coding = [...new Set(more.flatMap(({ codesOf }) => codesOf ?? []))]
	const apart = new Set(found.flatMap(({ indices }) => indices))
	const of = (...fields: Parameters<typeof indicesOf>[2][]) =>
		fields.flatMap((field) => indicesOf(mapping, columns, field)).filter((index) => !apart.has(index))
	const number = columnFor("number", columns, mapping) ?? -1
	const [emails, names, companies] = [of("email", "billingEmail"), of("name"), of("company")]
	const [firsts, lasts, tokens] = [of("firstName"), of("lastName"), of("token")]
	const hasCard = mapping.cards === "only-tokens" ? holdsToken : isSaid
	return {
		columns: found,
		ownerOf: (cells) => {
			const valuesOf = (indices: readonly number[]) => indices.map((index) => cells[index] ?? "").filter(isSaid)
			const company = valuesOf(companies)
			const parts = [...valuesOf(firsts), ...valuesOf(lasts)].join(" ")
			const whole = [...valuesOf(names), parts, ...company].filter((name) => name !== "")
			const own = (cells[number] ?? "").trim()
			return {
				number: nearKey(own),
				marks: numberMarks(own),
				emails: valuesOf(emails).map(emailKey),
				names: whole.map(nameWords),
				codes: coding.flatMap((index) => codeIn(cells, index) ?? []),
				isCompany: company.length > 0 || whole.some((name) => endsInLegalForm(name)),
				hasCard: tokens.some((index) => hasCard(cells[index] ?? "")),
			}
		},
		saidBy: (column, cells, owner) => {
			const { indices, codesOf } = column
			if (codesOf !== undefined) return saidCode(indices[0] ?? -1, codesOf, cells)
			const text = indices
				.map((index) => cells[index]?.trim() ?? "")
				.filter(isSaid)
				.join(" ")
			return text === "" ? undefined : said(text, column, owner)
		},
	}
}

function said(text: string, column: OwnerColumn, owner: RowOwner): SaidOwner | undefined {
	const { number, marks, emails, names } = owner
	if ((column.isOfCard || column.isOfPayer) && isOneself(text))
		return { text, kind: "name", likeness: "same", keys: noKeys }
	if (text.includes("@") && !column.isWitness) {
		const email = emailKey(text)
		const isAkin = emails.some((own) => localPart(own) === localPart(email))
		const likeness = emails.includes(email) ? "same" : isAkin ? "akin" : emails.length > 0 ? "other" : undefined
		return { text, kind: "email", likeness, keys: likeness === "same" ? noKeys : [`email ${email}`] }
	}
	const kind = /\d/.test(text) ? "number" : "name"
	if (number !== "" && nearKey(text) === number) return { text, kind: "number", likeness: "same", keys: noKeys }
	// The year of a day is nobody's number.
	if (kind === "number" && isDay(text)) return undefined
	const pieces = kind === "number" ? piecesOf(text) : noKeys
	// Which of several numbers is meant only values that are known to speak of rows tell, or a name.
	const isKnown = column.isOfCard || column.isSecond || column.isWitness || column.isOfPayer
	const held =
		isKnown || pieces.filter((piece) => /\d/.test(piece)).length === 1 ? marksIn(pieces, column.place) : noKeys
	if (held.some((mark) => marks.includes(mark))) return { text, kind, likeness: "same", keys: noKeys }
	const words = nameWords(text)
	const found = names.map((own) => likeness(words, own))
	// Many have the same first name, or surname: of whoever is not the card's owner by name one word says nothing.
	const isWord = words.length === 1 && column.isWitness && !names.some((own) => own.join("") === words[0])
	if (isWord && kind === "name") return undefined
	if (found.includes("same")) return { text, kind, likeness: "same", keys: noKeys }
	const keys = [
		`number ${nearKey(text)}`,
		...(column.isOfNames ? noKeys : held.map((mark) => `mark ${mark}`)),
		...[words, ...namesAmong(words)].flatMap(nameKeys).map((name) => `name ${name}`),
		...(column.isOfCard && words.length === 1 ? [`surname ${words[0]}`] : noKeys),
	]
	if (kind === "number") {
		// Of a column that is known by its values another text may mean nobody.
		const isOther = number !== "" && (!column.isWitness || column.place?.of === pieces.length)
		return { text, kind, likeness: isOther ? "other" : undefined, keys }
	}
	return { text, kind, likeness: found.includes("akin") ? "akin" : found[0], keys }
}

const noKeys: readonly string[] = []

/** With the column, since a phone may have the digits of an identity number. */
function codeIn(cells: readonly string[], column: number, of = column): string | undefined {
	const key = codeKey(cells[column] ?? "")
	return key === undefined ? undefined : `${of} ${key}`
}

function saidCode(index: number, codesOf: number, cells: readonly string[]): SaidOwner | undefined {
	const [code, own] = [codeIn(cells, index, codesOf), codeIn(cells, codesOf)]
	if (code === undefined) return undefined
	const likeness = own === undefined ? undefined : own === code ? "same" : "other"
	return { text: cells[index]?.trim() ?? "", kind: "code", likeness, keys: [`code ${code}`] }
}

/** Every key by which the customer of a row is found. */
export function ownerKeys({ number, marks, emails, names, codes }: RowOwner): readonly string[] {
	return [
		...(number === "" ? [] : [`number ${number}`]),
		...marks.map((mark) => `mark ${mark}`),
		...emails.map((email) => `email ${email}`),
		...names.flatMap(nameKeysOf).map((name) => `name ${name}`),
		...names.flatMap((words) => (words.length > 1 ? [`surname ${words.at(-1)}`] : [])),
		...codes.map((code) => `code ${code}`),
	]
}

function isSaid(cell: string): boolean {
	return cell.trim() !== "" && !isPlaceholder(cell.trim())
}

function emailKey(email: string): string {
	return email.trim().toLowerCase()
}

function localPart(email: string): string {
	return email.slice(0, email.lastIndexOf("@"))
}
