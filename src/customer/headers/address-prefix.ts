import { addresses, ofAddress } from "../addresses.ts"
import type { Field } from "../fields.ts"
import { type HeaderReading, readHeader, singleMeaning } from "./read-header.ts"
import { words } from "./words.ts"

/** So many parts of an address that are called by one word are an address. */
const fewest = 3

/** Shorter words behind the parts of an address say nothing of whose it is. */
const shortest = 3

/**
 * Names that nobody knows, but for a word before or behind them that several parts of an address share: `POCity`, `POPostalCode` and `POCountry` are
 * an address, and nobody knows of what; so are `CAP fornitura` and what stands beside it. Each is read as if the word were not there, with that as its other meaning.
 * @returns by the name
 */
export function readPrefixed(unknown: readonly string[]): ReadonlyMap<string, HeaderReading> {
	const groups = new Map<string, Map<string, HeaderReading>>()
	for (const name of unknown) {
		const { main } = words(name)
		if (main.length < 2) continue
		for (const [owner, rest] of [
			[main[0], main.slice(1)],
			[main.at(-1), main.slice(0, -1)],
		] as const) {
			const reading = readHeader(rest.join(" "))
			const [first] = reading.meanings
			const isShort = rest[0] === main[0] && (owner?.length ?? 0) < shortest
			if (owner === undefined || isShort || first === undefined || !ofAddress.has(first.field)) continue
			const group = groups.get(owner) ?? new Map<string, HeaderReading>()
			groups.set(owner, group.set(name, reading))
		}
	}
	const found = [...groups].filter(([, group]) => {
		const fields = new Set([...group.values()].map(({ meanings: [first] }) => first?.field))
		return fields.size >= fewest
	})
	return new Map(
		found.flatMap(([owner, group]) => [...group].map(([name, reading]) => [name, withDoubt(reading, owner)] as const)),
	)
}

function withDoubt(reading: HeaderReading, owner: string): HeaderReading {
	const meanings = reading.meanings.map(({ field, otherwise }) => ({ field, otherwise: [...otherwise, whose] }))
	return { ...reading, meanings, owner }
}

const whose = "of an address that nothing more is known of"

/** A name as what is said of a part of an address, and the part; with the one before the other or behind it. */
function* qualified(name: string): Generator<readonly [qualifier: string, part: string]> {
	const { main } = words(name)
	for (let at = 1; at < main.length; at++) {
		const [first, second] = [main.slice(0, at).join(" "), main.slice(at).join(" ")]
		yield [first, second]
		yield [second, first]
	}
}

/** An address, and the place of one of its fields in it. */
function placeOf(field: Field | undefined) {
	const all = addresses.map(({ country, parts }) => [country, ...parts])
	const fields = all.find((one) => field !== undefined && one.includes(field))
	return fields && field && { fields, at: fields.indexOf(field) }
}

/**
 * The parts of one address share what is said of it: where `Dirección fiscal` is a street for certain, as `Dirección` is, `CP fiscal` is the
 * zip code that belongs to it, though a word for taxes makes nothing of any other zip code.
 * @param readings in the order of the names
 */
export function withQualified(names: readonly string[], readings: readonly HeaderReading[]): readonly HeaderReading[] {
	const isOpen = ({ meanings, foreign }: HeaderReading) => meanings.length === 0 && foreign === undefined
	if (!readings.some(isOpen)) return readings
	const streets = new Map<string, readonly Field[]>()
	for (const [index, name] of names.entries()) {
		const reading = readings[index]
		const place = placeOf(reading && singleMeaning(reading))
		if (place === undefined || !isStreet(place.fields[place.at])) continue
		for (const [qualifier, part] of qualified(name))
			if (isStreet(singleMeaning(readHeader(part)))) streets.set(agreeing(qualifier), place.fields)
	}
	if (streets.size === 0) return readings
	return readings.map((reading, index) =>
		isOpen(reading) ? (ofStreet(names[index] ?? "", streets) ?? reading) : reading,
	)
}

/** Adjectives agree with their nouns: `Adresse fiscale`, `CP fiscal`. */
const agreeing = (qualifier: string) => qualifier.replace(/(?<=\p{L}{3})[aeo]s?$/u, "")

const isStreet = (field: Field | undefined) => field !== undefined && /street$/i.test(field)

/** A part of the address of a street that shares its qualifier. */
function ofStreet(name: string, streets: ReadonlyMap<string, readonly Field[]>): HeaderReading | undefined {
	for (const [qualifier, part] of qualified(name)) {
		const fields = streets.get(agreeing(qualifier))
		const reading = fields && readHeader(part)
		const meanings = reading?.meanings.flatMap(({ field, otherwise }) => {
			const placed = fields?.[placeOf(field)?.at ?? -1]
			return placed === undefined ? [] : [{ field: placed, otherwise }]
		})
		if (reading !== undefined && meanings !== undefined && meanings.length > 0) return { ...reading, meanings }
	}
	return undefined
}
