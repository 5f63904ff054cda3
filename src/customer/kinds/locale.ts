import { isoly } from "isoly"
import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { matches } from "./plain-text.ts"
import { standsForValue } from "./stand-in.ts"

/** `sv_se` → `sv-SE`; a language alone takes the country of the row, else the one it is at home in. */
export function localeOf(text: string, country: string): string | undefined {
	const match = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?(?:\.[\w-]+)?$/i.exec(text)
	if (!match?.[1]) return undefined
	const language = match[1].toLowerCase()
	// What Norwegian alone means to nearly everyone.
	if (language === "no" && !match[2]) return "nb-NO"
	if (match[2]) return `${language}-${match[2].toUpperCase()}`
	if (!isoly.Language.is(language)) return undefined
	return (
		isoly.Locale.toLocale(language, isoly.CountryCode.Alpha2.is(country) ? country : undefined) ??
		isoly.Locale.toLocale(language)
	)
}

const usual = /^[a-z]{2,3}-[A-Z]{2}$/

export const locale = {
	example: "sv-SE",
	schema: z.string().regex(usual),
	read: asItIs,
	invalid: "browser.invalid",
	missing: undefined,
	usual: { switch: "spelling", cleaned: "cleaned.locale", is: usual, clean: localeOf, unlikely: undefined },
	plain: matches(usual),
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => localeOf(value, "") !== undefined,
} as const satisfies ValueKind
