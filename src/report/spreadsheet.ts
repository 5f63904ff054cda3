import { dayReadings, isWrittenDay } from "./spreadsheet-days.ts"

/** What a spreadsheet may take a text for. */
interface Reading {
	/** A number, share or amount as its value, a time as its part of a day. */
	readonly value: number
	/** How many digits of the value the text shows. */
	readonly digits: number
}

/** How many digits a spreadsheet keeps of a number. */
const most = 15

/** What spreadsheets leave as it is, and nearly everything with digits only is. */
const stable = /^(?:0|[1-9]\d{0,14}|[^\d]*)$/

/**
 * Whether a spreadsheet that opens a CSV file may take a cell for a number, a share, an amount, a time or a day, and write it otherwise. What
 * begins with a sign is no such cell: an apostrophe stands before it.
 */
export function isAtRisk(text: string): boolean {
	const cell = text.trim()
	return !stable.test(cell) && (readingsOf(cell).length > 0 || dayReadings(cell).length > 0)
}

/**
 * Whether `is` may be what a spreadsheet made of `was`: `12` of `0012`, `1000000` and `1,00E+06` of `10E5`, `1` and `1000` of `1,000`,
 * `2026-04-03` of `3/4`, whatever its language. That a person wrote it cannot be excluded.
 */
export function mayBecome(was: string, is: string): boolean {
	const [before, after] = [was.trim(), is.trim()]
	if (before === after || stable.test(before)) return false
	const values = readingsOf(before)
	if (readingsOf(after).some((now) => values.some(({ value }) => isShownAs(value, now)))) return true
	const days = dayReadings(before)
	if (days.length === 0) return false
	return serial.test(after) || (isWrittenDay(after) && dayReadings(after).some((day) => days.includes(day)))
}

/** A day as the number that spreadsheets count them by. */
const serial = /^[2-7]\d{4}(?:[.,]\d+)?$/

/** Rounded or cut off, by less than one at the last digit shown. */
function isShownAs(value: number, now: Reading): boolean {
	return value === now.value || Math.abs(value - now.value) < 10 ** (Math.floor(Math.log10(now.value)) - now.digits + 1)
}

/** A unit before or behind a number. */
const unit = /^(?:\p{Sc}|kr\.?|[A-Z]{3})\s?(?=[\d.,])|(?<=[\d.,])\s?(?:\p{Sc}|kr\.?|zł|[A-Z]{3})$/gu

function readingsOf(cell: string): readonly Reading[] {
	const time = timeOf(cell)
	if (time !== undefined) return [{ value: time, digits: 6 }]
	const share = /^(.*\d)\s?%$/.exec(cell)?.[1]
	const plain = share ?? cell.replace(unit, "")
	return signs.flatMap((sign) => {
		const { value, digits } = numberOf(plain, sign) ?? {}
		if (value === undefined || digits === undefined) return []
		return [{ value: share === undefined ? value : value / 100, digits }]
	})
}

/** What stands before decimals. */
const signs = [".", ","] as const

const shape = {
	".": /^(\d+|\d{1,3}(?:[,'’\s]\d{3})+)?(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i,
	",": /^(\d+|\d{1,3}(?:[.'’\s]\d{3})+)?(?:,(\d*))?(?:e([+-]?\d{1,3}))?$/i,
}

/** The number that a text is where `sign` stands before decimals. */
function numberOf(text: string, sign: (typeof signs)[number]): Reading | undefined {
	const [, whole = "", decimals = "", power] = shape[sign].exec(text) ?? []
	const digits = whole.replace(/\D/g, "")
	if (digits + decimals === "") return undefined
	const value = Number(`${digits || "0"}.${decimals || "0"}e${power ?? "0"}`)
	const shown = (digits + decimals).replace(/^0+/, "").length
	return { value, digits: power === undefined ? most : Math.min(Math.max(shown, 1), most) }
}

/** A time of the day, or a span, in days. */
function timeOf(text: string): number | undefined {
	const [, hours, minutes = "0", seconds = "0", half = ""] =
		/^(\d{1,3})[:.](\d\d)(?:[:.](\d\d(?:[.,]\d+)?))?\s?([ap]m)?$/i.exec(text) ?? []
	if (hours === undefined || (!text.includes(":") && half === "")) return undefined
	const late = half.toLowerCase() === "pm" ? 12 : 0
	const hour = half === "" ? Number(hours) : (Number(hours) % 12) + late
	return (hour * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", "."))) / 86_400
}
