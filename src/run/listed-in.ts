import type { Listed } from "../contract/ports.ts"
import { othersIn, type Sighting } from "../contract/sighting.ts"
import { type Hash, othersThan } from "../contract/values.ts"

/** The customers that were seen, as a listing has them. */
export function listedIn(number: string, sighting: Sighting, hash: Hash): readonly Listed[] {
	const { id, found, under = number, cards } = sighting
	return found.map((one) => ({
		id: one,
		number: under,
		...(one === id && cards ? { cards } : {}),
		...(one === id ? comparing(sighting, hash) : {}),
	}))
}

function comparing(sighting: Sighting, hash: Hash): Pick<Listed, "compare" | "values"> {
	const { values } = sighting
	const told = othersIn(sighting)
	if (values) return { compare: (sent) => [...othersThan(sent, values, hash), ...told], values: () => values }
	return told.length > 0 ? { compare: () => told } : {}
}
