import { describe, expect, test } from "vitest"
import { examiner, found, inSek, onlyQuestion, saying, sentBy } from "./examined.ts"

const examined = examiner(inSek)

const names = ["Niamh Doyle", "Rhys Nutt", "Edith Langley"]
const file = (header: string, ...rows: readonly string[]) => [
	`Customer No;Name;${header}`,
	...rows.map((row, at) => `77001${at};${names[at]};${row}`),
]

describe("a customer whose own status is live goes on behind the end of a contract", () => {
	test.each([
		["Contract End;Account Status", "Live"],
		["Contract end date;Status", "Active"],
		["Avtal slut;Status", "Aktiv"],
		["Vertragsende;Kundenstatus", "aktiv"],
		["Fin de contrat;Statut", "Actif"],
		["Slutdatum;Aktiv", "ja"],
	])("%s of %s", async (header, live) => {
		const checked = await examined(file(header, `2024-07-08;${live}`, `2023-02-01;${live}`, `2029-02-01;${live}`))
		expect([checked.questions, found(checked), checked.customers]).toEqual([[], [], 3])
	})

	test("and nobody else does", async () => {
		const rows = ["08/07/2024;Live", "08/07/2024;", "08/07/2027;Live"]
		expect(found(await examined(file("Contract End;Account Status", ...rows)))).toEqual(["row.ended 3"])
	})

	test("nor whoever is a customer until a day", async () => {
		const rows = ["2024-07-08;Aktiv", "2029-07-08;Aktiv", ";Aktiv"]
		expect(found(await examined(file("Medlem t.o.m.;Status", ...rows)))).toEqual(["row.ended 2"])
	})
})

describe("who leaves on a day that is to come has not left", () => {
	const leaving = (header: string, ...days: readonly string[]) =>
		file(header, ...days.map((day) => day)).concat(["770019;Odd Ek;"])

	test.each([
		["Udmeldt", "31-12-2025", "31-12-2026"],
		["Kündigung zum", "10.02.2024", "10.02.2028"],
		["Utträdesdatum", "2025-12-31", "2026-01-02"],
		["Cancelled at", "2025-12-31 10:00:00", "2027-06-30 10:00:00"],
		["Opgezegd", "ja", "per 1-1-2027"],
		["Opgezegd", "per 1-1-2025", "ja, per 1-1-2027"],
		["Gekündigt", "zum 31.12.2024", "Ja, zum 31.12.2027"],
		["Uppsagd", "sedan 2025-06-01", "fr.o.m. 2027-01-01"],
		["Utmeldt", "x", "fra 1. juni 2027"],
		["Cancelled", "yes", "from June 1, 2027"],
	])("%s: %s and %s", async (header, past, later) => {
		const checked = await examined(leaving(header, past, later))
		expect([found(checked), found(checked, "note")]).toEqual([["row.ended 2"], ["row.leaving 3"]])
		expect(onlyQuestion(checked).why).toContain(`One row says so. Row 2 has "${past}"`)
		const none = await examined(leaving(header, later, ""))
		expect([none.questions, found(none), none.customers]).toEqual([[], [], 3])
	})

	test("and stays so whatever is said of those who left", async () => {
		const lines = leaving("Udmeldt", "31-12-2025", "31-12-2026")
		const checked = await examined(lines, saying(await examined(lines), "left-out"))
		expect((await sentBy(checked)).map(({ number }) => number)).toEqual(["770011", "770019"])
		const said = await examined(lines, { statuses: { Udmeldt: { "31-12-2026": "left-out" } }, ended: "created" })
		expect((await sentBy(said)).map(({ number }) => number)).toEqual(["770010", "770019"])
	})

	test.each([
		["Udmeldt", "2026"],
		["Udmeldt", "ja"],
		["Udmeldt", "ja, regning 31-12-2026"],
		["Udmeldt", "flyttet, kort til 31-12-2026"],
		["Slettet", "31-12-2026"],
		["Status", "Udmeldt 31-12-2026"],
	])("but not where that is not certain: %s of %s", async (header, value) => {
		expect(found(await examined(leaving(header, value, ""))).length).toBe(1)
	})
})
