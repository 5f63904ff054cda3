import { type AddressFields, addresses } from "../addresses.ts"
import type { Field } from "../fields.ts"
import { pieces } from "./lexicon.ts"
import { type HeaderReading, singleMeaning } from "./read-header.ts"
import { words } from "./words.ts"

/** Two columns of which one is called as the other, with the same words more: `Kod` and `Adres koresp. kod`. */
interface Pair {
	readonly base: number
	readonly other: number
}

/** So many parts of an address that a file has twice are two addresses. */
const fewest = 2

/**
 * Names of an address that a file has twice, the second time with words more. Where some parts of both are certain the others are theirs:
 * beside `Via domicilio` and `CAP domicilio`, `Via` is a street, and beside `Adres koresp. ulica` a `kod` is no id of anything.
 * @param readings in the order of the names, each by its own name
 */
export function withMirrored(names: readonly string[], readings: readonly HeaderReading[]): readonly HeaderReading[] {
	const read = [...readings]
	for (const pairs of pairsByAffix(names)) {
		const agreed = pairs.flatMap((pair) => agreement(readings[pair.base], readings[pair.other]) ?? [])
		const [first] = agreed
		const areOne = agreed.every(({ base, other }) => base === first?.base && other === first.other)
		if (first === undefined || !areOne || new Set(agreed.map(({ at }) => at)).size < fewest) continue
		for (const { base, other } of pairs) {
			const place = placesOf(readings[base]).find(({ address }) => address === first.base)
			if (place === undefined) continue
			read[base] = asPart(readings[base], partsOf(first.base)[place.at])
			if (!isElse(readings[other], readings[base]))
				read[other] = asPart(readings[other], partsOf(first.other)[place.at])
		}
	}
	return read
}

/** Whether the words that it has more say what else it may be: a former address, or one of a company. */
function isElse(other?: HeaderReading, base?: HeaderReading): boolean {
	const others = (reading?: HeaderReading) => reading?.meanings.flatMap(({ otherwise }) => otherwise) ?? []
	return others(other).some((one) => !others(base).includes(one))
}

/** What is no other part of an address for certain is this one. */
function asPart(reading: HeaderReading = { meanings: [] }, field: Field | undefined): HeaderReading {
	const { foreign: is, owner: _, ...rest } = reading
	const isAnother = is === undefined && rest.meanings.length > 0 && !rest.meanings.some((one) => one.field === field)
	return field === undefined || isAnother ? reading : { ...rest, meanings: [{ field, otherwise: [] }] }
}

/** A word that agrees with the one beside it says the same in any form: `Nouvelle adresse`, `Nouveau CP`; `Nuovo indirizzo`, `Nuova città`. */
function agreed(word: string): string {
	const concepts = pieces([word]).flatMap((piece) => piece.concepts)
	return concepts.length === 1 && (concepts[0] === "plain" || concepts[0] === "old") ? concepts[0] : word
}

/** By the words that one of the two has more, and where it has them. */
function pairsByAffix(names: readonly string[]): readonly (readonly Pair[])[] {
	const spelt = names.map((name) => {
		const { main, notes } = words(name)
		return [...main, ...notes.flat()]
	})
	const places = new Map(spelt.map((each, index) => [each.join(" "), index]))
	const found = new Map<string, Pair[]>()
	const note = (words: string, base: number | undefined, other: number) => {
		const affix = words.split(" ").map(agreed).join(" ")
		if (base !== undefined && base !== other) found.set(affix, [...(found.get(affix) ?? []), { base, other }])
	}
	for (const [other, each] of spelt.entries())
		for (let at = 1; at < each.length; at++) {
			const [before, behind] = [each.slice(0, at).join(" "), each.slice(at).join(" ")]
			note(`${before} …`, places.get(behind), other)
			note(`… ${behind}`, places.get(before), other)
		}
	return [...found.values()]
}

interface Agreement {
	readonly base: AddressFields
	readonly other: AddressFields
	/** Which part of them. */
	readonly at: number
}

/** The part of one address each that both may be, where one of them is certain. */
function agreement(base?: HeaderReading, other?: HeaderReading): Agreement | undefined {
	if (![base, other].some((reading) => reading && singleMeaning(reading) !== undefined)) return undefined
	const others = placesOf(other)
	for (const { address, at } of placesOf(base)) {
		const same = others.find((one) => one.at === at)
		if (same !== undefined) return { base: address, other: same.address, at }
	}
	return undefined
}

/** The parts of addresses that a name may mean. */
function placesOf(reading?: HeaderReading): readonly { readonly address: AddressFields; readonly at: number }[] {
	if (reading === undefined || reading.foreign !== undefined) return []
	return reading.meanings.flatMap(({ field }) => {
		const address = addresses.find((one) => partsOf(one).includes(field))
		return address === undefined ? [] : [{ address, at: partsOf(address).indexOf(field) }]
	})
}

function partsOf({ country, parts }: AddressFields): readonly Field[] {
	return [country, ...parts]
}
