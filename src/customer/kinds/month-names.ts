import { fold } from "../headers/words.ts"
import { recent } from "../recent.ts"

/** The languages of our column names. */
const languages = ["en", "sv", "nb", "da", "de", "fi", "fr", "es", "it", "pl", "nl"]

/** Older short forms that spreadsheets write. */
const further = ["mrz", "sep", "sept"]

let made: ReadonlySet<string> | undefined

/** Of all our languages, short and long, alone and beside a day; folded and without a full stop. */
function months(): ReadonlySet<string> {
	made ??= new Set([...further, ...languages.flatMap(monthsIn)].map((name) => fold(name.replace(/\.$/, ""))))
	return made
}

function monthsIn(language: string): readonly string[] {
	const formats = (["short", "long"] as const).flatMap((month) => [
		new Intl.DateTimeFormat(language, { month, timeZone: "UTC" }),
		new Intl.DateTimeFormat(language, { month, day: "numeric", timeZone: "UTC" }),
	])
	return Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15))).flatMap((date) =>
		formats.flatMap((format) =>
			format.formatToParts(date).flatMap(({ type, value }) => (type === "month" && /\p{L}/u.test(value) ? value : [])),
		),
	)
}

/** Whether a word is the name of a month or its short form, in any of our languages. Asked of the streets of all rows. */
export const isMonth = recent((word) => months().has(fold(word)))
