import type { FindingCode } from "../finding-codes.ts"
import { beginsWithLetter, hasDigit, isDigit, mayBeginWith } from "../quick-look.ts"
import { isMonth, mayBeginWithMonth } from "./month-names.ts"

/** With a decimal or a plus, as programs write it: `1E10` is any other number. */
const scientific = /^[+-]?\d(?:[.,]\d+E\+?|E\+)\d{1,3}$/i

const time = "(?:[ T]\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\.\\d+)?Z?)?"
const ofDigits = new RegExp(
	`^(?:\\d{4}-\\d{1,2}-\\d{1,2}${time}|\\d{1,2}([/.])\\d{1,2}\\1(?:\\d{4}|\\d{2})${time})$`,
	"u",
)
/** With a month by its name, and a day or a year: `12-mar`, `mar-12`, `1 March 2025`. */
const ofMonth = /^(?:\d{1,2}[-. ]+)?(\p{L}{3,12})\.?[- ](?:19|20)?\d{2}$|^\d{1,2}[-. ]+(\p{L}{3,12})\.?$/u
/** The same in whatever way, and a day and a month: `helmi.12`, `okt-3`, `1.2.`. */
const ofAnyMonth = /^(?:\d{1,2}[-. /]+)?(\p{L}{3,12})[-. /]+(?:19|20)?\d{1,2}\.?$|^\d{1,2}[-. /]+(\p{L}{3,12})\.?$/u
const dayAndMonth = /^\d{1,2}\.\d{1,2}\.$/

function isDated(value: string, form: RegExp): boolean {
	const [found, one, other] = form.exec(value) ?? []
	return found !== undefined && isMonth(one ?? other ?? "")
}

const plain = /^\+?[\d ]*$/

/** What a spreadsheet did to a value that it takes for a number or a date. */
export function numberDamage(value: string): FindingCode | undefined {
	if (plain.test(value)) return undefined
	if (scientific.test(value)) return "value.scientific"
	return ofDigits.test(value) || isDated(value, ofMonth) ? "value.date" : undefined
}

/** Whether a value is a date, as a spreadsheet makes of a house number: `3-5`. */
export function isDate(value: string): boolean {
	if (value.length > longestDate || !hasDigit(value)) return false
	if (beginsWithLetter(value)) return mayBeginWithMonth(value) && isDated(value, ofAnyMonth)
	return ofDigits.test(value) || dayAndMonth.test(value) || isDated(value, ofAnyMonth)
}

const longestDate = 24

/** Whether a program may have added the decimal. */
export function hasDecimal(value: string): boolean {
	return /^\d[\d-]*[.,]0{1,2}$/.test(value)
}

/**
 * What a spreadsheet shows where a value does not fit or a formula failed, in the languages of our fields: `#NV`, `#N/D`, `#¡REF!`,
 * `#DIV/0!`; `Err:502` of LibreOffice; `Loading...` and `Wird geladen…` of what never came.
 */
const errorValue =
	/^(?:#(?:#+|[¡¿]?\p{Lu}+(?:[/ _]\p{Lu}+)*(?:\/0)?[!?]|N\/[ABD]|NV|I\/T|PUUTTUU|SAKNAS|GETTING_DATA)|(?:Err|Fehler|Erreur|Fel) ?: ?\d{3}|(?:Loading|Wird geladen|Laddar(?: in)?|Indlæser|Henter|Laster(?: inn)?|Ladataan|Chargement(?: en cours)?|Cargando|Caricamento(?: in corso)?|(?:Bezig met )?[Ll]aden|(?:Trwa )?[Łł]adowanie) ?(?:\.{3}|…))$/u

/** Whether a spreadsheet put an error in place of the value, whatever kind of value it was. */
export function isErrorValue(value: string): boolean {
	// A customer number may begin as `Cargando` does.
	const isLike = value.length <= longestError && mayBeError(value) && !isDigit(value.charCodeAt(1))
	return isLike && errorValue.test(value)
}

const mayBeError = mayBeginWith("#BCEFHILTW")
const longestError = 26
