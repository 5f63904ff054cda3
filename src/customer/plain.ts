import type { Field } from "./fields.ts"
import { countries, currencies } from "./schema.ts"
import { zipCodeForms, zipCodeOf } from "./zip-code.ts"

/**
 * Whether a value is fine as it stands: nothing to clean, nothing to warn of, and the schema takes it. Nearly every value
 * of a good file is, and to see that is several times faster than to go through all that could be wrong with it. A test
 * holds these against the whole check. `country` is the cleaned one of the same address.
 */
export type PlainTest = (value: string, country: string) => boolean

/** As spreadsheets, databases and people write where there is no value, or where something is wrong with it. */
const odd = String.raw`(?![='#"\x60 ]|(?:NULL|null|NaN|nan|none|undefined|-{1,3}|\(null\)|<null>|N\/A|n\/a|\\N)$)`
/** Composed Latin letters beyond ASCII; not Ã, which begins what was read in a wrong encoding. */
const letter = String.raw`\u00c0-\u00c2\u00c4-\u00d6\u00d8-\u00f6\u00f8-\u024f`

const matches =
	(pattern: RegExp): PlainTest =>
	(value) =>
		pattern.test(value)

const text = matches(new RegExp(`^${odd}[\\x20-\\x7e${letter}]{0,199}[\\x21\\x23-\\x7e${letter}]$`))
const email = matches(
	/^\w[\w+-]{0,39}(?:\.[\w+-]{1,20}){0,3}@(?:[a-z0-9]{1,30}(?:-[a-z0-9]{1,20}){0,3}\.){1,3}[a-z]{2,10}$/,
)
const phone = matches(/^\+[1-9]\d{6,12}$/)
const zipCode: PlainTest = (value, country) => zipCodeForms.has(country) && zipCodeOf(value, country) === value
const country: PlainTest = (value) => countries.has(value)

export const plainTests: Readonly<Partial<Record<Field, PlainTest>>> = {
	// No letters before a dash that could be a month.
	number: matches(/^(?:[A-Za-z]{1,2}-|[A-Za-z]{0,4})\d{1,9}$/),
	name: text,
	firstName: text,
	lastName: text,
	email,
	billingEmail: email,
	phone,
	cellphone: phone,
	landline: phone,
	street: text,
	billingStreet: text,
	deliveryStreet: text,
	zipCode: zipCode,
	billingZipCode: zipCode,
	deliveryZipCode: zipCode,
	city: text,
	billingCity: text,
	deliveryCity: text,
	country,
	billingCountry: country,
	deliveryCountry: country,
	identityNumber: matches(/^\d{6,8}-?\d{4}$/),
	currency: (value) => currencies.has(value),
	limit: matches(/^\d{1,9}(?:\.\d{1,2})?$/),
	type: matches(/^(?:person|organization)$/),
	schedule: matches(/^(?:daily|weekly|monthly|quarterly|yearly)$/),
	locale: matches(/^[a-z]{2,3}-[A-Z]{2}$/),
}

/** Fields of which the schema takes any text. */
export const freeFields: ReadonlySet<Field> = new Set([
	"number",
	"name",
	"firstName",
	"lastName",
	"street",
	"zipCode",
	"city",
	"billingStreet",
	"billingZipCode",
	"billingCity",
	"deliveryStreet",
	"deliveryZipCode",
	"deliveryCity",
	"identityNumber",
])
