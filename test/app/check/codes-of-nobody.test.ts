import { describe, expect, test } from "vitest"
import { examiner, onlyQuestion, saying, sentBy, token } from "./examined.ts"

const examined = examiner()

const file = (header: string, rows: readonly string[]) => [
	`Kundnr;Namn;Adress;Postnr;Ort;${header};Korttoken`,
	...rows.map((row, at) => `${at + 1};Anna Ek;Nygatan ${at + 1};${row};${token(at)}`),
]

describe("codes whose column nobody calls a country are none", () => {
	test.each([
		["as on cars: classes of a licence", "Behörighet", ["753 20;Uppsala;B", "753 20;Uppsala;A", "753 20;Uppsala;BE"]],
		["letters alone", "Grupp X", ["75320;Uppsala;B", "75320;Uppsala;A", "75320;Uppsala;D"]],
		["beside zip codes of another", "Klass X", ["753 20;Uppsala;BE", "753 20;Uppsala;DE", "753 20;Uppsala;BE"]],
		["beside phones of another", "Mobil;Nivå X", ["75320;Lund;+46701234567;AD", "75320;Lund;+46701234568;AE"]],
		["beside another currency", "Valuta;Nivå X", ["75320;Lund;SEK;AD", "75320;Lund;SEK;AE", "75320;Lund;SEK;AD"]],
	])("%s", async (_, header, rows) => {
		const checked = await examined(file(header, rows))
		expect(checked.questions).toEqual([])
		expect(JSON.stringify(await sentBy(checked))).not.toContain("countryCode")
	})
})

describe("what may be countries is asked about", () => {
	test.each([
		["codes that agree with zip codes", ["753 20;Uppsala;SE", "0150;Oslo;NO", "753 20;Uppsala;SE"]],
		["codes where nothing speaks of any", ["75320;Uppsala;SE", "1010;Wien;AT", "75321;Uppsala;SE"]],
		["names", ["753 20;Uppsala;Norge", "753 20;Uppsala;Norge", "753 20;Uppsala;Finland"]],
	])("%s", async (_, rows) => {
		const lines = file("Xyz", rows)
		// What nobody called a country yet says nothing of currencies.
		const question = onlyQuestion(await examined(lines))
		expect(question.id).toBe("country")
		const none = await examined(lines, saying(await examined(lines), "none"))
		expect(none.questions).toEqual([])
		expect(JSON.stringify(await sentBy(none))).not.toContain("countryCode")
		const yes = await examined(lines, { ...saying(await examined(lines), "Xyz"), constants: { currency: "SEK" } })
		expect(yes.questions).toEqual([])
		expect(JSON.stringify(await sentBy(yes))).toContain("countryCode")
	})
})
