import { addresses, type CountryField } from "../addresses.ts"
import type { Field } from "../fields.ts"
import { countryOf } from "../kinds/country.ts"
import { canada, germany, type StatesOf, switzerland, unitedStates } from "../kinds/country-states.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { statesQuestion } from "./place-questions.ts"

/** The one country of a file is that of every address that has none of its own. */
export function shareCountry(draft: DraftDecision): void {
	const { constants } = draft.columns.answers
	const has = (fields: readonly Field[]) => fields.some((field) => draft.isFilled(field))
	const isLacking = (country: CountryField) =>
		country !== "country" && !draft.isFilled(country) && constants[country] === undefined
	const lacking = addresses
		.filter(({ country, parts }) => isLacking(country) && has(parts))
		.map(({ country }) => country)
	if (lacking.length === 0) return
	if (constants.country !== undefined) for (const country of lacking) draft.setConstant(country, constants.country)
	const own = addresses.find(({ country }) => country === "country")
	for (const index of draft.filling("country")) {
		const others = draft.fieldsOf(index).filter((field) => field !== "country")
		draft.refill(index, [...(has(own?.parts ?? []) ? ["country" as const] : []), ...others, ...lacking])
	}
}

interface States extends StatesOf {
	/** So many different ones are hardly countries, where all of them are codes of countries too. */
	readonly least: number
}

const states: readonly States[] = [
	{ ...germany, least: 2 },
	{ ...unitedStates, least: 4 },
	{ ...canada, least: 3 },
	// Belgium, France and Luxembourg are cantons as well.
	{ ...switzerland, least: Number.POSITIVE_INFINITY },
]

/** `Land` may hold the states of one country, as BY, SN and BE of Germany: of these no customer is made in Belarus. */
export function askForStates(draft: DraftDecision): void {
	for (const { country } of addresses)
		for (const index of draft.undecided()) {
			if (draft.single(index) !== country) continue
			const found = statesIn([...draft.evidence(index).values.keys()])
			if (found !== undefined) draft.ask(statesQuestion(draft.candidate(index), country, found), [index])
		}
}

/** The country whose states all these values are; undefined where they may be countries. */
function statesIn(values: readonly string[]): string | undefined {
	const codes = [...new Set(values.map((value) => value.trim().toUpperCase()))]
	const hasOther = codes.length > 1 && codes.some((code) => countryOf(code) === undefined)
	return states.find(
		({ codes: known, least }) =>
			codes.every((code) => known.has(code)) && codes.length > 0 && (hasOther || codes.length >= least),
	)?.country
}
