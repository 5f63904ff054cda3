import type { FindingCode } from "../finding-codes.ts"
import { isDigit, isDigits } from "../quick-look.ts"
import { oddInOneLine } from "./characters.ts"
import { hasDecimal, numberDamage } from "./damage.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"
import { anyText } from "./text.ts"

/** How a post writes its codes. */
interface Form {
	readonly written: RegExp
	readonly digits: number
	/** How many zeros a code may begin with, which spreadsheets eat. */
	readonly zeros: number
}

/** Of the countries whose zip codes are known. */
const forms: ReadonlyMap<string, Form> = new Map([
	["SE", { digits: 5, zeros: 0, written: /^\d{3} \d{2}$/ }],
	["NO", { digits: 4, zeros: 1, written: /^\d{4}$/ }],
	["DK", { digits: 4, zeros: 1, written: /^\d{4}$/ }],
	["FI", { digits: 5, zeros: 2, written: /^\d{5}$/ }],
	["DE", { digits: 5, zeros: 1, written: /^\d{5}$/ }],
	["EE", { digits: 5, zeros: 0, written: /^\d{5}$/ }],
	["ES", { digits: 5, zeros: 1, written: /^\d{5}$/ }],
	["FR", { digits: 5, zeros: 1, written: /^\d{5}$/ }],
	["IT", { digits: 5, zeros: 2, written: /^\d{5}$/ }],
	["US", { digits: 5, zeros: 2, written: /^\d{5}(?:-\d{4})?$/ }],
])

/** Whether it is known how the post of a country writes its codes. */
export function hasZipForm(country: string): boolean {
	return forms.has(country)
}

/** How countries are called on the road, where that is not by their ISO code. */
const signs: Readonly<Record<string, string>> = {
	AT: "A",
	BE: "B",
	DE: "D",
	ES: "E",
	FI: "FIN",
	FR: "F",
	HU: "H",
	IT: "I",
	LI: "FL",
	LU: "L",
	NO: "N",
	PT: "P",
	SE: "S",
	SI: "SLO",
	US: "USA",
}
/** Where the letters before the digits are part of the code. */
const lettered: ReadonlySet<string> = new Set("AD AZ BB BM LT LV MD VC".split(" "))

/** Without the sign of its own country, which letters abroad have before the code: `D-80331`, `CH-8001`, `A 1010`. */
function withoutSign(text: string, country: string): string {
	const [, sign, code] = /^([A-Z]{1,3})(?: ?- ?| )?(\d.*)$/i.exec(text) ?? []
	if (sign === undefined || code === undefined || lettered.has(country)) return text
	const found = sign.toUpperCase()
	return found === country || found === signs[country] ? code : text
}

/** The name of the field before its value, as lists of leads have it: `z:11233`. */
function withoutLabel(text: string): string {
	if (isDigit(text.charCodeAt(0))) return text
	return text.replace(/^(?:z|zip(?: ?code)?|post ?code|plz|postnr|cap|cp) ?: ?/i, "")
}

/** Letters, digits, spaces and dashes; points as in Brazil. Every post does with these. */
const written = /^(?:[\p{L}\p{Nd} -]+|\d\d\.\d{3}-?\d{3})$/u

/** What is wrong with a zip code of any country. */
function damageOf(text: string): FindingCode | undefined {
	if (text !== "" && isDigits(text)) return /[1-9]/.test(text) ? undefined : "value.damaged"
	// What stands there belongs into another cell.
	if (!/\p{Nd}/u.test(text)) return "zip-code.no-digit"
	if (/^[0 -]+$/.test(text)) return "value.damaged"
	if (hasDecimal(text)) return "value.decimal"
	const damage = numberDamage(text)
	return damage === "value.scientific" || written.test(text) ? damage : "zip-code.sign"
}

const zero = 48

/**
 * A zip code as the country's post writes it: `SE-11122` → `111 22`, and `150` in Norway → `0150`.
 * @returns undefined when it is no zip code of that country; the text without a sign of the country where no form is known
 */
export function zipCodeOf(value: string, country: string): string | undefined {
	const form = forms.get(country)
	if (form !== undefined && value.charCodeAt(0) !== zero) {
		if (form.written.test(value)) return value
		// The quick way for what whole files are written as.
		if (value.length === form.digits && isDigits(value)) return asPosted(value, country)
	}
	const text = /^[A-Z]/i.test(value) ? withoutSign(withoutLabel(value), country) : value
	if (!form) return text
	if (/^[0\s-]*$/.test(text) || (country === "SE" && /^\D*0/.test(text))) return undefined
	if (form.written.test(text)) return text
	const digits = text.replace(/[\s-]/g, "")
	if (!/^\d+$/.test(digits) || digits.length > form.digits) return undefined
	if (form.digits - digits.length > form.zeros) return undefined
	return asPosted(digits.padStart(form.digits, "0"), country)
}

function asPosted(digits: string, country: string): string {
	return country === "SE" ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits
}

export const zipCode = {
	example: "111 22",
	schema: anyText,
	read: asItIs,
	invalid: undefined,
	missing: undefined,
	usual: {
		switch: "zipCode",
		cleaned: "cleaned.zip-code",
		is: undefined,
		clean: zipCodeOf,
		unlikely: () => "zip-code.unlikely",
	},
	plain: (value, country) => forms.has(country) && zipCodeOf(value, country) === value,
	damage: (value, _, cleans) => damageOf(cleans ? withoutLabel(value) : value),
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: true,
	oneOf: undefined,
	fits: undefined,
} as const satisfies ValueKind
