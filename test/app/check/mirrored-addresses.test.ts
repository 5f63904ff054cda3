import { expect, test } from "vitest"
import { examiner, found, saying, sentBy, token } from "./examined.ts"

const examined = examiner()

const file = (header: string, currency: string, own: string, other: string) => [
	`${header};Token`,
	...["", other, "", "", other].map(
		(second, index) =>
			`${100 + index};Ann Lee${"abcde"[index]};${own};${second === "" ? ";;" : second};${currency};${token(index)}`,
	),
]

const second = { street: "Two 2", zipCode: "30-950", city: "Lublin" }

test.each([
	"Nr klienta;Nazwa;Ulica;Kod;Miasto;Adres koresp. ulica;Adres koresp. kod;Adres koresp. miasto;Waluta",
	"Nr klienta;Nazwa;Ulica;Kod;Miasto;Ulica (koresp.);Kod (koresp.);Miasto (koresp.);Waluta",
	"Member No;Name;Address;Code;Town;Home address;Home code;Home town;Currency",
	"N. cliente;Nome e cognome;Via;CAP;Comune;Via domicilio;CAP domicilio;Comune domicilio;Valuta",
	"Klantnr;Naam;Adres;PC;Plaats;Postadres;PC postadres;Plaats postadres;Valuta",
	"N° client;Nom;Adresse;CP;Ville;Adresse 2;CP 2;Ville 2;Devise",
])("an address that a file has twice is sent whole, whatever its parts are called: %s", async (header) => {
	const lines = file(header, "PLN", "One 1;80-005;Krakow", "Two 2;30-950;Lublin")
	const checked = await examined(lines)
	expect(checked.questions.map(({ id }) => id)).toEqual(["first.street"])
	const [own, other] = checked.questions[0]?.answers ?? []
	const sent = await sentBy(await examined(lines, saying(checked, other?.id ?? "")))
	const first = { street: "One 1", zipCode: "80-005", city: "Krakow" }
	expect(sent.map(({ contact }) => contact?.address)).toMatchObject([first, second, first, first, second])
	const owned = await sentBy(await examined(lines, saying(checked, own?.id ?? "")))
	expect(owned.map(({ contact }) => contact?.address)).toMatchObject([first, first, first, first, first])
})

test("a phone is of the country of the customer's own address, and of no other", async () => {
	const header =
		"Kundenr.;Navn;Adresse;Postnr.;By;Leveringsadresse;Lev. postnr.;Lev. by;Lev. land;Telefon;Valuta;Korttoken"
	const row = (number: number, delivery: string, phone: string) =>
		`${number};Ole Dam;Vej 1;9000;Aalborg;${delivery};${phone};DKK;${token(number)}`
	const checked = await examined([
		header,
		row(1, ";;;", "25 66 63 96"),
		row(2, "Storgata 1;0150;Oslo;Norge", "22 64 28 69"),
	])
	expect(found(checked)).toEqual([])
	expect((await sentBy(checked)).map(({ contact }) => contact?.phone)).toEqual(["25 66 63 96", "22 64 28 69"])
})
