import { addresses } from "../addresses.ts"
import type { Field } from "../fields.ts"
import { readAlternatives } from "./alternatives.ts"
import type { Concept } from "./concepts.ts"
import { partsOf } from "./parts.ts"

const ofPlaces: ReadonlySet<Concept> = new Set<Concept>(["supply", "location"])

/** What of the customer's address a column would be, if something were supplied where the customer lives: `Objektsadress`; nothing where it is of no place. */
export function suppliedPart(name: string): Field | undefined {
	const { known, unknown } = partsOf(name)
	const isOfPlace = known.some(({ concepts }) => concepts.some((one) => ofPlaces.has(one)))
	if (unknown || !isOfPlace) return undefined
	const rest = known
		.map((piece) => ({ ...piece, concepts: piece.concepts.filter((one) => !ofPlaces.has(one)) }))
		.filter(({ concepts }) => concepts.length > 0)
	const [primary] = addresses
	const [field, another] = Object.keys(readAlternatives(rest).meanings ?? {}) as Field[]
	return another === undefined && primary?.parts.some((part) => part === field) ? field : undefined
}
