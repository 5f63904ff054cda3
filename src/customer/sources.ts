import type { Cleaning } from "./cleaning.ts"
import { kindOf } from "./field-kind.ts"
import { type Field, fieldNames, fieldOf, fields } from "./fields.ts"
import type { PlainTest, ValueKind } from "./kinds/kind.ts"
import type { Mapping } from "./mapping.ts"
import type { QuickWay } from "./quick-way.ts"

/** Where the value of a field comes from, and what is known of it: worked out once a file. */
export interface Source {
	readonly field: Field
	/** Places of its columns. */
	readonly indices: readonly number[]
	/** The first of its columns, for findings. */
	readonly column: string | undefined
	/** In its usual form already. */
	readonly constant: string
	readonly kind: ValueKind
	/** The field of the country that decides what form it has. */
	readonly country: Field | undefined
	/** Whether the usual form is to be taken, or only asked for. */
	readonly cleans: boolean
	readonly plain: PlainTest | undefined
	/** The schema takes any text here. */
	readonly free: boolean
}

/** The countries that others depend on. */
const deciding = new Set(fieldNames.map((field) => fields[field].country))

/** The fields but the card tokens that have a column or a constant; countries first, for phone numbers and zip codes. */
export function sourcesOf(
	mapping: Mapping,
	columns: readonly string[],
	cleaning: Cleaning,
	quick: QuickWay,
): readonly Source[] {
	return fieldNames
		.filter((field) => field !== "token")
		.map((field): Source => {
			const kind = kindOf(field)
			const indices = indicesOf(mapping, columns, field)
			const constant = field === "number" ? "" : (mapping.constants[field] ?? "").trim()
			const index = indices[0]
			return {
				field,
				indices,
				column: index === undefined ? undefined : columns[index],
				constant: kind.usual?.clean(constant, "") ?? constant,
				kind,
				country: fields[field].country,
				cleans: kind.usual !== undefined && cleaning[kind.usual.switch],
				plain: quick.plain(field),
				free: quick.free(field),
			}
		})
		.filter(({ indices, constant }) => indices.length > 0 || constant !== "")
		.sort((a, b) => Number(deciding.has(b.field)) - Number(deciding.has(a.field)))
}

export function indicesOf(mapping: Mapping, columns: readonly string[], field: Field): readonly number[] {
	return columns.flatMap((column, index) => (fieldOf(mapping, column) === field ? [index] : []))
}

/** Adds a further part to a value of several columns: a house number after a space, any other address line after a comma. */
export function withPart(field: Field, value: string, part: string): string {
	if (value === "" || part === "") return value + part
	return value + (fields[field].several === ", " && !/^\d{1,5} ?\p{L}?$/u.test(part) ? ", " : " ") + part
}
