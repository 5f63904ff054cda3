import { foreign as kinds } from "../headers/concepts.ts"
import { firstOrLast } from "../headers/forms.ts"
import { fold } from "../headers/words.ts"
import { booleanOf } from "../kinds/boolean.ts"
import { isDay } from "../kinds/day.ts"
import { isMonth } from "../kinds/month-names.ts"

type Fits = (value: string) => boolean

/** Beside the digits of a day or a time: `2026-01-02T10:00Z`, `kl. 10`, `1st of June`. */
const ofTimes = /^(?:t|z|kl|klo|klockan|uhr|h|am|pm|a|p|m|st|nd|rd|th|of|de|den|the|er|w|wk|v|kw)$/

const isWhen: Fits = (value) => {
	const words = fold(value).match(/\p{L}+/gu) ?? []
	if (booleanOf(value) !== undefined || words.some(isMonth)) return true
	return /\d/.test(value) && words.every((word) => ofTimes.test(word))
}
const isYear: Fits = (value) => /(?<!\d)(?:19|20)\d\d(?!\d)|^\d\d[-/]\d\d$/.test(value)
const mark = /^[x×✓✔v+*-]$/i
const isYes: Fits = (value) => booleanOf(value) !== undefined || mark.test(value)
/** The name of a month, its number, or a day of it. */
const isOfMonth: Fits = (value) =>
	isDay(value) || isMonthly(value) || /^(?:0?[1-9]|1[0-2])(?:[-/.](?:\d{4}|\d\d))?$/.test(value)
const isMonthly: Fits = (value) => {
	const words = fold(value).match(/\p{L}+/gu) ?? []
	return words.length > 0 && words.every(isMonth)
}
const hasDigit: Fits = (value) => /\d/.test(value)
/** Nor a month with its year, or a day without its month: `Feb-27`, `15.` */
const isNoDay: Fits = (value) => !isDay(value) && !(/\d/.test(value) && isMonthly(value)) && !/^\d{1,2}\.$/.test(value)
/** The first or the last of what is counted, and no half of a name. */
const isCounted: Fits = (value) => /\d/.test(value) || booleanOf(value) !== undefined

/** What values of columns are that are known as not ours, where values can show that a name was misread. */
const fitting: ReadonlyMap<string, Fits> = new Map<string, Fits>([
	...([kinds.date, kinds.birth] as const).map((kind) => [kind, isWhen] as const),
	[kinds.year, isYear],
	[kinds.flag, isYes],
	[kinds.month, isOfMonth],
	[firstOrLast, isCounted],
	...([kinds.age, kinds.amount, kinds.count, kinds.rate] as const).map((kind) => [kind, hasDigit] as const),
	...(
		[
			kinds.group,
			kinds.product,
			kinds.plan,
			kinds.subscription,
			kinds.vehicle,
			kinds.other,
			kinds.contract,
			kinds.licence,
		] as const
	).map((kind) => [kind, isNoDay] as const),
])

const numbered: ReadonlySet<string> = new Set([kinds.contract, kinds.licence])

/** Whether values may show that a column does not hold what its name was read as. */
export const canBeDenied = (kind: string | undefined): boolean => kind !== undefined && fitting.has(kind)

/** Whether no more than half of some values of a column deny that it holds this. */
export function isTrueOf(kind: string, values: readonly string[]): boolean {
	// No contract has the number 0.
	if (numbered.has(kind) && values.some((value) => /^0+(?:[.,]0+)?$/.test(value))) return false
	const fits = fitting.get(kind)
	return fits === undefined || values.filter(fits).length * 2 >= values.length
}
