import { type Concept, type ForeignConcept, isForeign, type Piece } from "./concepts.ts"
import { spellings } from "./words.ts"

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).flatMap(spellings))

/** Behind these, in Romance languages and in English, stands what the thing before is of. */
const of = setOf("de du des d del della dello di of")
/** Behind a sum of money, that somebody owes it: no day. */
const owed = setOf("due fällig förfallen förfallet forfalt forfalden dû vencido scaduto")
const periods: ReadonlySet<Concept> = new Set<Concept>(["month", "year"])

/**
 * What is not ours a name is of: its last word says so, unless that only says of what it is (`Date de commande`), for how long a sum is
 * (`Price per month`), or that it is owed (`Amount due`).
 */
export function foreignKind(pieces: readonly Piece[]): ForeignConcept | undefined {
	const [first, second] = pieces
	const head = second !== undefined && of.has(second.text) ? first?.concepts.findLast(isForeign) : undefined
	if (head !== undefined) return head
	const kinds = pieces.flatMap(({ concepts }) => concepts).filter(isForeign)
	const last = kinds.at(-1)
	const sum = kinds.findLast((kind) => kind === "amount" || kind === "product")
	const isOwed = last === "date" && owed.has(pieces.at(-1)?.text ?? "")
	return sum !== undefined && last !== undefined && (periods.has(last) || isOwed) ? sum : last
}
