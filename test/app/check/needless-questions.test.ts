import { describe, expect, test } from "vitest"
import { examiner, found, inSek, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

/** A file of rows, in whose cells `#` is the number of the row. */
const file = (header: string, cells: string, count = 12) => [
	`${header};Korttoken`,
	...Array.from({ length: count }, (_, at) => `${cells.replaceAll("#", String(at + 10))};${token(at)}`),
]
const fieldsOf = async (lines: readonly string[]) => {
	const { decision, questions } = await examined(lines)
	const fields = Object.fromEntries((decision?.columns ?? []).map(({ column, fields: [field] }) => [column, field]))
	return { asked: questions.map(({ id }) => id), fields }
}

describe("a column of yes and no names nobody, and nobody leaves by it", () => {
	test.each([
		["Kundenr;Ejer;Dyrets navn;Forsikret", "Forsikret", "Ja", "Nej"],
		["Kundnr;Namn;Försäkrad", "Försäkrad", "Ja", "Nej"],
		["Customer No;Name;Insured", "Insured", "Yes", "No"],
	])("%s", async (header, column, yes, no) => {
		const [first = "", ...lines] = file(header, header.includes("Dyrets") ? "#;Bo Ek;Plet;?" : "#;Bo Ek;?")
		const checked = await examined([first, ...lines.map((line, at) => line.replace("?", at % 3 === 0 ? no : yes))])
		expect([checked.questions, found(checked), checked.customers]).toEqual([[], [], 12])
		expect(checked.decision?.columns.find((one) => one.column === column)?.fields).toEqual([])
	})

	test("but who is no member left", async () => {
		const [first = "", ...lines] = file("Kundnr;Namn;Medlem", "#;Bo Ek;?", 4)
		const checked = await examined([first, ...lines.map((line, at) => line.replace("?", at === 0 ? "Nej" : "Ja"))])
		expect(found(checked)).toEqual(["row.ended 2"])
	})
})

test.each([
	["Gravsatt;Dödsdatum", "Ulla Hedlund;1996-04-26"],
	["Gravsatt;Född;Dödsdatum", "Ulla Hedlund;1920-04-26;1996-04-26"],
	["Date of death;Buried", "1996-04-26;Ada Hill"],
])("who is buried died, and not who has the grave: %s", async (header, cells) => {
	const checked = await examined(file(`Kundnr;${header};Gravrättsinnehavare`, `#;${cells};Bo Ek`))
	expect([checked.questions, found(checked), checked.customers]).toEqual([[], [], 12])
})

test.each(["Gravrättsinnehavare;Dödsdatum;Gravsatt nr", "Namn;Dödsdatum;Gravplats"])(
	"a death that is nobody else's is the customer's: %s",
	async (header) => {
		const [gone] = (await examined(file(`Kundnr;${header}`, "#;Bo Ek;2020-01-01;7"))).questions
		expect(gone?.id).toBe(header.includes("Gravsatt") ? undefined : "deleted")
	},
)

test.each([
	["Customer", "Evangelist", []],
	["customer", "evangelist", []],
	["Customer", "Customer lost", ["status.Lifecycle Stage"]],
	["Customer", "Former customer", ["status.Lifecycle Stage"]],
	["Customer", "Lead", ["status.Lifecycle Stage"]],
])("a status of %s and %s", async (one, other, asked) => {
	const [first = "", ...lines] = file("Kundnr;Namn;Lifecycle Stage", "#;Bo Ek;?", 4)
	const { questions } = await examined([first, ...lines.map((line, at) => line.replace("?", at === 0 ? other : one))])
	expect(questions.map(({ id }) => id)).toEqual(asked)
})

test("a household is no other name of a person, and the name where there is none", async () => {
	const beside = await fieldsOf(file("Person ID;Given Name;Last Name;Household Name", "#;Ann;Hill;Hill Household"))
	expect([beside.asked, beside.fields["Household Name"]]).toEqual([[], undefined])
	const alone = await fieldsOf(file("Customer No;Household Name", "#;Hill Household"))
	expect([alone.asked, alone.fields["Household Name"]]).toEqual([[], "name"])
})

test("what many members belong to is no name of theirs", async () => {
	const header = "Medlemsnr;Förnamn;Efternamn;Förening"
	const few = await fieldsOf(file(header, "#;Ann;Ek;PRO Varberg"))
	expect([few.asked, few.fields.Förening]).toEqual([[], undefined])
	expect((await fieldsOf(file(header, "#;Ann;Ek;Klubb #"))).asked).toEqual(["name"])
	expect((await fieldsOf(file("Kundnr;Förening;Kontaktperson", "#;PRO Varberg;Ann Ek"))).fields.Förening).toBe(
		"company",
	)
})

test("who keeps animals is the customer, by number too", async () => {
	const owner = await fieldsOf(file("Owner ID;First Name;Last Name;Dogs", "1#;Ann;Hill;Rex"))
	expect([owner.asked, owner.fields["Owner ID"]]).toEqual([[], "number"])
	const sold = await fieldsOf(file("Owner ID;First Name;Last Name;Deal", "1#;Ann;Hill;D#"))
	expect(sold.asked).toContain("number")
})

test("the number behind a street without any is that of its houses, and a box stands behind it", async () => {
	const checked = await examined(
		file("N° lecteur;Nom;Prénom;Rue;N°;Boîte;CP;Localité", "1#;Ek;Bo;rue Haute;#;bte 3;4000;Liège"),
	)
	expect(checked.questions).toEqual([])
	const [{ number, contact } = {}] = await sentBy(checked)
	expect([number, contact?.address]).toMatchObject(["110", { street: "rue Haute 10, bte 3" }])
	const unknown = await examined(file("N° xyz;Nom;Prénom;Rue;N°", "1#;Ek;Bo;rue Haute;#"))
	expect(unknown.questions[0]?.answers.map(({ id }) => id)).toEqual(["N° xyz", "another"])
})

test("an Australian suburb is the city", async () => {
	const { asked, fields } = await fieldsOf(
		file("Member ID;Name;Street;Suburb;State;Postcode", "1#;Ann Hill;1 King St;Surfers Paradise;QLD;4217"),
	)
	expect([asked, fields.Suburb, fields.State]).toEqual([[], "city", undefined])
	const both = await fieldsOf(
		file("Member ID;Name;Street;Suburb;City;Postcode", "1#;Ann Hill;1 King St;Ponsonby;Auckland;1011"),
	)
	expect([both.fields.Suburb, both.fields.City]).toEqual([undefined, "city"])
})

test("who works at a company is the customer of rows that have none", async () => {
	const [first = "", ...lines] = file("Klantnummer;Bedrijfsnaam;Contactpersoon", "K#;?;Els Bos", 4)
	const checked = await examined([first, ...lines.map((line, at) => line.replace("?", at === 0 ? "" : "Bakkerij Bos"))])
	expect([checked.questions, found(checked)]).toEqual([[], []])
	expect((await sentBy(checked)).map(({ contact }) => contact?.name)).toEqual([
		"Els Bos",
		"Bakkerij Bos",
		"Bakkerij Bos",
		"Bakkerij Bos",
	])
})
