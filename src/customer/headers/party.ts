import { readAlternatives } from "./alternatives.ts"
import type { Meanings } from "./forms.ts"
import type { Piece } from "./lexicon.ts"

/** Of whom a column may be in a file that tells of two: of who pays, or of whom is paid for. */
export type Party = "payer" | "served"

export interface PartyReading {
	readonly party: Party
	/** What the column would be if its party were the customer. */
	readonly meanings: Meanings
}

/** Whose a column of a name of these pieces is; nothing where it does not say, or holds what customers do not have. */
export function readParty(known: readonly Piece[]): PartyReading | undefined {
	// `Pupil's parent` is the parent.
	const party = known.some(isPayer) ? "payer" : known.some(isServed) ? "served" : undefined
	if (party === undefined) return undefined
	const { meanings } = readAlternatives(known.flatMap(asCustomer))
	return meanings && { party, meanings }
}

const isServed = ({ concepts }: Piece) => concepts.includes("served")
/** The holder of an account pays by it. */
const isPayer = ({ concepts }: Piece) =>
	concepts.includes("payer") || (concepts.includes("account") && concepts.includes("holder"))

const whose: ReadonlySet<string> = new Set(["served", "payer", "other", "parent", "party", "account", "holder"])

/** A party as if it were the customer. */
function asCustomer(piece: Piece): readonly Piece[] {
	if (!isServed(piece) && !isPayer(piece)) return [piece]
	return [{ text: piece.text, concepts: ["party", ...piece.concepts.filter((concept) => !whose.has(concept))] }]
}
