import { describe, expect, test } from "vitest"
import type { CheckedFile } from "../../../src/app/check/checked-file.ts"
import { examiner, found, inSek, token } from "./examined.ts"

const examined = examiner(inSek)

const people = ["Anna Berg", "Bo Lind", "Cai Holm", "Dag Ström", "Eva Lund", "Fia Rask", "Per och Ida Ek"]
const withNames = (header: string, names: readonly string[]) => [
	`Kundnr;${header};Korttoken`,
	...names.map((name, at) => `${1001 + at};${name};${token(at)}`),
]
/** The name in row 4, among those of ordinary people. */
const among = (name: string) =>
	withNames("Namn", [...people.slice(0, 2), `"${name.replaceAll('"', '""')}"`, ...people.slice(2)])

/** What is said of names, be it an error or a warning. */
const said = (checked: CheckedFile) =>
	[...found(checked), ...found(checked, "warning")].filter((one) => !one.startsWith("phone"))

describe("a word for having died, left or being there twice instead of a name, however it is written", () => {
	const words = {
		"row.deleted":
			"Avliden AVLIDEN avliden DÖDSBO Dubblett DUBBLETT Makulerad Deceased DECEASED DUPLICATE VOID Void Verstorben VERSTORBEN Dublette Død DØD SLETTES Dublet Kuollut Décédé DOUBLON Fallecido DECEDUTO Zmarł OVERLEDEN (Avliden) AVLIDEN!",
		"name.remark":
			"Utträdd UPPSAGD Cancelled Gekündigt KÜNDIGUNG Ausgetreten Utmeldt UDMELDT Slutat STRUKEN Verzogen Fraflyttet Eronnut RÉSILIÉ Disdetto OPGEZEGD",
		"name.aside": "Spärrad SPÄRRAD Gesperrt SPERRET Blocked Geblokkeerd",
	}
	test.each(Object.entries(words).flatMap(([code, list]) => list.split(" ").map((word) => [word, code])))(
		"%s",
		async (word, code) => expect(found(await examined(among(word)))).toEqual([`${code} 4`]),
	)

	test("what a program writes of who was erased is told as before, once", async () => {
		expect(found(await examined(among("Raderad")))).toEqual(["row.says-deleted 4"])
	})

	test("one row of thirty, and in first or last names", async () => {
		const many = Array.from({ length: 30 }, (_, at) => (at === 13 ? "AVLIDEN" : `Person ${"ABCDE"[at % 5]}son`))
		expect(found(await examined(withNames("Namn", many)))).toEqual(["row.deleted 15"])
		const pairs = (pair: string) => withNames("Förnamn;Efternamn", ["Anna;Berg", "Bo;Lind", pair, "Eva;Lund"])
		for (const pair of ["AVLIDEN;", ";Avliden", "Anna;AVLIDEN", "Avliden;Berg"])
			expect([pair, found(await examined(pairs(pair)))]).toEqual([pair, ["row.deleted 4"]])
	})
})

test.each([
	["OBS! dubblett av 0005", "row.deleted"],
	["Duplicate of 1005", "row.deleted"],
	["DUBBLETT AV 12", "row.deleted"],
	["Dubblett - se 12", "row.deleted"],
	["Avliden 2024", "row.deleted"],
	["SKA RADERAS", "row.deleted"],
	["Ej medlem", "name.remark"],
	["EJ AKTIV", "name.remark"],
	["Avslutad kund", "name.remark"],
	["Utmeldt 1.5.26", "name.remark"],
	["Kündigung zum 31.12.", "name.remark"],
	["se rad 12", "name.aside"],
	["siehe Nr. 1005", "name.aside"],
	["Samma som 1003", "name.aside"],
	["=samma som 12", "name.aside"],
	["OBS ny adress", "name.aside"],
	["Dbo efter Karl Ek", "row.deleted"],
])("a note instead of a name is no name: %s", async (name, code) => {
	expect(found(await examined(among(name)))).toContain(`${code} 4`)
})

describe("what may stand instead of a name is warned of", () => {
	test.each([
		..."VAKANT Vakant Leerstand Vacant Unallocated Ledig Guest X Doppelt Gone Left TBC N/K Walk-in Pustostan FALL Avl.".split(
			" ",
		),
		"Ej uthyrd",
		"nicht vermietet",
		"Ikke utleid",
		"Not let",
		"Kein Mieter",
		"ny kund",
		"Neukunde",
		"Ring först!",
		"Bitte anrufen",
		"Max Mustermann",
		"JOHN DOE",
		"Ola Nordmann",
		"Kari Nordmann",
		"Kalle Anka",
	])("%s", async (name) => expect(said(await examined(among(name)))).toEqual(["value.stand-in 4"]))

	test("in two columns as well", async () => {
		const pairs = (pair: string) => withNames("Förnamn;Efternamn", ["Anna;Berg", "Bo;Lind", pair, "Eva;Lund"])
		for (const pair of [";VAKANT", "Leerstand;", "Max;Mustermann", "JOHN;DOE", "Kari;Nordmann"])
			expect([pair, said(await examined(pairs(pair))).filter((one) => !one.startsWith("name.no-last"))]).toEqual([
				pair,
				["value.stand-in 4"],
			])
	})
})

describe("names are names", () => {
	test.each([
		..."Utter Frei Neu Gross Ring Fall Baja Rip Torn Scaloni Cerrada Passivhaus Nordmann Stark Tom".split(" "),
		"Closed Loop Systems AB",
		"DEAD WEATHER AB",
		"Dead of Night",
		"Left Bank Café",
		"Baja de Mar",
		"Baja 12",
		"Duplicate Keys of London",
		"NB Bygg",
		"NB Marin AB",
		"Obs! Bygg",
		"Ring Anna",
		"RING ANNA",
		"Se Ri Pak",
		"SE YOUNG",
		"Ver Eecke",
		"Wie Tan",
		"Sama Ali",
		"Same Old 3",
		"STRUKEN EK",
		"AVSLUTA AB",
		"Anna Void",
		"THE DEAD",
		"Erben Vogt",
		"Tom Nordmann",
		"Max Muster",
		"Otto Müller",
		"Anders Anderson",
		"Ny Kundalini AB",
		"Vacant Lot Films",
	])("%s", async (name) => {
		const checked = await examined(among(name))
		expect([checked.questions, said(checked)]).toEqual([[], []])
	})

	test("so are those that are words alone, beside a first name", async () => {
		const pairs = [
			"Anna;Guest",
			"Bo;Ledig",
			"Cai;Gone",
			"Dag;Fall",
			"Eva;Scaloni",
			"Fia;Doe",
			"Max;Nordmann",
			"Ola;Berg",
		]
		const checked = await examined(withNames("Förnamn;Efternamn", pairs))
		expect([checked.questions, said(checked)]).toEqual([[], []])
	})
})

describe("a remark behind a name whose last name goes first, and in a column of first names", () => {
	const remarks = [
		"NEUE KARTE",
		"OBS NY ADRESS",
		"BETALAR EJ",
		"ring ej",
		"obs skuld",
		"spärrad",
		"=samma som 12",
		"!!",
		"?",
	]

	test.each(remarks)("%s", async (remark) => {
		const inverted = people.slice(0, 6).map((name) => name.split(" ").reverse().join(", "))
		const one = withNames("Namn", [...inverted.slice(0, 2), `Ek, Anna ${remark}`, ...inverted.slice(2)])
		expect(found(await examined(one))).toEqual(["name.aside 4"])
		const pairs = people.slice(0, 6).map((name) => name.replace(" ", ";"))
		const two = withNames("Förnamn;Efternamn", [...pairs.slice(0, 2), `Ulla ${remark};Ahlqvist`, ...pairs.slice(2)])
		expect(found(await examined(two))).toEqual(["name.aside 4"])
	})

	test("names that go so are none", async () => {
		const names = [
			"Ek, Anna",
			"Beethoven, Ludwig van",
			"García, María del Carmen",
			"Ek, Anna och Bo",
			"Berg, Anna född Ek",
			"Svensson, Karl J.",
			"EK, Anna",
			"Yahoo!",
		]
		const checked = await examined(withNames("Namn", names))
		expect([checked.questions, said(checked)]).toEqual([[], []])
		const first = [
			"Anna Maria;Ek",
			"Karl-Erik;Berg",
			"Anna (Annie);Lund",
			"J R;Holm",
			"Anna och Bo;Lind",
			"Maria de los Ángeles;Ruiz",
		]
		const others = ["Per & Eva;Ström", "Ole jr;Dahl", "Ulla (fd Ek);Rask", "Anna lena;Vik"]
		const parted = await examined(withNames("Förnamn;Efternamn", [...first, ...others]))
		expect([parted.questions, said(parted)]).toEqual([[], []])
	})
})
