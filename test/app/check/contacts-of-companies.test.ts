import { describe, expect, it } from "vitest"
import { examiner, inSek, sentBy } from "./examined.ts"

const examined = examiner()

const contactsOf = async (lines: readonly string[]) => {
	const checked = await examined(lines, inSek)
	const sent = await sentBy(checked)
	return [checked.questions.map(({ id }) => id), sent.map(({ contact }) => contact)]
}

describe("what is of somebody at the customer does not compete with the customer's own, and counts where that is empty", () => {
	it("a mobile phone", async () => {
		const [asked, contacts] = await contactsOf([
			"Kundenr;Navn;Mobil;Kontaktperson;Kontakt mobil",
			"1;Bygg AS;+4791965604;Anne Tangen;+4743230598",
			"2;Havn AS;;Ingrid Løken;+4794948119",
		])
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([{ phone: { cellphone: "+4791965604" } }, { phone: { cellphone: "+4794948119" } }])
	})

	it("an e-mail", async () => {
		const [asked, contacts] = await contactsOf([
			"Asiakaskoodi;Nimi;Sähköposti;Yhteyshenkilö;Yhteyshenkilön sähköposti",
			"100;Kampaamo Tuominen Ky;toimisto@example.fi;Aino Tuominen;aino@example.fi",
			"104;Kahvila Lehtonen Oy;;Päivi Lehtonen;paivi@example.fi",
		])
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([{ email: "toimisto@example.fi" }, { email: "paivi@example.fi" }])
	})

	it.each([
		["a name", "Account Reference;Account Name;Contact Name", "W1;Ward Plumbing;Jessica Ward"],
		[
			"a name in parts",
			"Code;Naam;Contactpersoon: voornaam;Contactpersoon: achternaam",
			"W1;Ward Plumbing;Jessica;Ward",
		],
		["a name behind brackets", "Code (tiers);Nom;Nom (contact);Prénom (contact)", "W1;Ward Plumbing;Ward;Jessica"],
	])("%s", async (_, header, row) => {
		const [asked, contacts] = await contactsOf([header, row, row.replaceAll("War", "Nor").replace("W1", "W2")])
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([{ name: "Ward Plumbing" }, { name: "Nord Plumbing" }])
	})
})

describe("it is asked", () => {
	it.each([
		[
			"where nothing tells of such a person",
			"Kundnr;Namn;E-post kontakt;E-post privat",
			"1;Bo Ek;a@example.com;b@example.com",
		],
		["which of a company and a person is the customer", "Kundnr;Company;Contact Name", "1;Bo AB;Bo Ek"],
		[
			"which of two of its own counts",
			"Kundnr;Namn;Kontaktperson;E-post;E-post 2;Kontakt e-post",
			"1;Bo AB;Li Ek;a@example.com;b@example.com;c@example.com",
		],
	])("%s", async (_, header, row) => {
		const [asked] = await contactsOf([header, row])
		expect(asked).toHaveLength(1)
	})
})
