import { type FieldCleaner, fieldCleaners } from "./clean-field.ts"
import type { Cleaning } from "./cleaning.ts"
import { type Field, fieldNames, fieldOf, fields } from "./fields.ts"
import type { Mapping } from "./mapping.ts"
import { freeFields, type PlainTest, plainTests } from "./plain.ts"

/** Where the value of a field comes from, and how it is brought to its usual form: worked out once a file. */
export interface Source {
	readonly field: Field
	/** Places of its columns. */
	readonly indices: readonly number[]
	/** The first of its columns, for findings. */
	readonly column: string | undefined
	/** In its usual form already. */
	readonly constant: string
	readonly cleaner: FieldCleaner | undefined
	/** Whether the usual form is to be taken, or only asked for. */
	readonly cleans: boolean
	readonly plain: PlainTest | undefined
	/** The schema takes any text here. */
	readonly free: boolean
}

/** The fields but the card tokens that have a column or a constant; countries first, for phone numbers and zip codes. */
export function sourcesOf(mapping: Mapping, columns: readonly string[], cleaning: Cleaning): readonly Source[] {
	return fieldNames
		.filter((field) => field !== "token")
		.map((field): Source => {
			const cleaner = fieldCleaners[field]
			const indices = indicesOf(mapping, columns, field)
			const constant = field === "number" ? "" : (mapping.constants[field] ?? "").trim()
			const index = indices[0]
			return {
				field,
				indices,
				column: index === undefined ? undefined : columns[index],
				constant: cleaner?.clean(constant, "") ?? constant,
				cleaner,
				cleans: cleaner !== undefined && cleaning[cleaner.switch],
				plain: plainTests[field],
				free: freeFields.has(field),
			}
		})
		.filter(({ indices, constant }) => indices.length > 0 || constant !== "")
		.sort((a, b) => Number(b.cleaner?.switch === "country") - Number(a.cleaner?.switch === "country"))
}

export function indicesOf(mapping: Mapping, columns: readonly string[], field: Field): readonly number[] {
	return columns.flatMap((column, index) => (fieldOf(mapping, column) === field ? [index] : []))
}

/** Adds a further part to a value of several columns: a house number after a space, any other address line after a comma. */
export function withPart(field: Field, value: string, part: string): string {
	if (value === "" || part === "") return value + part
	return value + (fields[field].several === ", " && !/^\d{1,5} ?\p{L}?$/u.test(part) ? ", " : " ") + part
}
