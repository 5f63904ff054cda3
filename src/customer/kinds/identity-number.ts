import { oddInOneLine } from "./characters.ts"
import { hasDecimal, numberDamage } from "./damage.ts"
import { mayBeIdentity } from "./identity-form.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { matches } from "./plain-text.ts"
import { standsForValue } from "./stand-in.ts"
import { anyText } from "./text.ts"

/** How the number of a person begins with a day: how many digits it has, and where the month and the day stand. */
const births: ReadonlyMap<string, { readonly digits: number; readonly month: number; readonly day: number }> = new Map([
	["SE", { digits: 10, month: 2, day: 4 }],
	["DK", { digits: 10, month: 2, day: 0 }],
	["NO", { digits: 11, month: 2, day: 0 }],
])

/**
 * Whether zeros are missing before the number of a person, as a spreadsheet takes them off: `102031234` in Sweden, where nobody and no
 * organization has so few digits. In Finland letters or signs stand in it, and nothing is taken off.
 */
function lacksZeros(value: string, country: string): boolean {
	const birth = births.get(country)
	if (birth === undefined || !/^[1-9]\d{6,9}$/.test(value) || value.length >= birth.digits) return false
	const whole = value.padStart(birth.digits, "0")
	const [month = 0, day = 0] = [birth.month, birth.day].map((at) => Number(whole.slice(at, at + 2)))
	// Numbers that are given to foreigners count their days from 60.
	return month >= 1 && month <= 12 && [0, 60].some((from) => day > from && day <= from + 31)
}

const isUsual = matches(/^\d{6,8}-?\d{4}$/)

/** As people and organizations are called by, and hardly anything else. */
const written = /^(?:\d{6}|\d{8})[-+]\d{4}$/

/** Whether two values stand in each other's place: the customer number is an identity number, and that one is too short to be any. */
export function areExchanged(number: string, identity: string): boolean {
	return written.test(number) && /^\D*(?:\d\D*){1,7}$/.test(identity)
}

/** What a VAT number has behind the number of the same organization, in Sweden, and in Norway and Switzerland. */
const behindSwedish = /^(?:\d\d)?$/
const behindOwn = /^(?:MVA|MWST|TVA|IVA)?$/
/** What stands before a Swedish number of ten digits where it is written with a century. */
const century = /^(?:16|19|20)(?=\d{10}$)/

/** The number of an organization, of this one and a VAT number that is made of it: `556672-3156` of it and `SE556672315601`. */
function ownNumber(one: string, other: string): string | undefined {
	if (isVatNumberOf(one, other)) return other
	return isVatNumberOf(other, one) ? one : undefined
}

function isVatNumberOf(vat: string, number: string): boolean {
	const [whole, own] = [vat, number].map((text) => text.toUpperCase().replace(/[^A-Z\d]/g, "")) as [string, string]
	if (own.length < shortestOwn) return false
	const [, country, rest = ""] = /^([A-Z]{2})?(.*)$/.exec(whole) ?? []
	// Of an establishment in France the first nine digits are the company's.
	if (country === "FR") return /^(?:\d{9}|\d{14})$/.test(own) && rest.slice(2) === own.slice(0, 9) && rest.length === 11
	if (whole.startsWith(own)) return whole !== own && behindOwn.test(whole.slice(own.length))
	const made = country === "SE" ? own.replace(century, "") : own
	const behind = country === "SE" ? behindSwedish : behindOwn
	return country !== undefined && rest.startsWith(made) && behind.test(rest.slice(made.length))
}

/** Digits of the shortest number of an organization. */
const shortestOwn = 7

/** What a state calls a person or an organization by: any text, as states differ. */
export const identityNumber = {
	example: "19900101-0017",
	schema: anyText,
	read: asItIs,
	invalid: undefined,
	missing: undefined,
	usual: undefined,
	plain: (value, country) => isUsual(value, country) && !lacksZeros(value, country),
	damage: (value, country) =>
		lacksZeros(value, country) ? "identity-number.zeros" : hasDecimal(value) ? "value.decimal" : numberDamage(value),
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: true,
	oneOf: ownNumber,
	fits: mayBeIdentity,
} as const satisfies ValueKind
