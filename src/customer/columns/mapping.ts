import * as z from "zod"
import { maskCardNumbers } from "../card-number.ts"
import { type Field, fieldNames } from "../fields.ts"
import { visible } from "../visible.ts"

const field = z.enum(fieldNames as [Field, ...Field[]])
/** What may be the same for every row. */
export const constantField = z.enum(fieldNames.filter((name) => name !== "number" && name !== "token"))

/** In place of a currency: that of each customer's country. */
export const byCountry = "by-country"

/** What becomes of rows whose customers are gone. */
const gone = z.enum(["created", "left-out"])

/** What becomes of customers or cards of a status. */
const fate = z.enum(["sent", "left-out"])

/** What a column fills: one field, several, none (`null`: a person leaves it out), or what is still to be said (`?`). */
const use = z.union([field, z.array(field).min(1).readonly(), z.null(), z.literal("?")])

/**
 * What each column of a file is: what a person answered, or what was decided by rule. The JSON file that `--mapping` reads and
 * `--save-mapping` writes, version 2. For example
 * `{ "version": 2, "columns": { "Kundnr": "number", "E-post": "email", "Notering": null }, "constants": { "currency": "SEK" } }`.
 *
 * Several columns may fill a street (joined by a comma) and `token` (one card each), in the order of the file or of their numbers.
 * Of several columns for any other field the first that is filled counts.
 */
export const mappingSchema = z
	.strictObject({
		version: z.literal(2),
		columns: z.record(z.string(), use).readonly().default({}),
		/** A column that is not named: decided by rule (the default), or left out unless it holds card tokens. */
		others: z.enum(["by-rule", "left-out"]).exactOptional(),
		/**
		 * Of several columns that give a row different values of a field, the one that counts; `null`: none, the row is an error. For
		 * `name` this may be the column of a company or of a first name.
		 */
		first: z.partialRecord(field, z.string().nullable()).readonly().exactOptional(),
		/**
		 * Columns that are one address each, where a file has several for the same fields: a row has one of them, and no part of
		 * another. Which one counts, `first` says by the column of the street.
		 */
		addresses: z.array(z.array(z.string()).readonly()).readonly().exactOptional(),
		/**
		 * Several parties of which a row may be, each with all of its columns: nothing of the others is sent. Which one it is says the column
		 * `by`, in the `values` of each; without it the first that the row has.
		 */
		parties: z
			.strictObject({
				by: z.string().exactOptional(),
				of: z
					.array(
						z
							.strictObject({
								columns: z.array(z.string()).readonly(),
								values: z.array(z.string()).readonly().exactOptional(),
							})
							.readonly(),
					)
					.readonly(),
			})
			.readonly()
			.exactOptional(),
		/** Fields whose several columns are joined into one value. */
		joined: z
			.array(z.enum(["name", "firstName", "lastName", "company"]))
			.readonly()
			.exactOptional(),
		/**
		 * Adjacent rows that agree in everything but the card are one customer with several cards; `false`: they are not, and the first
		 * counts; `errors`: a person looks at them, and until then none of them is sent.
		 */
		joinRows: z.union([z.boolean(), z.literal("errors")]).exactOptional(),
		/**
		 * A person says that the customers of the file come without cards; or that only what is a card token in its columns is a card,
		 * and any other value (`invoice`) another way to pay; or that every value is meant as a card token.
		 */
		cards: z.enum(["none", "only-tokens", "all-tokens"]).exactOptional(),
		/** Cards of which the file itself says that they were revoked, blocked or stolen, or expired. */
		deadCards: z.enum(["sent", "left-out"]).exactOptional(),
		/** Of which columns of card tokens a column of states speaks, where its name does not say: `{ "Card status": ["Token 2"] }`. */
		cardsOf: z.record(z.string(), z.array(z.string()).min(1).readonly()).readonly().exactOptional(),
		/** Rows of customers who were deleted or died, who left, or who are blocked, as the file itself says. */
		deleted: gone.exactOptional(),
		ended: gone.exactOptional(),
		blocked: gone.exactOptional(),
		/**
		 * What becomes of the customers or cards of a status that this program does not know, by the column and the value in lower case:
		 * `{ "Kortstatus": { "ersatt": "left-out" } }`; or of all of them in a column.
		 */
		statuses: z
			.record(z.string(), z.union([fate, z.record(z.string(), fate).readonly()]))
			.readonly()
			.exactOptional(),
		/** Customer numbers of which every one ends in a decimal of zeros, as `10.0`: it is taken off, or they are errors. */
		decimals: z.enum(["removed", "errors"]).exactOptional(),
		/** Names with something set apart in them as remarks are: they are names as they stand, or errors. */
		asides: z.enum(["names", "errors"]).exactOptional(),
		/** What the dialling codes of a column are of, where its name does not say. */
		dialling: z
			.record(z.string(), z.enum(["country", "area"]))
			.readonly()
			.exactOptional(),
		/** What a word for several currencies (`kr`, `$`), or for one that is not known, means: a code, or `by-country`; `null`: none. */
		currencies: z.record(z.string(), z.string().nullable()).readonly().exactOptional(),
		/** What a sign before three digits is in an amount such as `1.500`. */
		signs: z
			.partialRecord(z.enum([".", ","]), z.enum(["thousands", "decimals"]))
			.readonly()
			.exactOptional(),
		/** The value of a field where a row has none of its own. */
		constants: z.partialRecord(constantField, z.string()).readonly().default({}),
		/** How the file is to be read. */
		encoding: z.string().exactOptional(),
		/** Questions that are still open, for the person who fills the file in; not read. */
		open: z.unknown().exactOptional(),
		/** What rules had decided when the file was saved with questions open: `ownWords` says what is left of the columns. */
		byRule: z.record(z.string(), use).readonly().exactOptional(),
	})
	.readonly()

export type Mapping = z.infer<typeof mappingSchema>
export type ColumnUse = z.infer<typeof use>

/** As version 0.1.0 wrote it: what it does not name was left out. */
export const formerMappingSchema = z
	.strictObject({
		version: z.literal(1),
		columns: z.record(z.string(), field).readonly(),
		constants: z.partialRecord(constantField, z.string()).readonly().default({}),
		joinRows: z.boolean().default(false),
	})
	.readonly()

export type FormerMapping = z.infer<typeof formerMappingSchema>

/** A mapping of version 1 in the words of version 2, with the same meaning. */
export function modernized({ columns, constants, joinRows }: FormerMapping): Mapping {
	const firstName = Object.keys(columns).find((column) => columns[column] === "firstName")
	const names = Object.values(columns).filter((one) => one === "name")
	return {
		version: 2,
		columns,
		others: "left-out",
		...(firstName === undefined ? {} : { first: { name: firstName } }),
		...(names.length > 1 ? { joined: ["name"] } : {}),
		joinRows,
		constants,
	}
}

/**
 * What a person said in a file that was saved with questions open. A rule may decide otherwise once they are answered: a column that
 * still stands as a rule had it is decided anew, and only what was changed is a person's word.
 */
export function ownWords(saved: Mapping): Mapping {
	const { byRule, open: _, ...mapping } = saved
	if (byRule === undefined) return saved
	const isKept = (column: string) =>
		Object.hasOwn(byRule, column) && String(byRule[column]) === String(mapping.columns[column])
	const own = Object.entries(mapping.columns).filter(([column, use]) => use !== "?" && !isKept(column))
	return { ...mapping, columns: Object.fromEntries(own) }
}

/** Reads a mapping of either version, in the words of version 2: what a person says in it. */
export const anyMappingSchema = z.union([mappingSchema.transform(ownWords), formerMappingSchema.transform(modernized)])

/** Nothing is said. */
export const noAnswers: Mapping = { version: 2, columns: {}, constants: {} }

/**
 * The fields that a column fills; none when it is left out, undefined when nothing is said of it. A column may be called as what
 * every object has.
 */
export function usesOf({ columns }: Pick<Mapping, "columns">, column: string): readonly Field[] | undefined {
	if (!Object.hasOwn(columns, column)) return undefined
	const found = columns[column] ?? null
	if (found === "?") return undefined
	return found === null ? [] : typeof found === "string" ? [found] : found
}

/** Places of the columns that fill a field, in the order of the file. */
export function indicesOf(mapping: Mapping, columns: readonly string[], field: Field): readonly number[] {
	return columns.flatMap((column, index) => (usesOf(mapping, column)?.includes(field) ? [index] : []))
}

/** Whether rows have a value of a field, in a column or by a constant. */
export function gives(mapping: Mapping, columns: readonly string[], field: keyof Mapping["constants"]): boolean {
	return mapping.constants[field] !== undefined || indicesOf(mapping, columns, field).length > 0
}

/** `base` with the answers of `more` added; they go before. */
export function merged(base: Mapping, more: Partial<Mapping>): Mapping {
	return {
		...base,
		...more,
		version: 2,
		columns: { ...base.columns, ...more.columns },
		constants: { ...base.constants, ...more.constants },
		...(base.first || more.first ? { first: { ...base.first, ...more.first } } : {}),
		...(base.dialling || more.dialling ? { dialling: { ...base.dialling, ...more.dialling } } : {}),
		...(base.currencies || more.currencies ? { currencies: { ...base.currencies, ...more.currencies } } : {}),
		...(base.statuses || more.statuses ? { statuses: mergedStatuses(base.statuses, more.statuses) } : {}),
		...(base.cardsOf || more.cardsOf ? { cardsOf: { ...base.cardsOf, ...more.cardsOf } } : {}),
		...(base.joined && more.joined ? { joined: [...new Set([...base.joined, ...more.joined])] } : {}),
		...(base.signs || more.signs ? { signs: { ...base.signs, ...more.signs } } : {}),
	}
}

type Statuses = NonNullable<Mapping["statuses"]>

/** `base` with what is said later of values and columns, which goes before. */
export function mergedStatuses(base: Statuses = {}, more: Statuses = {}): Statuses {
	const sum = { ...base }
	for (const [column, said] of Object.entries(more)) {
		const before = sum[column]
		sum[column] = typeof said === "object" && typeof before === "object" ? { ...before, ...said } : said
	}
	return sum
}

/**
 * What a person said of a status in a column; undefined where nobody did.
 * @param unknown whether this program does not know the status: what was said of all of a column is of those
 */
export function statusSaid(
	{ statuses = {} }: Mapping,
	column: string,
	value: string,
	unknown = true,
): z.infer<typeof fate> | undefined {
	const said = Object.hasOwn(statuses, column) ? statuses[column] : undefined
	if (said === undefined || typeof said === "string") return unknown ? said : undefined
	const key = statusKey(value)
	return Object.hasOwn(said, key) ? said[key] : undefined
}

/** A status as a mapping has it: as messages show it, without case and not longer than any is. */
export function statusKey(value: string): string {
	return visible(maskCardNumbers(value.trim())).slice(0, longestStatus).toLowerCase()
}

const longestStatus = 60

/** Whether a person said anything. */
export function hasAnswers({ version: _, columns, constants, ...others }: Mapping): boolean {
	return Object.keys(columns).length + Object.keys(constants).length + Object.keys(others).length > 0
}
