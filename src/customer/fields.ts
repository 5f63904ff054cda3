import type { Creatable } from "./creatable.ts"
import type { KindName } from "./kinds/kinds.ts"

/** What a column of the file can fill. */
export interface FieldDefinition {
	readonly label: string
	/** Fields that belong together, for people. The fields of a group with a country are an address. */
	readonly group:
		| "customer"
		| "contact"
		| "address"
		| "billing address"
		| "delivery address"
		| "payment"
		| "card"
		| "browser"
	/** Where it stands in the body that is sent. */
	readonly path: PathIn<Creatable>
	/** By name, so that what only shows labels does not load all that is known of phones and countries. */
	readonly kind: KindName
	/** Several columns may fill it: joined by this text, or one card each. */
	readonly several?: " " | ", " | "each"
	/** The field of the country that decides what form its values have. */
	readonly country?: string
}

/**
 * The one table of fields: the draft of a customer, the blame for what the schema refuses, the addresses and the check of
 * every value come from it. What columns are called stands in `headers/`.
 */
const table = {
	number: { label: "Customer number", group: "customer", path: "number", kind: "customerNumber" },
	name: { label: "Name", group: "contact", path: "contact.name", kind: "text", several: " " },
	firstName: { label: "First name", group: "contact", path: "contact.name.first", kind: "text" },
	lastName: { label: "Last name", group: "contact", path: "contact.name.last", kind: "text" },
	company: { label: "Company", group: "contact", path: "contact.name", kind: "text" },
	email: { label: "E-mail", group: "contact", path: "contact.email.primary", kind: "email" },
	billingEmail: { label: "Billing e-mail", group: "contact", path: "contact.email.billing", kind: "email" },
	phone: { label: "Phone", group: "contact", path: "contact.phone.primary", kind: "phone", country: "country" },
	cellphone: {
		label: "Mobile phone",
		group: "contact",
		path: "contact.phone.cellphone",
		kind: "phone",
		country: "country",
	},
	landline: {
		label: "Landline phone",
		group: "contact",
		path: "contact.phone.landline",
		kind: "phone",
		country: "country",
	},
	street: { label: "Street", group: "address", path: "contact.address.primary.street", kind: "text", several: ", " },
	zipCode: {
		label: "Zip code",
		group: "address",
		path: "contact.address.primary.zipCode",
		kind: "zipCode",
		country: "country",
	},
	city: { label: "City", group: "address", path: "contact.address.primary.city", kind: "text" },
	country: { label: "Country", group: "address", path: "contact.address.primary.countryCode", kind: "country" },
	billingStreet: {
		label: "Billing street",
		group: "billing address",
		path: "contact.address.billing.street",
		kind: "text",
		several: ", ",
	},
	billingZipCode: {
		label: "Billing zip code",
		group: "billing address",
		path: "contact.address.billing.zipCode",
		kind: "zipCode",
		country: "billingCountry",
	},
	billingCity: { label: "Billing city", group: "billing address", path: "contact.address.billing.city", kind: "text" },
	billingCountry: {
		label: "Billing country",
		group: "billing address",
		path: "contact.address.billing.countryCode",
		kind: "country",
	},
	deliveryStreet: {
		label: "Delivery street",
		group: "delivery address",
		path: "contact.address.delivery.street",
		kind: "text",
		several: ", ",
	},
	deliveryZipCode: {
		label: "Delivery zip code",
		group: "delivery address",
		path: "contact.address.delivery.zipCode",
		kind: "zipCode",
		country: "deliveryCountry",
	},
	deliveryCity: {
		label: "Delivery city",
		group: "delivery address",
		path: "contact.address.delivery.city",
		kind: "text",
	},
	deliveryCountry: {
		label: "Delivery country",
		group: "delivery address",
		path: "contact.address.delivery.countryCode",
		kind: "country",
	},
	type: { label: "Person or organization", group: "contact", path: "contact.type", kind: "customerType" },
	identityNumber: {
		label: "Identity number",
		group: "contact",
		path: "contact.identityNumber",
		kind: "identityNumber",
		country: "country",
	},
	currency: { label: "Currency", group: "payment", path: "currency", kind: "currency" },
	limit: { label: "Credit limit", group: "payment", path: "limit", kind: "amount" },
	schedule: { label: "Payment schedule", group: "payment", path: "schedule", kind: "schedule" },
	token: { label: "Card token", group: "card", path: "method.card", kind: "cardToken", several: "each" },
	ip: { label: "IP address of the buyer", group: "browser", path: "method.client.ip", kind: "ip" },
	colorDepth: {
		label: "Browser color depth",
		group: "browser",
		path: "method.client.browser.colorDepth",
		kind: "colorDepth",
	},
	resolution: {
		label: "Browser resolution",
		group: "browser",
		path: "method.client.browser.resolution",
		kind: "resolution",
	},
	java: { label: "Browser has Java", group: "browser", path: "method.client.browser.java", kind: "boolean" },
	javascript: {
		label: "Browser has JavaScript",
		group: "browser",
		path: "method.client.browser.javascript",
		kind: "boolean",
	},
	locale: {
		label: "Browser locale",
		group: "browser",
		path: "method.client.browser.locale",
		kind: "locale",
		country: "country",
	},
	timezone: {
		label: "Browser time zone offset",
		group: "browser",
		path: "method.client.browser.timezone",
		kind: "timezone",
	},
	parent: { label: "Origin of the page", group: "browser", path: "method.client.browser.parent", kind: "url" },
} as const satisfies Record<string, FieldDefinition>

export type Field = keyof typeof table

export const fields: Readonly<Record<Field, FieldDefinition & { readonly country?: Field }>> = table

export const fieldNames = Object.keys(table) as readonly Field[]

/** The label of a field within a sentence. */
export function labelOf(field: Field): string {
	return fields[field].label.toLowerCase()
}

/** The cleaned text of every field of a row; empty where there is none. */
export type Values = Readonly<Record<Field, string>>

/** Every path of names in a body; the items of a list have those of the list. */
type PathIn<Body> = Body extends readonly (infer Item)[]
	? Item extends object
		? PathIn<Item>
		: never
	: Body extends object
		? { [Key in keyof Body & string]: Key | `${Key}.${PathIn<NonNullable<Body[Key]>>}` }[keyof Body & string]
		: never

/** A header reduced to what matters: no case, accents, punctuation or spaces. `"E-postadress "` → `"epostadress"`. */
export function headerKey(header: string): string {
	return header
		.normalize("NFKD")
		.toLowerCase()
		.replace(/ø/g, "o")
		.replace(/æ/g, "ae")
		.replace(/ß/g, "ss")
		.replace(/[^\p{L}\p{N}]/gu, "")
}

const reserved = new Set(["importrow", "importoutcome", "importcode", "importmessage", "importrun"])

/** The columns that this product adds to `errors.csv` and `unknown.csv`; they are never mapped. */
export function isImportColumn(header: string): boolean {
	return reserved.has(headerKey(header))
}
