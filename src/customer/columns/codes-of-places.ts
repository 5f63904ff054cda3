import { addresses, isCity, isPlace } from "../addresses.ts"
import { type Field, labelOf } from "../fields.ts"
import type { Concept } from "../headers/concepts.ts"
import { partsOf } from "../headers/parts.ts"
import { type HeaderReading, singleMeaning } from "../headers/read-header.ts"
import { type ColumnEvidence, noEvidence } from "./column-evidence.ts"
import type { Columns } from "./draft-decision.ts"
import { conceptsOf } from "./party-sides.ts"
import { isStreet } from "./street-rules.ts"
import { looksLikeZipCode } from "./value-form.ts"

/** So many values, at least, look like zip codes. */
const share = 0.9

/**
 * What is only called a code, or a number, is what it is in the place that it stands in: between the street and the city of an address that
 * has no zip code otherwise, a column of zip codes is that one (`Ulica`, `Kod`, `Miasto`), whosever address it is. A number there may be.
 */
export function withCodesOfPlaces(columns: Columns): Columns {
	const { readings } = columns
	const placed = readings.map((reading, index) => {
		const zipCode = zipCodeAt(columns, index)
		if (zipCode === undefined) return reading
		return conceptsOf(columns.names[index] ?? "").has("code")
			? asZipCode(reading, zipCode)
			: orZipCode(reading, zipCode)
	})
	return placed.every((reading, index) => reading === readings[index]) ? columns : { ...columns, readings: placed }
}

/** The zip code of the address that a column of codes stands in, where they look like it and no other column is. */
function zipCodeAt({ names, readings, evidence }: Columns, index: number): Field | undefined {
	const concepts = conceptsOf(names[index] ?? "")
	const isNumber = readings[index]?.meanings.some(({ field }) => field === "number") === true
	const isCalled = concepts.has("code") || (concepts.has("number") && isNumber)
	if (!isCalled || !areZipCodes(evidence.columns[index] ?? noEvidence(), readings[index])) return undefined
	const places = [-1, 1].map((by) => {
		let at = index + by
		while (readings[at]?.part !== undefined) at += by
		return at
	})
	const whose = peopleIn(names[index] ?? "")
	if (!places.every((at) => whose.every((word) => peopleIn(names[at] ?? "").includes(word)))) return undefined
	const beside = places.map((at) => fieldsOf(readings[at]))
	const has = (...wanted: readonly (Field | undefined)[]) =>
		wanted.every((field, at) => field !== undefined && beside[at]?.includes(field))
	const count = (wanted: Field | undefined) =>
		readings.filter((one) => one.part === undefined && fieldsOf(one)[0] === wanted).length
	for (const { parts } of addresses) {
		const street = parts.find(isStreet)
		const city = parts.find(isCity)
		const zipCode = parts.find((field) => isPlace(field) && !isCity(field))
		const isWithin = has(street, city) || has(city, street)
		if (isWithin && count(zipCode) < count(street)) return zipCode
	}
	return undefined
}

const people: ReadonlySet<Concept> = new Set<Concept>(["party", "payer", "served", "account", "user", "contact"])

/** The words of a name for somebody: a `Kod klienta` is in nobody's address but the customer's, where the street and the city say so. */
function peopleIn(name: string): readonly string[] {
	const { known } = partsOf(name)
	return known.filter(({ concepts }) => concepts.some((one) => people.has(one))).map(({ text }) => text)
}

/** Whether values look like zip codes; of a column whose name is certain only the first are known. */
function areZipCodes({ filled, tokens, forms, examples }: ColumnEvidence, reading: HeaderReading | undefined): boolean {
	if (filled === 0 || tokens > 0) return false
	const isCounted = reading === undefined || singleMeaning(reading) === undefined
	return isCounted ? forms.zip >= filled * share : examples.every(looksLikeZipCode)
}

/** What a column may hold, of whomever. */
function fieldsOf(reading: HeaderReading | undefined): readonly Field[] {
	const own = reading?.meanings.map(({ field }) => field) ?? []
	return own.length > 0 ? own : (Object.keys(reading?.party?.meanings ?? {}) as Field[])
}

function asZipCode({ foreign: _, party, ...reading }: HeaderReading, zipCode: Field): HeaderReading {
	return {
		...reading,
		meanings: [{ field: zipCode, otherwise: [] }],
		...(party === undefined ? {} : { party: { ...party, meanings: { [zipCode]: [] } } }),
	}
}

function orZipCode({ part: _, ...reading }: HeaderReading, zipCode: Field): HeaderReading {
	return { ...reading, meanings: [{ field: zipCode, otherwise: [`the ${labelOf("number")}`] }, ...reading.meanings] }
}
