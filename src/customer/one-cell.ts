import { hasDigit } from "./quick-look.ts"

/** What of an address a cell of several of its parts holds. */
export interface AddressInCell {
	readonly street: string
	readonly zipCode: string
	readonly city: string
}

/** `111 22 Stockholm`, `D-10115 Berlin`, `1015 AB 's-Gravenhage`, `00-950 Warszawa`: digits, and words without any. */
const zipCity =
	/^((?:\p{Lu}{1,3}[ -])?(?:\d{2}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}(?= )|\d{3,6}))[, ] *(['’]?\p{L}[\p{L}.'’/ -]*)$/u
/** The letters of a Dutch code, or a small word of the city's, which nobody knows where both are written alike. */
const eitherWay = /^\d{4} ?(?:[a-z]{2} |(?:LA|LE|DE|EL|IL|AL|DA|NY|ST) (?!.*\p{Ll}))/u
/** `London SW1A 1AA`, as in Britain. */
const cityZip = /^(\p{L}[\p{L}.'’/ -]*?),? (\p{Lu}{1,2}\d[\p{Lu}\d]? ?\d\p{Lu}{2})$/u
/** French mail for firms, with the number of an office: `75008 Paris Cedex 08`. */
const withCedex = /^(\d{5}) (\p{L}[\p{L}'’ -]* cedex \d{1,2})$/iu
const street = /^(?=.*\p{L}).*\S$/u

/** The zip code and the city of a cell that holds both; undefined where they cannot be told apart for certain. */
export function zipAndCityIn(text: string): AddressInCell | undefined {
	if (eitherWay.test(text)) return undefined
	const [, zipCode, city] = zipCity.exec(text) ?? withCedex.exec(text) ?? []
	if (zipCode !== undefined && city !== undefined) return { street: "", zipCode, city: city.trimEnd() }
	const [, before, code] = cityZip.exec(text) ?? []
	return before === undefined || code === undefined ? undefined : { street: "", zipCode: code, city: before }
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

/** The parts of an address in one cell, `Storgatan 1, 111 22 Stockholm`; undefined where they cannot be told apart for certain. */
export function addressIn(text: string): AddressInCell | undefined {
	for (let at = text.indexOf(","); at > 0; at = text.indexOf(",", at + 1)) {
		const found = zipAndCityIn(text.slice(at + 1).trim())
		const before = text.slice(0, at).trim()
		if (found !== undefined) return street.test(before) ? { ...found, street: before } : undefined
	}
	return undefined
}
