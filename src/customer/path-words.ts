import { type Field, fieldNames, fields, labelOf } from "./fields.ts"

/** A value of a body, where it stands in it. */
export interface Leaf {
	readonly path: string
	readonly value: string
}

/** What the schema lets stand for several values of a contact: the only one is the primary one. */
const primary = /^contact\.(email|phone|address)(?=$|\.(?:street|zipCode|city|countryCode)$)/
/** Values together. */
const groups: Readonly<Record<string, string>> = {
	contact: "name and how to reach them",
	"contact.address": "address",
	"contact.address.billing": "billing address",
	"contact.address.delivery": "delivery address",
	"contact.address.visit": "visiting address",
	method: "the card",
}

/** The field of a path in a body; nothing where there is none. */
export function fieldOfPath(path: string): Field | undefined {
	const full = fullPath(path)
	return fieldNames.find((field) => fields[field].path === full)
}

/** Whether what stands at a path in a body is the value of a field, or a part of it. */
export function isOfField(path: string, field: Field): boolean {
	const whole = fields[field].path
	const full = fullPath(path)
	return full === whole || full.startsWith(`${whole}.`)
}

function fullPath(path: string): string {
	return path.replace(primary, "contact.$1.primary")
}

/** What people call what stands at a path in a body, within a sentence. */
export function wordOfPath(path: string): string {
	const field = fieldOfPath(path)
	return field === undefined ? (groups[path] ?? path) : labelOf(field)
}

/** A text with the paths in it, such as `contact.address.zipCode`, called as people call them. */
export function withPathWords(text: string): string {
	return text.replace(/\bcontact(?:\.[a-z][A-Za-z]*)+/g, wordOfPath)
}

/** All values of a part of a body, in the order of the fields. */
export function leavesOf(part: unknown, path: string): readonly Leaf[] {
	const leaves = leavesIn(part, path)
	const place = ({ path }: Leaf) => {
		const field = fieldOfPath(path)
		return field === undefined ? fieldNames.length : fieldNames.indexOf(field)
	}
	return [...leaves].sort((a, b) => place(a) - place(b))
}

function leavesIn(part: unknown, path: string): readonly Leaf[] {
	if (part === undefined) return []
	if (typeof part !== "object" || part === null) return [{ path, value: String(part) }]
	return Object.entries(part).flatMap(([name, value]) => leavesIn(value, `${path}.${name}`))
}
