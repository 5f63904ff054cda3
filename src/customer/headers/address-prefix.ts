import { ofAddress } from "../addresses.ts"
import { type HeaderReading, readHeader } from "./read-header.ts"
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
