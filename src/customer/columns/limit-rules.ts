import type { DraftDecision } from "./draft-decision.ts"
import { currenciesIn, currenciesMeant, isScaledLimit, speaksOfLimit } from "./limit-unit.ts"
import { byCountry } from "./mapping.ts"
import { otherCurrencyQuestion, scaledLimitQuestion, unitBesideQuestion } from "./money-questions.ts"

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

/** A column beside a limit may say that its amounts are in another unit or currency: `cents`, `USD`. */
export function askForUnitBeside(draft: DraftDecision): void {
	for (const limit of draft.filling("limit")) {
		if (!draft.is(limit, "name") || draft.evidence(limit).filled === 0) continue
		for (const [index, beside] of draft.columns.names.entries()) {
			const { examples } = draft.evidence(index)
			if (!isOfUnits(draft, index) || !(Math.abs(index - limit) === 1 || speaksOfLimit(beside))) continue
			if (agrees(draft, examples)) continue
			draft.ask(unitBesideQuestion(draft.candidate(limit), beside, examples), [limit])
			break
		}
	}
}

/** Units of money are no apartments. */
export function leaveOutUnits(draft: DraftDecision): void {
	for (const index of draft.undecided())
		if (isOfUnits(draft, index) && draft.isPart(index)) draft.leaveOut(index, "the unit of an amount")
}

function isOfUnits(draft: DraftDecision, index: number): boolean {
	const { filled, units } = draft.evidence(index)
	return filled > 0 && units === filled && !draft.filling("currency").includes(index)
}

/** Whether all amounts are in the one currency that all rows have. */
function agrees(draft: DraftDecision, [unit, ...others]: readonly string[]): boolean {
	const meant = unit === undefined ? [] : currenciesMeant(unit)
	if (others.length > 0 || meant.length === 0) return false
	const isGiven = draft.isFilled("currency") || draft.columns.answers.constants.currency !== undefined
	return isGiven ? !differs(draft, meant) : meant.includes("SEK")
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
