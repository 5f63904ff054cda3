import { ofAddress } from "../addresses.ts"
import { type HeaderReading, readHeader } from "./read-header.ts"
import { words } from "./words.ts"

/** So many parts of an address that are called by one word are an address. */
const fewest = 3

/**
 * Names that nobody knows, but for a word before them that several parts of an address share: `POCity`, `POPostalCode` and `POCountry` are
 * an address, and nobody knows of what. Each is read as if the word were not there, with that as its other meaning.
 * @returns by the name
 */
export function readPrefixed(unknown: readonly string[]): ReadonlyMap<string, HeaderReading> {
	const groups = new Map<string, Map<string, HeaderReading>>()
	for (const name of unknown) {
		const [prefix, ...rest] = words(name).main
		if (prefix === undefined || rest.length === 0) continue
		const reading = readHeader(rest.join(" "))
		const [first] = reading.meanings
		if (first === undefined || !ofAddress.has(first.field)) continue
		const group = groups.get(prefix) ?? new Map<string, HeaderReading>()
		groups.set(prefix, group.set(name, reading))
	}
	const found = [...groups.values()].filter((group) => {
		const fields = new Set([...group.values()].map(({ meanings: [first] }) => first?.field))
		return fields.size >= fewest
	})
	return new Map(
		found.flatMap((group) => [...group].map(([name, reading]) => [name, withDoubt(reading, ownerOf(name))] as const)),
	)
}

/** The word before the parts of an address. */
function ownerOf(name: string): string {
	return words(name).main[0] ?? ""
}

function withDoubt(reading: HeaderReading, owner: string): HeaderReading {
	const meanings = reading.meanings.map(({ field, otherwise }) => ({ field, otherwise: [...otherwise, whose] }))
	return { ...reading, meanings, owner }
}

const whose = "of an address that nothing more is known of"
