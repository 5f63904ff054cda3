import { describe, expect, test } from "vitest"
import { merged, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { contactsOf } from "../contacts-of.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

const decided = (header: string, rows: readonly string[]) =>
	decisionOf(
		header.split(";"),
		rows.map((row) => row.split(";")),
	)

const payers = [
	"K/0311;Anna Wójcik;ul. Polna 7/12;60-535;Poznań;601 200 101",
	"K/0312;Ewa Nowak;ul. Wodna 2;61-001;Poznań;601 200 102",
	"K/0315;Jan Lis;ul. Długa 31;62-020;Swarzędz;601 200 103",
]

describe("a code within somebody's address is its zip code, and no customer number", () => {
	test.each([
		"ID kursanta;Płatnik - imię i nazwisko;Płatnik - adres;Płatnik - kod;Płatnik - miasto;Płatnik - telefon",
		"ID;Nabywca;Adres nabywcy;Kod nabywcy;Miasto nabywcy;Telefon nabywcy",
		"Nr;Nazwa;Ulica;Kod;Miasto;Telefon",
	])("%s", (header) => {
		const [number = "", name = "", street = "", code = "", city = ""] = header.split(";")
		expect(decided(header, payers).mapping.columns).toMatchObject({
			[number]: "number",
			[name]: "name",
			[street]: "street",
			[code]: "zipCode",
			[city]: "city",
		})
	})

	test("also where the numbers of flats stand between", () => {
		const { mapping } = decided("Nr klienta;Nazwa;Ulica;Nr domu;Lokal;Kod;Miasto", [
			"1;A Lis;Polna;7;1;60-535;Poznań",
			"2;B Lis;Wodna;2;;61-001;Poznań",
			"3;C Lis;Długa;3;4;62-020;Swarzędz",
		])
		expect(mapping.columns.Kod).toBe("zipCode")
	})

	test.each([
		["beside a zip code it is one of anything", "Kundnr;Namn;Adress;Kod;Ort;Postnr", "Kod"],
		["before the name it is not", "Kundnr;Kod;Namn;Adress;Ort;Postnr", "Kod"],
	])("%s", (_, header, code) => {
		const rows = [
			["1;Bo Ek;Storgatan 1;4711;Lund;222 22", "2;Al Ek;Storgatan 2;4712;Lund;222 22"],
			["1;4711;Bo Ek;Storgatan 1;Lund;222 22", "2;4712;Al Ek;Storgatan 2;Lund;222 22"],
		]
		const { mapping } = decided(header, rows[header.startsWith("Kundnr;Kod") ? 1 : 0] ?? [])
		expect(mapping.columns).toMatchObject({ [code]: null, Kundnr: "number", Postnr: "zipCode" })
	})

	test.each(["Kod klienta", "Nr klienta", "Kod płatnika"])(
		"%s within an address of nobody by its name is a number",
		(name) => {
			const { mapping } = decided(`Nazwa;Ulica;${name};Miasto`, ["A;Polna 1;1001;Łódź", "B;Polna 2;1002;Łódź"])
			expect(mapping.columns[name]).toBe("number")
		},
	)

	test("codes of customers there are their numbers", () => {
		const { mapping } = decided("Nazwa;Ulica;Kod;Miasto", ["A;Polna 1;K-1;Łódź", "B;Polna 2;K-2;Łódź"])
		expect(mapping.columns.Kod).toBe("number")
	})
})

describe("a number between the street and the city", () => {
	const rows = ["Ina Vik;Storgata 1;0350;Oslo", "Bo Moe;Storgata 2;5019;Bergen", "Eli Dal;Storgata 3;6800;Førde"]

	test("is asked about where no other can be the customer's", () => {
		const decision = decided("Navn;Adresse;Nr;Sted", rows)
		expect(askedIn(decision)).toContain("number")
		expect(decision.questions[0]?.answers.map(({ id }) => id)).toEqual(["Nr", "another"])
	})

	test("and is the zip code beside the customer's own", () => {
		const decision = decided(
			"Kundenr;Navn;Adresse;Nr;Sted",
			rows.map((row, index) => `K-${index};${row}`),
		)
		expect([askedIn(decision), usedIn(decision).Nr]).toEqual([[], "zipCode"])
	})
})

describe("the numbers of houses", () => {
	const rows = ["Bo Ek;Dorpsstraat;12;9000", "Al Ek;Molenstraat;41;9050", "Cy Ek;Nieuwelaan;7;9000"]

	test("stay with the street, whatever is said of the customer number", () => {
		const decision = decided("Naam;Straat;Nr;Postcode", rows)
		const [question] = decision.questions.filter(({ id }) => id === "number")
		const none = question?.answers.find(({ id }) => id === "another")
		expect(none?.mapping.columns).toEqual({ Nr: "street" })
		expect(none?.label).toBe("No: another column is, and it is the number of the house")
	})

	test("of another number nothing else is said", () => {
		const { questions } = decided("Naam;Nr;Lot", ["Bo Ek;1001;A7", "Al Ek;1002;B9", "Cy Ek;1003;C4"])
		const [question] = questions.filter(({ id }) => id === "number")
		const none = question?.answers.find(({ id }) => id === "another")
		expect(none?.label).toBe("None of these: another column is")
		expect(none?.mapping.columns).toEqual({ Nr: null, Lot: null })
	})
})

describe("a time of the day says of a phone when somebody is reached by it", () => {
	const phones = ["Bo Ek;0155-174 81;070-174 09 01", "Al Ek;0155-174 89;", "Cy Ek;;070-174 09 03"]

	test.each([
		["Telefon dag", "Telefon kväll"],
		["Day phone", "Evening phone"],
		["Tel. tagsüber", "Tel. abends"],
		["Puhelin päivä", "Puhelin ilta"],
		["Tél. jour", "Tél. soir"],
		["Tlf. dag", "Tlf. aften"],
		["Teléfono de día", "Teléfono de noche"],
	])("%s, %s", (day, evening) => {
		const { contacts } = contactsOf(`Namn;${day};${evening}`, phones, {
			constants: { country: "SE" },
			first: { phone: day },
		})
		expect(contacts.map((contact) => typeof contact === "object" && contact.phone)).toEqual([
			"+4615517481",
			"+4615517489",
			"+46701740903",
		])
	})

	test.each(["Telefon datum", "Phone date", "Dag", "Datum telefonsamtal"])("%s is a date", (name) => {
		const { mapping } = contactsOf(`Namn;${name}`, ["Bo Ek;2026-01-02", "Al Ek;2026-01-03"])
		expect(mapping.columns[name]).toBe(null)
	})
})

describe("a question about the number offers", () => {
	const offered = (header: string, rows: readonly string[]) =>
		decided(header, rows)
			.questions.filter(({ id }) => id === "number")
			.map(({ answers }) => answers[0]?.id)

	test.each([
		["the number of a plan before that of a device", "Plan ref;Account;Boiler serial", "Plan ref"],
		["the number of a ticket before numbers that are drawn", "Ticket No;Name;Numbers", "Ticket No"],
		["the number of an owner before a week", "Ägarnr;Namn;Vecka", "Ägarnr"],
		["the number of a child before a balance", "Child Ref;Name;Balance (£)", "Child Ref"],
		["the number of a contract before a count", "Vertragsnr;Name;Stunden", "Vertragsnr"],
	])("%s", (_, header, own) => {
		const [, name] = header.split(";")
		const rows = ["BC-0901;Ann Hill;7716", "BC-0902;Bo Ek;2109", "BC-0903;Cy Dal;8882"]
		expect([name, ...offered(header, rows)]).toEqual([name, own])
	})

	test.each([
		["visits", "Identifiant;Nom;Nb RDV"],
		["hours", "ID;Name;Arbeitseinsätze (Std)"],
		["years", "Id;nombre;antiguedad"],
	])("nothing where what counts %s stands beside an id", (_, header) => {
		const rows = ["4410;Ann Hill;14", "4412;Bo Ek;9", "4415;Cy Dal;22"]
		const [id = ""] = header.split(";")
		expect([offered(header, rows), decided(header, rows).mapping.columns[id]]).toEqual([[], "number"])
	})

	test.each([
		["codes that nobody knows, beside an id", "Id;Name;Kennung", "K-14;K-09;K-22"],
		["what a row tells of, beside a number of anything", "Ticket No;Name;Nr", "14;9;22"],
		["numbers that nobody knows, beside an id", "Id;Name;Sigle", "10014;10009;10022"],
	])("both: %s", (_, header, values) => {
		const rows = values
			.split(";")
			.map((value, index) => `LT001${index};${["Ann Hill", "Bo Ek", "Cy Dal"][index]};${value}`)
		expect(decided(header, rows).questions.find(({ id }) => id === "number")?.answers.length).toBe(3)
	})

	test.each(["Borger-ID;Navn;Enhed serienr.", "Medlemsnr;Navn;Uge", "id_hermano;nombre;antiguedad"])(
		"nothing beside the customer's own: %s",
		(header) => {
			const rows = ["N-1101;Ann Hill;CT-81", "N-1102;Bo Ek;CT-82", "N-1103;Cy Dal;CT-83"]
			expect(askedIn(decided(header, rows))).toEqual([])
		},
	)
})

describe("the number of a row is not lost with whom it is of", () => {
	const header = "Child Ref;Child;Bill Payer;Payer Email;Balance (£)"
	const rows = [
		"N204;Ottilie Marsh;Rebecca Marsh;rm@example.com;0.00",
		"N180;Caleb Otieno;Grace Otieno;go@example.com;-20.00",
		"N181;Mia Otieno;Grace Otieno;go@example.com;112.40",
	]

	test("where the customers are those who pay", () => {
		const payer = decided(header, rows)
			.questions.find(({ id }) => id === "customer")
			?.answers.find(({ id }) => id === "payer")
		expect(payer?.mapping.columns).toEqual({
			Child: null,
			"Bill Payer": "name",
			"Payer Email": "email",
		})
		const next = decisionOf(
			header.split(";"),
			rows.map((row) => row.split(";")),
			{ answers: merged(noAnswers, payer?.mapping ?? {}) },
		)
		expect(next.questions.map(({ text }) => text)).toEqual(['Is "Child Ref" the customer number?'])
		expect(next.questions[0]?.answers[0]?.mapping.columns).toEqual({ "Child Ref": "number" })
		const done = decisionOf(
			header.split(";"),
			rows.map((row) => row.split(";")),
			{ answers: merged(merged(noAnswers, payer?.mapping ?? {}), { columns: { "Child Ref": "number" } }) },
		)
		expect([askedIn(done), usedIn(done)]).toEqual([
			[],
			{ "Child Ref": "number", "Bill Payer": "name", "Payer Email": "email" },
		])
	})

	test("and is left out where they have their own", () => {
		const own = rows.map((row, index) => `${row};P-${index}`)
		const payer = decided(`${header};Payer No`, own)
			.questions.find(({ id }) => id === "customer")
			?.answers.find(({ id }) => id === "payer")
		expect(payer?.mapping.columns).toMatchObject({ "Child Ref": null, "Payer No": "number" })
	})
})

test("of several who pay for some, each may be the customer, and who is served of the others", () => {
	const rows = [
		"0991;Fien Goossens;;Tom Goossens;tom@example.be;Ilse Baert;ilse@example.be",
		"0992;Jonas Wouters;jonas@example.be;;;;",
		"0993;Lina Peeters;;Bart Peeters;bart@example.be;;",
	]
	const header = "Lidnummer;Naam lid;E-mail lid;Naam ouder 1;E-mail ouder 1;Naam ouder 2;E-mail ouder 2"
	const question = decided(header, rows).questions.find(({ id }) => id === "customer")
	const first = question?.answers.find(
		({ label }) => label.includes('name "Naam ouder 1"') && label.includes("where there is none"),
	)
	expect(first?.mapping.columns).toMatchObject({ Lidnummer: "number", "Naam ouder 2": null, "E-mail ouder 2": null })
	expect(first?.mapping.parties?.of).toEqual([
		{ columns: ["Naam ouder 1", "E-mail ouder 1"] },
		{ columns: ["Naam lid", "E-mail lid"] },
	])
})

describe("how one party is reached is not sent with the name of another", () => {
	const rows = [
		"Kari Nordahl;kari@example.no;Astrid Nordahl;22 40 00 01",
		"Jonas Bakke;jonas@example.no;Liv Bakke;22 40 00 02",
		"Eline Fosse;eline@example.no;Borghild Fosse;22 40 00 03",
	]

	test.each([
		"Bestilt av;E-post bestiller;Mottaker;Mottaker tlf",
		"Beställt av;E-post beställare;Mottagare;Mottagare telefon",
		"Bestilt af;E-mail bestiller;Modtager;Modtager telefon",
	])("%s", (header) => {
		const { asked, questions } = contactsOf(header, rows, { constants: { country: "NO" } })
		expect(asked).toEqual(["customer"])
		const [, , , phone = ""] = header.split(";")
		const payer = questions[0]?.answers.find(({ id }) => id === "payer")
		expect(payer?.mapping.columns?.[phone]).toBe(null)
	})

	test.each(["Navn;E-post;Korttekst;Mottaker tlf", "Name;Email;Card text;Recipient phone"])(
		"but asked about: %s",
		(header) => {
			const { asked } = contactsOf(header, rows, { constants: { country: "NO" } })
			expect(asked).toContain("phone")
		},
	)

	test.each(["Mottaker;E-post;Merknad;Mottaker tlf"])(
		"where whoever receives is the customer nothing is asked of the phone: %s",
		(header) => {
			const { asked } = contactsOf(header, rows, { constants: { country: "NO" } })
			expect(asked).not.toContain("phone")
		},
	)
})

test.each(["Egen telefon;Egen email", "Egen tlf;Egen e-post", "Eigenes Telefon;Eigene E-Mail"])(
	"what is somebody's own is the customer's: %s",
	(header) => {
		const { asked, contacts } = contactsOf(`Namn;${header}`, ["Bo Ek;22430024;bo@example.dk", "Al Ek;22430028;"], {
			constants: { country: "DK" },
		})
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([{ phone: "+4522430024", email: "bo@example.dk" }, { phone: "+4522430028" }])
	},
)
