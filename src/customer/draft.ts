import type { Address, Browser, Contact, Creatable, Method } from "./creatable.ts"
import type { Field } from "./fields.ts"
import { booleanOf, decimalOf, integerOf, resolutionOf } from "./scalar.ts"

/** The cleaned text of every field of a row; empty where there is none. */
export type Values = Readonly<Record<Field, string>>

/** A Creatable that the schema has not seen yet. Text that is no number where one belongs becomes NaN, for it to refuse. */
export function draftOf(values: Values, tokens: readonly string[], defaults: Browser): Creatable {
	const contact = contactOf(values)
	const draft: Mutable<Creatable> = {
		number: values.number,
		method: tokens.map((card) => methodOf(card, values, defaults)),
	}
	if (contact) draft.contact = contact
	if (values.currency) draft.currency = values.currency
	if (values.limit) draft.limit = decimalOf(values.limit)
	if (values.schedule) draft.schedule = values.schedule as NonNullable<Creatable["schedule"]>
	return draft
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

// Plain assignments throughout: spreading what may be absent costs ten times as much, and this runs for every row.

function contactOf(values: Values): Contact | undefined {
	const contact: Mutable<Contact> = {}
	let given = false
	if (values.type) {
		contact.type = values.type as NonNullable<Contact["type"]>
		given = true
	}
	if (values.identityNumber) {
		contact.identityNumber = values.identityNumber
		given = true
	}
	const name = nameOf(values)
	if (name) {
		contact.name = name
		given = true
	}
	const email = emailOf(values)
	if (email) {
		contact.email = email
		given = true
	}
	const phone = phoneOf(values)
	if (phone) {
		contact.phone = phone
		given = true
	}
	const address = addressesOf(values)
	if (address) {
		contact.address = address
		given = true
	}
	return given ? contact : undefined
}

function nameOf({ name, firstName, lastName }: Values): Contact["name"] | "" {
	return firstName && lastName ? { first: firstName, last: lastName } : name || firstName || lastName
}

function emailOf({ email, billingEmail }: Values): Contact["email"] | "" {
	if (!billingEmail) return email
	return email ? { primary: email, billing: billingEmail } : { billing: billingEmail }
}

function phoneOf({ phone, cellphone, landline }: Values): Contact["phone"] | "" {
	if (!cellphone && !landline) return phone
	const phones: Mutable<Exclude<NonNullable<Contact["phone"]>, string>> = {}
	if (phone) phones.primary = phone
	if (cellphone) phones.cellphone = cellphone
	if (landline) phones.landline = landline
	return phones
}

function addressesOf(values: Values): Contact["address"] | undefined {
	const primary = addressOf(values.street, values.zipCode, values.city, values.country)
	const billing = addressOf(values.billingStreet, values.billingZipCode, values.billingCity, values.billingCountry)
	const delivery = addressOf(values.deliveryStreet, values.deliveryZipCode, values.deliveryCity, values.deliveryCountry)
	if (!billing && !delivery) return primary
	const addresses: { primary?: Address; billing?: Address; delivery?: Address } = {}
	if (primary) addresses.primary = primary
	if (billing) addresses.billing = billing
	if (delivery) addresses.delivery = delivery
	return addresses
}

function addressOf(street: string, zipCode: string, city: string, countryCode: string): Address | undefined {
	if (!(street || zipCode || city || countryCode)) return undefined
	const address: Mutable<Address> = {}
	if (street) address.street = street
	if (zipCode) address.zipCode = zipCode
	if (city) address.city = city
	if (countryCode) address.countryCode = countryCode
	return address
}

function methodOf(card: string, values: Values, defaults: Browser): Method {
	const browser: Mutable<Browser> = { ...defaults }
	if (values.colorDepth) browser.colorDepth = integerOf(values.colorDepth)
	if (values.resolution) browser.resolution = resolutionOf(values.resolution)
	// Text that is neither yes nor no goes on as it is, for the schema to refuse.
	if (values.java) browser.java = booleanOf(values.java) ?? (values.java as unknown as boolean)
	if (values.javascript) browser.javascript = booleanOf(values.javascript) ?? (values.javascript as unknown as boolean)
	if (values.locale) browser.locale = values.locale
	if (values.timezone) browser.timezone = integerOf(values.timezone)
	if (values.parent) browser.parent = values.parent
	return { type: "token", card, client: values.ip ? { ip: values.ip, browser } : { browser } }
}
