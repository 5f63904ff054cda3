import type { Listed } from "../contract/ports.ts"
import { othersIn, type Sighting } from "../contract/sighting.ts"

/** The customers that were seen, as a listing has them. */
export function listedIn(
	number: string,
	{ id, found, under = number, cards, ...sighting }: Sighting,
): readonly Listed[] {
	const differs = othersIn(sighting)
	return found.map((one) => ({
		id: one,
		number: under,
		...(one === id && cards ? { cards } : {}),
		...(one === id && differs.length > 0 ? { compare: () => differs } : {}),
	}))
}
