import { likeness, nameWords } from "./cards/same-name.ts"
import type { Contact } from "./creatable.ts"

/** As much of a customer as says who it is. */
export type Person = { readonly contact?: Pick<Contact, "name" | "email"> | undefined }

/** Whether two customers are hardly two: they have the same name and the same e-mail, or the same whole name where neither has an e-mail. */
export function isSamePerson(one: Person, other: Person): boolean {
	const [name, otherName] = [wordsOf(one.contact), wordsOf(other.contact)]
	if (name.length === 0 || likeness(name, otherName) !== "same") return false
	const email = emailOf(one.contact)
	return email === emailOf(other.contact) && (email !== undefined || name.length > 1)
}

function wordsOf({ name = "" }: Pick<Contact, "name"> = {}): readonly string[] {
	return nameWords(typeof name === "string" ? name : `${name.first} ${name.last}`)
}

function emailOf({ email }: Pick<Contact, "email"> = {}): string | undefined {
	return (typeof email === "object" ? email.primary : email)?.toLowerCase()
}
