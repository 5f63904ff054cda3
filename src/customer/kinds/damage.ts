import type { FindingCode } from "../finding-codes.ts"

/** With a decimal or a plus, as programs write it: `1E10` is any other number. */
const scientific = /^[+-]?\d(?:[.,]\d+E\+?|E\+)\d{1,3}$/i

const month =
	"(?:jan(?:uar[iy]?)?|feb(?:ruar[iy]?)?|mar(?:s|ts|ch)?|mär(?:z)?|mrz|apr(?:il)?|ma[ijy]|jun[ei]?|jul[iy]?|aug(?:usti?)?|" +
	"sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[csz](?:ember)?|" +
	"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)(?:kuu(?:ta)?)?)\\.?"
const time = "(?:[ T]\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\.\\d+)?Z?)?"
const date = new RegExp(
	`^(?:\\d{4}-\\d{1,2}-\\d{1,2}${time}|\\d{1,2}([/.])\\d{1,2}\\1(?:\\d{4}|\\d{2})${time}|(?:\\d{1,2}[-. ]+)?${month}[- ](?:19|20)?\\d{2}|\\d{1,2}[-. ]+${month})$`,
	"iu",
)

const plain = /^\+?[\d ]*$/

/** What a spreadsheet did to a value that it takes for a number or a date. */
export function numberDamage(value: string): FindingCode | undefined {
	if (plain.test(value)) return undefined
	return scientific.test(value) ? "value.scientific" : date.test(value) ? "value.date" : undefined
}

/** Whether a value is a date, as a spreadsheet makes of a house number: `3-5`. */
export function isDate(value: string): boolean {
	return value.length <= 24 && /\d/.test(value) && date.test(value)
}

/** Whether a program may have added the decimal. */
export function hasDecimal(value: string): boolean {
	return /^\d[\d-]*[.,]0{1,2}$/.test(value)
}

/**
 * What a spreadsheet shows where a value does not fit or a formula failed, in the languages of our fields: `#NV`, `#N/D`, `#¡REF!`,
 * `#DIV/0!`; `Err:502` of LibreOffice; `Loading...` of what never came.
 */
const errorValue =
	/^(?:#(?:#+|[¡¿]?\p{Lu}+(?:[/ _]\p{Lu}+)*(?:\/0)?[!?]|N\/[ABD]|NV|I\/T|PUUTTUU|SAKNAS|GETTING_DATA)|(?:Err|Fehler|Erreur|Fel) ?: ?\d{3}|Loading(?:\.{3}|…))$/u

/** Whether a spreadsheet put an error in place of the value, whatever kind of value it was. */
export function isErrorValue(value: string): boolean {
	return value.length <= longestError && firstSigns.includes(value.charAt(0)) && errorValue.test(value)
}

const firstSigns = "#EFL"
const longestError = 24
