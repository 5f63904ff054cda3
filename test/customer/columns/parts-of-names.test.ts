import { describe, expect, test } from "vitest"
import { nameQuestion } from "../../../src/customer/columns/name-questions.ts"
import { contactsOf, namesOf } from "../contacts-of.ts"

describe("the parts of a person's name", () => {
	test.each([
		["Vorname;Namensvorsatz;Nachname", "Anke;von;Müller", "Anke | von Müller"],
		["Nachname;Namensvorsatz;Vorname", "Müller;von;Anke", "Anke | von Müller"],
		["Achternaam;Tussenvoegsel;Voornaam", "Vries;de;Jan", "Jan | de Vries"],
		["Naam;Tussenvoegsel;Voornaam", "Vries;de;Jan", "Jan | de Vries"],
		["Voorletters;Tussenvoegsel;Achternaam", "J.P.;de;Vries", "J.P. | de Vries"],
		["Middle Name;First Name;Last Name;Suffix", "Lee;Oliver;Smith;Jr.", "Oliver Lee | Smith Jr."],
		["Suffix;Surname;First Name", "III;Smith;Oliver", "Oliver | Smith III"],
		["Apellido 2;Apellido 1;Nombre", "Ruiz;García;Ana", "Ana | García Ruiz"],
		["Nombre;Segundo apellido;Apellido", "Ana;Ruiz;García", "Ana | García Ruiz"],
		["Prénom;Particule;Nom", "Jean;d';Artagnan", "Jean | d'Artagnan"],
		["Mellomnavn;Fornavn;Etternavn", "Lie;Kari;Berg", "Kari Lie | Berg"],
	])("are one name in its natural order: %s", (header, row, name) => {
		const rows = [row, row.replace(/[^;]+$/, "Xu")]
		expect(namesOf(header, rows)).toMatchObject({ asked: [], names: [name, expect.any(String)] })
	})

	test("of the same name twice are compared, and not joined", () => {
		expect(namesOf("Förnamn;Efternamn;Efternamn (2)", ["Anna;Ek;Ek", "Bo;Lind;Berg"]).names).toEqual([
			"Anna | Ek",
			"value.two-columns",
		])
	})

	test("of a house are none of a name", () => {
		expect(namesOf("First Name;Last Name;House;Suffix;Street", ["Anna;Ek;12;B;High Street"]).names).toEqual([
			"Anna | Ek",
		])
	})

	test("that may be in the name already are asked about", () => {
		const { asked, questions } = contactsOf("Naam;Tussenvoegsel", ["Vries;de", "Jansen;"])
		expect(asked).toEqual(["prefix"])
		const [before, none] = questions[0]?.answers ?? []
		expect(namesOf("Naam;Tussenvoegsel", ["Vries;de", "Jansen;"], before?.mapping)).toEqual({
			asked: [],
			names: ["de Vries", "Jansen"],
		})
		expect(namesOf("Naam;Tussenvoegsel", ["Jan de Vries;de"], none?.mapping).names).toEqual(["Jan de Vries"])
	})
})

describe("a company beside a person", () => {
	test.each([
		"Name (Adressattyp Unternehmen);Name (Adressattyp natürl. Person);Vorname (Adressattyp natürl. Person)",
		"Name 1;Name;Vorname",
		"Firma;Nachname;Vorname",
		"Name;Nachname;Vorname",
		"Raison sociale;Nom;Prénom",
	])("is the name where there is no person: %s", (header) => {
		expect(namesOf(header, ["Müller GmbH;;", ";Müller;Anke", ";Berg;Uwe"])).toEqual({
			asked: [],
			names: ["Müller GmbH", "Anke | Müller", "Uwe | Berg"],
		})
	})

	test("in the same row is asked about as person, company, both", () => {
		const header = "Firma;Nachname;Vorname"
		const rows = ["Müller GmbH;Berg;Anke", ";Berg;Uwe"]
		const { contacts, mapping } = contactsOf(header, rows)
		expect(contacts[0]).toBe("value.two-columns")
		const { answers } = nameQuestion(mapping, ["Customer number", ...header.split(";")], 1, "")
		expect(answers.map(({ label }) => label)).toEqual([
			'"Firma"; the others where it is empty',
			'"Vorname" and "Nachname"; the others where it is empty',
			"Both, joined into one name",
			"None: these rows are errors",
		])
		expect(answers.slice(0, 3).map((answer) => namesOf(header, rows, answer.mapping).names)).toEqual([
			["Müller GmbH", "Uwe | Berg"],
			["Anke | Berg", "Uwe | Berg"],
			["Anke Berg, Müller GmbH", "Uwe | Berg"],
		])
	})

	test.each([
		["Firmenname 1;Firmenname 2", "Müller Maschinenbau;GmbH & Co. KG", "Müller Maschinenbau GmbH & Co. KG"],
		["Company name 2;Company name", "Branch South;Acme Ltd", "Acme Ltd Branch South"],
		["Företagsnamn 1;Företagsnamn 2", "Ek;AB", "Ek AB"],
		["Yritys 1;Yritys 2", "Virtanen;Oy", "Virtanen Oy"],
	])("has its name in numbered lines: %s", (header, row, name) => {
		expect(namesOf(header, [row])).toEqual({ asked: [], names: [name] })
	})
})

test("half a name and another one are one person's name, without a comma", () => {
	const rows = ["Anke;Müller", "Uwe;Uwe Berg", "Ute;Ute Ek", ";Lind"]
	expect(contactsOf("Vorname;Name", rows).asked).toEqual(["lastName"])
	const said = { columns: { Name: "name" } } as const
	expect(namesOf("Vorname;Name", rows, { ...said, joined: ["name"] }).names).toEqual([
		"Anke Müller",
		"Uwe Berg",
		"Ute Ek",
		"Lind",
	])
	const columns = ["Customer number", "Vorname", "Name"]
	const { mapping } = contactsOf("Vorname;Name", rows, said)
	expect(nameQuestion(mapping, columns, 1, "").answers[0]?.id).toBe("both")
})

test("numbered lines of a name may be two people, and are asked about", () => {
	const { contacts, mapping } = contactsOf("NAME2;NAME1", ["Süd;Müller GmbH", ";Berg"])
	expect(contacts[0]).toBe("value.two-columns")
	const [both] = nameQuestion(mapping, ["Customer number", "NAME2", "NAME1"], 1, "").answers
	expect(namesOf("NAME2;NAME1", ["Süd;Müller GmbH", ";Berg"], both?.mapping).names).toEqual(["Müller GmbH Süd", "Berg"])
})
