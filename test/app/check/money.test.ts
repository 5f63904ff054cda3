import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { type Mapping, merged, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "money-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function examined(lines: readonly string[], answers: Partial<Mapping> = {}) {
	const path = join(folder, "customers.csv")
	await writeFile(path, `${lines.join("\n")}\n`)
	const checked = await examineFile(await openFile(path), { options, answers: merged(noAnswers, answers) })
	const sent: (readonly [currency: string | undefined, limit: unknown])[] = []
	for await (const entries of checked.entries())
		for (const { creatable } of entries) sent.push([creatable.currency, creatable.limit])
	return { checked, questions: checked.questions, sent }
}

/** What is sent for each answer to the only question. */
async function outcomes(lines: readonly string[]) {
	const { questions } = await examined(lines)
	expect(questions).toHaveLength(1)
	const found = []
	for (const question of questions)
		for (const { id } of question.answers) {
			const { sent, questions: more } = await examined(lines, answered(noAnswers, question, [id]))
			expect(more.map(({ id }) => id)).not.toContain(question.id)
			found.push([id, sent.map(([currency, limit]) => currency ?? limit)])
		}
	return found
}

describe("a word for several currencies", () => {
	test("is asked about, and every answer creates customers", async () => {
		expect(await outcomes(["Kundnr;Land;Valuta", "1;Sverige;kr", "2;Norge;Kr", "3;Norge;kr", "4;;EUR"])).toEqual([
			["by-country", ["SEK", "NOK", "NOK", "EUR"]],
			["NOK", ["NOK", "NOK", "NOK", "EUR"]],
			["SEK", ["SEK", "SEK", "SEK", "EUR"]],
			["DKK", ["DKK", "DKK", "DKK", "EUR"]],
			["ISK", ["ISK", "ISK", "ISK", "EUR"]],
			["none", [undefined, undefined, undefined, undefined]],
		])
	})

	test("is not asked again of whom no country is known, when it is that of each customer's country", async () => {
		const lines = ["Kundnr;Land;Valuta", "1;Sverige;kr", "2;Norge;kr", "3;;kr"]
		const { questions, sent } = await examined(lines, { currencies: { kr: "by-country" } })
		expect([questions, sent.map(([currency]) => currency)]).toEqual([[], ["SEK", "NOK"]])
	})

	test("is first what all countries of the file have", async () => {
		const { questions } = await examined(["Kundnr;Land;Valuta", "1;Danmark;kr", "2;Danmark;kr"])
		expect(questions.map(({ answers }) => answers[0]?.id)).toEqual(["DKK"])
	})

	test("is no currency of another country", async () => {
		const answers = { currencies: { kr: "by-country" } }
		const { checked, sent } = await examined(["Kundnr;Land;Valuta", "1;Sverige;kr", "2;Tyskland;kr"], answers)
		expect(sent).toEqual([["SEK", undefined]])
		expect(checked.rowsWith("currency.ambiguous").size).toBe(1)
	})
})

describe("a word that is no currency we know", () => {
	test("is asked about, with the currencies of the countries and of the file", async () => {
		expect(await outcomes(["Kundnr;Land;Valuta", "1;Schweiz;Fr.", "2;Schweiz;Fr.", "3;Tyskland;EUR"])).toEqual([
			["CHF", ["CHF", "CHF", "EUR"]],
			["EUR", ["EUR", "EUR", "EUR"]],
			["SEK", ["SEK", "SEK", "EUR"]],
			["errors", ["EUR"]],
			["none", [undefined, undefined, undefined]],
		])
	})

	test("is asked about where all of the column are so, and nothing else is", async () => {
		const { questions } = await examined(["Kundnr;Namn;Valuta", "1;Bo Ek;korun", "2;An Ek;korun", "3;Cai Ek;mynt"])
		expect(questions.map(({ id, text }) => [id, text])).toEqual([
			["currency.korun", 'Which currency is "korun"?'],
			["currency.mynt", 'Which currency is "mynt"?'],
		])
		for (const { answers } of questions)
			expect(answers.filter(({ id }) => /^[A-Z]{3}$/.test(id)).length).toBeGreaterThan(1)
		expect(questions[0]?.answers.map(({ id }) => id)).toContain("CZK")
	})

	test("is asked of few words only: others say that the column is none of currencies", async () => {
		const words = ["Oslo", "Bergen", "Moss", "Hamar", "Drammen", "Larvik", "Horten", "Arendal", "Bod", "Skien"]
		const { questions } = await examined(["Kundnr;Navn;Valuta", ...words.map((word, at) => `${at + 1};Bo Ek;${word}`)])
		expect(questions.map(({ id }) => id)).toEqual(["currency"])
	})
})

describe("no currency", () => {
	const countries = [
		"Kundnr;Adress;Postnr;Ort;Land",
		"1;Gate 1;0154;Oslo;NO",
		"2;Str. 1;10115;Berlin;DE",
		"3;Str. 2;10115;Berlin;DE",
	]

	test("with other countries is one question", async () => {
		expect(await outcomes(countries)).toEqual([
			["by-country", ["NOK", "EUR", "EUR"]],
			["EUR", ["EUR", "EUR", "EUR"]],
			["NOK", ["NOK", "NOK", "NOK"]],
			["SEK", ["SEK", "SEK", "SEK"]],
		])
	})

	test("with one other country is first the currency of that", async () => {
		const { questions } = await examined(countries.filter((line) => !line.includes("NO")))
		expect(questions[0]?.answers.map(({ id }) => id)).toEqual(["EUR", "SEK"])
	})

	test("in rows of a file that has others is a question about these rows", async () => {
		expect(await outcomes(["Kundnr;Valuta", "1;EUR", "2;EUR", "3;"])).toEqual([
			["EUR", ["EUR", "EUR", "EUR"]],
			["SEK", ["EUR", "EUR", "SEK"]],
		])
	})

	test("in rows of a file that has others is that of the country first", async () => {
		const lines = [
			"Klantnr;Adres;Postcode;Plaats;Land;Valuta",
			"1;Weg 1;3512 JE;Ede;NL;",
			"2;Weg 2;2312 EZ;Ede;NL;GBP",
			"3;Weg 3;9711 LM;Ede;NL;",
		]
		const { questions } = await examined(lines)
		expect(questions.map(({ answers }) => answers.map(({ id }) => id))).toEqual([["EUR", "GBP", "SEK"]])
	})

	test.each([
		["a total", "Summe;;;20,00"],
		["a row without a number", ";Bo Ek;;10,00"],
		["a row that is not the customer's", "3;Bo Ek;;10,00;"],
	])("is none of the business of a row that is not sent: %s", async (_, line) => {
		const lines = ["Kundennr;Name;Währung;Betrag", "1;An Ek;EUR;10,00", "2;Cai Ek;EUR;10,00", line]
		const { checked, questions } = await examined(lines)
		expect([checked.counts.error, questions]).toEqual([1, []])
	})

	test("counts the rows that would be sent, and is of all customers where none of them gives one", async () => {
		const { questions } = await examined([...countries, "Summe;;;;"])
		expect(questions.map(({ text, why }) => [text, why])).toEqual([
			["In which currency are the customers?", expect.stringContaining("3 rows are of countries")],
		])
	})

	test("in rows of a file of Swedish crowns is told", async () => {
		const { checked, questions, sent } = await examined(["Kundnr;Valuta", "1;SEK", "2;SEK", "3;"])
		expect([questions, sent.map(([currency]) => currency)]).toEqual([[], ["SEK", "SEK", undefined]])
		expect(checked.rowsWith("currency.none").size).toBe(1)
	})
})

describe("a file without a currency or a country", () => {
	const asked = async (header: string, ...rows: readonly string[]) =>
		(await examined([header, ...rows])).questions.map(({ id, answers }) =>
			[id, ...answers.map((one) => one.id)].join(" "),
		)

	test.each([
		["Kundennummer;Name;Telefon", "1;Bo Ek;+49 176 7818201", "2;An Ek;0049 171 2180460", "currency EUR SEK"],
		["Kundenr;Navn;Mobil", "1;Bo Ek;+4591234567", "2;An Ek;+4581234567", "currency DKK SEK"],
		["Kundennummer;Name;E-Mail", "1;Bo Ek;bo@ek.de", "2;An Ek;an@ek.de", "currency EUR SEK"],
		["Kundenr;Navn;E-post", "1;Bo Ek;bo@ek.no", "2;An Ek;an@us.no", "currency NOK SEK"],
		["Mitgliedsnummer;Name;Beitrag", "1;Bo Ek;60,00 €", "2;An Ek;45,00 €", "currency EUR SEK"],
		["Medlemsnr;Navn;Kontingent", "1;Bo Ek;120,00 kr.", "2;An Ek;90,00 kr.", "currency DKK ISK SEK"],
		["Member No;Name;Monthly fee", "1;Bo Ek;£60.00", "2;An Ek;£5.00", "currency GBP SEK"],
		["Member No;Name;Monthly fee (EUR)", "1;Bo Ek;60.00", "2;An Ek;5.00", "currency EUR SEK"],
		["Customer no;Name;Credit limit", "1;Bo Ek;600,00 €", "2;An Ek;500,00 €", "currency EUR SEK"],
		["Customer no;Name;Fee;Fee unit", "1;Bo Ek;60;PLN", "2;An Ek;5;PLN", "currency PLN SEK"],
		["Member No;Name;Postcode", "1;Bo Ek;BS1 4ND", "2;An Ek;W1A1AA", "currency GBP SEK"],
		[
			"Borger-ID;Navn;Adresse;CPR;Kontakt;Kontakt tlf;Bemærkning",
			"1;Bo Ek;Gade 1;;An Ek;12345678;",
			"2;An By;Vej 2;;Bo By;12345679;",
			"currency DKK SEK",
		],
		["Member;Name;Zip", "1;Bo Ek;3511 AB", "2;An Ek;1011ab", "currency EUR SEK"],
		["ID;Name;Zip", "1;Bo Ek;00-950", "2;An Ek;31-001", "currency PLN SEK"],
		["Member;Name;Zip", "1;Bo Ek;2100", "2;An Ek;8000", "currency DKK NOK CHF EUR SEK"],
		[
			"Medlemsnr;Navn;Adresse;Postnr;Poststed",
			"1;Bo Ek;Gate 1;0154;Oslo",
			"2;An Ek;Gate 2;5003;Bergen",
			"currency NOK DKK CHF EUR SEK",
		],
		["Medlemsnr;Fornavn;Efternavn;Adresse;By", "1;Bo;Ek;Gade 1;Aarhus", "2;An;Ek;Vej 2;Odense", "currency DKK SEK"],
		[
			"Mitgliedsnummer;Name;Straße;PLZ;Ort",
			"1;Bo Ek;Weg 1;10115;Berlin",
			"2;An Ek;Weg 2;80331;Ulm",
			"currency EUR CHF SEK",
		],
		["Asiakasnumero;Nimi;Osoite;Postinumero", "1;Bo Ek;Katu 1;00100", "2;An Ek;Katu 2;33100", "currency EUR SEK"],
		["Nº socio;Apellidos;Nombre;C.P.;Provincia", "1;Ek;Bo;28001;Madrid", "2;Ek;An;08002;Soria", "currency EUR SEK"],
		["N° client;Nom;Prénom;Adresse;Ville", "1;Ek;Bo;Rue 1;Lyon", "2;Ek;An;Rue 2;Lille", "currency EUR CHF SEK"],
		["Codice cliente;Cognome;Nome;Via;Città", "1;Ek;Bo;Via 1;Roma", "2;Ek;An;Via 2;Bari", "currency EUR SEK"],
		["Klantnummer;Achternaam;Voornaam;Woonplaats", "1;Ek;Bo;Ede", "2;Ek;An;Elst", "currency EUR SEK"],
		["Nr klienta;Nazwisko;Imię;Miasto", "1;Ek;Bo;Ustka", "2;Ek;An;Hel", "currency PLN SEK"],
	])("asks where other things speak of another one: %s, %s", async (header, one, other, expected) => {
		expect(await asked(header, one, other)).toEqual([expected])
	})

	test.each([
		["Kundnr;Namn;Telefon", "1;Bo Ek;+46 70 123 45 67", "2;An Ek;070-123 45 67"],
		["Kundnr;Namn;Mobil;E-post", "1;Bo Ek;070-123 45 67;bo@ek.se", "2;An Ek;+4791234567;an@gmail.com"],
		["Kundnr;Namn;E-post", "1;Bo Ek;bo@ek.se", "2;An Ek;an@ek.nu"],
		["Kundnr;Namn;Avgift;E-post", "1;Bo Ek;60 kr;bo@ek.com", "2;An Ek;50 kr;an@ek.com"],
		["Kundnr;Namn;Avgift SEK;E-post", "1;Bo Ek;60;bo@ek.no", "2;An Ek;50;an@ek.no"],
		["Kundnr;Namn;Adress;Postnr;Ort", "1;Bo Ek;Gatan 1;11122;Lund", "2;An Ek;Gatan 2;222 33;Lund"],
		["Member No;Name;Postcode", "1;Bo Ek;111 22", "2;An Ek;222 33"],
		["Kundennummer;Vorname;Name", "1;Bo;Ek", "2;An;Ek"],
		["Nr;Name;Telefon", "1;Bo Ek;070-123 45 67", "2;An Ek;070-123 45 68"],
		["Customer number;Full name;Email;Card token", "1;Bo Ek;bo@ek.com;", "2;An Ek;an@ek.com;"],
		["Medlemsnr;Namn;Mobiltelefon;E-post", "1;Bo Ek;;bo@ek.com", "2;An Ek;;an@ek.com"],
		["Kundnr;Namn;LEI;Vikt", "1;Bo Ek;A 1 b;12 kg", "2;An Ek;;15 kg"],
	])("asks nothing else: %s, %s", async (...lines) => {
		expect(await asked(...lines)).toEqual([])
	})

	test("takes no yes and no for Slovenia and Norway", async () => {
		const lines = ["1;Bo Ek;11122;SI", "2;An Ek;22233;NO", "3;Al Ek;33344;SI"]
		expect(await asked("Kundnr;Namn;Postnr;Taquilla", ...lines)).toEqual([])
	})

	test("takes the amounts once it is answered", async () => {
		const lines = ["Customer no;Name;Credit limit", "1;Bo Ek;600,00 €"]
		const { sent } = await examined(lines, { constants: { currency: "EUR" } })
		expect(sent).toEqual([["EUR", 600]])
		const { checked } = await examined(lines, { constants: { currency: "SEK" } })
		expect(checked.summary.map(({ code }) => code)).toContain("limit.currency")
	})
})

describe("an amount", () => {
	test("that can be read in two ways is asked about, and every answer creates customers", async () => {
		expect(await outcomes(["Kundnr;Kreditgräns", "1;1.500", "2;12.000,50", "3;750"])).toEqual([
			["thousands", [1500, 12000.5, 750]],
			["decimals", [1.5, 12000.5, 750]],
			["none", [undefined, undefined, undefined]],
		])
	})

	test("has its unit taken off, where that is the customer's currency", async () => {
		const lines = [
			"Kundnr;Valuta;Kreditgräns",
			"1;SEK;8 450 kr",
			"2;SEK;7 900:-",
			"3;EUR;€ 750,50",
			"4;EUR;100 kr",
			"5;SEK;1 000 SEK",
		]
		const { questions, sent } = await examined(lines)
		expect(questions).toEqual([])
		expect(sent).toEqual([
			["SEK", 8450],
			["SEK", 7900],
			["EUR", 750.5],
			["SEK", 1000],
		])
	})
})

describe("a currency that only the name of the limit says", () => {
	test("is asked about, and not SEK by itself", async () => {
		expect(await outcomes(["Kundnr;Credit limit in USD", "1;500", "2;700"])).toEqual([
			["USD", ["USD", "USD"]],
			["SEK", ["SEK", "SEK"]],
		])
	})

	test("may be SEK", async () => {
		for (const name of ["Limit (SEK)", "Kreditgräns (kr)", "Limit"])
			expect((await examined([`Kundnr;${name}`, "1;500"])).questions).toEqual([])
	})

	test("leaves no limit of another currency, whatever is answered first", async () => {
		const { questions, sent } = await examined(["Kundnr;Limit (USD)", "1;500"], { constants: { currency: "SEK" } })
		expect(questions.map(({ id, answers }) => [id, answers[0]?.id])).toEqual([["limit", "none"]])
		expect(sent).toEqual([["SEK", undefined]])
	})
})

test("a limit in hundredths is sent only where somebody says so", async () => {
	const lines = ["Kundnr;Kreditgräns (öre);Valuta", "1;150000;SEK"]
	const { questions, sent } = await examined(lines)
	expect([questions.map(({ id }) => id), sent]).toEqual([["limit"], [["SEK", undefined]]])
	const limit = { columns: { "Kreditgräns (öre)": "limit" } } as const
	expect((await examined(lines, limit)).sent).toEqual([["SEK", 150000]])
})

describe("without a currency", () => {
	const asked = async (...lines: readonly string[]) => (await examined(lines)).questions.map(({ id }) => id)

	test.each([
		["a country among others", "Kundnr;Land", "1;SE", "2;SE", "3;SE", "4;NO"],
		["amounts in two currencies", "Kundnr;Avgift", "1;100 kr", "2;100 kr", "3;100 kr", "4;10,00 €"],
		["amounts in others", "Kundennr;Abopreis", "1;45,00 €", "2;45,00 €", "3;CHF 49.00"],
		["amounts in another one than the country's", "Kundnr;Land;Pris", "1;SE;10,00 €", "2;SE;10,00 €"],
	])("%s is asked about", async (_, ...lines) => {
		expect(await asked(...lines)).toEqual(["currency"])
	})

	test.each([
		["amounts of one", "Kundnr;Avgift", "1;100 kr", "2;100 SEK", "3;100:-"],
		["parking spaces", "Kundnr;P-plats", "1;P1", "2;P2", "3;P3"],
		["places", "Kundnr;Plats", "1;R12", "2;L1", "3;R14"],
		["plans", "Kundnr;Abonnemang", "1;L1", "2;R2", "3;P3"],
		["one country", "Kundnr;Land", "1;SE", "2;Sverige", "3;"],
	])("%s are not asked about", async (_, ...lines) => {
		expect(await asked(...lines)).toEqual([])
	})

	test("is asked about the country that a person said a column is, or of all rows", async () => {
		const lines = ["Kundennr;Ld.", "1;DE", "2;DE", "3;DE"]
		const of = async (answers: Partial<Mapping>) =>
			(await examined(lines, answers)).questions.map(({ id, answers }) => [id, answers[0]?.id])
		expect(await of({ columns: { "Ld.": "country" } })).toEqual([["currency", "EUR"]])
		expect(await of({ columns: { "Ld.": null }, constants: { country: "DE" } })).toEqual([["currency", "EUR"]])
	})
})
