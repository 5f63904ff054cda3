import { type Field, fields } from "../fields.ts"
import { countryOf } from "../kinds/country.ts"
import { currencyIn } from "../kinds/country-currency.ts"
import { currencyOf } from "../kinds/currency.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { meanings, type Speaking } from "./spoken-currency.ts"

/**
 * Whether codes that no name calls countries may be those of the customers: `BE` and `CE` are no countries where all currencies, dialling
 * codes or zip codes of a file are of others. Names of countries are theirs anyway.
 */
export function areLikelyCountries(draft: DraftDecision, index: number): boolean {
	const { examples } = draft.evidence(index)
	const codes = examples.filter((value) => /^\p{L}{2,3}$/u.test(value))
	if (codes.length < examples.length) return true
	const own = new Set(codes.map((code) => currencyIn(countryOf(code) ?? "")))
	return spokenOf(draft).every((spoken) => spoken.size === 0 || [...spoken].some((code) => own.has(code)))
}

/** The currencies that most values of a column speak of, for each column that says any. */
function spokenOf(draft: DraftDecision): readonly ReadonlySet<string | undefined>[] {
	return draft.columns.names.flatMap((_, index) => {
		const { filled, values, hints } = draft.evidence(index)
		if (draft.fills(index, "currency")) return [new Set([...values.keys()].flatMap((value) => currencyOf(value) ?? []))]
		const holds = holdsOf(draft.fieldsOf(index))
		if (holds === undefined) return []
		// Four digits are zip codes of many countries.
		const said = [...hints].flatMap(([hint, count]) => {
			const currencies = hint.includes(" ") ? [] : meanings[holds](hint).filter((code) => code !== undefined)
			return currencies.length > 0 ? [{ currencies, count }] : []
		})
		const isMost = said.reduce((sum, { count }) => sum + count, 0) * 2 > filled
		return isMost ? [new Set(said.flatMap(({ currencies }) => currencies))] : []
	})
}

/** Of what the values of a field speak; e-mail addresses say least. */
function holdsOf(filling: readonly Field[]): Exclude<Speaking["holds"], "amounts" | "emails"> | undefined {
	const kinds = filling.map((field) => fields[field].kind)
	return kinds.includes("phone") ? "phones" : kinds.includes("zipCode") ? "zipCodes" : undefined
}
