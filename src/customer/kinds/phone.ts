import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min"
import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { numberDamage } from "./damage.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { matches } from "./plain-text.ts"
import { standsForValue } from "./stand-in.ts"

/**
 * The usual spellings of the home countries: a tenth of a microsecond instead of ten. A test holds them against
 * libphonenumber, which has the say in all else.
 */
const homes: ReadonlyMap<string, { readonly code: string; readonly national: RegExp; readonly trunk: string }> =
	new Map([
		["SE", { code: "+46", national: /^0[1-9]\d{7,8}$/, trunk: "0" }],
		["NO", { code: "+47", national: /^[2-79]\d{7}$/, trunk: "" }],
		["DK", { code: "+45", national: /^[2-9]\d{7}$/, trunk: "" }],
		["FI", { code: "+358", national: /^0(?:4\d|50)\d{7}$/, trunk: "0" }],
		["DE", { code: "+49", national: /^01[567]\d{8,9}$/, trunk: "0" }],
	])

type Home = NonNullable<ReturnType<(typeof homes)["get"]>>

/** Signs that stand in any number, of which none says anything. */
const usualSigns = /^\+?[\d ()./-]+$/

/**
 * A number of the home country in E.164, however it is begun: `070-123 45 67`, `+46 (0)70…`, `0046 70…`, and without its first 0; undefined
 * where that has to be looked at more closely.
 */
function atHome(text: string, compact: string, { code, national, trunk }: Home): string | undefined {
	if (national.test(compact)) return code + compact.slice(trunk.length)
	if (!usualSigns.test(text)) return undefined
	const digits = code.slice(1)
	const abroad = ["+", "00"].find((sign) => compact.startsWith(sign + digits))
	// Digits that begin as the country's code may be either.
	if (abroad === undefined && (trunk === "" || compact.startsWith(digits))) return undefined
	const own = abroad === undefined ? compact : compact.slice(abroad.length + digits.length)
	const dialled = trunk !== "" && own.startsWith(trunk) ? own : trunk + own
	return national.test(dialled) ? code + dialled.slice(trunk.length) : undefined
}

/** Mobile numbers of the home countries with trunk 0: too long or too different to be a number of another area. */
const mobile = /^\+(?:467[02369]\d{7}|491(?:5\d{9}|[67]\d{8,9})|358(?:4\d|50)\d{7})$/

/**
 * A number that begins with the country code, `49 151 12345678`: that, unless it may as well be one of an area of these
 * digits whose first 0 a spreadsheet ate.
 */
function withoutPlus(digits: string, country: string): string | undefined {
	if (mobile.test(`+${digits}`)) return `+${digits}`
	const international = dialable(`+${digits}`, "")
	const national = dialable(digits, country)
	if (international === undefined || national === undefined) return international ?? national
	return international === national || mobile.test(international) ? international : undefined
}

function dialable(text: string, country: string): string | undefined {
	const parsed = parsePhoneNumberFromString(text, isSupportedCountry(country) ? (country as CountryCode) : undefined)
	return parsed?.isPossible() && parsed.ext === undefined ? parsed.number : undefined
}

/** A program's decimal behind a phone number, in whatever groups: `+49 170 1234567.0`, but not `01.23.45.67.00`. */
const endsInDecimal = /^[^.,]*\d[.,]0{1,2}$/

/** What stands between two numbers in one cell. */
const between = /[/,;|&\n]| (?:-|or|och|og|eller|und|oder|et|ou|y|o|e|i|lub|en|of|ja|tai) | (?=\+|00[1-9])/i
/** Digits of the shortest number with its area. */
const shortestNumber = 7
const longestOne = 14

/** Whether a cell has several phone numbers: what is before a stroke may be an area, too. */
function hasSeveral(text: string): boolean {
	if (text.length <= longestOne) return false
	const isWhole = (part: string) => part.replace(/\(0\)|^ *00|\D/g, "").length >= shortestNumber
	return text.split(between).filter(isWhole).length > 1
}

const e164 = /^\+[1-9]\d{6,14}$/

/**
 * The number in E.164, `+46701234567`.
 * @param country ISO 3166 alpha-2, or empty when it is not known: then only numbers with a country code are understood
 * @returns undefined when it is no number that can be dialled there
 */
export function phoneOf(text: string, country: string): string | undefined {
	if (e164.test(text)) return text
	if (!/[1-9]/.test(text)) return undefined
	// It would pass for one more digit.
	if (endsInDecimal.test(text)) return undefined
	const home = homes.get(country)
	if (home) {
		const compact = text.replace(/[\s()./-]/g, "")
		const number = atHome(text, compact, home)
		if (number !== undefined) return number
		if (home.trunk !== "" && compact.startsWith(home.code.slice(1))) return withoutPlus(compact, country)
	}
	return dialable(/^\s*00(?=[1-9])/.test(text) ? text.replace(/^\s*00/, "+") : text, country)
}

export const phone = {
	example: "+46701234567",
	schema: z
		.string()
		.regex(/^\+\d{4,17}$|^(?=.{4,40}$)(?=(?:\D*\d){4,17}\D*$)\+?[\d\s()./-]+(?:\s*(?:x|ext\.?)\s*\d+)?$/i),
	read: asItIs,
	invalid: "phone.invalid",
	missing: undefined,
	usual: {
		switch: "phone",
		cleaned: "cleaned.phone",
		is: e164,
		clean: phoneOf,
		unlikely: (country) => {
			if (country === undefined) return "phone.no-country-column"
			// A town in the place of a country says nothing of a phone.
			return isSupportedCountry(country) ? "phone.unlikely" : "phone.no-country"
		},
	},
	plain: matches(/^\+[1-9]\d{6,12}$/),
	damage: (value) =>
		endsInDecimal.test(value) ? "value.decimal" : hasSeveral(value) ? "phone.several" : numberDamage(value),
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: true,
	oneOf: undefined,
	fits: (value) => /\d{4}/.test(value.replace(/[\s()./-]/g, "")),
} as const satisfies ValueKind
