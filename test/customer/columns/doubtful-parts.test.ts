import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { vocabularies } from "../../../src/customer/headers/lexicon.ts"
import { readHeader } from "../../../src/customer/headers/read-header.ts"
import { contactsOf } from "../contacts-of.ts"

const addressOf = (contact: unknown) => (contact as { address?: { street?: string } }).address?.street
const streets = (header: string, rows: readonly string[], answers = {}) => {
	const { asked, contacts, questions } = contactsOf(header, rows, answers)
	return { asked, questions, streets: contacts.map(addressOf) }
}
const whole = ["Nygatan 4", "Parkgatan 9", "Storgatan 1"]
const bare = ["Nygatan", "Parkgatan", "Storgatan"]
const apart = (column: string) => `Namn;Adress;Postnr;Ort;Nod;${column}`
const rowsOf = (all: readonly string[], values: readonly string[]) =>
	all.map((street, at) => `Anna Ek;${street};753 20;Uppsala;N1;${values[at]}`)

/** Every word for a part of a street that means nothing else where it stands alone. */
const parts = vocabularies.flatMap((vocabulary) =>
	Object.entries(vocabulary).flatMap(([name, word]) => {
		const { part, meanings } = readHeader(name)
		const isPart = part !== undefined && meanings.length === 1 && meanings[0]?.field === "street"
		return isPart && meanings[0]?.otherwise.length === 0 && JSON.stringify(word).includes("house") ? [name] : []
	}),
)

test("there are many", () => expect(parts.length).toBeGreaterThan(30))

describe("the number of a house", () => {
	test.each([...parts, "Portnr", "House number", "Hausnr.", "Street number"])(
		"is not joined unasked to streets that have theirs: %s",
		(name) => {
			const { asked, questions, streets: sent } = streets(apart(name), rowsOf(whole, ["37", "6", "29"]))
			expect([asked, sent]).toEqual([["parts"], whole])
			const [question] = questions
			if (question === undefined) throw new Error("nothing is asked")
			const said = (id: string) =>
				streets(apart(name), rowsOf(whole, ["37", "6", "29"]), answered(noAnswers, question, [id]))
			expect(said("none")).toMatchObject({ asked: [], streets: whole })
			expect(said(name)).toMatchObject({ asked: [], streets: ["Nygatan 4, 37", "Parkgatan 9, 6", "Storgatan 1, 29"] })
		},
	)

	test.each(parts)("is joined to those that have none: %s", (name) => {
		const { asked, streets: sent } = streets(apart(name), rowsOf(bare, ["37", "6", "29"]))
		expect(asked).toEqual([])
		for (const [at, street] of sent.entries()) expect(street).toContain(["37", "6", "29"][at])
	})

	test("stands in the streets of some rows, and beside those of others", () => {
		const rows = rowsOf(["Nygatan 4", "Parkgatan 9", "Storgatan", "Torggatan 3"], ["", "", "1", ""])
		expect(streets(apart("Portnr"), rows)).toMatchObject({
			asked: [],
			streets: ["Nygatan 4", "Parkgatan 9", "Storgatan 1", "Torggatan 3"],
		})
	})

	test.each([
		["Husbokstav", ["A", "B", "C"], ["Nygatan 4 A", "Parkgatan 9 B", "Storgatan 1 C"]],
		[
			"House name",
			["Rose Cottage", "The Elms", "Mill House"],
			["Rose Cottage, Nygatan 4", "The Elms, Parkgatan 9", "Mill House, Storgatan 1"],
		],
		[
			"Lägenhetsnr",
			["1102", "1001", "1203"],
			["Nygatan 4, lgh 1102", "Parkgatan 9, lgh 1001", "Storgatan 1, lgh 1203"],
		],
	])("is another thing than %s", (column, values, sent) => {
		const rows = rowsOf(["Nygatan 4", "Parkgatan 9", "Storgatan 1"], values)
		expect(streets(apart(column), rows)).toMatchObject({ asked: [], streets: sent })
	})

	test("stands beside streets that are called by numbers", () => {
		const rows = ["Ann;12;W 45th Street;New York;NY;10036;US", "Bob;7;5th Ave;New York;NY;10011;US"]
		expect(streets("Name;House number;Street;City;State;Zip;Country", rows)).toMatchObject({
			asked: [],
			streets: ["12 W 45th Street", "7 5th Ave"],
		})
	})
})

describe("what may be of anything", () => {
	const values = ["12", "14", "3"]
	test.each(["Room", "Building", "Floor", "Door", "Stock", "Etage", "Sal", "Bus", "Lokal", "Scala", "Våning", "Piso"])(
		"is asked about where it stands apart: %s",
		(name) => {
			const { asked, streets: sent } = streets(apart(name), rowsOf(whole, values))
			expect([asked, sent]).toEqual([["parts"], whole])
		},
	)

	test.each(["Room", "Building", "Floor", "Door", "Etage", "Sal", "Bus", "Våning", "Piso"])(
		"is joined beside the street: %s",
		(name) => {
			const rows = whole.map((street, at) => `Anna Ek;${street};${values[at]};753 20;Uppsala`)
			const { asked, streets: sent } = streets(`Namn;Adress;${name};Postnr;Ort`, rows)
			expect(asked).toEqual([])
			for (const [at, street] of sent.entries()) expect(street).toContain(`${values[at]}`)
		},
	)

	test.each(["Lägenhet", "Leilighet", "Lejlighed", "Wohnung", "Apartment", "Flat", "Asunto", "Lgh"])(
		"so is a flat, as one that is let or shared: %s",
		(name) => {
			const flats = rowsOf(whole, ["B12", "B12", "C3"])
			expect(streets(apart(name), flats)).toMatchObject({ asked: ["parts"], streets: whole })
		},
	)

	test.each(["Lägenhet", "Leilighet", "Apartment", "Asunto"])("but not right behind the address: %s", (name) => {
		const behind = whole.map((street, at) => `Anna Ek;${street};753 20;Uppsala;${["B12", "B12", "C3"][at]}`)
		expect(streets(`Namn;Adress;Postnr;Ort;${name}`, behind).asked).toEqual([])
	})

	test.each([
		["Lägenhet", ["1102", "1001", "1203"]],
		["Bolignummer", ["H0102", "H0203", "K0101"]],
	])("but for the number that a register gives a home: %s", (name, homes) => {
		const { asked, streets: sent } = streets(apart(name), rowsOf(whole, homes))
		expect(asked).toEqual([])
		for (const [at, street] of sent.entries()) expect(street).toContain(homes[at])
	})

	test("several of them are one question", () => {
		const rows = rowsOf(whole, ["12;A", "14;B", "3;C"])
		const { asked, questions } = streets(apart("Room;Building"), rows)
		expect(asked).toEqual(["parts"])
		const [question] = questions
		if (question === undefined) throw new Error("nothing is asked")
		const all = streets(apart("Room;Building"), rows, answered(noAnswers, question, ["all"]))
		expect(all).toMatchObject({
			asked: [],
			streets: [expect.stringMatching(/Room 12, Building A$/), expect.anything(), expect.anything()],
		})
	})
})
