import { type AddressFields, addresses, isCity, isPlace } from "./addresses.ts"
import { type ColumnNames, firstColumnOf } from "./blame.ts"
import { type Field, fields, labelOf } from "./fields.ts"
import { quoted } from "./finding-codes.ts"
import { zipAndCityIn } from "./one-cell.ts"
import { hasDigit } from "./quick-look.ts"
import type { RowReport } from "./row-report.ts"
import { wholeAddress } from "./schema.ts"
import type { Source } from "./sources.ts"

/** Looks at the addresses of a row, each as a whole, and takes countries out that are of none. */
export class AddressChecks {
	/** Those of which the file says anything. */
	readonly said: readonly AddressFields[]
	/** Whether the file says a country of any of them. */
	readonly #saysCountry: boolean
	/** Countries of one column or constant. */
	readonly #shared: ReadonlySet<Field>

	/** @param values of the row at hand */
	constructor(
		sources: readonly Source[],
		private readonly values: Record<Field, string>,
		private readonly columnOf: ColumnNames,
		private readonly report: RowReport,
	) {
		const mapped = new Set(sources.map(({ field }) => field))
		this.said = addresses.filter(({ parts, country }) => [...parts, country].some((field) => mapped.has(field)))
		this.#saysCountry = addresses.some(({ country }) => mapped.has(country))
		this.#shared = new Set(sources.flatMap(({ field, copyOf }) => (copyOf ? [field, copyOf] : [])))
	}

	/** @returns whether the schema certainly takes the addresses of the row */
	check(): boolean {
		const hasAny = this.#shared.size > 0 && this.said.some((address) => this.#isGiven(address))
		let isSure = true
		for (const address of this.said) if (!this.#check(address, hasAny)) isSure = false
		return isSure
	}

	#isGiven({ parts }: AddressFields): boolean {
		return parts.some((part) => this.values[part] !== "")
	}

	/** @param hasAny whether the row has any address: a country that several share is of that then */
	#check(address: AddressFields, hasAny: boolean): boolean {
		const { values, columnOf, report } = this
		const { parts, needed, country } = address
		const isGiven = this.#isGiven(address)
		if (isGiven) this.#checkCity(parts)
		const where = values[country]
		if (isGiven && where === "") {
			const code = this.#saysCountry ? "address.no-country" : "address.no-country-column"
			report.add(code, firstColumnOf(columnOf, [country, ...parts]), country)
		}
		if (!isGiven && this.#shared.has(country) && (hasAny || country !== this.said[0]?.country)) {
			values[country] = ""
			return true
		}
		if (!wholeAddress.has(where)) {
			if (isGiven) this.#checkPlace(needed)
			return true
		}
		if (isGiven) return needed.every((part) => values[part] !== "")
		if (columnOf.has(country)) report.add("address.country-only", columnOf.get(country), country, quoted(where))
		values[country] = ""
		return true
	}

	/** `10115 Berlin`, where the row has no zip code. */
	#checkCity(parts: readonly Field[]): void {
		const { values, columnOf, report } = this
		const city = parts.find(isCity)
		const zipCode = parts.find((part) => fields[part].kind === "zipCode")
		if (city === undefined || zipCode === undefined || values[zipCode] !== "" || !hasDigit(values[city])) return
		if (zipAndCityIn(values[city]) !== undefined)
			report.add("address.zip-in-city", columnOf.get(city), city, quoted(values[city]))
	}

	/** An address without what the file has a column for may be one whose cells were merged, and which kept no value. */
	#checkPlace(needed: readonly Field[]): void {
		const { values, columnOf, report } = this
		const missing = needed.filter((part) => values[part] === "" && columnOf.has(part) && isPlace(part))
		const [first] = missing
		if (first === undefined || report.says(first, "error")) return
		report.add("address.no-place", columnOf.get(first), first, `no ${missing.map(labelOf).join(" and no ")}`)
	}
}
