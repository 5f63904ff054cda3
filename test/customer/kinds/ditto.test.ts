import { expect, test } from "vitest"
import { isAlsoName, isDitto } from "../../../src/customer/kinds/ditto.ts"
import { examiner, found, token } from "../../app/check/examined.ts"
import { contactsOf } from "../contacts-of.ts"
import { ordinary } from "../letters/ordinary.ts"

const examined = examiner()

const dittos = [
	"ídem",
	"Ídem",
	"idem",
	"IDEM",
	"íd.",
	"id.",
	"ibid.",
	"ditto",
	"Ditto",
	"dito",
	"dto.",
	"dto",
	"do.",
	"-do-",
	"d:o",
	"D:o",
	"d.o",
	"samma",
	"Samma",
	"samma som ovan",
	"samma adress",
	"se ovan",
	"samme",
	"samme som over",
	"se ovenfor",
	"sama",
	"sama kuin yllä",
	"kuten yllä",
	"jw",
	"j.w.",
	"jw.",
	"jak wyżej",
	"ten sam adres",
	"to samo",
	"come sopra",
	"c.s.",
	"lo stesso",
	"idem als boven",
	"zie boven",
	"hetzelfde",
	"wie oben",
	"siehe oben",
	"s.o.",
	"desgl.",
	"comme ci-dessus",
	"même adresse",
	"misma dirección",
	"same as above",
	"Same as billing",
	"(idem)",
	'"',
	'""',
	"''",
	"´´",
	"”",
	"〃",
	"″",
	",,",
	'-"-',
	'- " -',
	"-''-",
	'--"--',
	"—”—",
	"-||-",
	"-//-",
	"-II-",
	'" "',
	"↑",
	"^",
]

test.each(dittos)("%s says that it is what another one is", (value) => expect(isDitto(value)).toBe(true))

test.each([
	...ordinary,
	"-",
	"--",
	"---",
	"",
	".",
	"'",
	"ID",
	"DO",
	"Do",
	"Samantha",
	"Sama de Langreo",
	"Same Day Couriers Ltd",
	"Idema",
	"Above Average AB",
	"Jwan",
	"Ditte",
	"II",
	"C/S Bygg",
	"W.O. Bentley",
	"12",
	"O'Brien",
	'5"',
	"Samma Åkeri AB",
])("%s does not", (value) => expect(isDitto(value)).toBe(false))

test("some are names of people and of places, written as such", () => {
	expect(["Sama", "DITO", "Igual"].map(isAlsoName)).toEqual([true, true, true])
	expect(["sama", "dito", "Samma", "ídem", '"'].map(isAlsoName)).toEqual(Array(5).fill(false))
})

test.each(dittos.filter((value) => !isAlsoName(value)))("%s is never sent, in whatever column", (value) => {
	const header = "Name;Email;Phone;Street;Zip code;City;Country;Company;First name;Last name"
	const row = ["Ann Ek", "ann@x.se", "+46701234567", "Storgatan 1", "111 22", "Stockholm", "SE", "", "", ""]
	for (const [at] of row.entries()) {
		const cells = row.with(at, value)
		if (at > 6) cells[0] = ""
		const { contacts } = contactsOf(header, [row.join(";"), cells.join(";")])
		expect([at, contacts[1]]).toEqual([at, expect.stringMatching(/\bvalue\.ditto\b/)])
	}
})

test("what may be somebody's name or a town is sent, and told", () => {
	const { contacts } = contactsOf("First name;Last name;City", ["Anna;Sama;Sama", "Bo;sama;Umeå"])
	expect(contacts).toEqual([{ name: { first: "Anna", last: "Sama" }, address: { city: "Sama" } }, "value.ditto"])
})

test.each(["idem", '"', "d:o"])("%s is no card, and nobody is created without one for it", async (value) => {
	const lines = [
		"Number;Name;Card token",
		...["Ann Ek", "Bo Ek", "Cai Ek"].map((name, at) => `${at};${name};${token(at)}`),
	]
	const cell = value === '"' ? '""""' : value
	const checked = await examined([...lines, `9;Dag Ek;${cell}`], { cards: "only-tokens" })
	expect([found(checked), checked.customers]).toEqual([["value.ditto 5"], 3])
})

test("nor is it a number, and a quotation mark alone is told once", async () => {
	const checked = await examined([
		"Number;Name;City",
		"1;Ann Ek;Umeå",
		'-""-;Bo Ek;Umeå',
		"idem;Cai Ek;Umeå",
		'4;Dag Ek;""""',
	])
	expect(found(checked)).toContain("value.ditto 3 4 5")
	expect(found(checked, "warning")).toEqual([])
})
