/** Languages of whose months a spreadsheet may know the names. */
const languages = ["en", "sv", "nb", "da", "fi", "de", "fr", "es", "it", "pl", "nl"]

let months: ReadonlyMap<string, number> | undefined

/** A month by its name, whole or short, in lower case and without a stop. Their names take long to ask for, and hardly any file needs them. */
function monthOf(name: string): number | undefined {
	months ??= new Map(
		languages.flatMap((language) =>
			(["long", "short"] as const).flatMap((style) => {
				const format = new Intl.DateTimeFormat(language, { day: "numeric", month: style, timeZone: "UTC" })
				return Array.from({ length: 12 }, (_, month) => {
					const parts = format.formatToParts(Date.UTC(2026, month, 1))
					const written = parts.find(({ type }) => type === "month")?.value ?? ""
					return [written.toLowerCase().replace(/\.$/, ""), month + 1] as const
				})
			}),
		),
	)
	return months.get(name)
}

/** Two or three parts of a day with one sign between them, or a name; a time may follow. */
const shape = /^(\d{1,4}|\p{L}+)\.?([-/.\s])\s?(\d{1,4}|\p{L}+)(?:\.?\2\s?(\d{1,4}))?\.?(?:[T\s]\d.*)?$/u

/** The days of a year, as `4-3` for the third of April, that a spreadsheet of some language may take a text for. */
export function dayReadings(text: string): readonly string[] {
	const [, first, sign, second, third] = shape.exec(text) ?? []
	if (first === undefined || second === undefined) return []
	const named = [first, second].some((part) => /\p{L}/u.test(part))
	if (!named && sign?.trim() === "") return []
	const [a, b, c] = [first, second, third].map((part) => (part === undefined ? undefined : partOf(part)))
	if (a === undefined || b === undefined) return []
	const either = [
		[a, b],
		[b, a],
	] as const
	if (c !== undefined) return daysOf(/^\d{4}/.test(first) ? [[b, c]] : either)
	// Of two parts the other one may be a year, and the day is the first then.
	const alone = either.flatMap(([month], at) =>
		year.test(at === 0 ? second : first) ? [[month, firstDay] as const] : [],
	)
	return daysOf([...either, ...alone])
}

/** Whether a text is a day as spreadsheets write one: with a year, or with a name. */
export function isWrittenDay(text: string): boolean {
	const [, first = "", , second = "", third] = shape.exec(text) ?? []
	return dayReadings(text).length > 0 && (third !== undefined || /\p{L}/u.test(first + second))
}

const year = /^(?:\d\d|(?:19|20)\d\d)$/
const firstDay: Part = { value: 1, isName: false }

interface Part {
	readonly value: number
	readonly isName: boolean
}

function partOf(text: string): Part | undefined {
	if (/^\d/.test(text)) return { value: Number(text), isName: false }
	const value = monthOf(text.toLowerCase())
	return value === undefined ? undefined : { value, isName: true }
}

function daysOf(pairs: readonly (readonly [month: Part, day: Part])[]): readonly string[] {
	const found = pairs.filter(
		([month, day]) => !day.isName && month.value >= 1 && month.value <= 12 && day.value >= 1 && day.value <= 31,
	)
	return [...new Set(found.map(([month, day]) => `${month.value}-${day.value}`))]
}
