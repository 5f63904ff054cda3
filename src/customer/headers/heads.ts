import type { Concept, Piece } from "./concepts.ts"

/** A piece, and whether it goes on in the same written word as the one before. */
export interface Part {
	readonly piece: Piece
	readonly goesOn: boolean
}

const somebody: ReadonlySet<Concept> = new Set<Concept>(["party", "served", "payer", "user"])

/** What somebody owes, pays, has or takes part in. */
const had: ReadonlySet<Concept> = new Set<Concept>([
	"amount",
	"rate",
	"discount",
	"product",
	"plan",
	"subscription",
	"contract",
	"licence",
	"order",
	"transaction",
	"payment",
	"terms",
	"consent",
	"website",
	"group",
	"month",
	"year",
])

/**
 * The last part of a compound says what it is: a `Gebührenschuldner` is somebody, and no fee. What stands before only says what they owe,
 * pay or have; of whoever holds something (`Planholder`) that it is something is kept.
 */
export function withHeads(parts: readonly Part[]): readonly Piece[] {
	const found: Piece[] = []
	for (const { piece, goesOn } of parts) {
		const isHolder = isOnly(piece, holders)
		// `Co-titulaire` is a second person, and lives at nobody's.
		if (found.at(-1)?.text === "co" && (isHolder || isOnly(piece, somebody))) {
			found.splice(-1, 1, { text: `co${piece.text}`, concepts: ["other"] })
			continue
		}
		const before = goesOn ? found.at(-1) : undefined
		if (before !== undefined && isOnly(before, had)) {
			if (isHolder) found.splice(-1, 1, { text: before.text, concepts: ["contract"] })
			else if (isOnly(piece, somebody)) found.pop()
		}
		found.push(piece)
	}
	return found
}

const holders: ReadonlySet<Concept> = new Set<Concept>(["holder"])

const isOnly = ({ concepts }: Piece, these: ReadonlySet<Concept>) =>
	concepts.length > 0 && concepts.every((concept) => these.has(concept))
