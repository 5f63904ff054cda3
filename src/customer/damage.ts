import type { Field } from "./fields.ts"
import type { FindingCode } from "./finding-codes.ts"

const freeText: ReadonlySet<Field> = new Set([
	"name",
	"firstName",
	"lastName",
	"street",
	"city",
	"billingStreet",
	"billingCity",
	"deliveryStreet",
	"deliveryCity",
])

/** Fields whose values a spreadsheet takes for numbers and dates. */
const numeric: ReadonlySet<Field> = new Set([
	"number",
	"phone",
	"cellphone",
	"landline",
	"identityNumber",
	"zipCode",
	"billingZipCode",
	"deliveryZipCode",
	"limit",
])

/** What a spreadsheet shows where a value does not fit or a formula failed, in the languages of our fields. */
const errorValue = /^#(?:#+|[A-ZÅÄÖÆØÜ]+(?:\/0)?[!?]|N\/A|NV|I\/T|PUUTTUU!?|SAKNAS!?|GETTING_DATA)$/

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

/** What a spreadsheet did to a value, if anything. */
export function damageOf(field: Field, value: string): FindingCode | undefined {
	if (value.charCodeAt(0) === 35 && errorValue.test(value)) return "value.damaged"
	if (!numeric.has(field) || plain.test(value)) return undefined
	if (field === "number" && value.includes('"')) return "text.stray-quote"
	if (field === "number" && decimal.test(value)) return "number.decimal"
	if (field === "identityNumber" && decimal.test(value)) return "value.decimal"
	if (scientific.test(value)) return field === "zipCode" ? undefined : "value.scientific"
	if (date.test(value)) return field === "number" ? "number.date" : "value.date"
	return undefined
}

const decimal = /^\d+[.,]0{1,2}$/

const plain = /^\+?[\d ]*$/

/** UTF-8 read as Windows-1252 or Mac Roman: `Ã¥`, `Ã…`, `â€“`, `√•`. */
const misread = /[Ã√][^\0-\x7f]|â€/

/** In quotes of its own, those inside it doubled. */
const wrapped = /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|`[^`]*`)$/

/** What is odd about the characters of a value that `isSuspect`. */
export function oddCharactersOf(field: Field, value: string): FindingCode | undefined {
	if (/[^\P{Cc}\t\n\r]/u.test(value) || (!freeText.has(field) && /[\t\n\r]/.test(value)))
		return field === "number" ? "number.control-character" : "text.control-character"
	if (value.includes("\ufffd")) return "text.replacement-character"
	if (misread.test(value)) return "text.mis-decoded"
	if (/[\t\n\r]/.test(value)) return "text.line-break"
	if (field === "number" && value.includes('"')) return undefined // told by damageOf
	if (wrapped.test(value) || (/^"|"$/.test(value) && value.split('"').length % 2 === 0)) return "text.stray-quote"
	return undefined
}
