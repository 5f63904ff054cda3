import { expect, test } from "vitest"
import { decisionOf, usedIn } from "../decide-of.ts"

const groupsOf = (names: readonly string[], rows: readonly (readonly string[])[]) => {
	const { mapping, questions } = decisionOf(names, rows)
	return [mapping.addresses, questions.map(({ id }) => id)]
}

const outlook = [
	"Business Street",
	"Business City",
	"Business Postal Code",
	"Home Street",
	"Home City",
	"Home Postal Code",
]

test("an address at work and one at home are two of the customer, and a row has the one that is filled", () => {
	const names = ["Customer no", "Name", ...outlook]
	const rows = [
		["1", "Alice Barlow", "1 High Street", "Leeds", "LS1 4DY", "", "", ""],
		["2", "Brian Dawson", "", "", "", "2 Mill Close", "Bristol", "BS8 1TH"],
		["3", "Carol Ellis", "3 Church Lane", "Leeds", "LS1 4DY", "4 Mill Close", "Bristol", "BS8 1TH"],
	]
	expect(groupsOf(names, rows)).toEqual([[outlook.slice(0, 3), outlook.slice(3)], []])
})

test.each(["Forretningsadresse", "Business address"])("%s is an address of the customer's own", (street) => {
	const whole = [street, `${street} postnr`, `${street} poststed`]
	const names = ["Kundenr", "Navn", "Postadresse", "Postnr", "Poststed", ...whole]
	const rows = [
		["1", "Bakke AS", "Storgata 1", "0150", "Oslo", "Fjordgata 9", "7010", "Trondheim"],
		["2", "Dahl AS", "", "", "", "Kirkeveien 3", "5003", "Bergen"],
	]
	expect(groupsOf(names, rows)).toEqual([[["Postadresse", "Postnr", "Poststed"], whole], []])
	const alone = decisionOf(
		["Kundenr", "Navn", street, "Postnr", "Poststed"],
		rows.map(([number = "", name = "", , zip = "", city = "", own = ""]) => [number, name, own, zip, city]),
	)
	expect([usedIn(alone)[street], alone.questions]).toEqual(["street", []])
})

test("a street of the company alone, beside an address, stands for no other one", () => {
	const names = ["Kundnr", "Namn", "Adress", "Postnr", "Ort", "Company street"]
	const rows = [["1", "Anna Ek", "Storgatan 1", "111 22", "Stockholm", "Torget 3"]]
	expect(groupsOf(names, rows)).toEqual([undefined, []])
})

test("each of two addresses has its own country", () => {
	const own = (at: string) => ["Street", "City", "Postal Code", "Country/Region"].map((part) => `${at} ${part}`)
	const rows = [
		["1", "Alice Barlow", "1 High Street", "Leeds", "LS1 4DY", "UK", "", "", "", ""],
		["2", "Brian Dawson", "", "", "", "", "2 Main Street", "Cork", "T12 AB34", "Ireland"],
	]
	const names = ["Customer no", "Name", ...own("Business"), ...own("Home")]
	expect(groupsOf(names, rows)).toEqual([[own("Business"), own("Home")], []])
})
