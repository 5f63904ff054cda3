import { isNameField } from "../name.ts"
import { foreign } from "./concepts.ts"
import { partsOf } from "./parts.ts"
import type { PartyReading } from "./party.ts"
import type { HeaderReading } from "./read-header.ts"
import { isPatient, isThing } from "./vocabulary/things.ts"

/**
 * Some words say whose a column is only beside others of its file: who buys is the customer unless somebody else receives, who receives
 * unless somebody else buys or pays is nobody, and who owns something is the customer of whoever keeps animals, vehicles or boats.
 * @param readings in the order of the names, each by its own name @returns with the parties that the file does tell apart
 */
export function withParties(names: readonly string[], readings: readonly HeaderReading[]): readonly HeaderReading[] {
	if (readings.every(({ party }) => party === undefined || isCertain(party))) return readings
	const isNamed = (...roles: readonly PartyReading["role"][]) =>
		readings.some(({ party }) => party && roles.includes(party.role) && mayName(party))
	const areTwo = isNamed("recipient") && isNamed("buyer", "payer")
	const hasOwner = isNamed("owner") && names.some((name) => partsOf(name).known.some(({ text }) => isThing(text)))
	return readings.map((reading, index) => {
		const { party, ...rest } = reading
		if (hasOwner && isOfAnimal(names[index] ?? "")) return { meanings: [], foreign: foreign.vehicle }
		if (party === undefined || isCertain(party)) return reading
		if (party.role === "owner") return hasOwner ? asOwner(reading, party) : rest
		return areTwo ? reading : rest
	})
}

const isCertain = ({ role }: PartyReading) => role === "payer" || role === "served"

const mayName = ({ meanings }: PartyReading) => Object.keys(meanings).some((field) => isNameField(field as never))

/** A patient who has an owner is an animal. */
const isOfAnimal = (name: string) => partsOf(name).known.some(({ text }) => isPatient(text))

/** What is the owner's is the customer's. */
function asOwner({ foreign: _, ...reading }: HeaderReading, party: PartyReading): HeaderReading {
	const meanings = Object.entries(party.meanings).map(([field, otherwise]) => ({ field: field as never, otherwise }))
	return { ...reading, meanings, party }
}
