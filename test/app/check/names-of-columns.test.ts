import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { labelOf } from "../../../src/customer/fields.ts"
import { examiner, inSek, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

/** A file of three customers with these columns before the card token, and what each column is taken for. */
async function decided(header: string, rows: readonly string[], card = "Korttoken") {
	const checked = await examined([`${header};${card}`, ...rows.map((row) => `${row};${token(row)}`)])
	const uses = (checked.decision?.columns ?? []).map(({ column, fields: [field] }) => [column, field && labelOf(field)])
	return { checked, uses: Object.fromEntries(uses), asked: checked.questions.map(({ id }) => id) }
}

describe("the number of an account", () => {
	test.each(["Kontonr", "Konto nr", "Kontonr.", "Kontonummer"])(
		"is the customer's where nothing else can be: %s",
		async (name) => {
			const rows = ["9001;Nordin AB;a@n.se;7999", "9002;Dahl AB;b@d.se;8830", "9003;Strand AB;c@s.se;8957"]
			const { asked, uses } = await decided(`${name};Företag;E-post;Kort sista 4`, rows)
			expect([asked, uses[name.replace(/\.$/, "")] ?? uses[name]]).toEqual([[], "customer number"])
		},
	)

	test.each([
		["beside a bank", "Kontonr;Clearingnr;Namn", ["123456;8901;Anna Ek", "123457;8902;Bo Ek", "123458;8903;Cia Ek"]],
		[
			"as long as those of banks",
			"Kontonummer;Navn",
			["12345678901;Anna Ek", "12345678902;Bo Ek", "1234.56.78903;Cia Ek"],
		],
	])("is asked about %s", async (_, header, rows) => {
		expect((await decided(header, rows)).asked).toEqual(["number"])
	})
})

test("where no name says which is the number, what is somebody's address is no candidate, while another column may be it", async () => {
	const rows = [
		"A1;Nordin AB;a@n.se;+46701234567;Ågatan 1;7999",
		"A2;Dahl AB;b@d.se;+46701234568;Ågatan 2;8830",
		"A3;Ek AB;c@s.se;+46701234569;Ågatan 3;8957",
	]
	const { checked } = await decided("CardCode;Företag;E-post;Telefon;Adress;Kort sista 4", rows)
	expect(onlyQuestion(checked).answers.map(({ id }) => id)).toEqual(["CardCode", "another"])
	const bare = await decided(
		"Företag;E-post;Kort sista 4",
		rows.map((row) =>
			row
				.split(";")
				.filter((_, i) => [1, 2, 5].includes(i))
				.join(";"),
		),
	)
	expect(onlyQuestion(bare.checked).answers.map(({ id }) => id)).toEqual(["E-post", "another"])
})

test.each(["N. cliente", "N.cliente", "n. cliente", "N.º cliente", "N. client", "N. tessera cliente"])(
	"%s is the customer number",
	async (name) => {
		const { asked, uses } = await decided(`${name};Cognome;Nome;Targa`, [
			"800;Esposito;Elena;GA299XT",
			"806;Ek;Bo;GA196XT",
			"812;Ros;Eva;GB1XT",
		])
		expect([asked, uses[name]]).toEqual([[], "customer number"])
	},
)

describe("a column of card tokens", () => {
	const rows = ["1;Anna Ek", "2;Bo Ek", "3;Cia Ek"]

	test.each([
		"U_IG_CardToken",
		"IG Card Token",
		"ig_token",
		"Intergiro korttitunniste",
		"Intergiro card reference",
		"Card_Token__c",
		"x_studio_card_token",
		"cf_card_token",
		"ZZ_CARD_TOKEN",
	])("is one with what tools write before and behind names, and with our own name: %s", async (name) => {
		expect((await decided("Kundnr;Namn", rows, name)).asked).toEqual([])
	})

	test.each(["Ex_card_token", "Old IG card token", "Korttoken (spärrat)", "bak_card_token"])(
		"is asked about with any other word: %s",
		async (name) => {
			expect((await decided("Kundnr;Namn", rows, name)).asked).toEqual(["token"])
		},
	)

	test("by our name, of something else, is none", async () => {
		const lines = ["Kundnr;Namn;Intergiro korttitunniste", ...rows.map((row, index) => `${row};crd_${index}x`)]
		const checked = await examined(lines)
		expect((await sentBy(checked)).flatMap(({ method }) => method)).toEqual([])
	})
})

test("a further line of a street is told as that, whether the first has a house number or not, and is sent", async () => {
	const header = "Account No.;Name;POAddressLine1;POAddressLine2;POCity;POPostalCode;POCountry;Currency"
	const rows = [
		"XR-1;Nigel Foster;8 Green Lane;Flat 2;London;SW1A 2AA;United Kingdom;GBP",
		"XR-2;Arthur Lloyd;Rose House;34 Park Avenue;Leeds;LS1 4DY;United Kingdom;GBP",
		"XR-3;Ed Sutton;Mill House;;Leeds;LS1 4DY;United Kingdom;GBP",
	]
	const { checked, asked } = await decided(header, rows)
	expect(asked).toEqual([])
	const reason = checked.decision?.columns.find(({ column }) => column === "POAddressLine2")?.reason
	expect(reason).toBe('a further line of "POAddressLine1"')
	expect(JSON.stringify(await sentBy(checked))).toContain('"Rose House, 34 Park Avenue"')
})

describe("two addresses of a program", () => {
	const header =
		"AccountNumber;Name;POAddressLine1;POAddressLine2;POCity;POPostalCode;POCountry;SAAddressLine1;SACity;SAPostalCode;SACountry;Currency"
	const same = [
		"B1;Ann Ash;1 Mill Lane;;Leeds;LS1 4DY;United Kingdom;1 Mill Lane;Leeds;LS1 4DY;United Kingdom;GBP",
		"B2;Bob Lyt;2 Mill Lane;;Leeds;LS1 4DY;United Kingdom;;;;;GBP",
		"B3;Cat Owl;;;;;;3 Mill Lane;Leeds;LS1 4DY;United Kingdom;GBP",
	]

	test("ask nothing where they agree", async () => {
		const { checked, asked } = await decided(header, same)
		expect(asked).toEqual([])
		const addresses = (await sentBy(checked)).map(({ contact }) => contact?.address)
		expect(addresses).toMatchObject([{ street: "1 Mill Lane" }, { street: "2 Mill Lane" }, { street: "3 Mill Lane" }])
	})

	test("ask once for the address as a whole where they differ, and mix none", async () => {
		const other =
			"B4;Dan Fox;PO Box 7;Unit 2;Leeds;LS9 9ZZ;United Kingdom;4 High Street;York;YO1 7HH;United Kingdom;GBP"
		const { checked } = await decided(header, [...same, other])
		const question = onlyQuestion(checked)
		expect(question.id).toBe("first.street")
		const lines = [header, ...same, other].map((line, at) => `${line};${at === 0 ? "Korttoken" : token(at)}`)
		const addressOf = async (answer: string) =>
			(await sentBy(await examined(lines, answered(noAnswers, question, [answer]))))[3]?.contact?.address
		expect(await addressOf("SAAddressLine1")).toEqual({
			street: "4 High Street",
			zipCode: "YO1 7HH",
			city: "York",
			countryCode: "GB",
		})
		expect(await addressOf("POAddressLine1")).toEqual({
			street: "PO Box 7, Unit 2",
			zipCode: "LS9 9ZZ",
			city: "Leeds",
			countryCode: "GB",
		})
	})
})

test.each([
	["Código;Nombre;N.I.F.", ["43001;Pilar Muñoz;88197369H", "43002;Nuria Romero;79282010M"]],
	["Código;Nombre;C.I.F.", ["43001;Pilar SL;B12345674", "43002;Nuria SA;A58818501"]],
	["Codice cliente;Nome;C.F.", ["43001;Rosa Galli;RSSMRA85T10A562S", "43002;Piero Sala;VRDLGI80A01F205X"]],
	["Nr klienta;Nazwa;N.I.P.", ["43001;Nowak sp. z o.o.;5260250274", "43002;Lis S.A.;7740001454"]],
])("letters with full stops are one word: %s", async (header, rows) => {
	const { asked, uses } = await decided(header, rows)
	const [number = "", , identity = ""] = header.split(";")
	expect([asked, uses[number], uses[identity]]).toEqual([[], "customer number", "identity number"])
})

test.each([
	["Periodicidad de pago", ["Mensual", "Trimestral", "Anual"]],
	["Périodicité de paiement", ["Mensuelle", "Trimestriel", "Annuel"]],
	["Frequenza di pagamento", ["Mensile", "Trimestrale", "Annuale"]],
	["Częstotliwość płatności", ["miesięcznie", "kwartalnie", "rocznie"]],
	["Betalingsfrequentie", ["maandelijks", "per kwartaal", "jaarlijks"]],
	["Zahlungsweise", ["monatlich", "vierteljährlich", "jährlich"]],
])("how often customers pay is known in each language: %s", async (name, values) => {
	const rows = values.map((value, at) => `K${at};Anna Ek ${at};${value}`)
	const { asked, checked, uses } = await decided(`Customer number;Name;${name}`, rows)
	expect([asked, uses[name]]).toEqual([[], "payment schedule"])
	expect((await sentBy(checked)).map(({ schedule }) => schedule)).toEqual(["monthly", "quarterly", "yearly"])
})

test("how customers pay is not how often they do", async () => {
	const rows = ["1;Anna Ek;Lastschrift", "2;Bo Ek;Kreditkarte", "3;Cia Ek;Rechnung"]
	const { asked, uses } = await decided("Kundennummer;Name;Zahlungsweise", rows)
	expect([asked, uses.Zahlungsweise]).toEqual([[], undefined])
})

test("what somebody agreed to is no word on who is moved", async () => {
	for (const [name, asked] of [
		["Fotosamtycke", []],
		["Samtycke", []],
		["Samtycke kortflytt", ["status.Samtycke kortflytt"]],
	] as const) {
		const rows = ["1;Eva Hedin;Ja", "2;Ulf Öberg;Nej", "3;Siv Wallin;Ja"]
		expect((await decided(`Medlemsnr;Namn;${name}`, rows)).asked).toEqual(asked)
	}
})

test("what farms live on is not their name", async () => {
	const rows = ["FM1;Hillside Farm Ltd;Dairy", "FM2;Oakley Poultry Ltd;Sheep", "FM3;Alice Barker;Dairy"]
	const { asked, uses } = await decided("Account No;Account Name;Enterprise", rows)
	expect([asked.length, uses.Enterprise]).toEqual([asked.length, undefined])
	expect(asked.length > 0 || uses["Account Name"] !== undefined).toBe(true)
})
