import type { Contact, Creatable } from "../customer/creatable.ts"
import { isObject } from "./api-error.ts"
import { cameBack, contactDifferences } from "./came-back.ts"
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
	return contactDifferences(inLowerCase(inBoth(contact, there)), inLowerCase(there))
}

/** Of all but the cards what has another value there than in the file: paths in the request. What has none there may be of an earlier file without it. */
export function otherValues(sent: Creatable, there: Answered): readonly string[] {
	const others = (cameBack(sent, there).differs ?? []).filter(
		(path) => !/^(?:method|contact\.(?:name|email))\b/.test(path) && hasValue(there, path),
	)
	return [...otherPerson(sent, personOf(there)), ...others]
}

/** A value that is the only one of its kind is the primary one. */
function hasValue(there: Answered, path: string): boolean {
	let value: unknown = { ...there, contact: [there.contact, there.customer].find(isObject) }
	for (const part of path.split(".")) {
		if (!isObject(value)) {
			if (part === "primary") continue
			return false
		}
		const primary = fieldOf(value, "primary")
		value = fieldOf(value, part) ?? (isObject(primary) ? fieldOf(primary, part) : undefined)
	}
	return value !== undefined && value !== null && value !== ""
}

/** Whether name and e-mail are the same, as far as both have them; nothing where both have neither. */
export function isSamePerson(sent: Creatable, there: Answered): boolean | undefined {
	const isCompared = Object.keys(inBoth(sent.contact ?? {}, there)).length > 0
	return isCompared ? otherPerson(sent, there).length === 0 : undefined
}

/** What says who it is, of what was sent, as far as both have it. */
function inBoth(contact: Contact, there: Answered): Contact {
	return Object.fromEntries(
		identifying.flatMap((field) => {
			const value = there[field]
			return value === undefined || value === null || contact[field] === undefined ? [] : [[field, contact[field]]]
		}),
	)
}

/** Old systems write names in capitals: that makes nobody another person. */
function inLowerCase<Value>(value: Value): Value
function inLowerCase(value: unknown): unknown {
	if (typeof value === "string") return value.toLowerCase()
	if (!isObject(value)) return value
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLowerCase(one)]))
}
