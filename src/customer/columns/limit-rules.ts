import type { DraftDecision } from "./draft-decision.ts"
import { currenciesIn, currenciesMeant, isScaledLimit } from "./limit-unit.ts"
import { byCountry } from "./mapping.ts"
import { otherCurrencyQuestion, scaledLimitQuestion } from "./money-questions.ts"

/** A limit in hundredths or thousands is never taken as it is: left out beside one that is not, else asked. */
export function askForScaledLimits(draft: DraftDecision): void {
	const scaled = draft.undecided().filter((index) => isScaledLimit(draft.name(index)))
	const isPlain = (index: number) => draft.single(index) === "limit" && !scaled.includes(index)
	const hasOther = draft.isFilled("limit") || draft.undecided().some(isPlain)
	const asked = scaled.filter((index) => !hasOther && draft.evidence(index).filled > 0)
	for (const index of scaled)
		if (!asked.includes(index)) draft.leaveOut(index, "a credit limit in another unit than whole money")
	if (asked.length > 0) draft.ask(scaledLimitQuestion(asked.map((index) => draft.candidate(index))), asked)
}

/** Where a name says in which currency the limit is, and rows have another one, the amounts would be of that. */
export function askForLimitCurrency(draft: DraftDecision): void {
	for (const index of draft.filling("limit")) {
		const meant = currenciesIn(draft.name(index))
		const isOther = meant.length > 0 && differs(draft, meant)
		if (isOther && draft.is(index, "name") && draft.evidence(index).filled > 0)
			draft.ask(otherCurrencyQuestion(draft.candidate(index), meant), [index])
	}
}

/** Whether a row may have a currency that is none of these. */
function differs(draft: DraftDecision, meant: readonly string[]): boolean {
	const { currency } = draft.columns.answers.constants
	if (currency === byCountry) return true
	const columns = draft.filling("currency").filter((index) => draft.evidence(index).filled > 0)
	const values = columns.map((index) => [...draft.evidence(index).values.keys()])
	// Of a column that only a person called a currency no values are known.
	if (values.some(({ length }) => length === 0)) return true
	return [...values.flat(), ...(currency === undefined ? [] : [currency])].some((value) => {
		const given = currenciesMeant(value)
		return given.length > 0 && !given.some((one) => meant.includes(one))
	})
}
