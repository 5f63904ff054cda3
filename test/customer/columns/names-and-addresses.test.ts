import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

/** A file of columns and rows, each a text with its cells between semicolons. */
function decided(header: string, ...rows: readonly string[]) {
	const cells = rows.map((row) => row.split(";"))
	const decision = decisionOf(header.split(";"), cells)
	const [question] = decision.questions
	const whenAnswered = (id: string) =>
		question && decisionOf(header.split(";"), cells, { answers: answered(noAnswers, question, [id]) })
	return { asked: askedIn(decision), used: usedIn(decision), whenAnswered, question }
}

describe("a contact person", () => {
	test.each([
		"Kundnr;Efternamn;Kontaktperson",
		"Customer no;Surname;Contact name",
		"Kundennr;Nachname;Ansprechpartner",
	])("is never half of the customer's name: %s", (header) => {
		const { asked, used, question } = decided(header, "1;Ek;Bo Lind", "2;Lind;An Ek")
		expect(asked).toEqual(["firstName"])
		expect(Object.values(used)).toEqual(["number", "lastName"])
		expect(question?.answers.map(({ id }) => id)).toEqual(["none", "name"])
	})

	test("counts where the customer's own is empty", () => {
		const { asked, used, whenAnswered } = decided("Kundnr;Företag;Kontaktperson", "1;;Bo Lind", "2;Ek AB;An Ek")
		expect([asked, used, whenAnswered("none")]).toEqual([
			[],
			{ Kundnr: "number", Företag: "company", Kontaktperson: "name" },
			undefined,
		])
	})

	test.each(["Vårdnadshavare", "Okänd rubrik"])("is asked about where rows have no other name: %s", (other) => {
		const { asked, whenAnswered } = decided(`Kundnr;Företag;${other}`, "1;;Bo Lind", "2;Ek AB;An Ek")
		expect(asked).toEqual(["nameless"])
		expect(whenAnswered(other)?.mapping).toMatchObject({ columns: { [other]: "name" }, first: { name: "Företag" } })
		expect(whenAnswered(other)?.questions).toEqual([])
		expect(whenAnswered("none")?.questions).toEqual([])
	})

	test("is left out where every row has a name", () => {
		expect(decided("Kundnr;Företag;Kontaktperson", "1;Lind AB;Bo Lind", "2;Ek AB;An Ek").asked).toEqual([])
		expect(decided("Kundnr;Företag;Kontaktperson", "1;Lind AB;Bo Lind", "2;;").asked).toEqual([])
	})
})

test("half a name may have its other half where nobody knows the name", () => {
	expect(decided("Kundnr;Förnamn;Tilnamn", "1;Bo;Lind", "2;An;Ek", "3;Eva;Berg").asked).toEqual(["lastName"])
	expect(decided("Kundnr;Förnamn;Xyz", "1;Bo;17", "2;An;18", "3;Eva;19").asked).toEqual([])
	expect(decided("Kundnr;Förnamn;Xyz", "1;Bo;aktiv", "2;An;aktiv", "3;Eva;aktiv").asked).toEqual([])
})

describe("two streets", () => {
	test.each(["Kundnr;Namn;Besöksadress;Postadress", "Kundnr;Namn;Gata;Gata (2)"])("are two addresses: %s", (header) => {
		const { asked, whenAnswered } = decided(header, "1;Bo Lind;Storgatan 1;Box 10", "2;An Ek;Storgatan 2;Box 11")
		expect(asked).toEqual(["street"])
		const [, , one = "", other = ""] = header.split(";")
		expect(whenAnswered(one)?.mapping.columns).toMatchObject({ [one]: "street", [other]: null })
		expect(whenAnswered(one)?.questions).toEqual([])
		expect(whenAnswered("joined")?.questions).toEqual([])
	})

	test("are one in parts where the names say so", () => {
		for (const header of ["Kundnr;Namn;Gata;Husnr", "Kundnr;Namn;Adress;Adress 2", "Kundnr;Namn;Gata;Lägenhet"])
			expect(decided(header, "1;Bo Lind;Storgatan;1", "2;An Ek;Storgatan;2").asked).toEqual([])
	})
})

test("a street of e-mail addresses is asked about as an e-mail", () => {
	const { asked, whenAnswered } = decided(
		"Kundnr;Namn;Adress;Fakturaadress",
		"1;Bo Lind;Storgatan 1;a@example.com",
		"2;An Ek;Storgatan 2;b@example.com",
	)
	expect(asked).toEqual(["billingEmail"])
	expect(whenAnswered("Fakturaadress")?.mapping.columns).toMatchObject({ Fakturaadress: "billingEmail" })
})

test.each(["Kommun", "Bostad"])(
	"a column that may be the city of an address without one is asked about: %s",
	(place) => {
		const { asked } = decided(
			`Kundnr;Namn;Gata;Postnr;${place}`,
			"1;Bo Lind;Storgatan 1;11122;Malmö",
			"2;An Ek;Storgatan 2;11123;Lund",
			"3;Eva Ek;Storgatan 3;11123;Solna",
		)
		expect(asked).toEqual(["city"])
	},
)
