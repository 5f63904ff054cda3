import { countryOf } from "./kinds/country.ts"
import { australia, canada, unitedStates } from "./kinds/country-states.ts"
import { hasDigit } from "./quick-look.ts"

/** What of an address a cell of several of its parts holds; a part that it has not is empty. */
export interface AddressInCell {
	readonly street: string
	readonly zipCode: string
	readonly city: string
	/** Behind the rest, as it is written. */
	readonly country: string
	/** `CA`, `NSW`: of what Intergiro has no field for. */
	readonly state: string
}

const nothing: AddressInCell = { street: "", zipCode: "", city: "", country: "", state: "" }

/** `111 22 Stockholm`, `D-10115 Berlin`, `1015 AB 's-Gravenhage`, `00-950 Warszawa`: digits, and words without any. */
const zipCity =
	/^((?:\p{Lu}{1,3}[ -])?(?:\d{2}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}(?= )|\d{3,6}))[, ] *(['’]?\p{L}[\p{L}.'’/ -]*)$/u
/** The letters of a Dutch code, or a small word of the city's, which nobody knows where both are written alike. */
const eitherWay = /^\d{4} ?(?:[a-z]{2} |(?:LA|LE|DE|EL|IL|AL|DA|NY|ST) (?!.*\p{Ll}))/u
/** `London SW1A 1AA`, as in Britain. */
const cityZip = /^(\p{L}[\p{L}.'’/ -]*?),? (\p{Lu}{1,2}\d[\p{Lu}\d]? ?\d\p{Lu}{2})$/u
/** `Austin, TX 78704`, `Toronto ON M5V 2T6`, `Surfers Paradise QLD 4217`. */
const cityState = /^(\p{L}[\p{L}.'’/ -]*?),? (\p{Lu}{2,3}),? +([\p{Lu}\d][\p{Lu}\d -]{3,9})$/u
const zipsOfStates = [
	{ states: unitedStates, zip: /^\d{5}(?:-\d{4})?$/ },
	{ states: canada, zip: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/ },
	{ states: australia, zip: /^\d{4}$/ },
]
/** French mail for firms, with the number of an office: `75008 Paris Cedex 08`. */
const withCedex = /^(\d{5}) (\p{L}[\p{L}'’ -]* cedex \d{1,2})$/iu
const street = /^(?=.*\p{L}).*\S$/u

/** The zip code and the city of a cell that holds both; undefined where they cannot be told apart for certain. */
export function zipAndCityIn(text: string): AddressInCell | undefined {
	if (eitherWay.test(text)) return undefined
	const [, zipCode, city] = zipCity.exec(text) ?? withCedex.exec(text) ?? []
	if (zipCode !== undefined && city !== undefined) return { ...nothing, zipCode, city: city.trimEnd() }
	const [, before, code] = cityZip.exec(text) ?? []
	if (before !== undefined && code !== undefined) return { ...nothing, zipCode: code, city: before }
	return withState(text)
}

function withState(text: string): AddressInCell | undefined {
	const [, city, state, zipCode] = cityState.exec(text) ?? []
	if (city === undefined || state === undefined || zipCode === undefined) return undefined
	const isOf = zipsOfStates.some(({ states, zip }) => states.codes.has(state) && zip.test(zipCode))
	return isOf ? { ...nothing, city, state, zipCode } : undefined
}

/** A number in one word, and a name that is more than a suffix of it: `10230 Astrid Ek`, `C-77 / Bergs Bygg AB`. */
const numberFirst = /^(?=\S*\d)([\p{L}\d][\p{L}\d._/-]{0,30}?)(?:\s*[|/:,;–—-]\s+|\s+)(\p{L}.*)$/u
/** The other way round, with a sign between: `Astrid Ek (10230)`, `Bergs Bygg AB - C-77`. */
const numberLast = /^(\p{L}.*?)(?:\s*\(|\s*\[|\s+[|/:–—-]\s+|,\s*|\s+#)(?=\S*\d)([\p{L}\d][\p{L}\d._/-]{0,30})[)\]]?$/u
const isOfName = /\p{L}\p{Ll}|\p{L}{4}|\p{L} \p{L}/u

/** The customer number and the name of a cell that holds both; undefined where they cannot be told apart for certain. */
export function numberAndNameIn(text: string): { readonly number: string; readonly name: string } | undefined {
	const [, number = "", after = ""] = numberFirst.exec(text) ?? []
	const [, before = "", behind = ""] = number === "" ? (numberLast.exec(text) ?? []) : []
	const found = number === "" ? { number: behind, name: before } : { number, name: after }
	return found.number !== "" && isOfName.test(found.name) ? found : undefined
}

/** What stands between the two. Most numbers are one word. */
export const mayPart = /[\s([,]/

/** Whether a cell holds both as no name alone does: `10230 Ek`, `C-7 / Ek`, not `7-Eleven Sverige AB` or `2 Ek`. */
export function holdsNumberAndName(text: string): boolean {
	if (!hasDigit(text) || !mayPart.test(text)) return false
	const both = numberAndNameIn(text)
	return both !== undefined && (/\d{3}/.test(both.number) || /[|/:;,([#–—]|\s-/.test(text))
}

/** Whether a text has what may stand between the street of an address and the rest. */
export function mayBeAddress(text: string): boolean {
	return text.includes(",") || text.includes("\n") || text.includes("\r")
}

/** A cell of several lines in one, as an address is written. */
export function inOneLine(text: string): string {
	return text.replace(/[\s,]*[\r\n]+[\s,]*/g, ", ")
}

/** The parts of an address in one cell, `Storgatan 1, 111 22 Stockholm`; undefined where they cannot be told apart for certain. */
export function addressIn(text: string): AddressInCell | undefined {
	if (!mayBeAddress(text) || !hasDigit(text)) return undefined
	const line = inOneLine(text)
	const at = line.lastIndexOf(",")
	const last = line.slice(at + 1).trim()
	if (last.length < 2 || hasDigit(last) || countryOf(last) === undefined) return streetAndPlace(line)
	// `31 Cedar Ct, Austin, TX 78704, USA`: no country is a city.
	const found = streetAndPlace(line.slice(0, at))
	return found && { ...found, country: last }
}

function streetAndPlace(text: string): AddressInCell | undefined {
	for (let at = text.indexOf(","); at > 0; at = text.indexOf(",", at + 1)) {
		const found = zipAndCityIn(text.slice(at + 1).trim())
		const before = text.slice(0, at).trim()
		if (found !== undefined) return street.test(before) ? { ...found, street: before } : undefined
	}
	return undefined
}

/** Whether a cell of an address, or of a zip code and a city, has a state as well. */
export function hasState(text: string): boolean {
	const found = addressIn(text) ?? zipAndCityIn(text)
	return found !== undefined && found.state !== ""
}
