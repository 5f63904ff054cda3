import { describe, expect, test } from "vitest"
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
