import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered, type Question } from "../../../src/customer/columns/question.ts"
import { examiner, found, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner()
const labels = ({ answers }: Question) => answers.map(({ label }) => label)
const permits = [
	"Account No,VRM,Name,Currency,Card token",
	...[
		"60001,LB10 ABC,James Brown",
		"60002,LB11 ABC,Sarah Walker",
		"60002,LB12 ABC,Sarah Walker",
		"60003,LB13 ABC,Oliver Jones",
	].map((line, at) => `${line},GBP,${token(at)}`),
]

test("a column of numbers that repeat is offered, and it is said that they do", async () => {
	const [question] = (await examined(permits)).questions
	if (question === undefined) throw new Error("Nothing is asked")
	expect(question.id).toBe("number")
	expect(labels(question)).toEqual([
		"Yes; its values repeat, as where a customer stands in several rows",
		"No: another column is",
	])
	const others = await examined(permits, answered(noAnswers, question, ["another"]))
	expect(others.questions[0]?.answers.map(({ id }) => id)).toContain("VRM")
	const checked = await examined(permits, answered(noAnswers, question, ["Account No"]))
	expect(checked.questions.map(({ id }) => id)).toEqual(["rows"])
})

test("a name that may mean the number does not beat one whose numbers repeat", async () => {
	const [header = "", ...lines] = permits
	const { questions } = await examined([header.replace("VRM", "Ref"), ...lines])
	expect(questions.map(({ id }) => id)).toContain("number")
})

test("what is not the number is not asked about again", async () => {
	const file = ["Skylt,Namn,Kort", ...["A1", "A2", "A3"].map((plate, at) => `${plate},Anna Berg ${at},${token(at)}`)]
	const question = onlyQuestion(await examined(file))
	expect(labels(question)).toEqual(["Yes", "No: another column is"])
	const { questions } = await examined(file, answered(noAnswers, question, ["another"]))
	const [next] = questions
	expect([next?.id, next?.answers.some(({ id }) => id === "Skylt")]).toEqual(["number", false])
	const sent = await sentBy(await examined(file, answered(noAnswers, question, ["Skylt"])))
	expect(sent.map(({ number }) => number)).toEqual(["A1", "A2", "A3"])
})

test.each([
	["Kundnr;Namn;Korttyp", "1;Anna Berg;Visa"],
	["Kundnr;Namn;Kortnummer", "1;Anna Berg;"],
])("every question has more than one answer: %s", async (...lines) => {
	const { questions } = await examined(lines)
	for (const { answers, several } of questions) expect(answers.length + Number(several === true)).toBeGreaterThan(1)
})

test.each([
	["Via;Civico", "Via Roma;1"],
	["Via;Civico", "Corso Garibaldi;2"],
])("an Italian street beside its number is one: %s", async (names, street) => {
	const checked = await examined([
		`Codice cliente;Cognome;Nome;${names};CAP;Comune;Paese;Valuta;Token`,
		...[1, 2, 3].map((at) => `100${at};Ferri;Giulia;${street};09124;Cagliari;IT;EUR;${token(at)}`),
	])
	expect(checked.questions).toEqual([])
	const [{ contact } = {}] = await sentBy(checked)
	expect(contact?.address).toMatchObject({ street: street.replace(";", " ") })
})

test.each([
	["Client ID;Name;Stored Card Token;Currency", ";GBP"],
	["Symbol;Nazwa;Token karty;Waluta", ";PLN"],
])("nothing is asked of %s", async (header, currency) => {
	const rows = [1, 2, 3].map((at) => `K${at};Anna Berg ${at};${token(at)}${currency}`)
	expect((await examined([header, ...rows])).questions).toEqual([])
})

test("the Finnish short form of a city is one", async () => {
	const checked = await examined([
		"Asiakasnro;Nimi;Katuosoite;Postinro;Postitmp;Maa;Valuutta;Token",
		...[1, 2].map((at) => `${at};Aino Salo ${at};Rantatie ${at};00100;Helsinki;FI;EUR;${token(at)}`),
	])
	expect((await sentBy(checked)).map(({ contact }) => contact?.address)).toMatchObject([
		{ city: "Helsinki" },
		{ city: "Helsinki" },
	])
})

test.each([
	["Kundennummer;Abo-Nr.;Name", "44001;A8772;Uwe Vogt 1"],
	["Kundnr;Prenumerantnr;Namn", "101;77;Anna Ek"],
	["Abonnentnr;Kundenr;Navn", "77;101;Gro Lie"],
	["Customer No;Subscriber No;Name", "101;77;Ann Ash"],
])("who is a customer by number is no subscription: %s", async (header, line) => {
	const numbers = header.split(";").map((name) => (/^(?:Kund|Cust)/.test(name) ? "number" : undefined))
	const checked = await examined([
		`${header};Valuta;Token`,
		...[1, 2, 3].map((at) => `${line.replace(/\d+/g, (digits) => `${digits}${at}`)};EUR;${token(at)}`),
	])
	expect(checked.questions).toEqual([])
	expect((checked.decision?.columns ?? []).slice(0, 2).map(({ fields: [field] }) => field)).toEqual(numbers.slice(0, 2))
})

test("a subscription is the number of those who have no other", async () => {
	const checked = await examined([
		"Kundennummer;Abo-Nr.;Name;Währung",
		"4401;;Uwe Vogt;EUR",
		";A11;Ina Haas;EUR",
		"4403;;Jo Busch;EUR",
	])
	expect((await sentBy(checked)).map(({ number }) => number)).toEqual(["4401", "A11", "4403"])
})

test.each([
	["Nr odbiorcy;Nazwa odbiorcy;Tel. kontaktowy"],
	["Empfängernr;Empfängername;Kontakttelefon"],
	["Mottagarnr;Mottagarens namn;Kontakttelefon"],
	["Recipient No;Recipient Name;Contact phone"],
	["N° destinataire;Nom destinataire;Tél. de contact"],
])("who receives something is the customer where nobody else has a number or a name: %s", async (header) => {
	const rows = [1, 2, 3].map((at) => `0012004${at};Ewa Mazur;712 389 25${at};PLN;${token(at)}`)
	const checked = await examined([`${header};Waluta;Token`, ...rows])
	expect(checked.questions).toEqual([])
	const [number, name, phone] = header.split(";")
	const found = Object.fromEntries(
		(checked.decision?.columns ?? []).map(({ column, fields: [field] }) => [column, field]),
	)
	expect(found).toMatchObject({ [number ?? ""]: "number", [name ?? ""]: "name", [phone ?? ""]: "phone" })
})

test("the number of a delivery is no customer's by its name", async () => {
	const rows = [1, 2, 3].map((at) => `0012004${at};Ewa Mazur;PLN;${token(at)}`)
	const { questions } = await examined(["Delivery No;Delivery Name;Waluta;Token", ...rows])
	expect(questions.map(({ id }) => id)).toContain("number")
})

test.each(["Tel. xyz", "Xyz"])("phones are not offered as the number beside another column: %s", async (column) => {
	const rows = [1, 2, 3].map((at) => `K${at}0;Ewa Mazur;712 389 25${at};PLN;${token(at)}`)
	const { questions } = await examined([`Qwe;Nazwa;${column};Waluta;Token`, ...rows])
	const number = questions.find(({ id }) => id === "number")
	expect(number?.answers.map(({ id }) => id)).toEqual(["Qwe", "another"])
})

const garage = (header: string, cells: (at: number) => string) => [
	`${header};Namn;Valuta;Kort`,
	...Array.from({ length: 12 }, (_, at) => `${cells(at)};Anna Berg ${at};SEK;${token(at)}`),
]

test.each([
	["Löpnr;P-plats", (at: number) => `${at + 1};${at * 7 + 100}`, "Löpnr"],
	["Löpnr;Avgift", (at: number) => `${at + 1};${at * 7 + 100}`, "Löpnr"],
	["Andelsnr;Felleskost", (at: number) => `${String(at + 1).padStart(3, "0")};${at * 37 + 3561}`, "Andelsnr"],
	["Felleskost;Licence no", (at: number) => `${at * 37 + 3561};L${at * 3 + 700}`, "Licence no"],
] as const)(
	"what a rule set aside is offered as the number where nothing better is left: %s",
	async (header, cells, number) => {
		const question = onlyQuestion(await examined(garage(header, cells)))
		expect([question.id, question.answers.map(({ id }) => id)]).toEqual(["number", [number, "another"]])
		const sent = await sentBy(await examined(garage(header, cells), answered(noAnswers, question, [number])))
		expect(sent).toHaveLength(12)
	},
)

test.each([
	["Kundnr;Löpnr", (at: number) => `${at + 200};${at + 1}`],
	["Kundnr;Andelsnr", (at: number) => `${at + 200};${at + 1}`],
] as const)("beside the customer number nothing of it is asked: %s", async (header, cells) => {
	expect((await examined(garage(header, cells))).questions).toEqual([])
})

test("the share of something is no number", async () => {
	const { questions } = await examined(garage("Andel;Qwe", (at) => `${at + 1};Q${at + 70}`))
	expect(questions.flatMap(({ answers }) => answers.map(({ id }) => id))).toEqual(["Qwe", "another"])
})

test("a digit behind a slash belongs to numbers where several have one", async () => {
	const numbers = (...behind: readonly string[]) => [
		"Mitglied;Name;Vorname;Währung;Token",
		...[...Array.from({ length: 20 }, (_, at) => `${2001 + at}`), ...behind].map(
			(number, at) => `${number};Vogt;Uwe ${at};EUR;${token(at)}`,
		),
	]
	const checked = await examined(numbers("2005/2", "2007/2", "2020/2"))
	expect([checked.questions, found(checked)]).toEqual([[], []])
	expect((await sentBy(checked)).map(({ number }) => number).slice(-3)).toEqual(["2005/2", "2007/2", "2020/2"])
	expect(found(await examined(numbers("2005/2")))).toEqual(["number.unlike 22"])
	expect(found(await examined(numbers("2005/2006", "2007/2008", "2020/2021")))).toEqual(["number.unlike 22 23 24"])
})

describe("an identifier of whoever that is, which some rows share", () => {
	const people = ["Ann Ash", "Bob Bell", "Cat Cole", "Dan Dale", "Eve East", "Fay Ford"]
	const rowOf = (name: string, at: number, id: string) =>
		`${id},${name},${at + 1} High Street,LN${at + 1} 2PA,${name.replace(" ", ".").toLowerCase()}@example.com,${token(`${id} ${at}`)}`
	const lines = (column: string) => [
		`${column},Name,Address,Postcode,Email,Card token`,
		...people.map((name, at) => rowOf(name, at, `S3${at}`)),
		// One singer with a second card.
		rowOf("Fay Ford", 5, "S35").replace(/[^,]+$/, token("second")),
	]

	test("is offered as the customer number, and no address is", async () => {
		const { questions } = await examined(lines("Singer ID"))
		const asked = questions.find(({ text }) => text.includes("customer number"))
		expect(asked?.text).toBe('Is "Singer ID" the customer number?')
	})

	test("and where no other column can be one, a street is none either", async () => {
		const { questions } = await examined(lines("Qwe").map((line) => line.replace(/^S3\d/, "x")))
		const asked = questions.find(({ text }) => text.includes("customer number"))
		expect(JSON.stringify(asked)).not.toMatch(/High Street|LN1 2PA/)
	})
})
