import { describe, expect, test } from "vitest"
import { examiner, found, inSek } from "./examined.ts"

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
