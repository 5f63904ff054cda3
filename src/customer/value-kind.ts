import { isoly } from "isoly"
import type { Field } from "./fields.ts"
import { countryOf, currencyOf } from "./names.ts"
import { booleanOf, decimalOf, integerOf, resolutionOf } from "./scalar.ts"
import { localeOf, scheduleOf, timezoneOf, typeOf } from "./spelling.ts"

export type ValueKind = "email" | "token" | "country"

const tests: Readonly<Record<ValueKind, (value: string) => boolean>> = {
	email: (value) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value),
	/** A JWT: three parts in base64url, the first a JSON object. */
	token: (value) => /^eyJ[\w-]{5,}\.[\w-]+\.[\w-]*$/.test(value),
	country: (value) => isoly.CountryCode.Alpha2.is(value),
}

/** What nearly all of these values, none of them empty, look like. */
export function looksLike(values: readonly string[]): ValueKind | undefined {
	if (values.length === 0) return undefined
	const kind = (Object.keys(tests) as ValueKind[]).find((kind) => mostly(values, tests[kind], 0.8))
	// A column of "NO" alone says no more often than Norway.
	return kind === "country" && values.every((value) => value === "NO") ? undefined : kind
}

/** Fields whose values are of a known form. */
const forms: Readonly<Partial<Record<Field, (value: string) => boolean>>> = {
	// Not the name of a person or company, as in a column "Customer".
	number: (value) => !/^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*)+$/u.test(value),
	email: (value) => value.includes("@"),
	billingEmail: (value) => value.includes("@"),
	phone: (value) => /\d{4}/.test(value.replace(/[\s()./-]/g, "")),
	cellphone: (value) => /\d{4}/.test(value.replace(/[\s()./-]/g, "")),
	landline: (value) => /\d{4}/.test(value.replace(/[\s()./-]/g, "")),
	country: (value) => countryOf(value) !== undefined,
	billingCountry: (value) => countryOf(value) !== undefined,
	deliveryCountry: (value) => countryOf(value) !== undefined,
	type: (value) => typeOf(value) !== undefined,
	currency: (value) => currencyOf(value) !== undefined,
	limit: (value) => !Number.isNaN(decimalOf(value)),
	schedule: (value) => scheduleOf(value) !== undefined,
	// Not a scheme, not another way to pay, and not a masked or shortened card number.
	token: (value) =>
		value.length > 4 &&
		!/^\p{L}{1,12}$/u.test(value) &&
		!/[*•\s]|xxx|^(?:visa|master|maestro|amex|american|diners|dankort|debit|credit|jcb)/i.test(value),
	ip: (value) => /^\d+(?:\.\d+){3}|:/.test(value),
	colorDepth: (value) => /^\d{1,2}(?!\d)/.test(value),
	resolution: (value) => !Number.isNaN(resolutionOf(value)[1]),
	parent: (value) => /^https?:/i.test(value),
	java: (value) => booleanOf(value) !== undefined,
	javascript: (value) => booleanOf(value) !== undefined,
	locale: (value) => localeOf(value, "") !== undefined,
	timezone: (value) => !Number.isNaN(integerOf(value)) || timezoneOf(value) !== undefined,
}

/** Whether the values of a field have a form, which the check holds them to. */
export function hasForm(field: Field): boolean {
	return forms[field] !== undefined
}

/** Whether at least half of these values can be the field's; so when there are none. */
export function canBe(field: Field, values: readonly string[]): boolean {
	const form = forms[field]
	return !form || values.length === 0 || mostly(values, form, 0.5)
}

function mostly(values: readonly string[], test: (value: string) => boolean, share: number): boolean {
	return values.filter(test).length >= values.length * share
}
