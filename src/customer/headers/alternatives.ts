import type { Concept } from "./concepts.ts"
import type { Form, Meanings } from "./forms.ts"
import type { Piece } from "./lexicon.ts"
import { mapMeanings, type Reading, readPieces } from "./reading.ts"

const said = "something else that its name says as well"

const owners: ReadonlySet<Concept> = new Set<Concept>([
	"party",
	"served",
	"payer",
	"account",
	"billing",
	"delivery",
	"old",
	"second",
])

/** `Phone / Mobile` is one or the other, unless both together are a thing of their own (`Zip / City`, `Street / No`). */
export function readAlternatives(known: readonly Piece[]): Reading {
	const joint = readPieces(known)
	const sides = splitAtOr(known)
	if (sides.length < 2 || (joint.form && sides.every((side) => isNeeded(side, joint.form)))) return joint
	// Whose it is holds for both sides: `Billing Zip/Postal code`.
	const whose = known.filter(({ concepts }) => concepts.every((concept) => owners.has(concept)))
	const readings = sides.map((side) => readPieces([...new Set([...side, ...whose])]).meanings)
	const fields = new Set(readings.flatMap((meanings) => Object.keys(meanings ?? {})))
	if (fields.size < 2 || !readings.every((meanings) => meanings && isCertain(meanings))) return joint
	return {
		meanings: mapMeanings(Object.assign({}, ...readings), (field, otherwise) => [field, [...otherwise, said]]),
	}
}

function splitAtOr(known: readonly Piece[]): readonly (readonly Piece[])[] {
	const sides: Piece[][] = [[]]
	for (const piece of known)
		if (piece.concepts.includes("or")) sides.push([])
		else sides.at(-1)?.push(piece)
	return sides.filter((side) => side.length > 0)
}

/** Whether a form asks for what these pieces say. */
function isNeeded(side: readonly Piece[], form: Form | undefined): boolean {
	return side.some(({ concepts }) => concepts.some((concept) => form?.needs.some((any) => any.includes(concept))))
}

const isCertain = (meanings: Meanings) => Object.values(meanings).every((otherwise) => otherwise.length === 0)
