import { type Field, fields } from "../fields.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import type { HeaderReading } from "../headers/read-header.ts"
import type { KindName } from "../kinds/kinds.ts"

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
		readings.some(({ meanings }) => meanings.some(({ field }) => fields[field].kind === kind))
	if (speaksOf("currency")) return () => undefined
	const hasCountry = speaksOf("country")
	return ({ meanings, foreign }) => {
		const [first] = meanings
		if (first === undefined || first.field === "limit")
			return isAmount(foreign, first?.field) ? unitHint(first === undefined && foreign === undefined) : undefined
		if (hasCountry) return undefined
		return fields[first.field].kind === "phone" ? dialledHint : first.field === "email" ? domainHint : undefined
	}
}

const { amount, product, plan, subscription } = foreignKinds
const amounts: ReadonlySet<string> = new Set([amount, product, plan, subscription])

function isAmount(foreign: string | undefined, field: Field | undefined): boolean {
	return field === "limit" || foreign === undefined || amounts.has(foreign)
}

const plus = 43
const zero = 48
const nine = 57

/** The first digits behind `+` or `00`: a country's, and perhaps more. */
function dialledHint(cell: string): string | undefined {
	if (cell.charCodeAt(0) === plus) return cell.slice(1, 4)
	return cell.charCodeAt(0) === zero && cell.charCodeAt(1) === zero ? cell.slice(2, 5) : undefined
}

/** `de` of `anna@example.de`. */
function domainHint(cell: string): string | undefined {
	const { length } = cell
	if (cell.charCodeAt(length - 3) !== 46) return undefined
	return cell.slice(length - 2)
}

const isDigit = (code: number) => code >= zero && code <= nine
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
