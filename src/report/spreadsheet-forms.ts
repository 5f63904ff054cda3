/** How a plain amount may be written, taken apart: `1234,5` is `1234`, `,` and `5`. */
const amount = /^(\d+)(?:([.,])(\d+))?$/

/**
 * What a text may have been before a spreadsheet took it for a number, a share or a time, and wrote it down as it understood it: `10E5`
 * and `1.000.000` of `1000000`, `1,50` of `1,5`, `007` of `7`. Never the text itself.
 */
export function formsBefore(text: string): readonly string[] {
	const [, whole, sign = "", decimals = ""] = amount.exec(text) ?? []
	const found = whole === undefined ? notAmounts(text) : amounts(whole, sign, decimals)
	return found.filter((form) => form !== text)
}

const mostZeros = 12
const zeros = Array.from({ length: mostZeros }, (_, index) => "0".repeat(index + 1))
const signs = [".", ","]
const spaces = [" ", "\u00a0", "\u202f"]

function amounts(whole: string, sign: string, decimals: string): readonly string[] {
	const rest = sign + decimals
	return [
		...zeros.map((eaten) => eaten + whole + rest),
		...endings(rest).map((end) => whole + end),
		...[...signs, ...spaces, "'", "’"].flatMap((by) => endings(rest, "").map((end) => grouped(whole, by) + end)),
		...(whole === "0" ? signs.map((one) => one + decimals) : []),
		...(rest === "" ? powers(whole) : fractions(whole, decimals)),
	]
}

/** With zeros at the end that say nothing. */
function endings(rest: string, ...more: readonly string[]): readonly string[] {
	const some = zeros.slice(0, 4)
	return [
		...more,
		...(rest === "" ? signs.flatMap((one) => some.map((zero) => one + zero)) : some.map((zero) => rest + zero)),
	]
}

function grouped(whole: string, by: string): string {
	return whole.replace(/\B(?=(?:\d{3})+$)/g, by)
}

/** `10E5`, `1e6`, `1.5E3`: a number with zeros at its end, as a power of ten. */
function powers(whole: string): readonly string[] {
	const ending = /0*$/.exec(whole)?.[0].length ?? 0
	return Array.from({ length: ending + 1 }, (_, power) => power).flatMap((power) => {
		const digits = whole.slice(0, whole.length - power)
		const pointed = digits.length < 2 ? [] : signs.map((one) => `${digits.slice(0, 1)}${one}${digits.slice(1)}`)
		return [
			...exponents(power).map((end) => digits + end),
			...pointed.flatMap((mantissa) => exponents(power + digits.length - 1).map((end) => mantissa + end)),
		]
	})
}

function exponents(power: number): readonly string[] {
	const padded = String(power).padStart(2, "0")
	return [...new Set([`${power}`, padded])].flatMap((one) => ["E", "e", "E+", "e+"].map((sign) => sign + one))
}

/** `5E-3` of `0.005`, and `50%` of `0.5`. */
function fractions(whole: string, decimals: string): readonly string[] {
	const digits = (whole + decimals).replace(/^0+(?=\d)/, "")
	const share = String(Number(`${whole}.${decimals}`) * 100)
	return [
		...["E-", "e-"].flatMap((sign) => [
			`${digits}${sign}${decimals.length}`,
			`${digits}${sign}${String(decimals.length).padStart(2, "0")}`,
		]),
		...shares(share),
	]
}

const shares = (number: string): readonly string[] => [`${number}%`, `${number} %`, `${number}\u00a0%`]

/** Shares, times and amounts of money, which stay what they are and are written in full. */
function notAmounts(text: string): readonly string[] {
	const [, share] = /^(\d+)(?:[.,]\d+)?\s?%$/.exec(text) ?? []
	if (share !== undefined) return shares(share)
	const [, hours = "", minutes] = /^0?(\d{1,2}):(\d\d):00$/.exec(text) ?? []
	if (minutes !== undefined) return [`${hours}:${minutes}`, `${hours.padStart(2, "0")}:${minutes}`]
	const [, before = "", money, after = ""] = /^(\p{Sc}|kr\.?)?\s?(\d+)(?:[.,]\d+)?\s?(\p{Sc}|kr\.?)?$/u.exec(text) ?? []
	if (money === undefined) return []
	const unit = before + after
	return [`${unit}${money}`, `${unit} ${money}`, `${money}${unit}`, `${money} ${unit}`]
}
