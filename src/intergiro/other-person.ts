import type { Creatable } from "../customer/creatable.ts"
import { isObject } from "./api-error.ts"
import { contactDifferences } from "./came-back.ts"
import { fieldOf } from "./letter-case.ts"

const identifying = ["name", "email"] as const

type Answered = Readonly<Record<string, unknown>>

/** Of a customer as Intergiro has it the contact that says who it is; nothing where there is none. */
export function personOf(customer: Answered): Answered | undefined {
	const contact = [customer.contact, customer.customer].find(isObject)
	return contact && Object.fromEntries(identifying.map((field) => [field, fieldOf(contact, field)]))
}

/** Of name and e-mail those that both have, and that differ: paths in the request. */
export function otherPerson({ contact }: Creatable, there: Answered | undefined): readonly string[] {
	if (contact === undefined || there === undefined) return []
	const compared = Object.fromEntries(
		identifying.flatMap((field) => {
			const value = there[field]
			return value === undefined || value === null || contact[field] === undefined ? [] : [[field, contact[field]]]
		}),
	)
	return contactDifferences(inLowerCase(compared), inLowerCase(there))
}

/** Old systems write names in capitals: that makes nobody another person. */
function inLowerCase<Value>(value: Value): Value
function inLowerCase(value: unknown): unknown {
	if (typeof value === "string") return value.toLowerCase()
	if (!isObject(value)) return value
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLowerCase(one)]))
}
