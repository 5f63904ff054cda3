import { ofAddress } from "../addresses.ts"
import { readPrefixed, withQualified } from "./address-prefix.ts"
import { foreign } from "./concepts.ts"
import { withParties } from "./file-parties.ts"
import { ofDelivery, ofInvoice } from "./forms.ts"
import { withMirrored } from "./mirrored.ts"
import { isField } from "./nameless.ts"
import { type HeaderReading, readHeader } from "./read-header.ts"
import { isTooLong, words } from "./words.ts"

/** What tells two columns of one name apart where two tables were merged. */
const sides: readonly (readonly [string, string])[] = [
	["x", "y"],
	["left", "right"],
	["a", "b"],
	["l", "r"],
	["lhs", "rhs"],
	["vänster", "höger"],
	["links", "rechts"],
]

const sided = /^(.+?)(?:[ _.-]+|(?= ?\())\(?(\p{L}+)\)?$/u

/**
 * What each of the columns of a file may hold. `namn_x` and `namn_y` are two columns of one name, and so both of that field.
 * @returns in the order of the names
 */
export function readHeaders(names: readonly string[]): readonly HeaderReading[] {
	const known = new Set(names.map((name) => name.toLowerCase()))
	const noted = notesByName(names)
	const isBusinessOne = names.includes("CardCode") && names.includes("CardName")
	const areFields = names.filter((name) => isField(name.replace(/\d+/g, ""))).length > 1
	const readings = names.map((name) => {
		const own = isBusinessOne ? businessOne[name] : undefined
		if (own !== undefined) return own
		const reading = readHeader(baseOf(name, known) ?? name)
		if (areFields && isField(name) && reading.meanings.length === 0) return { ...reading, nameless: true }
		return isToldApart(name, noted) ? withoutToken(reading) : reading
	})
	const isUnknown = (reading?: HeaderReading) => reading?.meanings.length === 0 && reading.foreign === undefined
	// Where a file has no other, that of a plant or of a service may be the customer's.
	const hasAddress = readings.some(({ meanings }) => meanings.some(({ field }) => ofAddress.has(field)))
	const isOfThing = (reading?: HeaderReading) => !hasAddress && things.has(reading?.foreign)
	const prefixed = readPrefixed(names.filter((_, index) => isUnknown(readings[index]) || isOfThing(readings[index])))
	const own = readings.map((reading, index) => prefixed.get(names[index] ?? "") ?? reading)
	return withParties(names, withMirrored(names, withLines(names, withQualified(names, own))))
}

const things: ReadonlySet<string | undefined> = new Set([
	foreign.product,
	foreign.location,
	foreign.vehicle,
	foreign.supply,
])

/** `Bill to 1`, `Bill to 2`: several of one name that say to whom bills or goods go are the lines of an address. */
function withLines(names: readonly string[], readings: readonly HeaderReading[]): readonly HeaderReading[] {
	const isLine = ({ foreign: is, counter }: HeaderReading) =>
		counter !== undefined && (is === ofInvoice || is === ofDelivery)
	const isNext = (reading: HeaderReading, index: number) =>
		isLine(reading) && readings.some((one, at) => at !== index && isLine(one) && one.foreign === reading.foreign)
	return readings.map((reading, index) => {
		const { foreign: is, counter } = reading
		if (is === undefined || !isNext(reading, index)) return reading
		const { meanings, ...line } = readHeader((names[index] ?? "").replace(/(?=\d+\D*$)/, " line "))
		return {
			...line,
			...(counter === undefined ? {} : { counter }),
			meanings: meanings.map(({ field }) => ({ field, otherwise: [is] })),
		}
	})
}

/** SAP Business One calls whoever it deals with a card. */
const businessOne: Readonly<Record<string, HeaderReading>> = {
	CardCode: { meanings: [{ field: "number", otherwise: [foreign.security] }] },
	CardName: { meanings: [{ field: "name", otherwise: [] }] },
	CardType: { meanings: [], foreign: "a kind of business partner" },
	CardFName: { meanings: [], foreign: "a name in another language" },
	CntctPrsn: { meanings: [], foreign: foreign.other },
}

/** What stands in brackets, by the name without it. */
function notesByName(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
	const noted = new Map<string, Set<string>>()
	for (const name of names) {
		const { key, note } = withoutNote(name)
		noted.set(key, (noted.get(key) ?? new Set()).add(note))
	}
	return noted
}

/** Whether only a note that counts nothing tells a column from another one: `Card token (Anna)` beside `Card token`. */
function isToldApart(name: string, noted: ReturnType<typeof notesByName>): boolean {
	const { key, note } = withoutNote(name)
	return /\D/.test(note) && (noted.get(key)?.size ?? 0) > 1
}

function withoutNote(name: string): { readonly key: string; readonly note: string } {
	const { main, notes } = words(name)
	return { key: main.join(""), note: notes.flat().join(" ") }
}

/** Two columns of any other field are compared, row by row; those of card tokens would all be sent. */
function withoutToken(reading: HeaderReading): HeaderReading {
	return reading.meanings.some(({ field }) => field === "token") ? { ...reading, meanings: [] } : reading
}

/** The name that a column has in common with its twin in the file; undefined where it has none. */
function baseOf(name: string, known: ReadonlySet<string>): string | undefined {
	const [, base, side] = (isTooLong(name) ? null : sided.exec(name)) ?? []
	if (base === undefined || side === undefined) return undefined
	const at = name.lastIndexOf(side)
	const twin = twinOf(side.toLowerCase())
	if (twin === undefined) return undefined
	return known.has(`${name.slice(0, at)}${twin}${name.slice(at + side.length)}`.toLowerCase()) ? base : undefined
}

function twinOf(side: string): string | undefined {
	for (const [one, other] of sides) {
		if (side === one) return other
		if (side === other) return one
	}
	return undefined
}

/** Whether a column is called as another one, and only told apart by `(2)` or, as pandas does, by `.1`. */
export function isTwin(name: string, names: readonly string[]): boolean {
	const [, base] = /^(.*?)(?: \(\d+\)|\.\d+)$/.exec(name) ?? []
	return base !== undefined && names.includes(base)
}
