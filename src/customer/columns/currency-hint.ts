import { type Field, fields } from "../fields.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { currencyElse } from "../headers/forms.ts"
import type { HeaderReading } from "../headers/read-header.ts"
import type { KindName } from "../kinds/kinds.ts"
import { isDigit } from "../quick-look.ts"

/** What a cell says of the currency of its row, without naming one: a dialling code, the end of an e-mail address, a unit. */
export type CurrencyHint = (cell: string) => string | undefined

/**
 * Which of the columns of a file are looked at for hints: none where a column gives the currency, and phones and e-mail addresses
 * only where none gives the country.
 */
export function currencyHints(
	readings: readonly HeaderReading[],
): (reading: HeaderReading) => CurrencyHint | undefined {
	const speaksOf = (kind: KindName) =>
		readings.some(({ meanings }) =>
			// That of something else gives it only where a person says so.
			meanings.some(({ field, otherwise }) => fields[field].kind === kind && !otherwise.includes(currencyElse)),
		)
	if (speaksOf("currency")) return () => undefined
	const hasCountry = speaksOf("country")
	return ({ meanings, foreign }) => {
		const [first] = meanings
		if (first === undefined || first.field === "limit")
			return isAmount(foreign, first?.field) ? unitHint(first === undefined && foreign === undefined) : undefined
		if (hasCountry) return undefined
		if (first.field === "email") return domainHint
		const { kind } = fields[first.field]
		return kind === "phone" ? dialledHint : kind === "zipCode" ? zipHint : undefined
	}
}

const { amount, product, plan, subscription } = foreignKinds
const amounts: ReadonlySet<string> = new Set([amount, product, plan, subscription])

function isAmount(foreign: string | undefined, field: Field | undefined): boolean {
	return field === "limit" || foreign === undefined || amounts.has(foreign)
}

const plus = 43
const zero = 48

/** As numbers are written in North America, and mobile ones in Britain, where no country is dialled. */
const american = /^\(\d{3}\) ?\d{3}-\d{4}$/
const british = /^07\d{3} ?\d{3} ?\d{3}$/
const bracket = 40

/** The first digits behind `+` or `00`, or of the country that writes its numbers so: a country's, and perhaps more. */
function dialledHint(cell: string): string | undefined {
	if (cell.charCodeAt(0) === plus) return cell.slice(1, 4)
	if (cell.charCodeAt(0) === bracket) return american.test(cell) ? `1${cell.slice(1, 3)}` : undefined
	if (cell.charCodeAt(0) !== zero) return undefined
	if (cell.charCodeAt(1) === zero) return cell.slice(2, 5)
	return british.test(cell) ? "447" : undefined
}

/** `de` of `anna@example.de`. */
function domainHint(cell: string): string | undefined {
	const { length } = cell
	if (cell.charCodeAt(length - 3) !== 46) return undefined
	return cell.slice(length - 2)
}

/** How zip codes are written where no other country of ours writes them so, by the countries that do. */
const zipForms: readonly (readonly [countries: string, form: RegExp])[] = [
	["SE", /^\d{3} \d{2}$/],
	["DK NO CH AT BE LU AU NZ", /^\d{4}$/],
	["NL", /^[1-9]\d{3} ?[A-Z]{2}$/i],
	["PL", /^\d{2}-\d{3}$/],
	["PT", /^\d{4}-\d{3}$/],
	["IE", /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i],
	["GB", /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i],
	["CA", /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i],
	["US", /^\d{5}-\d{4}$/],
]

/** The countries that write a zip code so, with spaces between; five digits are of many. */
function zipHint(cell: string): string | undefined {
	const { length } = cell
	if (length < 4 || length > 10 || length === 5) return undefined
	return zipForms.find(([, form]) => form.test(cell))?.[0]
}

/** A column without units in its first cells has none further down. */
const looked = 50
const longest = 20

/** `P1` of a parking space and `M2` of a plan, but not `R 49.00`. */
const letter = /^\p{L}$/u

/** `€` of `60,00 €` and of `€60`: what stands before or behind an amount. Whether it is a unit is seen later, once for each. */
function unitHint(isAnything: boolean): CurrencyHint {
	let left = looked
	return (cell) => {
		if (left === 0 || cell.length > longest) return undefined
		const last = cell.length - 1
		const isFirst = isDigit(cell.charCodeAt(0))
		if (isFirst === isDigit(cell.charCodeAt(last))) {
			left--
			return undefined
		}
		left = looked
		let at = isFirst ? last : 0
		while (!isDigit(cell.charCodeAt(at))) at += isFirst ? -1 : 1
		const unit = (isFirst ? cell.slice(at + 1) : cell.slice(0, at)).trim()
		return letter.test(unit) && (isAnything || !/[\s.,]/.test(cell)) ? undefined : unit
	}
}
