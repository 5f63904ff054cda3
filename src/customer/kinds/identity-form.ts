import { passesLuhn } from "../card-number.ts"

/** Of a person born on a day of the century, or the other way round, as in the Nordic countries; of eleven digits in Norway. */
const birth =
	/^(?:(?:(?:19|20)?\d{2}(?:0[1-9]|1[0-2])[0-7]\d|[0-7]\d(?:0[1-9]|1[0-2])\d{2})[-+A-FU-Y]?\d{3}[\dA-Z]|[0-7]\d(?:0[1-9]|1[0-2])\d{7})$/

/** Whether a value is written as the number of a person that begins with a day of birth. */
export const beginsWithBirth = (value: string): boolean => birth.test(value)

/** A sign stands before the last digits: an organization of Sweden or Finland. */
const withSign = /^(?:(?:16)?\d{6}-\d{4}|\d{7}-\d)$/
/** The VAT numbers of the states that have them, without what divides them. */
const vatNumber =
	/^(?:ATU\d{8}|BE[01]\d{9}|CHE\d{9}(?:MWST|TVA|IVA)?|CZ\d{8,10}|DE\d{9}|DK\d{8}|EE\d{9}|ES[A-Z\d]\d{7}[A-Z\d]|FI\d{8}|FR[A-Z\d]{2}\d{9}|(?:GB|XI)\d{9}|IE\d[A-Z\d]\d{5}[A-Z]{1,2}|IT\d{11}|L[UV]\d{8}(?:\d{3})?|LT\d{9}(?:\d{3})?|NL\d{9}B\d{2}|NO\d{9}(?:MVA)?|\d{9}MVA|PL\d{10}|PT\d{9}|SE\d{12})$/
/** Letters among the digits: in Spain, Italy, Great Britain of persons and of companies, and of the latter in Germany. */
const lettered =
	/^(?:[XYZKLM]?\d{7,8}[A-Z]|[A-HJNP-SUVW]\d{7}[\dA-J]|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|[A-Z]{2}\d{6}[A-D]|(?:FC|LP|NC|NI|OC|SC|SL|SO)\d{6}|HR[AB]\d{3,6})$/
/** A company of Great Britain, whose number has no check. */
const british = /^0[1-9]\d{6}$/

/** A day is none, whatever check its digits pass. */
const day = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/

/** The day of a birth with or without its century, the last digits, or a number with signs in place of some of its digits. */
const dayAlone = /^(?:(?:19|20)?\d{2}(?:0[1-9]|1[0-2])[0-7]\d|[0-7]\d(?:0[1-9]|1[0-2])(?:19|20)?\d{2})[-+]?$/
const lastDigits = /^[-+]?\d{4}$/
const hidden = /^(?=.*\d)[-\dxX*•.# ]*(?:[xX*•#]{2}|\.{3})[-\dxX*•.# ]*$/

/** Whether a value is only a part of the number of a person: nobody is told by it. */
export function isPartOfIdentity(value: string): boolean {
	return dayAlone.test(/^\d{5}$/.test(value) ? `0${value}` : value) || lastDigits.test(value) || hidden.test(value)
}

/** A number of a register of companies, which may have fewer digits: `HRB 4711`, `FN 56247t`. */
const registered = /^(?:HR[AB]|FN|B|KRS|OC|SC|NI)\d{3,10}[A-Z]?$/
/** Letters and digits of the shortest of any other number. */
const shortest = 7
const mostLetters = 4

/** Whether a value could be what some state calls somebody by, whatever its check says: what is no part of one, and has the digits. */
export function mayBeIdentity(value: string): boolean {
	if (day.test(value) || isPartOfIdentity(value)) return false
	const text = value.toUpperCase().replace(/[^\p{L}\d]/gu, "")
	const digits = text.replace(/\D/g, "").length
	return (
		(digits > 0 && text.length >= shortest && text.length - digits <= digits + mostLetters) || registered.test(text)
	)
}

type Check = (digits: string) => boolean

/** Whether the digits, each as often as its weight says, are divisible by 11. */
const by11 = (...weights: readonly number[]): Check => {
	return (digits) => weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0
}

/** In Poland the last digit is what is left of the others. */
const left = (modulus: number, sign: 1 | -1, ...weights: readonly number[]): Check => {
	return (digits) => {
		const sum = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
		const rest = sign > 0 ? sum % modulus : (modulus - (sum % modulus)) % modulus
		return rest % 10 === Number(digits.at(-1))
	}
}

/** What the digits of persons and organizations are checked by, for each count of them. */
const checks: Readonly<Record<number, readonly Check[]>> = {
	// Denmark
	8: [by11(2, 7, 6, 5, 4, 3, 2, 1)],
	// Norway, France, the Netherlands, Poland
	9: [
		by11(3, 2, 7, 6, 5, 4, 3, 2, 1),
		passesLuhn,
		by11(9, 8, 7, 6, 5, 4, 3, 2, -1),
		left(11, 1, 8, 9, 2, 3, 4, 5, 6, 7),
	],
	// Sweden, Poland
	10: [passesLuhn, left(11, 1, 6, 5, 7, 2, 3, 4, 5, 6, 7)],
	// Italy, Poland
	11: [passesLuhn, left(10, -1, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3)],
	// France
	14: [passesLuhn],
}

/**
 * Whether a value looks like what a state calls a person or an organization by: as numbers of one are written that has letters or signs,
 * or by the check of its digits. A number of a key, a locker or a car does not.
 */
export function looksLikeIdentity(value: string): boolean {
	if (day.test(value)) return false
	if (beginsWithBirth(value) || withSign.test(value)) return true
	const text = value.toUpperCase().replace(/[\s.·/-]/g, "")
	if (!/^\d+$/.test(text)) return vatNumber.test(text) || lettered.test(text)
	return british.test(text) || (checks[text.length]?.some((isRight) => isRight(text)) ?? false)
}
