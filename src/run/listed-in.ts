import type { Listed } from "../contract/ports.ts"
import type { Sighting } from "../contract/sighting.ts"

/** The customers that were seen, as a listing has them. */
export function listedIn(number: string, { id, found, under = number, cards, differs }: Sighting): readonly Listed[] {
	return found.map((one) => ({
		id: one,
		number: under,
		...(one === id && cards ? { cards } : {}),
		...(one === id && differs ? { compare: () => differs } : {}),
	}))
}
