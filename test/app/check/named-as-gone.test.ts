import { describe, expect, test } from "vitest"
import { examiner, found, inSek, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)
const names = ["Anna Ek", "Bo Lind", "Cai Berg", "Dag Holm", "Eva Ström"]
const file = (column: string, ...cells: string[]) => [
	`Kundnr;Namn;${column};Korttoken`,
	...cells.map((cell, at) => `100${at};${names[at]};${cell};${token(`${column}${at}`)}`),
]

describe("a column that says by its name who left is never without a word", () => {
	test.each([
		["Är aktiv", "Ja", "Nej"],
		["Ist aktiv", "Ja", "Nein"],
		["Inaktiverad", "", "2024-01-01"],
		["Baja", "", "S"],
		["Sopimus päättynyt", "", "1.2.2024"],
		["Avslutsdatum", "", "2024-01-01"],
		["Avslutsorsak", "", "Flyttat utomlands"],
		["Slutade", "", "2024-01-01"],
		["Upphört", "", "x"],
		["Arkiverad", "Nej", "Ja"],
		["Er arkivert", "Nei", "Ja"],
		["Opphørt", "", "01.02.2024"],
		["Ophørt", "", "01.02.2024"],
		["Arkiveret", "", "ja"],
		["Eropäivä", "", "1.2.2024"],
		["Arkistoitu", "", "kyllä"],
		["Resigned", "", "2024-01-01"],
		["Leaver", "", "Y"],
		["Opgezegd per", "", "01-02-2024"],
		["Gearchiveerd", "", "ja"],
		["Radié le", "", "01/02/2024"],
		["Archivé", "", "oui"],
		["Date de sortie", "", "01/02/2024"],
		["Démissionnaire", "", "O"],
		["Archivado", "", "Sí"],
		["Motivo de baja", "", "Impago"],
		["Archiviato", "", "SI"],
		["Dimesso", "", "S"],
		["Zarchiwizowany", "", "tak"],
		["Wypowiedziano", "", "2024-02-01"],
		["Medlem t.o.m.", "", "2024-12-31"],
		["Member until", "2099-12-31", "2024-12-31"],
		["Mitglied bis", "", "31.12.2024"],
		["Kundgrupp", "Aktiva", "Avslutade"],
		["Medlemskap", "Guld", "Uppsagt per 2024-12-31"],
		["Medlem", "Ja", "Nej"],
		["Move Out Date", "", "14/02/2025"],
		["Moved Out", "No", "Yes"],
		["Utflyttningsdatum", "", "2025-02-14"],
		["Auszugsdatum", "", "14.02.2025"],
	])("%s: %s, %s", async (column, usual, gone) => {
		const checked = await examined(file(column, usual, gone, usual))
		expect([onlyQuestion(checked).id, found(checked)]).toEqual(["ended", ["row.ended 3"]])
	})

	test.each([
		["GDPR-raderad", "2024-02-02"],
		["LOEVM", "X"],
		["Avl. datum", "2024-02-02"],
		["Makulerade", "Ja"],
	])("%s asks whether the deleted are created", async (column, cell) => {
		const checked = await examined(file(column, "", cell, ""))
		expect([onlyQuestion(checked).id, found(checked)]).toEqual(["deleted", ["row.deleted 3"]])
	})

	test.each([
		["Kreditspärr", "Nej", "Ja"],
		["Credit Hold", "N", "Y"],
		["Luottokielto", "Ei", "Kyllä"],
		["Geblokkeerd", "Nee", "Ja"],
		["Bloccato", "NO", "SI"],
		["Spärrad", "", "x"],
	])("%s: %s, %s is asked as blocked, and not as having left", async (column, usual, barred) => {
		const lines = file(column, usual, barred, usual)
		const checked = await examined(lines)
		const { id, text } = onlyQuestion(checked)
		expect([id, text, found(checked)]).toEqual([
			"blocked",
			"Are customers to be created of whom the file says that they are blocked?",
			["row.blocked 3"],
		])
		expect(checked.decision?.columns.find((one) => one.column === column)?.reason).toBe("whether somebody is blocked")
		const sent = await examined(lines, { blocked: "created", ended: "left-out" })
		expect([sent.questions, (await sentBy(sent)).length]).toEqual([[], 3])
		expect(found(await examined(lines, { blocked: "left-out" }))).toEqual(["row.left-out 3"])
	})

	test("whose consent was withdrawn is asked", async () => {
		const { id } = onlyQuestion(await examined(file("Consent withdrawn", "", "2024-02-02", "")))
		expect(id).toBe("status.Consent withdrawn")
	})

	test.each([
		["Uppsägningstid", "3 månader", "1 månad"],
		["Kündigung", "monatlich", "jährlich"],
		["Nyhetsbrev avslutat", "", "2024-01-01"],
		["Beställning avslutad", "", "2024-01-01"],
		["Archive", "A", "B"],
		["Senast aktiv", "2024-01-01", "2025-01-01"],
	])("%s says nothing of it", async (column, one, other) => {
		const checked = await examined(file(column, one, other, one, one, one))
		expect([checked.questions, found(checked), found(checked, "warning")]).toEqual([[], [], []])
	})
})

describe("a column that nobody knows", () => {
	test.each([
		["of dates", "2024-01-01"],
		["of marks", "x"],
		["of a yes", "Ja"],
	])("%s in few rows is told with its rows", async (_, cell) => {
		const checked = await examined(file("Xyz", "", "", cell, "", ""))
		expect(found(checked, "warning")).toEqual(["row.marked 4"])
		expect((await sentBy(checked)).length).toBe(5)
	})

	test.each([
		["in many rows", ["x", "", "x", "x", ""]],
		["of other values too", ["", "", "", "x", "abc"]],
		["of a no", ["", "", "", "", "Nej"]],
	])("%s is not", async (_, cells) => {
		expect(found(await examined(file("Xyz", ...cells)), "warning")).toEqual([])
	})

	test("known as something else is not", async () => {
		expect(found(await examined(file("Nyhetsbrev", "", "", "", "", "Ja")), "warning")).toEqual([])
	})
})

test.each([
	["subscription.status", "active", "cancelled"],
	["Membership cancelled", "", "2024-02-03"],
	["Avtal avslutat", "", "2024-02-03"],
	["Kund avslutat autogiro", "", "2024-02-03"],
])("what ended of a customer, a membership or a contract is asked about: %s", async (column, usual, other) => {
	expect(onlyQuestion(await examined(file(column, usual, other, usual))).id).toMatch(/^(?:ended|status\.)/)
})

test.each([
	["Status", "Active", "Frozen"],
	["Avtalestatus", "Aktiv", "Fryst"],
	["Medlemsstatus", "Aktiv", "Fryst"],
	["Mitgliedsstatus", "aktiv", "eingefroren"],
])("who is frozen is asked about, in whatever language: %s %s", async (column, usual, other) => {
	expect(onlyQuestion(await examined(file(column, usual, other, usual))).id).toMatch(/^(?:blocked|status\.)/)
})
