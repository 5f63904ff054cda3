import { expect, test } from "vitest"
import { examiner, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner()

const file = (name: string, ...towns: readonly string[]) => [
	`Kundnr;Namn;Gatuadress;Postnummer;${name};Land;Korttoken`,
	...towns.map((town, at) => `10${at};Åsa Ek;Storgatan ${at + 1};411 20;${town};SE;${token(at)}`),
]

test.each(["Postadress", "Postal address"])(
	"beside a street and a zip code, %s without any number is the city",
	async (name) => {
		const checked = await examined(file(name, "Göteborg", "Uppsala", "Malmö"))
		expect(checked.questions).toEqual([])
		expect((await sentBy(checked)).map(({ contact }) => contact?.address)).toMatchObject([
			{ street: "Storgatan 1", city: "Göteborg" },
			{ street: "Storgatan 2", city: "Uppsala" },
			{ street: "Storgatan 3", city: "Malmö" },
		])
	},
)

test("with a number it may be another street, and is asked about", async () => {
	expect(onlyQuestion(await examined(file("Postadress", "Box 12", "Uppsala", "Malmö"))).text).toMatch(/street/)
})

test("a floor and a door follow the number of the house as the file has them", async () => {
	const checked = await examined([
		"Medlemsid;Navn;Vej;Husnr;Etage;Dør;Postnr;By;Land;Valuta;Korttoken",
		`9911;Gry Skov;Kirkestræde;8;st;th;8000;Aarhus C;DK;DKK;${token(1)}`,
		`9912;Palle Juul;Søndergade;85;1;tv;5000;Odense C;DK;DKK;${token(2)}`,
	])
	expect((await sentBy(checked)).map(({ contact }) => contact?.address)).toMatchObject([
		{ street: "Kirkestræde 8, st, th" },
		{ street: "Søndergade 85, 1. tv" },
	])
})
