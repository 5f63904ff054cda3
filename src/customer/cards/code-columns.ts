import { holdsToken } from "../columns/column-counter.ts"
import { type Mapping, usesOf } from "../columns/mapping.ts"
import { type Field, fields, isImportColumn } from "../fields.ts"
import { ownerColumn } from "../headers/card-columns.ts"
import { readHeader } from "../headers/read-header.ts"
import type { OwnerColumn } from "./owner-column.ts"

/** The fewest digits of what somebody is known by. */
const fewestDigits = 6
/** Digits from behind in which two spellings of a phone or an identity number agree: with and without a country or a century. */
const compared = 8

const day = /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{2,4})(?:\D|$)/

/** What two spellings of an e-mail, a phone or an identity number have in common; undefined where a cell has none of them. */
export function codeKey(cell: string): string | undefined {
	const text = cell.trim()
	if (text.length < fewestDigits || day.test(text) || holdsToken(text)) return undefined
	if (text.includes("@")) return text.toLowerCase()
	const letters = text.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase()
	if (letters.replace(/\D/g, "").length < fewestDigits) return undefined
	return /\D/.test(letters) ? letters : letters.slice(-compared)
}

/** Looks for columns that have the identity numbers, phones or e-mails of customers again, and may say whose card a row has. */
export class CodeSearch {
	readonly #owners: readonly number[]
	readonly #mayTell: readonly number[]
	readonly #keys: ReadonlyMap<number, Set<string>>

	constructor(
		private readonly columns: readonly string[],
		private readonly mapping: Mapping,
	) {
		const places = columns.map((_, index) => index)
		const hasCards = places.some((index) => this.#fieldsOf(index).includes("token"))
		this.#owners = hasCards ? places.filter((index) => isKnownBy(columns[index] ?? "")) : []
		this.#mayTell = this.#owners.length === 0 ? [] : places.filter((index) => this.#isOpen(index))
		this.#keys = new Map([...this.#owners, ...this.#mayTell].map((index) => [index, new Set()]))
	}

	#fieldsOf(index: number): readonly Field[] {
		return usesOf(this.mapping, this.columns[index] ?? "") ?? []
	}

	/** Not sent, or behind a column without a name, which divides two lists. */
	#isOpen(index: number): boolean {
		const name = this.columns[index] ?? ""
		if (isImportColumn(name) || readHeader(name).party !== undefined) return false
		return this.#fieldsOf(index).length === 0 || this.#owners.some((other) => this.#isApart(index, other))
	}

	#isApart(one: number, other: number): boolean {
		const [left, right] = [Math.min(one, other), Math.max(one, other)]
		return this.columns.some((name, index) => index > left && index < right && name === `Column ${index + 1}`)
	}

	/** Whether there is anything to look for. */
	get isNeeded(): boolean {
		return this.#mayTell.length > 0
	}

	/** One of the first rows with a card. */
	add(cells: readonly string[]): void {
		for (const [index, seen] of this.#keys) {
			const key = codeKey(cells[index] ?? "")
			if (key !== undefined) seen.add(key)
		}
	}

	/** The columns that have what customers of those rows are known by. */
	get found(): readonly OwnerColumn[] {
		return this.#mayTell.flatMap((index) => {
			const of = this.#owners.find((owner) => this.#agree(index, owner))
			if (of === undefined) return []
			const isOfCard = ownerColumn(this.columns[index] ?? "") !== undefined
			return [{ indices: [index], isOfCard, isSecond: false, isOfOwnCard: false, codesOf: of }]
		})
	}

	#agree(index: number, owner: number): boolean {
		if (index === owner || (this.#fieldsOf(index).length > 0 && !this.#isApart(index, owner))) return false
		const [own, others] = [this.#keys.get(index), this.#keys.get(owner)]
		if (own === undefined || others === undefined) return false
		const both = [...own].filter((key) => others.has(key)).length
		return both > 1 || both * 2 > own.size
	}
}

/** Whether customers are known by what a column of this name holds. */
function isKnownBy(name: string): boolean {
	return readHeader(name).meanings.some(({ field }) => field === "email" || codes.has(fields[field].kind))
}

const codes: ReadonlySet<string> = new Set(["phone", "identityNumber"])
