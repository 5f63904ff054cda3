import type { CodeOf } from "../headers/code-of.ts"
import { phoneOf } from "./phone.ts"

/** `+46`, `0046`, `(46)`; or of an area: `08`, `(0)30` is none. */
const form = /^\(?(?:(?:\+|00) ?[1-9]\d{0,2}|[1-9]\d{0,2}|0[1-9]\d{0,4})\)?$/

/** Whether a cell is a dialling code of a country or an area, and no whole number. */
export function isDiallingCode(text: string): boolean {
	return text.length <= 8 && form.test(text)
}

/** Whether it may as well be one of a country as one of an area whose first 0 a spreadsheet ate. */
export function isBareCode(text: string): boolean {
	return /^[1-9]\d{0,2}$/.test(text)
}

/** A dialling code in a cell of its own, and what the name of its column says that it is of. */
export interface DiallingCode {
	readonly of: CodeOf
	readonly text: string
}

const signed = /^\(?(?:\+|00)/

/**
 * A phone number with the codes that stand in columns of their own; as it is where it has one already.
 * @returns nothing where two codes do not say which of them is the country's
 */
export function withDiallingCodes(codes: readonly DiallingCode[], number: string): string | undefined {
	if (number === "" || signed.test(number)) return number
	const [first, second, ...more] = codes
	if (first === undefined) return number
	if (second === undefined)
		return first.of !== "area" && mayBeOfCountry(first) ? ofCountry(first, number) : ofArea(first, number)
	const [country, ...others] = [first, second].filter(isOfCountry)
	const area = first === country ? second : first
	if (country === undefined || others.length > 0 || more.length > 0) return undefined
	const text = ofCountry(country, ofArea(area, number))
	return phoneOf(text, "") ?? text
}

function isOfCountry({ of, text }: DiallingCode): boolean {
	return signed.test(text) || (of === "country" && !digitsOf(text).startsWith("0"))
}

function mayBeOfCountry({ text }: DiallingCode): boolean {
	return !digitsOf(text).startsWith("0")
}

function ofCountry({ text }: DiallingCode, number: string): string {
	return `+${digitsOf(text)} ${number}`
}

/** A number that begins with 0 has the code of its area already. */
function ofArea({ text }: DiallingCode, number: string): string {
	return number.startsWith("0") ? number : `${digitsOf(text)} ${number}`
}

function digitsOf(code: string): string {
	return code.replace(/[()+\s]/g, "").replace(/^00/, "")
}
