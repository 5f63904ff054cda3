import { type Mapping, usesOf } from "./columns/mapping.ts"
import type { Contact } from "./creatable.ts"
import type { Field, Values } from "./fields.ts"

/** Which of several names of a row is the customer's. */
export interface NameChoice {
	/** The one that was said to go first; nothing where nobody said. */
	readonly first: "name" | "firstName" | "lastName" | "company" | undefined
	/** All of them are one name. */
	readonly joined: boolean
}

/** The fields of a name, of a person or a company. */
export const nameFields = ["name", "firstName", "lastName", "company"] as const satisfies readonly Field[]

export function isNameField(field: Field): boolean {
	return nameFields.some((one) => one === field)
}

/** How names are chosen; nothing where a row can have only one. */
export function nameChoice(mapping: Mapping, columns: readonly string[]): NameChoice | undefined {
	const uses = columns.flatMap((column) => usesOf(mapping, column) ?? [])
	const kinds = [
		uses.includes("name"),
		uses.includes("company"),
		uses.includes("firstName") || uses.includes("lastName"),
	]
	if (kinds.filter(Boolean).length < 2) return undefined
	const chosen = typeof mapping.first?.name === "string" ? usesOf(mapping, mapping.first.name) : undefined
	return {
		first: nameFields.find((field) => chosen?.includes(field)),
		joined: mapping.joined?.includes("name") === true,
	}
}

/** The one name that the fields of a name make: of a person in parts or as one, else of the company; empty without any. */
export function nameOf({ name, firstName, lastName, company }: Values): NonNullable<Contact["name"]> {
	return firstName && lastName ? { first: firstName, last: lastName } : name || firstName || lastName || company
}

/** Before the names of a row are read. */
export function clearNames(values: { -readonly [Name in keyof Values]: string }): void {
	for (const field of nameFields) values[field] = ""
}

/** The names that the values of a row give; empty where there is none. */
export function namesIn(values: Values): { person: string; name: string; company: string } {
	const { firstName, lastName, name, company } = values
	return { person: firstName && lastName ? `${firstName} ${lastName}` : firstName || lastName, name, company }
}

/** Whether a row has a first name, and nothing that says whose: of one who is filled in below another the last name may be that of the row before. */
export function isHalf({ name, firstName, lastName, company }: Values): boolean {
	return firstName !== "" && lastName === "" && name === "" && company === ""
}

/** A shorter last name may be a part of a first one: `An`. */
const shortestLast = 3

/** Whether the first name holds the last one as well, so that it would be there twice: `Charlotte Weaver` beside `Weaver`. */
export function isRepeated(first: string, last: string): boolean {
	if (last.length < shortestLast || first.length <= last.length) return false
	const before = first.slice(0, -last.length)
	return /[\s,]$/.test(before) && isSameText(first.slice(before.length), last)
}

/** Whether two texts are the same but for case, spaces and punctuation. */
export function isSameText(a: string, b: string): boolean {
	return a === b || words(a).join("") === words(b).join("")
}

/** Whether one name has the words of the other in any order, or one of them is empty. */
export function isAboutSame(a: string, b: string): boolean {
	if (a === "" || b === "" || isSameText(a, b)) return true
	const [shorter = [], longer = []] = [words(a), words(b)].sort((one, other) => one.length - other.length)
	return shorter.every((word) => longer.includes(word))
}

function words(text: string): string[] {
	return (
		text
			.normalize("NFKC")
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? []
	)
}

/** Half a person's name and another one are one person's; any other names stand apart. */
function joinedName({ firstName, lastName, name }: Values, given: readonly string[]): string {
	const isHalf = (firstName === "") !== (lastName === "") && name !== "" && !isAboutSame(firstName || lastName, name)
	if (!isHalf) return given.join(", ")
	return [[firstName, name, lastName].filter((one) => one !== "").join(" "), ...given.slice(2)].join(", ")
}

/**
 * Puts the name that was said to go first, of a person's and a company's or of a whole one and its parts, in place of the
 * others. @returns all of them where they differ and nobody said which goes first
 */
export function settleName(
	values: { -readonly [Name in keyof Values]: string },
	choice: NameChoice,
): readonly string[] | undefined {
	const { person, name, company } = namesIn(values)
	const given = [person, name, company].filter((one) => one !== "")
	if (given.length < 2) return undefined
	if (isAboutSame(person, name) && isAboutSame(name, company) && isAboutSame(person, company)) return undefined
	const { first, joined } = choice
	if (first === undefined && !joined) return given
	if (joined) values.name = joinedName(values, given)
	else values.name = { firstName: person, lastName: person, name, company }[first ?? "name"] || given[0] || ""
	const isPerson = first === "firstName" || first === "lastName"
	if (joined || !isPerson || person === "") {
		values.firstName = ""
		values.lastName = ""
	}
	return undefined
}
