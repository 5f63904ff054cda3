import type { Field } from "../fields.ts"
import { type Concept, foreign, isForeign, type Piece } from "./concepts.ts"
import type { Form, Meanings } from "./forms.ts"
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

/** What pieces mean that may be of several things: what is ours is no less so where it stands beside what is not. */
export function readAlternatives(known: readonly Piece[]): Reading {
	const reading = readJoint(known)
	if (reading.meanings !== undefined || reading.form !== undefined) return reading
	return withoutTitle(known) ?? besideOther(known) ?? reading
}

/** A title before a name is a part of it: `Anrede und Name`, `Title First Name`. */
function withoutTitle(known: readonly Piece[]): Reading | undefined {
	const isTitle = ({ concepts }: Piece) => concepts.includes("salutation")
	const title = known.findIndex(isTitle)
	const name = known.findIndex(({ concepts }) => concepts.some((concept) => ofNames.has(concept)))
	if (title < 0 || name < 0 || (title > name && !known.some(joins))) return undefined
	const { meanings } = readJoint(known.filter((piece) => !isTitle(piece)))
	return meanings && { meanings: orElse(meanings, foreign.salutation) }
}

const ofNames: ReadonlySet<Concept> = new Set<Concept>(["name", "first", "last", "leading", "trailing"])

/** What a column may hold in place of something of a customer, and not in the same cell. */
const inPlace: ReadonlySet<Concept> = new Set<Concept>(
	"salutation initials nickname nameless department group contract fax extension".split(" ") as Concept[],
)
/** What stands beside some fields alone: when somebody is reached by phone (`Telefon (dag/kväll)`), a birth where a person has no number. */
const besides: Readonly<Partial<Record<Field, readonly Concept[]>>> = {
	phone: ["date"],
	cellphone: ["date"],
	landline: ["date"],
	identityNumber: ["birth", "date"],
}

/** `Telefon/Fax`, `Kund/Projekt`: one of several things that a name says is a field of ours. */
function besideOther(known: readonly Piece[]): Reading | undefined {
	const sides = known.some(joins) ? splitAt(known, joins) : []
	const readings = sides.map(readPieces)
	const [ours, another] = readings.flatMap(({ meanings }) => meanings ?? [])
	const others = sides.filter((_, index) => readings[index]?.meanings === undefined)
	if (ours === undefined || another !== undefined) return undefined
	const own = Object.keys(ours).map((field) => besides[field as Field] ?? [])
	const isBeside = (one: Concept) => own.every((concepts) => concepts.includes(one))
	if (!others.every((side) => standsInPlace(side, isBeside))) return undefined
	// The number of an account beside whatever it is has more than one owner.
	if (ours.number !== undefined && !known.some(({ concepts }) => concepts.includes("party"))) return undefined
	const other = others.flatMap((side) => readPieces(side).foreign ?? [])
	return ours.token === undefined ? { meanings: orElse(ours, other.join(" or ")) } : undefined
}

const joins = ({ concepts }: Piece) => concepts.includes("and") || concepts.includes("or")

const silent: ReadonlySet<Concept> = new Set<Concept>(["plain", "number"])

/** Whether all that pieces speak of may stand in place of what is ours. */
function standsInPlace(side: readonly Piece[], isBeside: (concept: Concept) => boolean): boolean {
	const kinds = side.flatMap(({ concepts }) => concepts).filter((concept) => !silent.has(concept))
	return kinds.some(isForeign) && kinds.every((one) => inPlace.has(one) || isBeside(one))
}

const orElse = (meanings: Meanings, other: string) =>
	mapMeanings(meanings, (field, otherwise) => [field, [...otherwise, other]])

/** `Phone / Mobile` is one or the other, unless both together are a thing of their own (`Zip / City`, `Street / No`). */
function readJoint(known: readonly Piece[]): Reading {
	const joint = readPieces(known)
	const sides = splitAt(known, ({ concepts }) => concepts.includes("or"))
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

function splitAt(known: readonly Piece[], parts: (piece: Piece) => boolean): readonly (readonly Piece[])[] {
	const sides: Piece[][] = [[]]
	for (const piece of known)
		if (parts(piece)) sides.push([])
		else sides.at(-1)?.push(piece)
	return sides.filter((side) => side.length > 0)
}

/** Whether a form asks for what these pieces say. */
function isNeeded(side: readonly Piece[], form: Form | undefined): boolean {
	return side.some(({ concepts }) => concepts.some((concept) => form?.needs.some((any) => any.includes(concept))))
}

const isCertain = (meanings: Meanings) => Object.values(meanings).every((otherwise) => otherwise.length === 0)
