import type { Field } from "../fields.ts"
import { isNameField } from "../name.ts"
import { foreign } from "./concepts.ts"
import { ofOwner } from "./forms.ts"
import { speaks } from "./languages.ts"
import { partsOf } from "./parts.ts"
import { type PartyReading, readParty } from "./party.ts"
import { type HeaderReading, readHeader } from "./read-header.ts"
import { isOfSpanishFamily, isParentOfKind } from "./vocabulary/parties.ts"
import { isAnimal, isPatient, isTenant, isThing } from "./vocabulary/things.ts"

/**
 * Some words say whose a column is only beside others of its file: who buys is the customer unless somebody else receives, who receives
 * unless somebody else buys or pays is nobody, and who owns something is the customer of whoever keeps animals, vehicles, boats or flats.
 * @param readings in the order of the names, each by its own name
 * @returns with the parties that the file does tell apart
 */
export function withParties(names: readonly string[], own: readonly HeaderReading[]): readonly HeaderReading[] {
	const readings = withTeachers(names, withChildren(names, own))
	const parties = readings.map(({ party, foreign: is }, index) =>
		is === foreign.other ? (party ?? ownerIn(names[index] ?? "")) : party,
	)
	const has = (isIt: (word: string) => boolean) => names.some((name) => says(name, isIt))
	const isNamed = (...roles: readonly PartyReading["role"][]) =>
		parties.some((party) => party && roles.includes(party.role) && mayName(party.meanings))
	const areTwo = isNamed("recipient") && isNamed("buyer", "payer")
	// Whose number the owners have is named without that word: `Owner ID`, `First Name`, `Last Name`, `Dogs`.
	const isNumbered = parties.some((party) => party?.role === "owner" && party.meanings.number !== undefined)
	const hasOwner = (isNamed("owner") || (isNumbered && has(isAnimal))) && (has(isThing) || has(isTenant))
	const isOfPatient = (index: number) => says(names[index] ?? "", isPatient)
	const hasOther = readings.some(
		({ meanings }, index) => !isOfPatient(index) && meanings.some(({ field }) => isNameField(field)),
	)
	// A patient of somebody is an animal where the file tells of animals.
	const areAnimals = hasOwner || (hasOther && has(isAnimal))
	const isAlone =
		!hasOther &&
		isNamed("owner") &&
		parties.every((party) => !party || party.role === "owner" || !mayName(party.meanings))
	const areInHalves = parties.some((party) => party?.role === "owner" && isHalf(party.meanings))
	return readings.map((reading, index) => {
		const party = parties[index]
		if (areAnimals && isOfPatient(index)) return { meanings: [], foreign: foreign.vehicle }
		if (party === undefined || isCertain(party)) return reading
		const { party: _, ...rest } = reading
		if (party.role === "owner" && hasOwner) return asOwner(rest, party)
		if (party.role === "owner" && isAlone) return asOnlyPerson(rest, party, areInHalves)
		if (party.role === "owner") return rest
		return areTwo ? reading : rest
	})
}

/** Where a child is called so. */
const kindly = ["nl", "de"] as const

/** A `Kind` is a type in English, and a child where a file tells of parents in Dutch or German, or of whoever pays in these languages. */
function withChildren(names: readonly string[], readings: readonly HeaderReading[]): readonly HeaderReading[] {
	if (!names.some(isKind)) return readings
	const hasPayer = readings.some(({ party }) => party?.party === "payer")
	const isOfChild = hasPayer && kindly.some((language) => speaks(names, language))
	if (!isOfChild && !names.some((name) => says(name, isParentOfKind))) return readings
	return readings.map((reading, index) => (isKind(names[index] ?? "") ? readHeader("Kindes") : reading))
}

/** A `Tutor` is a guardian in Spanish, and a teacher elsewhere. */
function withTeachers(names: readonly string[], readings: readonly HeaderReading[]): readonly HeaderReading[] {
	const isTutor = (name: string) => {
		const payers = partsOf(name).known.filter(({ concepts }) => concepts.includes("payer"))
		return payers.length > 0 && payers.every(({ text }) => text === "tutor" || text === "tutors")
	}
	if (!names.some(isTutor) || isSpanish(names)) return readings
	return readings.map((reading, index) => {
		if (!isTutor(names[index] ?? "")) return reading
		const { party: _, ...rest } = reading
		return rest
	})
}

/** Whether any name is Spanish, and says so by a word that is not English as well. */
function isSpanish(names: readonly string[]): boolean {
	return names.some((name) => says(name, isOfSpanishFamily)) || speaks(names, "es")
}

function isKind(name: string): boolean {
	const { known, unknown } = partsOf(name)
	return !unknown && known.length === 1 && known[0]?.text === "kind"
}

/** `Pet insurance` is no animal, nor is whatever nobody knows. */
function says(name: string, isIt: (word: string) => boolean): boolean {
	const { known, unknown } = partsOf(name)
	return !unknown && known.some(({ text }) => isIt(text))
}

/** Whose a column is that systems have for whoever sells to an account. */
function ownerIn(name: string): PartyReading | undefined {
	const party = readParty(partsOf(name))
	return party?.role === "owner" ? party : undefined
}

/** Of relatives the values of the file tell. */
const isCertain = ({ role }: PartyReading) => role === "payer" || role === "served" || role === "relative"

const mayName = (meanings: PartyReading["meanings"]) => fieldsOf(meanings).some(isNameField)
const fieldsOf = (meanings: PartyReading["meanings"]) => Object.keys(meanings) as Field[]

const isHalf = (meanings: PartyReading["meanings"]) => "firstName" in meanings || "lastName" in meanings

/**
 * Who owns something, of whatever kind, is the customer of a file that names nobody else, unless it is who sells to an account; and so is
 * their number. Of owners in halves of names, of whom a row may have two, all that is of one goes together.
 */
function asOnlyPerson(
	{ foreign, ...reading }: HeaderReading,
	party: PartyReading,
	areInHalves: boolean,
): HeaderReading {
	const theirs = fieldsOf(party.meanings).map((field) => ({ field, otherwise: [ofOwner] }))
	if (areInHalves) return { ...reading, meanings: theirs, party }
	if (mayName(party.meanings)) return { ...reading, meanings: [{ field: "name", otherwise: [ofOwner] }] }
	if (party.meanings.number !== undefined) return { ...reading, meanings: theirs, party }
	return { ...reading, ...(foreign === undefined ? {} : { foreign }), party }
}

/** What is the owner's is the customer's. */
function asOwner({ foreign: _, ...reading }: HeaderReading, party: PartyReading): HeaderReading {
	const meanings = fieldsOf(party.meanings).map((field) => ({ field, otherwise: party.meanings[field] ?? [] }))
	return { ...reading, meanings, party }
}
