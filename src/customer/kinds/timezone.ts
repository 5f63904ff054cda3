import { oddInOneLine } from "./characters.ts"
import { integerOf, whole } from "./integer.ts"
import type { ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"

/** `+02:00`, `UTC+2`, `GMT-05:30` as `getTimezoneOffset()` counts: minutes from local time to UTC. */
export function timezoneOf(text: string): string | undefined {
	if (/^(?:z|utc|gmt)$/i.test(text)) return "0"
	const match = /^(?:utc|gmt)?\s*([+\-−])(\d{1,2}):?(\d{2})?$/i.exec(text)
	// A signed number without UTC, a colon or a 0 before the hour is minutes already.
	if (!match || !/[a-z:]|[+\-−]0\d{3}/i.test(text)) return undefined
	const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
	return String(match[1] === "+" ? -minutes || 0 : minutes)
}

/** Minutes, as JavaScript's `getTimezoneOffset()` gives them. */
export const timezone = {
	example: "-60",
	schema: whole(-14 * 60, 12 * 60),
	read: integerOf,
	invalid: "browser.invalid",
	missing: undefined,
	usual: {
		switch: "spelling",
		cleaned: "cleaned.timezone",
		is: /^-?(?:0|[1-9]\d*)$/,
		clean: timezoneOf,
		unlikely: undefined,
	},
	plain: undefined,
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => !Number.isNaN(integerOf(value)) || timezoneOf(value) !== undefined,
} as const satisfies ValueKind
