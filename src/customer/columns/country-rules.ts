import { addresses, type CountryField } from "../addresses.ts"
import type { Field } from "../fields.ts"
import { countryOf } from "../kinds/country.ts"
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

interface States {
	readonly country: string
	readonly codes: ReadonlySet<string>
	/** So many different ones are hardly countries, where all of them are codes of countries too. */
	readonly least: number
}

const states: readonly States[] = [
	{ country: "DE", codes: "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH", least: 2 },
	{
		country: "US",
		codes:
			"AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC",
		least: 4,
	},
	{ country: "CA", codes: "AB BC MB NB NL NS NT NU ON PE QC SK YT", least: 3 },
	// Belgium, France and Luxembourg are cantons as well.
	{
		country: "CH",
		codes: "ZH BE LU UR SZ OW NW GL ZG FR SO BS BL SH AR AI SG GR AG TG TI VD VS NE GE JU",
		least: Number.POSITIVE_INFINITY,
	},
].map(({ codes, ...more }) => ({ ...more, codes: new Set(codes.split(" ")) }))

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
