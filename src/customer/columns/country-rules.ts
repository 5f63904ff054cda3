import { addresses, type CountryField } from "../addresses.ts"
import type { Field } from "../fields.ts"
import type { DraftDecision } from "./draft-decision.ts"

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
