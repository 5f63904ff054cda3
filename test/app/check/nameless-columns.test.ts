import { describe, expect, test } from "vitest"
import { examiner, inSek, onlyQuestion, saying, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

const people = [
	["Anna", "Ek", "Storgatan 4", "anna@example.com"],
	["Bo", "Berg", "Lillgatan B", "bo@example.com"],
	["Cai", "Holm", "Torget 11", "cai@example.com"],
	["Eva", "", "Ängen 2", "eva@example.com"],
] as const
const file = (header: string, row: (person: (typeof people)[number], index: number) => string) => [
	`Kundnr;${header};Korttoken`,
	...people.map((person, index) => `A${index + 1};${row(person, index)};${token(index)}`),
]
const contactsOf = async (lines: readonly string[], ...chosen: readonly string[]) =>
	(await sentBy(await examined(lines, saying(await examined(lines), ...chosen)))).map(({ contact }) => contact)

describe("a column whose name says nothing", () => {
	test.each(["", "Kolumn1", "Column3", "Unnamed: 2", "Spalte2", "Kolonne1", "Sarake1", "Colonne1", "__EMPTY_1", "F3"])(
		"is asked about, and goes on with the name before it as a person says: %j",
		async (name) => {
			const lines = file(`Namn;${name};E-post`, ([first, last, , email]) => `${first};${last};${email}`)
			const checked = await examined(lines)
			const { answers, id } = onlyQuestion(checked)
			expect(id).toMatch(/^nameless\./)
			expect(answers.map((one) => one.id)).toEqual(["before", "none", "stop"])
			expect(answers[0]?.label).toContain('"Anna Ek"')
			const names = (await contactsOf(lines)).map((contact) => contact?.name)
			expect(names).toEqual(["Anna Ek", "Bo Berg", "Cai Holm", "Eva"])
			expect((await contactsOf(lines, "none")).map((contact) => contact?.name)).toEqual(["Anna", "Bo", "Cai", "Eva"])
		},
	)

	test("holds the number of a house, also where that is a letter", async () => {
		const lines = file("Namn;Adress;Kolumn1;Postnr;Ort;Land", ([first, last, street]) => {
			const [road, house] = street.split(" ")
			return `${first} ${last || "Ask"};${road};${house};111 22;Stockholm;SE`
		})
		const streets = (await contactsOf(lines)).map((contact) => contact?.address)
		expect(streets).toMatchObject(people.map(([, , street]) => ({ street })))
	})

	test("is one question with those beside it", async () => {
		const lines = file("Namn;;;E-post", ([first, last, , email]) => `${first};Maria;${last};${email}`)
		expect((await contactsOf(lines)).map((contact) => contact?.name)).toEqual([
			"Anna Maria Ek",
			"Bo Maria Berg",
			"Cai Maria Holm",
			"Eva Maria",
		])
	})

	test("beside a company and a person leaves the company alone", async () => {
		const lines = file("Namn;;Företag", ([first, last], index) => (index === 2 ? ";;Bergs AB" : `${first};${last};`))
		expect((await contactsOf(lines)).map((contact) => contact?.name)).toEqual(["Anna Ek", "Bo Berg", "Bergs AB", "Eva"])
	})

	test.each(["0", "1"])("is left out where it counts the rows from %s, or is empty", async (first) => {
		const lines = [
			"Unnamed: 0;Kundnr;Namn;Kolumn1;Korttoken",
			...people.map(([name, last], index) => `${index + Number(first)};A${index};${name} ${last};;${token(index)}`),
		]
		expect((await examined(lines)).questions).toEqual([])
	})
})

test.each(["Kenttä", "Feld", "Fält", "Felt", "Field", "Campo", "Champ", "Pole", "Veld"])(
	"%s alone is a field of anything, left out and told",
	async (column) => {
		const checked = await examined([
			`Kundnr;Namn;${column};Korttoken`,
			...[1, 2, 3].map((at) => `${at};Anna Ek;Plan ${at % 2};${token(at)}`),
		])
		expect(checked.questions).toEqual([])
		const { fields, reason } = checked.decision?.columns[2] ?? {}
		expect([fields, reason]).toEqual([[], "its name is not one this program knows"])
	},
)

test.each([["Kenttä;Kenttä"], ["Fält 1;Fält 2"], ["Field;Field2"]])("%s say nothing", async (columns) => {
	const checked = await examined([
		`Kundnr;Namn;${columns};Korttoken`,
		...[1, 2, 3].map((at) => `${at};Anna Ek;Plan ${at % 2};x${at};${token(at)}`),
	])
	expect(checked.questions.map(({ id }) => id)).toEqual([`nameless.${columns.split(";")[0]}`])
})
