import { type AddressFields, addresses } from "./addresses.ts"
import { isPlaceholder } from "./clean-text.ts"
import { indicesOf, type Mapping, usesOf } from "./columns/mapping.ts"
import { type Field, fields, type Values } from "./fields.ts"
import { readHeader } from "./headers/read-header.ts"
import type { RowReport } from "./row-report.ts"

interface LeftOut {
	readonly address: AddressFields
	readonly zipCode: Field
	/** Places of the columns that are left out, and by their names may be its zip code. */
	readonly places: readonly number[]
}

/** Sees the rows whose address is sent without a zip code, though the file has a column of them that is left out. */
export class ZipsLeftOut {
	readonly #all: readonly LeftOut[]

	/** @param inQuestion names of columns of which nothing is decided yet */
	constructor(
		mapping: Mapping,
		private readonly columns: readonly string[],
		inQuestion: readonly string[] = [],
	) {
		this.#all = addresses.flatMap((address) => {
			const { parts } = address
			const zipCode = parts.find((part) => fields[part].kind === "zipCode")
			const isFilled = (field: Field) => indicesOf(mapping, columns, field).length > 0
			if (zipCode === undefined || isFilled(zipCode) || !parts.some(isFilled)) return []
			const places = columns.flatMap((column, index) => {
				const isOut = (usesOf(mapping, column) ?? []).length === 0 && !inQuestion.includes(column)
				return isOut && readHeader(column).meanings[0]?.field === zipCode ? [index] : []
			})
			return places.length === 0 ? [] : [{ address, zipCode, places }]
		})
	}

	/** Whether there can be any. */
	get any(): boolean {
		return this.#all.length > 0
	}

	/** Tells of the row at hand. */
	check(cells: readonly string[], values: Readonly<Values>, report: RowReport): void {
		for (const { address, zipCode, places } of this.#all) {
			if (values[zipCode] !== "" || !address.parts.some((part) => values[part] !== "")) continue
			const place = places.find((index) => cells[index]?.trim() && !isPlaceholder(cells[index] ?? ""))
			if (place !== undefined) report.add("address.zip-left-out", this.columns[place], zipCode)
		}
	}
}
