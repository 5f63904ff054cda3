import { type Field, fieldNames, fields } from "./fields.ts"
import { partsOfAddress } from "./schema.ts"

export type CountryField = Extract<Field, "country" | `${string}Country`>

/** One address of a customer, by the fields that fill it. */
export interface AddressFields {
	readonly country: CountryField
	/** The others. */
	readonly parts: readonly Field[]
	/** Those of them that a whole address has. */
	readonly needed: readonly Field[]
	/** Where it stands in the body that is sent. */
	readonly path: string
}

/** Every group of fields that has a country. */
export const addresses: readonly AddressFields[] = fieldNames
	.filter((field): field is CountryField => fields[field].kind === "country")
	.map((country) => {
		const parts = fieldNames.filter((field) => field !== country && fields[field].group === fields[country].group)
		const isNeeded = (field: Field) => partsOfAddress.some((part) => fields[field].path.endsWith(`.${part}`))
		const { path } = fields[country]
		return { country, parts, needed: parts.filter(isNeeded), path: path.slice(0, path.lastIndexOf(".")) }
	})

/** The fields of all addresses. */
export const ofAddress: ReadonlySet<Field> = new Set(addresses.flatMap(({ country, parts }) => [country, ...parts]))

/** Whether a field is the zip code or the city of an address. */
export function isPlace(field: Field): boolean {
	return fields[field].kind === "zipCode" || isCity(field)
}

export function isCity(field: Field): boolean {
	return fields[field].path.endsWith(".city")
}
