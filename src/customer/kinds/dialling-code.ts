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

/** A phone number with the code that stands in a column of its own; as it is where it has one already. */
export function withDiallingCode(code: string, number: string): string {
	if (number === "" || /^\(?(?:\+|00)/.test(number)) return number
	const digits = code.replace(/[()+\s]/g, "").replace(/^00/, "")
	if (!digits.startsWith("0")) return `+${digits} ${number}`
	return number.startsWith("0") ? number : `${digits} ${number}`
}
