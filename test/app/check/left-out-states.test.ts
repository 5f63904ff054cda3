import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { type ForeignConcept, foreign } from "../../../src/customer/headers/concepts.ts"
import { examiner, found, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner()
const names = ["Anna Ek", "Bo Lind", "Cai Berg", "Dag Holm", "Eva Ström", "Finn Dahl"]
const file = (column: string, ...cells: string[]) => [
	`Kundnr;Namn;${column};Valuta;Korttoken`,
	...cells.map((cell, at) => `100${at};${names[at]};${cell};SEK;${token(`${column}${at}`)}`),
]

/** A name of each reason for which a column is left out; nothing where what it is of ends by itself. */
const columns: Readonly<Record<ForeignConcept, string | undefined>> = {
	note: "Anteckning",
	status: "Status",
	deleted: "Raderad",
	merged: undefined,
	ended: "Avslut",
	active: "Aktiv",
	date: "Datum",
	birth: "Födelsedatum",
	expiry: "Utgångsdatum",
	month: "Månad",
	year: "År",
	last4: undefined,
	brand: "Märke",
	masked: undefined,
	bin: undefined,
	fingerprint: undefined,
	funding: undefined,
	security: undefined,
	pan: undefined,
	salutation: "Titel",
	gender: "Kön",
	age: "Ålder",
	citizenship: "Nationalitet",
	nameless: "Mellannamn",
	birthName: "Flicknamn",
	birthFirst: undefined,
	initials: "Initialer",
	nickname: "Smeknamn",
	consent: undefined,
	tag: "Taggar",
	group: "Grupp",
	product: "Produkt",
	plan: "Plan",
	subscription: "Abonnemang",
	contract: "Avtal",
	licence: "Licens",
	order: undefined,
	transaction: undefined,
	amount: "Belopp",
	count: "Antal",
	rate: "Andel",
	discount: "Rabatt",
	terms: "Betalningsvillkor",
	bank: "Bankkonto",
	website: "Hemsida",
	fax: "Fax",
	department: "Avdelning",
	region: "Län",
	coordinate: "Latitud",
	source: "Källa",
	other: "Säljare",
	merchant: "Butik",
	gateway: "Stripe ID",
	session: undefined,
	login: undefined,
	file: undefined,
	row: "Radnummer",
	location: "Plats",
	vehicle: "Båt",
	supply: "Anläggningsadress",
	dialling: undefined,
	areaCode: "Riktnummer",
	extension: "Anknytning",
	flag: "Ja/Nej",
}

describe("whatever a column was taken for that is not sent", () => {
	test.each(Object.entries(columns).flatMap(([why, column]) => (column === undefined ? [] : [[why, column] as const])))(
		"%s: a word for having left in %s is asked about",
		async (_, column) => {
			const { questions } = await examined(file(column, "", "Uppsagt", "", "", "", ""))
			expect(questions.map(({ id }) => id)).toContain("ended")
		},
	)

	test("the columns are of all reasons", () => expect(Object.keys(columns)).toEqual(Object.keys(foreign)))

	test.each([
		["Avtal", "Löpande", "Uppsagt"],
		["Vertrag", "laufend", "gekündigt"],
		["Contract", "Active", "Terminated"],
		["Sopimus", "Voimassa", "Päättynyt"],
		["Type", "Hovedmedlem", "Utmeldt"],
		["Typ", "Vollmitglied", "Ausgetreten"],
		["Art", "Vollmitglied", "Ausgetreten"],
		["Laji", "Jäsen", "Eronnut"],
		["Plan", "pro", "cancelled"],
		["Produkt", "Guld", "Avslutad kund"],
		["Betalsätt", "Autogiro", "Uppsagd 2024-05-01"],
		["Xyz", "A", "Avslutad - flyttat"],
		["Medlemstyp", "Ordinarie", "Avförd"],
		["Medlemskategori", "Ordinarie", "Utesluten"],
		["Kundgrupp", "Ordinarie", "Ej aktiv"],
		["Medlemstyp", "Ordinarie", "F.d. medlem"],
		["Type", "Member", "Ex-member"],
		["Type", "Member", "Expelled"],
		["Typ", "Vollmitglied", "Ausgeschlossen"],
		["Typ", "Vollmitglied", "nicht mehr aktiv"],
		["Type", "Medlem", "Ekskluderet"],
		["Type", "Medlem", "Tidligere medlem"],
		["Type", "Adhérent", "Ancien adhérent"],
		["Tipo", "Socio", "Ex socio"],
		["Typ", "Członek", "Wykluczony"],
		["Soort", "Lid", "Oud-lid"],
		["Laji", "Jäsen", "Erotettu"],
		["State", "active", "canceled"],
		["State", "Active", "Inactive"],
		["Subscription state", "active", "canceled"],
	])("%s: %s, %s", async (column, usual, gone) => {
		const lines = file(column, usual, usual, gone, usual, usual, usual)
		const checked = await examined(lines)
		const question = onlyQuestion(checked)
		expect([question.id, question.why.includes(gone), found(checked)]).toEqual(["ended", true, ["row.ended 4"]])
		const after = await examined(lines, answered(noAnswers, question, ["none"]))
		expect([after.questions, (await sentBy(after)).length]).toEqual([[], 5])
	})

	test.each([
		["Jäsenyys", "erotettu vuosikok. 2024"],
		["Jäsenyys", "siirtynyt Lammin seuraan"],
		["Jäsenyys", "kuollut"],
		["Medlemstyp", "utesluten årsmöte 2024"],
		["Medlemstyp", "övergått till Lammi JK"],
		["Medlemstype", "ekskludert av styret 2024"],
		["Mitgliedsart", "ausgeschlossen lt. Vorstand 2024"],
		["Mitgliedsart", "gewechselt zum TSV"],
		["Membership type", "expelled at the AGM"],
		["Medlemskap", "övergått till Lammi JK"],
		["Medlem", "utesluten årsmöte 2024"],
		["Mitgliedschaft", "gewechselt zum TSV"],
	])("%s: %s, written by hand, is asked about", async (column, gone) => {
		const checked = await examined(file(column, "", "", gone, "", "", ""))
		expect(found(checked)).toEqual([expect.stringMatching(/^row\.(?:ended|deleted) 4$/)])
	})

	test("and is no name, where a file has first and last names", async () => {
		const said = ["", "avliden", "utträtt 2025", "övergått till Lammi JK", "", "utesluten årsmöte 2024"]
		const rows = said.map((cell, at) => `100${at},Ek${"abcdef"[at]},Eva,${cell},SEK,${token(`Medlem${at}`)}`)
		const checked = await examined(["Kundnr,Efternamn,Förnamn,Medlemskap,Valuta,Korttoken", ...rows])
		expect(checked.questions.map(({ id }) => id)).toEqual(["deleted", "ended"])
		expect(found(checked)).toEqual(["row.ended 4 5 7", "row.deleted 3"])
	})

	test.each([
		["Medlemstyp", "Utflyttade ungdomar"],
		["Abonnemang", "övergått till premium"],
		["Betalsätt", "övergått till autogiro"],
		["Maksutapa", "siirtynyt e-laskuun"],
		["Medlemstyp", "ej utesluten 2024"],
		["Grupp", "flyttat till grupp B 2024"],
		["Gruppe", "gewechselt in Gruppe 2"],
	])("%s: %s says nothing of it", async (column, other) => {
		const checked = await examined(file(column, "", "", other, "", "", ""))
		expect([checked.questions, found(checked)]).toEqual([[], []])
	})

	test.each([
		["Avtal", "Spärrad"],
		["Betalsätt", "Spärrad"],
		["Zahlart", "gesperrt"],
		["Type", "Blocked"],
	])("%s: %s is asked about as blocked", async (column, barred) => {
		const checked = await examined(file(column, "", barred, "", "", "", ""))
		expect([onlyQuestion(checked).id, found(checked)]).toEqual(["blocked", ["row.blocked 3"]])
	})

	test("a word that is not known of a state is asked about with it", async () => {
		const checked = await examined(file("State", "active", "active", "on_hold", "expired", "canceled", "active"))
		expect(checked.questions.map(({ id }) => id).sort()).toEqual(["ended", "status.State"])
	})

	test("a note that goes on is a text, of which nothing is certain", async () => {
		const checked = await examined(file("Anteckning", "", "dubblett, se 12", "Uppsagt"))
		expect([onlyQuestion(checked).id, found(checked), found(checked, "warning")]).toEqual([
			"ended",
			["row.ended 4"],
			["row.note-speaks 3"],
		])
	})

	test("who is active by the file's own status goes on behind the end of a contract", async () => {
		const lines = file("Status;Avtal", "Aktiv;Löpande", "Aktiv;Uppsagt", "Aktiv;Löpande")
		expect((await examined(lines)).questions).toEqual([])
	})

	test.each([
		["Avtal", "Löpande", "Tills vidare"],
		["Type", "Hovedmedlem", "Familie"],
		["Prioridad", "Alta", "Baja"],
		["Handed", "Right", "Left"],
		["Shop", "Open", "Closed"],
		["Order status", "Delivered", "Cancelled"],
		["Senaste order", "Levererad", "Makulerad"],
		["Nyhetsbrev", "Ja", "Avregistrerad"],
		["Kurs", "Aktiv avslappning", "Avslutande samtal med gruppen"],
		["Sida", "Uppsagda hyresgästers förening", "Aktiv ungdom"],
		["State", "CA", "OK"],
		["State", "Sonora", "Baja California"],
		["State", "New York", "New Jersey"],
		["Kontakt", "Mort Lang", "Baja Ek"],
	])("%s: %s, %s says nothing of it", async (column, one, other) => {
		const checked = await examined(file(column, one, one, other, one, one, one))
		expect([checked.questions, found(checked)]).toEqual([[], []])
	})
})

describe("a column of kinds says by no letter that somebody left", () => {
	test.each(["Kundtyp", "Kundkategori", "Kundslag", "Medlemstyp", "Kundenart", "Kundengruppe", "Type", "Kundgrupp"])(
		"%s",
		async (column) => {
			for (const [usual, other] of [
				["P", "F"],
				["Privat", "F"],
				["P", "N"],
				["ja", "ne"],
			] as const) {
				const checked = await examined(file(column, usual, usual, usual, other, usual, other))
				expect([usual, other, checked.questions, found(checked)]).toEqual([usual, other, [], []])
			}
		},
	)

	test("a column of members says no by one", async () => {
		expect(found(await examined(file("Medlem", "J", "J", "N")))).toEqual(["row.ended 4"])
	})

	test("what few have is told", async () => {
		const checked = await examined(file("Medlemstyp", "Ordinarie", "Ordinarie", "Vilse", "Ordinarie"))
		const { examples = [] } = checked.summary.find(({ code }) => code === "column.rare-value") ?? {}
		expect(examples.map(({ row, column }) => [row, column])).toEqual([[4, "Medlemstyp"]])
	})
})
