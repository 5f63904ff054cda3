import { describe, expect, test } from "vitest"
import { contactsOf, namesOf } from "../contacts-of.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

const people = ["Mr. Luc Faure", "Mrs. Ida Blanc", "Mrs. Zoe Leroy"]

describe("what is ours is no less so beside something that is not", () => {
	test.each([
		"Civilité Nom Prénom",
		"Anrede und Name",
		"Anrede/Name",
		"Anrede Vorname Name",
		"Titel, Vor- und Nachname",
		"Titel/Namn",
		"Titel och namn",
		"Title and name",
		"Title & Name",
		"Salutation Name",
		"Civilité et nom",
		"Titre et nom",
		"Aanhef en naam",
		"Titolo e nome",
		"Titel og navn",
		"Tratamiento y nombre",
		"Titteli ja nimi",
		"Kund/Projekt",
		"Name/Abteilung",
	])("%s is the name", (column) => {
		expect(namesOf(column, people)).toEqual({ asked: [], names: people })
	})

	test("a title and a first name in one column is the first name", () => {
		const { asked, names } = namesOf("Title First Name;Surname", ["Mr Luc;Faure", "Mrs Ida;Blanc", "Ms Zoe;Leroy"])
		expect([asked, names]).toEqual([[], ["Mr Luc | Faure", "Mrs Ida | Blanc", "Ms Zoe | Leroy"]])
	})

	test("a title and a surname in one column is never left out without a word", () => {
		const { asked, names } = namesOf("Tytuł i nazwisko", ["Pan Lis", "Pani Mazur", "Pan Zając"])
		expect([asked, names]).toEqual([[], ["Pan Lis", "Pani Mazur", "Pan Zając"]])
	})

	test.each(["Telefon/Fax", "Tel/Fax", "Tél/Fax", "Telephone/Fax", "Phone/Fax number", "Telefon (dag/kväll)"])(
		"%s is the phone",
		(column) => {
			const decision = decisionOf(["Kundnr", "Namn", column], [["1", "Anna Ek", "08-123 45 67"]])
			expect([askedIn(decision), usedIn(decision)[column]]).toEqual([[], "phone"])
		},
	)

	test.each(["Contact title", "Titel (akad.)", "Fax", "City, State", "Name prefix title", "Bank name and address"])(
		"%s is not what it is not",
		(column) => {
			const decision = decisionOf(["Kundnr", "Namn", column], [["1", "Anna Ek", "Dr."]])
			expect(usedIn(decision)).not.toHaveProperty(column)
		},
	)

	test("several lines of whom bills go to are an address", () => {
		const rows = [
			["Ann Lee", "A1", "Ann Lee", "1 High St", "London SW1A 1AA"],
			["Bob Ray", "A2", "Bob Ray", "2 Mill Ln", "Leeds LS1 1AA"],
		]
		const names = ["Customer", "Account No.", "Bill to 1", "Bill to 2", "Bill to 3"]
		const used = usedIn(decisionOf(names, rows))
		expect(names.slice(2).map((name) => used[name])).toEqual(["billingStreet", "billingStreet", "billingStreet"])
	})
})

describe("parts of names", () => {
	test.each(["Vorsatz", "Adelsprädikat", "Namensvorsatz"])("%s stands before the surname", (column) => {
		const { asked, names } = namesOf(`Vorname;${column};Nachname`, ["Otto;von;Stark", "Ute;;Roth", "Jan;zu;Berg"])
		expect([asked, names]).toEqual([[], ["Otto | von Stark", "Ute | Roth", "Jan | zu Berg"]])
	})

	test("the second first name is one in Polish too", () => {
		const { asked, names } = namesOf("Imię;Drugie imię;Nazwisko", ["Jan;Maria;Lis", "Ewa;;Nowak"])
		expect([asked, names]).toEqual([[], ["Jan Maria | Lis", "Ewa | Nowak"]])
	})
})

const streetsOf = (header: string, rows: readonly string[]) => {
	const { asked, contacts } = contactsOf(header, rows)
	return [
		asked,
		...contacts.map((contact) => {
			if (typeof contact !== "object") return contact
			const { address } = contact
			return address !== undefined && "street" in address ? address.street : undefined
		}),
	]
}

describe("parts of addresses", () => {
	test.each<[header: string, rows: readonly string[], streets: readonly string[]]>([
		[
			"Nom;N°;Type de voie;Nom de voie;Code postal;Ville",
			["Luc Faure;23;rue;Victor Hugo;69002;Lyon", "Ida Blanc;4;avenue;Victor Hugo;75001;Paris"],
			["23 rue Victor Hugo", "4 avenue Victor Hugo"],
		],
		[
			"Nom;N°;Bis/ter;Type de voie;Nom de voie;Code postal;Ville",
			["Luc Faure;23;bis;rue;Victor Hugo;69002;Lyon", "Ida Blanc;4;;avenue;Victor Hugo;75001;Paris"],
			["23 bis rue Victor Hugo", "4 avenue Victor Hugo"],
		],
		[
			"Nombre;Tipo de vía;Nombre de la calle;Número;C.P.;Población",
			["Ana Gil;Calle;Mayor;3;28013;Madrid", "Luis Sanz;Plaza;España;4;28013;Madrid"],
			["Calle Mayor 3", "Plaza España 4"],
		],
		[
			"Nazwa;Ulica;Dom;Lokal;Kod pocztowy;Miasto",
			["Jan Lis;Długa;11;2;80-005;Gdańsk", "Ewa Nowak;Krótka;4;;00-001;Warszawa"],
			["Długa 11/2", "Krótka 4"],
		],
		[
			"Naam;Straat;Huisnr;Toev;Postcode;Woonplaats",
			["Jan Bos;Laan;1;A;2511 BT;Den Haag", "Piet Kok;Weg;2;;1012 AB;Amsterdam", "Ans Smit;Dam;4;B;9711 LM;Groningen"],
			["Laan 1 A", "Weg 2", "Dam 4 B"],
		],
		[
			"Namn;c/o;Gatuadress;Postnr;Ort",
			["Anna Ek;Berg;Storgatan 1;111 22;Lund", "Bo Lind;;Torget 2;111 22;Lund", "Cai Fors;c/o Ek;Torget 3;111 22;Lund"],
			["c/o Berg, Storgatan 1", "Torget 2", "c/o Ek, Torget 3"],
		],
		[
			"Nazwa;Ulica;Kod i miejscowość",
			["Jan Lis;Długa 1;80-005 Gdańsk", "Ewa Nowak;Krótka 2;00-001 Warszawa"],
			["Długa 1", "Krótka 2"],
		],
	])("%s", (header, rows, streets) => {
		expect(streetsOf(header, rows)).toEqual([[], ...streets])
	})

	test("a number that stands apart from the street is asked about where it has none but in its parts", () => {
		const rows = [
			["1", "Luc Faure", "23", "x", "rue", "Victor Hugo", "69002", "Lyon"],
			["2", "Ida Blanc", "4", "y", "avenue", "Victor Hugo", "75001", "Paris"],
			["3", "Zoé Leroy", "7", "z", "rue", "Jean Jaurès", "33000", "Bordeaux"],
		]
		const names = ["N° client", "Nom", "Nr", "Xyz", "Type de voie", "Nom de voie", "Code postal", "Ville"]
		expect(askedIn(decisionOf(names, rows))).toEqual(["house"])
	})

	test.each(["Service address", "Site address", "Point de livraison", "Punto de suministro"])(
		"%s is asked about where it is the only street",
		(column) => {
			const rows = [
				["1", "Ann Lee", "1 High St", "London", "SW1A 1AA"],
				["2", "Bob Ray", "2 Mill Ln", "Leeds", "LS1 1AA"],
			]
			expect(askedIn(decisionOf(["Account No", "Name", column, "Town", "Postcode"], rows))).toEqual(["street"])
		},
	)

	test.each([
		["Service address", "Service city", "Service zip"],
		["Site address", "Site town", "Site postcode"],
	])("%s, %s and %s are asked about where they are the only address", (...names) => {
		const rows = [
			["1", "Ann Lee", "1 High St", "London", "SW1A 1AA"],
			["2", "Bob Ray", "2 Mill Ln", "Leeds", "LS1 1AA"],
		]
		const [owner] = names[0]?.toLowerCase().split(" ") ?? []
		expect(askedIn(decisionOf(["Account No", "Name", ...names], rows))).toEqual([`owner.${owner}`])
		const beside = ["Account No", "Name", ...names, "Address", "City", "Postcode"]
		const both = rows.map((row) => [...row, "5 Low St", "York", "YO1 7HH"])
		expect(askedIn(decisionOf(beside, both))).toEqual([])
	})

	test("an address in one cell is asked about by its full name too", () => {
		const rows = [
			["1", "Uwe Vogt", "Weg 1, 04109 Leipzig"],
			["2", "Ute Roth", "Weg 2, 10115 Berlin"],
		]
		expect(askedIn(decisionOf(["Kundennr", "Name", "Full Address"], rows))).toEqual(["street"])
	})

	test("a zip code, a city and the number of an office are told apart", () => {
		const { contacts } = contactsOf("Nom;Adresse;Code postal et ville", ["Luc Faure;1 rue A;75008 Paris Cedex 08"])
		expect(contacts).toMatchObject([{ address: { zipCode: "75008", city: "Paris Cedex 08" } }])
	})

	test.each([
		["Eircode", "zipCode", "D02 AF30"],
		["Kunta", "city", "Helsinki"],
	])("%s is the %s", (column, field, value) => {
		const decision = decisionOf(["Customer number", "Name", "Address", column], [["1", "Ann Lee", "1 High St", value]])
		expect([askedIn(decision), usedIn(decision)[column]]).toEqual([[], field])
	})
})

describe("a letter as a country", () => {
	const rows = (...letters: string[]) => letters.map((letter, at) => [`${at + 1}`, "Luc Faure", letter, "Rue A 1"])

	test("is one as on cars, where the name says that it is a country", () => {
		const decision = decisionOf(["N° client", "Nom", "Pays", "Adresse"], rows("B", "F", "L"))
		expect([askedIn(decision), usedIn(decision).Pays]).toEqual([[], "country"])
	})

	test.each(["Xyz", "Region", "Toevoegsel"])("is none in a column %s", (column) => {
		const decision = decisionOf(["N° client", "Nom", column, "Adresse"], rows("A", "B", "A"))
		expect(askedIn(decision)).toEqual([])
		expect(usedIn(decision)[column]).not.toBe("country")
	})
})

test("CODCLI is the customer number", () => {
	const decision = decisionOf(["CODCLI", "RAGSOC"], [["001", "Rossi SRL"]])
	expect([askedIn(decision), usedIn(decision).CODCLI]).toEqual([[], "number"])
})

test.each<[column: string, reason: string, value?: string]>([
	["Estado tarjeta", "a status"],
	["Betalsätt", "how the customer pays"],
	["Medlem", "says yes or no", "Nej"],
	["Kort borttappat", "how a card stands"],
	["Medlem t.o.m.", "until when somebody is a customer"],
	["Login", "a login"],
	["Omsättning i år", "an amount", "120 000"],
])("%s is left out as what it is", (column, reason, value = "kort") => {
	const { columns } = decisionOf(["Kundnr", "Namn", column], [["1", "Anna Ek", value]])
	expect(columns.find((one) => one.column === column)?.reason).toContain(reason)
})
