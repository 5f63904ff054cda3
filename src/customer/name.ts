import type { Contact } from "./creatable.ts"
import type { Values } from "./fields.ts"

/** The one name that the fields of a name make: of a person in parts or as one, else of the company; empty without any. */
export function nameOf({ name, firstName, lastName, company }: Values): NonNullable<Contact["name"]> {
	return firstName && lastName ? { first: firstName, last: lastName } : name || firstName || lastName || company
}
