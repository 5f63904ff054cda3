import { describe, expect, it } from "vitest"
import { isMonth } from "../../../src/customer/kinds/month-names.ts"

const languages = ["en", "sv", "nb", "da", "de", "fi", "fr", "es", "it", "pl", "nl"]

/** The names of all months, as this runtime writes them in a language, alone and beside a day. */
function namesIn(language: string): readonly string[] {
	const formats = [
		new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }),
		new Intl.DateTimeFormat(language, { month: "long", day: "numeric", timeZone: "UTC" }),
	]
	const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)))
	return days.flatMap((day) =>
		formats.flatMap((format) =>
			format.formatToParts(day).flatMap(({ type, value }) => (type === "month" ? value : [])),
		),
	)
}

describe("the names of months", () => {
	it.each(languages)("are known as the runtime writes them in %s", (language) => {
		const names = namesIn(language)
		expect(names).toHaveLength(24)
		expect(names.filter((name) => !isMonth(name))).toEqual([])
	})

	it.each(["März", "kesäk", "Storgatan", "Ulica", "12", ""])("tell from other words: %j", (word) => {
		expect(isMonth(word)).toBe(word === "März")
	})
})
