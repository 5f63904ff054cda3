import { addLocale, format, getFormatDateInfo } from "numfmt"

/** Numbers as no country writes them: what groups their digits depends on the computer that shows them, so nothing does. */
const plain = addLocale({ group: "", decimal: "." }, "zxx") && "zxx"

/** What a computer shows where a date cannot be. */
const noDate = "########"
const lastDay = 2_958_466
/** Days by which workbooks of old Macs count from another day. */
const since1904 = 1_462

/** How a cell shows a number: `General`, a text, or by a format. */
export type Shown = (value: number) => string

/**
 * How a format shows numbers. As the sheet does, but for what is another on each computer, or was not in the sheet: whole dates are written
 * `2027-03-31`, digits are not grouped, and `General` has all digits that there are, where a cell is too narrow for them.
 * @param code as the workbook has it
 */
export function shownBy(code: string, is1904: boolean): Shown {
	const shown = exactly(code, is1904)
	// A workbook keeps 15 digits of a number. One that has more lost the others, whatever its format makes of it.
	return (value) => (Math.abs(value) >= 1e15 ? scientific(value) : shown(value))
}

function exactly(code: string, is1904: boolean): Shown {
	const sections = code.trim()
	if (sections === "" || /^(?:general|@)$/i.test(sections)) return general
	const { year, month, day, hours, minutes, seconds } = dateIn(code)
	if (!(year || month || day || hours || minutes || seconds)) {
		const countryless = code.replace(/\[\$([^\]-]*)-[^\]]*\]/g, (_, sign: string) => (sign === "" ? "" : `"${sign}"`))
		return (value) => attempt(countryless, value)
	}
	const isWhole = year && month && day
	const time = hours || minutes ? ` hh:mm${seconds ? ":ss" : ""}` : ""
	const pattern = isWhole ? `yyyy-mm-dd${time}` : code
	const shift = is1904 && (year || month || day) ? since1904 : 0
	return (value) => {
		const days = value + shift
		return days < 0 || days >= lastDay ? noDate : attempt(pattern, days)
	}
}

/** Every digit that a workbook keeps of a number. */
function general(value: number): string {
	if (Number.isInteger(value)) return String(value)
	const text = String(Number(value.toPrecision(15)))
	return text.includes("e") ? text.replace("e", "E") : text
}

function scientific(value: number): string {
	return value.toExponential(5).replace("e", "E")
}

function dateIn(code: string): Partial<ReturnType<typeof getFormatDateInfo>> {
	try {
		return getFormatDateInfo(code)
	} catch {
		return {}
	}
}

/** A format that nobody can read shows the number itself. */
function attempt(pattern: string, value: number): string {
	try {
		return format(pattern, value, { locale: plain }).trim()
	} catch {
		return general(value)
	}
}
