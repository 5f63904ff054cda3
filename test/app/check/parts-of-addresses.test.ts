import { expect, test } from "vitest"
import { examiner, sentBy, token } from "./examined.ts"

const examined = examiner()
const file = (names: string, values: string, zip: string, city: string, country: string) => [
	`Kundnr;Namn;${names};Postnr;Ort;Land;Valuta;Korttoken`,
	...[1, 2, 3].map((at) => `${at};Anna Berg ${at};${values};${zip};${city};${country};EUR;${token(at)}`),
]

test.each([
	["House Name;House Number;Street", "Rose Cottage;2;Mill Lane", "WR2 5RR", "GB", "Rose Cottage, 2 Mill Lane"],
	["Street;House Number;House Name", "Mill Lane;2;Rose Cottage", "WR2 5RR", "GB", "Rose Cottage, 2 Mill Lane"],
	["House Name or Number;Street", "2;Mill Lane", "WR2 5RR", "GB", "2 Mill Lane"],
	["House Name or Number;Street", "Rose Cottage;Mill Lane", "WR2 5RR", "GB", "Rose Cottage, Mill Lane"],
	["Gatenavn;Husnr;Bokstav", "Storgata;1;B", "0250", "NO", "Storgata 1 B"],
	["Vejnavn;Husnr;Bogstav", "Søndergade;1;B", "8000", "DK", "Søndergade 1 B"],
	["Domicilio;Nº;Piso;Puerta", "Calle Mayor;2;3;B", "46002", "ES", "Calle Mayor 2, piso 3, puerta B"],
	["Indirizzo;Civico;Scala", "Via Roma;1;B", "20121", "IT", "Via Roma 1, scala B"],
	["Indirizzo;Civico;Interno", "Via Roma;1;12", "20121", "IT", "Via Roma 1, int. 12"],
	["Vejnavn;Husnr;Side", "Søndergade;1;tv", "8000", "DK", "Søndergade 1, tv"],
	["Katuosoite;Porras", "Rantatie 5;A", "00100", "FI", "Rantatie 5 A"],
])("%s: %s", async (names, values, zip, country, street) => {
	const checked = await examined(file(names, values, zip, "X", country))
	expect(checked.questions).toEqual([])
	const [{ contact } = {}] = await sentBy(checked)
	expect(contact?.address).toMatchObject({ street })
})

test("a locality beside a town is a line of the street, and alone it is the city", async () => {
	const rows = (header: string, cells: string) => [
		`Nr;Name;${header};Postcode;Country;Currency;Card token`,
		...[1, 2, 3].map((at) => `K${at};Joe Hill ${at};${cells};WR2 5RR;GB;GBP;${token(at)}`),
	]
	for (const [header, cells, address] of [
		["Street;Locality;Town", "2 Mill Lane;Hallow;Worcester", { street: "2 Mill Lane, Hallow", city: "Worcester" }],
		["Street;Locality", "2 Mill Lane;Worcester", { street: "2 Mill Lane", city: "Worcester" }],
	] as const) {
		const checked = await examined(rows(header, cells))
		expect(checked.questions).toEqual([])
		expect((await sentBy(checked))[0]?.contact?.address).toMatchObject(address)
	}
})

const french = (header: string, cells: readonly string[]) => [
	`ID client;Nom;Prénom;Adresse;${header};Code postal;Ville;Pays;Devise;Jeton carte`,
	...cells.map((cell, at) => `${310 + at};Caron;Luc;${at + 1} rue Zola;${cell};69003;Lyon;FR;EUR;${token(at)}`),
]

test("what tells a line of an address from a second address are its values, where two columns have one name", async () => {
	const further = await examined(french("Adresse (2)", ["Bât. B", "", "Apt 12", "Résidence Les Pins"]))
	expect(further.questions).toEqual([])
	const sent = await sentBy(further)
	expect(sent.map(({ contact }) => contact?.address && "street" in contact.address && contact.address.street)).toEqual([
		"1 rue Zola, Bât. B",
		"2 rue Zola",
		"3 rue Zola, Apt 12",
		"4 rue Zola, Résidence Les Pins",
	])
	const another = await examined(french("Adresse (2)", ["12 quai Perrache", "", "4 cours Gambetta", "1 place Carnot"]))
	expect(another.questions.map(({ id }) => id)).toEqual(["street"])
	const secondPlace = await examined(
		french("Adresse (2)", ["Le Bourg", "", "Villa Rosa", "Bât. B"]).map((line, at) =>
			line.replace(/;EUR;|;Devise;/, (own) => `;${at === 0 ? "Ville (2)" : "Nice"}${own}`),
		),
	)
	expect(secondPlace.questions).not.toEqual([])
})

test.each([
	["Indirizzo;CAP;Città", "Nuovo indirizzo;Nuovo CAP;Nuova città"],
	["Adresse;CP;Ville", "Nouvelle adresse;Nouveau CP;Nouvelle ville"],
])("a new address beside the one before is one, however its words agree: %s", async (former, now) => {
	const checked = await examined([
		`Numero;Nome e cognome;${former};${now};Nazione;Valuta;Token carta`,
		`1;Rosa Galli;Via Roma 1;20121;Milano;;;;IT;EUR;${token(1)}`,
		`2;Piero Sala;Via Roma 2;38122;Trento;Via Dante 5;09124;Cagliari;IT;EUR;${token(2)}`,
		`3;Noemi Riva;Via Roma 3;80133;Napoli;;;;IT;EUR;${token(3)}`,
	])
	const columns = (header: string) =>
		`${header
			.split(";")
			.map((name) => `"${name}"`)
			.join(", ")}; another where these are empty`
	expect(checked.questions.map(({ answers }) => answers.map(({ label }) => label))).toEqual([
		[columns(former), columns(now), "None: these rows are errors"],
	])
})
