import { describe, expect, test } from "vitest"
import { examiner, found, inSek, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

/** Three customers, the second of whom has this street. */
const file = (street: string) => [
	"Kundnr;Namn;Adress;Postnr;Ort;Land;Korttoken",
	...["Storgatan 2", street, "Norra vägen 3 B"].map(
		(line, at) => `${at + 1};${["Anna Ek", "Bo Lind", "Cai Berg"][at]};"${line}";75320;Uppsala;SE;${token(at)}`,
	),
]

describe("a remark in place of a street is warned of", () => {
	test.each([
		"OBS ny adress",
		"OBS! flyttar 1/5",
		"Ny adress följer",
		"NY ADRESS",
		"OBS NY ADRESS",
		"neue Adresse folgt",
		"RETUR",
		"Returnerad",
		"utlandet",
		"Ausland",
		"vet ej",
		"weiß nicht",
		"Avliden",
		"VERSTORBEN",
		"Spärrad",
		"se kund 12",
		"siehe Nr. 1005",
		"Attention: new address",
	])("%s", async (street) => expect(found(await examined(file(street)), "warning")).toEqual(["value.stand-in 3"]))

	test("and that it is the same as another's is an error", async () => {
		for (const street of ["samma som 1003", "same as 1003"])
			expect([street, found(await examined(file(street)))]).toEqual([street, ["value.ditto 3"]])
	})
})

test.each([
	"Obs Gata 3",
	"Returvägen 2",
	"Nya Adressgatan 1",
	"New Address Road 3",
	"Utlandsgatan 4",
	"Hemliga gränd 2",
	"Geheimratsweg 3",
	"Ausland 3",
	"Abgang 3",
	"Ver de Mar 3",
	"Attention Street 5",
	"Notarsgatan 1",
	"Kvarnvägen",
	"Norra Utgången 4",
	"Samma 3",
	"Same Street 3",
	"Secret Lane 5",
	"Frei",
	"Neuer Weg 1",
	"Utsikten",
	"Retürweg",
	"Södra Hamngatan",
	"Box 12",
])("a street is none: %s", async (street) => {
	const checked = await examined(file(street))
	expect([checked.questions, found(checked), found(checked, "warning")]).toEqual([[], [], []])
})

describe("who is protected is told by a warning of its own", () => {
	test.each([
		"hemlig",
		"Hemlig adress",
		"SKYDDAD IDENTITET",
		"Skyddad identitet",
		"Sekretessmarkerad",
		"sperret adresse",
		"Adressebeskyttet",
		"Auskunftssperre",
		"Turvakielto",
		"Address withheld",
		"geheim adres",
	])("in place of a street: %s", async (street) => {
		expect(found(await examined(file(street)), "warning")).toEqual(["row.protected 3"])
	})

	const beside = (column: string, cells: readonly string[]) => [
		`Kundnr;Namn;${column};Korttoken`,
		...cells.map((cell, at) => `${at + 1};${["Anna Ek", "Bo Lind", "Cai Berg"][at]};${cell};${token(at)}`),
	]

	test.each([
		["Anm", "OBS! Skyddad identitet, ring inte"],
		["Merknad", "fortrolig adresse (kode 7)"],
		["Bemerkung", "hat Auskunftssperre"],
		["Notes", "under witness protection"],
		["Skyddad identitet", "Ja"],
		["Sekretessmarkering", "2024-05-01"],
		["Adressbeskyttelse", "adressebeskyttet"],
		["Xyz", "Skyddad adress"],
	])("in a column that is not sent: %s, %s", async (column, cell) => {
		const checked = await examined(beside(column, ["", cell, ""]))
		expect([found(checked), found(checked, "warning")]).toEqual([[], ["row.protected 3"]])
		expect(await sentBy(checked)).toHaveLength(3)
	})

	test.each([
		["Anm", "ej skyddad identitet"],
		["Anm", "hemlig gäst på festen"],
		["Anm", "protected by an alarm"],
		["Skyddad identitet", "Nej"],
		["Skyddad identitet", "-"],
	])("and not: %s, %s", async (column, cell) => {
		expect(found(await examined(beside(column, ["", cell, ""])), "warning")).toEqual([])
	})

	test("in place of a name", async () => {
		const lines = beside("Ort", ["Lund", "Lund", "Lund"]).map((line) => line.replace("Bo Lind", "Skyddad identitet"))
		expect(found(await examined(lines), "warning")).toContain("row.protected 3")
	})
})
