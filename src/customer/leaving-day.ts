import { stateOf } from "./headers/state-words.ts"
import { fold } from "./headers/words.ts"
import { booleanOf } from "./kinds/boolean.ts"
import { firstDayOf, isDay } from "./kinds/day.ts"
import { leadsToDay } from "./note-times.ts"

/** What stands before a day, or before the month that one begins with. */
const leading = /^\P{N}*?(?=\d|\p{L}+ \d{1,2},? \d{4})/u

/**
 * Whether a value says no more than that it is so from a day on that is to come, in whatever order day and month are: `per 1-1-2027`.
 * @param now milliseconds since 1970
 */
export function isToCome(value: string, now: number): boolean {
	if (!/\d/.test(value)) return false
	const lead = leading.exec(value)?.[0] ?? ""
	const day = value.slice(lead.length)
	const said = fold(lead).match(/\p{L}+/gu) ?? []
	const isSince = said.every((word) => leadsToDay(word) || booleanOf(word) === true || stateOf(word) === "ended")
	return isSince && isDay(day) && (firstDayOf(day) ?? now) > now
}
