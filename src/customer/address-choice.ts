import { type AddressFields, addresses } from "./addresses.ts"
import { isPlaceholder } from "./clean-text.ts"
import { type Mapping, usesOf } from "./columns/mapping.ts"
import { type Field, fieldNames } from "./fields.ts"
import { isSameText } from "./name.ts"

/** Several addresses of a file for the same fields. */
export interface SeveralAddresses {
	readonly address: AddressFields
	/** The columns of each, the one that counts first. */
	readonly groups: readonly (readonly string[])[]
	/** By which one is said to count: the street, where they have one. */
	readonly key: Field
	/** Whether it was said which one counts. */
	readonly isSaid: boolean
}

/** The addresses that a mapping tells apart, by the fields that they fill. */
export function severalAddresses(mapping: Mapping): readonly SeveralAddresses[] {
	return addresses.flatMap((address) => {
		const all = fieldNames.filter((field) => field === address.country || address.parts.includes(field))
		const fills = (column: string, wanted: readonly Field[]) =>
			usesOf(mapping, column)?.some((field) => wanted.includes(field)) === true
		const groups = (mapping.addresses ?? [])
			.map((group) => group.filter((column) => fills(column, all)))
			.filter(({ length }) => length > 0)
		const key = all.find((field) => groups.filter((group) => group.some((column) => fills(column, [field]))).length > 1)
		if (key === undefined) return []
		const first = mapping.first?.[key]
		const isFirst = (group: readonly string[]) => Number(typeof first === "string" && group.includes(first))
		return [
			{ address, groups: [...groups].sort((a, b) => isFirst(b) - isFirst(a)), key, isSaid: typeof first === "string" },
		]
	})
}

/** Which of several addresses a row has; its parts are never mixed with those of another. */
export class AddressChoice {
	/** Of the row that was read last. */
	at = 0
	readonly key: Field
	/** Places of the columns of each, by the field that they fill. */
	readonly #groups: readonly ReadonlyMap<Field, readonly number[]>[]
	readonly #isSaid: boolean
	readonly #fields: readonly Field[]

	constructor({ address, groups, key, isSaid }: SeveralAddresses, mapping: Mapping, columns: readonly string[]) {
		this.key = key
		this.#isSaid = isSaid
		this.#fields = [...address.parts, address.country]
		const places = (group: readonly string[], field: Field) =>
			columns.flatMap((column, index) =>
				group.includes(column) && usesOf(mapping, column)?.includes(field) ? [index] : [],
			)
		this.#groups = groups.map((group) => new Map(this.#fields.map((field) => [field, places(group, field)])))
	}

	/** The places of a field in each address; undefined where it is of none. */
	placesOf(field: Field): readonly (readonly number[])[] | undefined {
		const places = this.#groups.map((group) => group.get(field) ?? [])
		return places.some(({ length }) => length > 0) ? places : undefined
	}

	/** Chooses. @returns the texts of the addresses where they differ and nobody said which counts */
	choose(cells: readonly string[]): readonly string[] | undefined {
		const texts = this.#groups.map((group) => this.#fields.map((field) => textOf(cells, group.get(field) ?? [])))
		// One that says nothing else than another is none of its own.
		const found = texts.flatMap((text, at) => {
			const isSaidBy = (other: readonly string[], where: number) =>
				where !== at && isWithin(text, other) && (where < at || !isWithin(other, text))
			return isFilled(text) && !texts.some((other, where) => isFilled(other) && isSaidBy(other, where))
				? [{ text, at }]
				: []
		})
		this.at = found[0]?.at ?? 0
		if (this.#isSaid || found.length < 2) return undefined
		const parts = (text: readonly string[]) => text.filter((part) => part !== "")
		const [fullest] = [...found].sort((a, b) => parts(b.text).length - parts(a.text).length || a.at - b.at)
		this.at = fullest?.at ?? 0
		return found.map(({ text }) => parts(text).join(", "))
	}
}

function textOf(cells: readonly string[], indices: readonly number[]): string {
	return indices
		.map((index) => cells[index]?.trim() ?? "")
		.filter((cell) => cell !== "" && cell !== "0" && !isPlaceholder(cell))
		.join(" ")
}

function isFilled(text: readonly string[]): boolean {
	return text.some((part) => part !== "")
}

function isWithin(text: readonly string[], other: readonly string[]): boolean {
	return text.every((part, at) => part === "" || isSameText(part, other[at] ?? ""))
}
