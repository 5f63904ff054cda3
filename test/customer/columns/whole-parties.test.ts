import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { contactsOf, namesOf } from "../contacts-of.ts"
import { decisionOf } from "../decide-of.ts"

type Said = Parameters<typeof contactsOf>[2]

/** What an answer to the question who the customers are says. */
function saying(header: string, rows: readonly string[], id: string): Said {
	const question = contactsOf(header, rows).questions.find((one) => one.id === "customer")
	if (question === undefined) throw new Error("it is not asked who the customers are")
	if (!question.answers.some((answer) => answer.id === id)) throw new Error(`${id} is no answer`)
	return answered(noAnswers, question, [id])
}

const labelsOf = (header: string, rows: readonly string[]) =>
	contactsOf(header, rows).questions.flatMap(({ id, answers }) =>
		id === "customer" ? answers.map((answer) => answer.label) : [],
	)

describe("buyer and recipient are two parties", () => {
	const rows = ["Wieliczka Group;North School;n@example.com", "Kent Group;South School;s@example.com"]

	test.each([
		"Nabywca;Odbiorca;E-mail",
		"Kupujący;Odbiorca;E-mail",
		"Płatnik;Odbiorca;E-mail",
		"Zleceniodawca;Odbiorca;E-mail",
		"Auftraggeber;Warenempfänger;E-Mail",
		"Käufer;Empfänger;E-Mail",
		"Besteller;Lieferempfänger;E-Mail",
		"Acheteur;Destinataire;E-mail",
		"Donneur d'ordre;Destinataire;E-mail",
		"Comprador;Destinatario;Correo electrónico",
		"Acquirente;Destinatario;E-mail",
		"Committente;Destinatario;E-mail",
		"Koper;Ontvanger;E-mail",
		"Opdrachtgever;Ontvanger;E-mail",
		"Ordergivare;Mottagare;E-post",
		"Beställare;Mottagare;E-post",
		"Köparens namn;Mottagarens namn;E-post",
		"Kjøper;Mottaker;E-post",
		"Køber;Modtager;E-mail",
		"Ostaja;Vastaanottaja;Sähköposti",
		"Buyer;Recipient;Email",
		"Purchaser Name;Consignee Name;Email",
		"Sold to;Ship to;Email",
	])("%s", (header) => {
		expect(contactsOf(header, rows).asked).toEqual(["customer"])
		expect(namesOf(header, rows, saying(header, rows, "payer")).names).toEqual(["Wieliczka Group", "Kent Group"])
		expect(namesOf(header, rows, saying(header, rows, "served")).names).toEqual(["North School", "South School"])
	})

	test.each([
		"Beställare;Mottagare;E-post",
		"Buyer Name;Recipient Name;Email",
		"Namn;Betalare;E-post",
		"Name;Zahler;E-Mail",
	])("is no question where both are the same in every row: %s", (header) => {
		const same = ["Anna Ek;Anna Ek;a@example.com", "Bo Lind;Bo Lind;b@example.com", "Cai Berg;Cai Berg;c@example.com"]
		expect(namesOf(header, same)).toEqual({ asked: [], names: ["Anna Ek", "Bo Lind", "Cai Berg"] })
		const turned = [...same.slice(0, 1), "Bo Lind;Cai Berg;b@example.com", "Cai Berg;Bo Lind;c@example.com"]
		expect(contactsOf(header, turned).asked).toEqual(["customer"])
	})

	test("and the address of the recipient is that of deliveries only where the buyer is the customer", () => {
		const header = "Nabywca;Adres nabywcy;Miasto nabywcy;Odbiorca;Adres odbiorcy;Miasto odbiorcy"
		const whole = [
			"Wieliczka Group;Rynek 1;Kraków;North School;Polna 2;Lublin",
			"Kent Group;Nowa 3;Kraków;South School;Leśna 4;Łódź",
		]
		const [buyer] = contactsOf(header, whole, saying(header, whole, "payer")).contacts
		expect(buyer).toMatchObject({ address: { primary: { street: "Rynek 1" }, delivery: { street: "Polna 2" } } })
		const [recipient] = contactsOf(header, whole, saying(header, whole, "served")).contacts
		expect(recipient).toMatchObject({ address: { street: "Polna 2", city: "Lublin" } })
		expect(JSON.stringify(recipient)).not.toContain("Rynek")
	})

	test.each([
		"Namn;Mottagare;E-post",
		"Köpare;Leveransadress;E-post",
		"Name;Warenempfänger;E-Mail",
		"Buyer Name;Shipping Name;Email",
		"Name;Rechnungsempfänger;E-Mail",
		"Odbiorca;Notatka;E-mail",
	])("is no question where the file tells of one: %s", (header) => {
		expect(contactsOf(header, rows).asked).not.toContain("customer")
	})
})

describe("the name of an animal or of a thing is no customer's", () => {
	const rows = [
		"Bella;Cat;Lucy Hughes;l@example.com",
		"Max;Dog;Tom Barker;t@example.com",
		"Rex;Dog;Jane Kerr;j@example.com",
	]
	const owners = ["Lucy Hughes", "Tom Barker", "Jane Kerr"]

	test.each([
		"Patient Name;Species;Owner;Email",
		"Pet Name;Breed;Owner Name;Email",
		"Naam patiënt;Diersoort;Eigenaar;E-mail",
		"Patientens namn;Djurslag;Ägare;E-post",
		"Djurets namn;Ras;Ägarens namn;E-post",
		"Tiername;Tierart;Halter;E-Mail",
		"Patient;Rasse;Besitzer;E-Mail",
		"Pferd;Rasse;Pferdebesitzer;E-Mail",
		"Nom de l'animal;Animal;Propriétaire;E-mail",
		"Mascota;Especie;Propietario;Correo electrónico",
		"Animale;Razza;Proprietario;E-mail",
		"Pacjent;Gatunek;Właściciel;E-mail",
		"Lemmikki;Eläinlaji;Omistaja;Sähköposti",
		"Dyrets navn;Dyreart;Eier;E-post",
		"Kæledyr;Dyreart;Ejer;E-mail",
		"Hästens namn;Häst;Ägare;E-post",
		"Boat name;Boat;Owner;Email",
		"Båtnamn;Båttyp;Ägare;E-post",
		"Patient;Species;Client;Email",
		"Patient Name;Species;Client Name;Email",
		"Patient;Tierart;Kunde;E-Mail",
		"Fahrzeug;Kfz-Kennzeichen;Fahrzeughalter;E-Mail",
		"Bil;Regnr;Ägare;E-post",
		"Vehicle;Registration Plate;Registered Keeper;Email",
	])("%s", (header) => {
		expect(namesOf(header, rows)).toEqual({ asked: [], names: owners })
	})

	test("and its number is none", () => {
		const header = "Pet ID;Pet Name;Species;Owner ID;Owner;Email"
		const numbered = rows.map((row, index) => {
			const [name, species, ...owner] = row.split(";")
			return [index + 7, name, species, `E${index}`, ...owner].join(";")
		})
		expect(
			decisionOf(
				header.split(";"),
				numbered.map((row) => row.split(";")),
			).mapping.columns,
		).toMatchObject({
			"Owner ID": "number",
		})
		expect(contactsOf(header, numbered).mapping.columns).toMatchObject({
			"Pet ID": null,
			"Pet Name": null,
			Owner: "name",
		})
	})

	test("beside the number of a member", () => {
		const members = rows.map((row, index) => `${index + 1};${row}`)
		expect(namesOf("Medlemsnr;Båt;Båttyp;Båtägare;E-post", members)).toEqual({ asked: [], names: owners })
	})

	test.each([
		"Name;Species;Owner;Email",
		"Namn;Båt;Ägare;E-post",
		"Beboer;Notat;Eier;E-post",
		"Mieter;Notiz;Eigentümer;E-Mail",
	])("is asked where both could be: %s", (header) => {
		const named = ["Bella Storm;Cat;Lucy Hughes;l@example.com", "Max Power;Dog;Tom Barker;t@example.com"]
		expect(contactsOf(header, named).asked).toEqual(["customer"])
	})

	test.each([
		"Name;Contact owner;Owner;Email",
		"Name;Vehicle;Contact owner;Email",
		"Namn;Anläggning;Säljare;E-post",
		"Company name;Record owner;Vehicle;Email",
		"Name;Owner;Pet Insurance;Email",
	])("while whoever sells to an account is nobody's owner: %s", (header) => {
		expect(
			contactsOf(header, ["Ann Hall;Bo Ek;Cy Lind;a@example.com", "Eva Kerr;Bo Ek;Cy Lind;e@example.com"]).asked,
		).toEqual([])
	})
})

describe("whoever pays instead of somebody is the customer as a whole", () => {
	const rows = [
		"Imbert;Thierry;26 rue A;69002;Lyon;t@example.com;0673206428;;;;;",
		"Texier;Damien;80 avenue B;31000;Toulouse;d@example.com;0654367318;Véronique Hébert;26 rue du Moulin;44000;Nantes;v@example.com",
		"Vasseur;Odile;5 rue C;69002;Lyon;o@example.com;0625575931;;;;;",
	]

	test.each([
		"Nom;Prénom;Adresse;CP;Ville;E-mail;Téléphone;Payeur (si différent) - Nom;Payeur - Adresse;Payeur - CP;Payeur - Ville;Payeur - E-mail",
		"Efternamn;Förnamn;Adress;Postnr;Ort;E-post;Telefon;Betalare (om annan) namn;Betalare adress;Betalare postnr;Betalare ort;Betalare e-post",
		"Last name;First name;Street;Zip;City;Email;Phone;Payer (if different);Payer street;Payer zip;Payer city;Payer email",
		"Nachname;Vorname;Straße;PLZ;Ort;E-Mail;Telefon;Abweichender Zahler Name;Zahler Straße;Zahler PLZ;Zahler Ort;Zahler E-Mail",
		"Etternavn;Fornavn;Adresse;Postnr;Poststed;E-post;Telefon;Betaler (hvis annen);Betaler adresse;Betaler postnr;Betaler poststed;Betaler e-post",
		"Achternaam;Voornaam;Adres;Postcode;Plaats;E-mail;Telefoon;Betaler (indien anders);Betaler adres;Betaler postcode;Betaler plaats;Betaler e-mail",
		"Apellidos;Nombre;Dirección;C.P.;Población;E-mail;Teléfono;Pagador (si es otro);Dirección pagador;C.P. pagador;Población pagador;E-mail pagador",
		"Cognome;Nome;Indirizzo;CAP;Città;E-mail;Telefono;Pagante (se diverso);Indirizzo pagante;CAP pagante;Città pagante;E-mail pagante",
		"Nazwisko;Imię;Ulica;Kod pocztowy;Miasto;E-mail;Telefon;Płatnik (jeśli inny);Ulica płatnika;Kod pocztowy płatnika;Miasto płatnika;E-mail płatnika",
		"Sukunimi;Etunimi;Katuosoite;Postinumero;Postitoimipaikka;Sähköposti;Puhelin;Maksaja (jos eri);Maksajan katuosoite;Maksajan postinumero;Maksajan postitoimipaikka;Maksajan sähköposti",
		"Nachname;Vorname;Straße;PLZ;Ort;E-Mail;Telefon;Abweichender Rechnungsempfänger;Rechnungsadresse Straße;Rechnungsadresse PLZ;Rechnungsadresse Ort;Rechnung E-Mail",
		"Efternamn;Förnamn;Adress;Postnr;Ort;E-post;Telefon;Fakturamottagare (om annan);Fakturaadress;Faktura postnr;Faktura ort;Faktura e-post",
		"Efternamn;Förnamn;Adress;Postnr;Ort;E-post;Telefon;Annan betalare;Betalare adress;Betalare postnr;Betalare ort;Betalare e-post",
	])("%s", (header) => {
		expect(contactsOf(header, rows).asked).toEqual(["customer"])
		const paying = contactsOf(header, rows, saying(header, rows, "payer"))
		expect(paying.asked).toEqual([])
		expect(paying.contacts).toMatchObject([
			{
				name: { first: "Thierry", last: "Imbert" },
				email: "t@example.com",
				address: { street: "26 rue A", city: "Lyon" },
			},
			{
				name: "Véronique Hébert",
				email: "v@example.com",
				address: { street: "26 rue du Moulin", zipCode: "44000", city: "Nantes" },
			},
			{ name: { first: "Odile", last: "Vasseur" }, email: "o@example.com" },
		])
		expect(JSON.stringify(paying.contacts[1])).not.toMatch(/0654367318|80 avenue|Toulouse|Damien|Texier/)
		const serving = contactsOf(header, rows, saying(header, rows, "served"))
		expect(serving.contacts[1]).toMatchObject({ name: { first: "Damien", last: "Texier" }, email: "d@example.com" })
		expect(JSON.stringify(serving.contacts)).not.toMatch(/Hébert|Nantes|v@example/)
	})

	test("and each answer names all columns that it takes, and whose the cards are", () => {
		const header =
			"Nom;Prénom;Adresse;CP;Ville;E-mail;Téléphone;Payeur (si différent) - Nom;Payeur - Adresse;Payeur - CP;Payeur - Ville;Payeur - E-mail"
		const labels = labelsOf(header, rows)
		for (const column of header.split(";")) {
			expect(labels.find((label) => label.startsWith("Who pays, in one row"))).toContain(`"${column}"`)
			if (!column.startsWith("Payeur"))
				expect(labels.find((label) => label.startsWith("Who is served"))).toContain(`"${column}"`)
		}
	})

	test("a row that has some of the payer, and no name, is an error", () => {
		const header = "Name;E-Mail;Zahler;Zahler E-Mail"
		const some = [
			"Anna Ek;a@example.com;;",
			"Bo Lind;b@example.com;;p@example.com",
			"Cai Berg;c@example.com;Dan Holm;d@example.com",
		]
		expect(namesOf(header, some, saying(header, some, "payer")).names).toEqual(["Anna Ek", "party.unclear", "Dan Holm"])
	})
})

describe("a column that names others is no name", () => {
	const rows = ["Ann Hall;Tom Hall;Parent 1", "Eve Kerr;Bob Kerr;Parent 2", "Sue Hill;Jim Hill;Parent 1"]

	test.each<[header: string, values: readonly [string, string]]>([
		["Parent 1 Name;Parent 2 Name;Bill payer", ["Parent 1", "Parent 2"]],
		["Parent 1 Name;Parent 2 Name;Who pays", ["Parent 1", "Parent 2"]],
		["Mother Name;Father Name;Payer", ["Mother", "Father"]],
		["Målsman 1 namn;Målsman 2 namn;Betalare", ["Målsman 1", "Målsman 2"]],
		["Målsman 1;Målsman 2;Kontaktperson för faktura", ["Målsman 1", "Målsman 2"]],
		["Vårdnadshavare 1 namn;Vårdnadshavare 2 namn;Faktura till", ["Vårdnadshavare 1", "Vårdnadshavare 2"]],
		["Mutter Name;Vater Name;Zahler", ["Mutter", "Vater"]],
		["Elternteil 1 Name;Elternteil 2 Name;Beitragszahler", ["Elternteil 1", "Elternteil 2"]],
		["Foresatt 1 navn;Foresatt 2 navn;Betaler", ["Foresatt 1", "Foresatt 2"]],
		["Forælder 1 navn;Forælder 2 navn;Betaler", ["Forælder 1", "Forælder 2"]],
		["Huoltaja 1 nimi;Huoltaja 2 nimi;Maksaja", ["Huoltaja 1", "Huoltaja 2"]],
		["Mère Nom;Père Nom;Payeur", ["Mère", "Père"]],
		["Tutor 1 nombre;Tutor 2 nombre;Pagador", ["Tutor 1", "Tutor 2"]],
		["Ouder 1 naam;Ouder 2 naam;Betaler", ["Ouder 1", "Ouder 2"]],
	])("%s", (header, [first, second]) => {
		const named = rows.map((row) => row.replace("Parent 1", first).replace("Parent 2", second))
		const { asked, names } = namesOf(header, named)
		expect(asked).toEqual(["customer"])
		expect(names).not.toContain(first)
		expect(namesOf(header, named, saying(header, named, "named"))).toEqual({
			asked: [],
			names: ["Ann Hall", "Bob Kerr", "Sue Hill"],
		})
		expect(namesOf(header, named, saying(header, named, "payer.2")).names).toEqual(["Tom Hall", "Bob Kerr", "Jim Hill"])
	})

	test("takes all that is of whom it names, and a row that names nobody is an error", () => {
		const header = "Child Name;Parent 1 Name;Parent 1 Email;Parent 2 Name;Parent 2 Email;Bill payer;Town"
		const whole = [
			"Alfie Hall;Ann Hall;a@example.com;Tom Hall;t@example.com;Parent 1;Bath",
			"Bella Kerr;Eve Kerr;e@example.com;Bob Kerr;b@example.com;Parent 2;York",
			"Chloe Hill;Sue Hill;s@example.com;Jim Hill;j@example.com;;York",
			"Dylan Stone;Liv Stone;l@example.com;;;Parent 2;York",
		]
		const { asked, contacts } = contactsOf(header, whole, saying(header, whole, "named"))
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([
			{ name: "Ann Hall", email: "a@example.com" },
			{ name: "Bob Kerr", email: "b@example.com" },
			"party.unclear",
			"party.unclear",
		])
	})

	test("takes whom it names by whatever word, with all that is theirs", () => {
		const header = "Elevnr;Elev;Mormor;Kontakt B;Betalas av;Mormors e-post;Kontakt B e-post"
		const whole = [
			"1;Mia Ek;Eva Ek;Bo Ek;Mormor;e@example.com;b@example.com",
			"2;Ivy Lind;Liv Lind;Ulf Lind;Kontakt B;l@example.com;u@example.com",
			"3;Noa Berg;Cia Berg;Cai Berg;Mormor;c@example.com;d@example.com",
		]
		expect(
			contactsOf(
				`Betalare;${header}`,
				whole.map((row) => `;${row}`),
			).asked,
		).toContain("customer")
		const said = { ...saying(header.replace("Betalas av", "Betalare"), whole, "named") }
		expect(contactsOf(header.replace("Betalas av", "Betalare"), whole, said).contacts).toMatchObject([
			{ name: "Eva Ek", email: "e@example.com" },
			{ name: "Ulf Lind", email: "u@example.com" },
			{ name: "Cia Berg", email: "c@example.com" },
		])
	})

	test("is asked where it says that the one guardian pays for some", () => {
		const named = ["Eva Ek;Self;", "Mia Lind;Parent;Liv Lind", "Noa Berg;Self;Cai Berg"]
		expect(contactsOf("Name;Payer;Parent Name", named).asked).toEqual(["customer"])
		expect(namesOf("Name;Payer;Parent Name", named, saying("Name;Payer;Parent Name", named, "named")).names).toEqual([
			"Eva Ek",
			"Liv Lind",
			"Noa Berg",
		])
		expect(
			contactsOf(
				"Name;Payer;Parent Name",
				named.map((row) => row.replace("Parent", "Self")),
			).asked,
		).toEqual([])
	})

	test("while names are names, however few", () => {
		const header = "Pupil Name;Bill Payer"
		expect(namesOf(header, ["Mia Hill;Ann Hill", "Ivy Hill;Ann Hill", "Noa Hill;Ann Hill"]).asked).toEqual(["customer"])
		expect(
			contactsOf("Namn;Målsman 1;Målsman 2;E-post", [
				"Mia Ek;Bo Ek;Eva Ek;m@example.com",
				"Ivy Lind;Ulf Lind;;i@example.com",
			]).asked,
		).toEqual([])
	})
})

describe("who pays in some rows is reached by what stands behind the name and is not filled in more rows", () => {
	const header = "Elev;Målsman;Mobil;E-post;Adress;Postnr;Ort"
	const rows = [
		"Alva Norén;Anna Norén;070-9625119;anna@telia.com;Storgatan 5;90327;Umeå",
		"Tuva Ek;Ulla Ek;070-6589709;ulla@telia.com;Björkvägen 6;97238;Luleå",
		"Elsa Ek;;;;;;",
	]
	const anna = { name: "Anna Norén", email: "anna@telia.com", address: { street: "Storgatan 5" } }

	test("and the others are of whoever is served", () => {
		const { asked, contacts } = contactsOf(header, rows, saying(header, rows, "payer"))
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([anna, { name: "Ulla Ek", email: "ulla@telia.com" }, { name: "Elsa Ek" }])
	})

	test("or errors, where who pays alone is a customer", () => {
		const { asked, contacts } = contactsOf(header, rows, saying(header, rows, "payer.alone"))
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([anna, { name: "Ulla Ek" }, "party.unclear"])
		expect(labelsOf(header, rows)).toContainEqual(
			'Who pays alone, in 2 rows: customer number "Customer number", name "Målsman", mobile phone "Mobil", e-mail "E-post", street "Adress", zip code "Postnr", city "Ort"; one row without is an error',
		)
	})

	test("but what more rows have is of nobody, and stays with who is served", () => {
		const all = rows.map((row, at) => (at === 2 ? "Elsa Ek;;;elsa@telia.com;;;" : row))
		const { contacts } = contactsOf(header, all, saying(header, all, "payer"))
		expect(contacts).toMatchObject([
			{ name: "Anna Norén" },
			{ name: "Ulla Ek" },
			{ name: "Elsa Ek", email: "elsa@telia.com" },
		])
		expect(contacts[0]).not.toHaveProperty("email")
	})
})
