import type { Cleaning } from "./cleaning.ts"
import type { Field } from "./fields.ts"
import type { FindingCode } from "./finding-codes.ts"
import { countryOf, currencyOf } from "./names.ts"
import { phoneOf } from "./phone.ts"
import { amountOf, emailOf, localeOf, scheduleOf, timezoneOf, typeOf } from "./spelling.ts"
import { zipCodeOf } from "./zip-code.ts"

/** How the values of one field are brought to their usual form. */
export interface FieldCleaner {
	readonly switch: keyof Cleaning
	readonly code: FindingCode
	/** The field whose (cleaned) value is the country that the form depends on. */
	readonly country?: Field
	/** A value that matches is in its usual form already. */
	readonly usual?: RegExp
	/** The usual form; undefined when the value has none. */
	readonly clean: (value: string, country: string) => string | undefined
	/** What to warn of when the value has no usual form, and the schema takes it all the same. */
	readonly unlikely?: (country: string) => FindingCode
}

const country: FieldCleaner = {
	switch: "country",
	code: "cleaned.country",
	usual: /^(?!UK$)[A-Z]{2}$/,
	clean: countryOf,
}
const email: FieldCleaner = { switch: "email", code: "cleaned.email", usual: /^[^A-Z]*$/, clean: emailOf }
const phone: FieldCleaner = {
	switch: "phone",
	code: "cleaned.phone",
	country: "country",
	usual: /^\+[1-9]\d{6,14}$/,
	clean: phoneOf,
	unlikely: (country) => (country === "" ? "phone.no-country" : "phone.unlikely"),
}
const zipCode = (of: Field): FieldCleaner => ({
	switch: "zipCode",
	code: "cleaned.zip-code",
	country: of,
	clean: zipCodeOf,
	unlikely: () => "zip-code.unlikely",
})

export const fieldCleaners: Readonly<Partial<Record<Field, FieldCleaner>>> = {
	country,
	billingCountry: country,
	deliveryCountry: country,
	email,
	billingEmail: email,
	phone,
	cellphone: phone,
	landline: phone,
	zipCode: zipCode("country"),
	billingZipCode: zipCode("billingCountry"),
	deliveryZipCode: zipCode("deliveryCountry"),
	currency: { switch: "spelling", code: "cleaned.currency", usual: /^[A-Z]{3}$/, clean: currencyOf },
	type: { switch: "spelling", code: "cleaned.type", usual: /^(?:person|organization)$/, clean: typeOf },
	schedule: {
		switch: "spelling",
		code: "cleaned.schedule",
		usual: /^(?:daily|weekly|monthly|quarterly|yearly)$/,
		clean: scheduleOf,
	},
	limit: { switch: "spelling", code: "cleaned.limit", usual: /^\d+(?:\.\d{1,2})?$/, clean: amountOf },
	locale: {
		switch: "spelling",
		code: "cleaned.locale",
		country: "country",
		usual: /^[a-z]{2,3}-[A-Z]{2}$/,
		clean: localeOf,
	},
	timezone: { switch: "spelling", code: "cleaned.timezone", usual: /^-?(?:0|[1-9]\d*)$/, clean: timezoneOf },
}
