import type { Address, Contact, Creatable } from "../customer/creatable.ts"
import { compact, digits, mailbox, wholeName } from "./same-value.ts"

/**
 * What Intergiro has of a customer, as facts that every folder compares with its own file: fingerprints, which say whether another value is the
 * same, and too little to say what it is.
 */
export interface Values {
	/** By place. Empty: a run sent one, and there is none. */
	readonly at: Readonly<Record<string, string>>
	/** The whole contact was looked at: what has no place here is not there. */
	readonly isWhole?: true
}

/** Hashes a text, salted so that nothing can be compared between merchants. */
export type Hash = (text: string) => string

/** Values by their places, as Intergiro writes them. */
export type There = Readonly<Record<string, unknown>>

export const addressUses = ["primary", "billing", "delivery", "visit"] as const

export function isGroup(
	address: NonNullable<Contact["address"]>,
): address is Exclude<NonNullable<Contact["address"]>, Address> {
	return addressUses.some((use) => use in address)
}

/** Whether a path is of a value that can be compared: no card, and not the customer number. */
export function isOfValue(path: string): boolean {
	return /^contact\b/.test(path) || path === "currency" || path === "schedule" || path === "limit"
}

/** A path in the request with the use that the only e-mail, phone or address has: one value has one place, however a file writes it. */
export function placeOf(path: string): string {
	const [, field, rest = ""] = /^contact\.(email|phone|address)(?:\.(.+))?$/.exec(path) ?? []
	if (field === undefined) return path
	const isUsed = field === "address" ? addressUses.some((use) => rest.split(".", 1)[0] === use) : rest !== ""
	return ["contact", field, ...(isUsed ? [] : ["primary"]), rest].filter(Boolean).join(".")
}

/** Whether two paths are of one value, or one is of a part of the other. */
export function isSamePlace(one: string, other: string): boolean {
	const [a, b] = [`${placeOf(one)}.`, `${placeOf(other)}.`]
	return a.startsWith(b) || b.startsWith(a)
}

export function fingerprints(there: There, hash: Hash): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(there).flatMap(([place, value]) => {
			const print = fingerprint(place, value, hash)
			return print === "" ? [] : [[place, print]]
		}),
	)
}

/** What is known of the value of a path; nothing where that is not known, and empty where there is none. */
export function valueAt({ at, isWhole }: Values, path: string): string | undefined {
	const place = placeOf(path)
	const found = Object.keys(at).filter((one) => one === place || one.startsWith(`${place}.`))
	if (found.length > 0)
		return found
			.sort()
			.map((one) => at[one])
			.join("")
	return isWhole && place.startsWith("contact.") ? "" : undefined
}

/** Whether something is known of the value of a path, or of a part of it. */
export function isKnownAt(values: Values, path: string): boolean {
	return valueAt(values, path) !== undefined || Object.keys(values.at).some((place) => isSamePlace(place, path))
}

/**
 * In what a customer is other than the file, by these facts: paths in the request. What has none there may be of an earlier file without it.
 * @param isSent it was sent with what the file has: what is missing was dropped, and capitals count
 */
export function othersThan(sent: Creatable, values: Values, hash: Hash, isSent = false): readonly string[] {
	const leaves = leavesOf(sent)
	const missing = (group: string) =>
		leaves.every(({ path, place }) => !path.startsWith(`${group}.`) || !valueAt(values, place))
	const others = leaves.flatMap(({ path, place, value, group }) => {
		const there = valueAt(values, place)
		if (there === undefined || (there === "" && !isSent && values.at[place] !== "")) return []
		if (isSame(place, fingerprint(place, value, hash), there, isSent)) return []
		return there === "" && group !== undefined && values.at[place] !== "" && missing(group) ? [group] : [path]
	})
	return [...new Set(others)]
}

/** The places of what the file has, and of which it is known that there is none. */
export function missingIn(sent: Creatable, values: Values): readonly string[] {
	return leavesOf(sent).flatMap(({ place }) => (valueAt(values, place) === "" ? [place] : []))
}

interface Leaf {
	readonly path: string
	readonly place: string
	readonly value: unknown
	/** The path of what it is a part of, where all of that can be missing. */
	readonly group?: string
}

function leavesOf({ contact = {}, currency, schedule, limit }: Creatable): readonly Leaf[] {
	const { type, identityNumber, name, email, phone, address } = contact
	const leaf = (path: string, value: unknown, group?: string): readonly Leaf[] =>
		value === undefined ? [] : [{ path, place: placeOf(path), value, ...(group === undefined ? {} : { group }) }]
	const inUses = (path: string, value: object | string | undefined) =>
		typeof value === "object"
			? Object.entries(value).flatMap(([use, one]) => leaf(`${path}.${use}`, one, path))
			: leaf(path, value)
	const ofAddress = (path: string, one: Address | undefined) =>
		Object.entries(one ?? {}).flatMap(([part, value]) => leaf(`${path}.${part}`, value, path))
	return [
		...leaf("contact.type", type),
		...leaf("contact.identityNumber", identityNumber),
		...leaf("contact.name", name),
		...inUses("contact.email", email),
		...inUses("contact.phone", phone),
		...(address && isGroup(address)
			? Object.entries(address).flatMap(([use, one]) => ofAddress(`contact.address.${use}`, one))
			: ofAddress("contact.address", address)),
		...leaf("currency", currency),
		...leaf("schedule", schedule),
		...leaf("limit", limit),
	]
}

/** Characters of a hash, six bits each: enough that two values hardly ever meet, and too few to say which of many it is. */
const [long, short] = [4, 2]
/** Digits of a phone number that it has with the code of its country and without. */
const [whole, least] = [8, 6]

/** What is compared of a value comes first, and then what is compared where that is known of both, or capitals count. */
function fingerprint(place: string, value: unknown, hash: Hash): string {
	const print = (text: string, length: number) => (text === "" ? "" : hash(`${place}\0${text}`).slice(0, length))
	if (isOfCapitals(place)) {
		const text = place === "contact.name" ? compact(wholeName(value)) : mailbox(value)
		return print(text.toLowerCase(), long) + print(text, short)
	}
	if (place.startsWith("contact.phone.")) {
		const national = digits(value).replace(/^0/, "")
		return print(national.slice(-least), short) + (national.length < whole ? "" : print(national.slice(-whole), long))
	}
	const isCode = place.endsWith(".countryCode") || place === "currency" || place === "schedule"
	return print(isCode ? compact(value).toLowerCase() : compact(value), long)
}

function isSame(place: string, one: string, other: string, isExact: boolean): boolean {
	if (one === "" || other === "") return one === other
	const length = isOfCapitals(place) && !isExact ? long : Math.min(one.length, other.length)
	return one.slice(0, length) === other.slice(0, length)
}

/** Old systems write names in capitals. */
function isOfCapitals(place: string): boolean {
	return place === "contact.name" || place.startsWith("contact.email.")
}
