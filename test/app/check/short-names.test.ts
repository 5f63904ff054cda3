import { describe, expect, test } from "vitest"
import { examiner, inSek, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)
const names = ["Anna Ek", "Bo Berg", "Cai Holm"]
const file = (header: string, row: (name: string, index: number) => string) => [
	`${header};Korttoken`,
	...names.map((name, index) => `${row(name, index)};${token(index)}`),
]

test.each(["Medl nr", "Medl.nr", "Kd nr", "Abonn. nr", "Prenr", "Kto-Nr", "Mitgl. Nr", "Teiln.-Nr."])(
	"a word for whoever the customer is, cut short before a number, is the customer number: %s",
	async (name) => {
		const checked = await examined(file(`${name};Namn`, (person, index) => `${100 + index};${person}`))
		expect(checked.questions).toEqual([])
		expect((await sentBy(checked)).map(({ number }) => number)).toEqual(["100", "101", "102"])
		// Beside a number of its own it says nothing.
		const both = await examined(file(`Kundnr;${name};Namn`, (person, index) => `${index};${100 + index};${person}`))
		if (["Medl nr", "Kto-Nr"].includes(name)) expect(both.questions).toEqual([])
	},
)

test("a migration token is a card token", async () => {
	const lines = names.map((name, index) => `${index};${name};${token(index)}`)
	const checked = await examined(["Kundnr;Namn;Migration Token", ...lines])
	expect(checked.questions).toEqual([])
	expect((await sentBy(checked)).map(({ method }) => method.length)).toEqual([1, 1, 1])
})

describe("Zahlweise", () => {
	const of = (values: readonly string[]) =>
		file("Kundnr;Name;Zahlweise", (name, index) => `${index};${name};${values[index]}`)
	test("is the payment schedule where its values are", async () => {
		const checked = await examined(of(["monatlich", "jährlich", "monatlich"]))
		expect(checked.questions).toEqual([])
		expect((await sentBy(checked)).map(({ schedule }) => schedule)).toEqual(["monthly", "yearly", "monthly"])
	})
	test("is left out for what it is where they are ways to pay", async () => {
		const { decision, questions } = await examined(of(["Lastschrift", "Karte", "Lastschrift"]))
		expect(questions).toEqual([])
		expect(decision?.columns.find(({ column }) => column === "Zahlweise")).toMatchObject({
			fields: [],
			reason: "how the customer pays, in words",
		})
	})
})

test("a way to pay beside the card token is not said to be one", async () => {
	const { decision } = await examined(file("Kundnr;Namn;Payment method", (name, index) => `${index};${name};Faktura`))
	expect(decision?.columns.find(({ column }) => column === "Payment method")?.reason).toContain("how the customer pays")
})

test("an empty column causes no question", async () => {
	for (const header of ["Número;Nombre;Nombre comercial", "Kundnr;Kund;Företag", "Nr;Name;Firma"]) {
		const checked = await examined(file(header, (name, index) => `${100 + index};${name};`))
		expect(checked.questions).toEqual([])
		expect((await sentBy(checked)).map(({ contact }) => contact?.name)).toEqual(names)
	}
})

test.each(["Membership", "Mitgliedschaft", "Medlemskap", "Lidmaatschap"])(
	"what a %s is of is no name",
	async (name) => {
		const { decision } = await examined(file(`Kundnr;Namn;${name}`, (person, index) => `${index};${person};Guld`))
		expect(decision?.columns.find(({ column }) => column === name)?.reason).toBe(
			'"Namn" is the name already, and this may be a number or a kind of membership',
		)
	},
)
