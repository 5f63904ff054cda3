import { addressUses, type There } from "../contract/values.ts"
import { isObject } from "./api-error.ts"
import { fieldOf } from "./letter-case.ts"

type Answered = Readonly<Record<string, unknown>>

/** The values that a customer has at Intergiro, by their places, in either letter case. */
export function valuesThere(customer: Answered): There {
	const contact = [customer.contact, customer.customer].find(isObject) ?? {}
	const { currency, schedule, limit } = customer
	const ofUses = (path: string, value: unknown) =>
		Object.entries(isObject(value) ? value : { primary: value }).map(([use, one]) => [`${path}.${use}`, one])
	return Object.fromEntries([
		...["type", "identityNumber", "name"].map((field) => [`contact.${field}`, fieldOf(contact, field)]),
		...ofUses("contact.email", contact.email),
		...ofUses("contact.phone", contact.phone),
		...addressesIn(contact.address),
		...(typeof currency === "string" ? [["currency", currency]] : []),
		...(typeof schedule === "string" ? [["schedule", schedule]] : []),
		...(typeof limit === "number" ? [["limit", limit]] : []),
	])
}

function addressesIn(address: unknown): readonly (readonly [string, unknown])[] {
	if (!isObject(address)) return []
	const groups = addressUses.filter((use) => isObject(address[use]))
	const addresses =
		groups.length > 0 ? groups.map((use) => [use, address[use]] as const) : [["primary", address] as const]
	return addresses.flatMap(([use, parts]) =>
		Object.entries(isObject(parts) ? parts : {}).map(
			([part, value]) => [`contact.address.${use}.${inCamelCase(part)}`, value] as const,
		),
	)
}

function inCamelCase(name: string): string {
	return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
