import { describe, expect, test } from "vitest"
import type { Mapping } from "../../../src/customer/columns/mapping.ts"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"
import { tokenOf } from "./cells.ts"

type Cell = string | ((row: number) => string)

/** Rows of columns, each one value for all rows or one for each. */
function rowsOf(columns: Readonly<Record<string, Cell>>, count: number) {
	return Array.from({ length: count }, (_, row) =>
		Object.values(columns).map((cell) => (typeof cell === "string" ? cell : cell(row))),
	)
}

function decided(columns: Readonly<Record<string, Cell>>, count = 100, answers: Partial<Mapping> = {}) {
	const said = { ...noAnswers, ...answers }
	const decision = decisionOf(Object.keys(columns), rowsOf(columns, count), { answers: said })
	return { used: usedIn(decision), asked: askedIn(decision), decision }
}

/** A value in the first so many rows of a hundred, else another. */
const until =
	(end: number, value: Cell, other: Cell = ""): Cell =>
	(row) => {
		const cell = row < end ? value : other
		return typeof cell === "string" ? cell : cell(row)
	}
const numbered =
	(prefix: string): Cell =>
	(row) =>
		`${prefix}${row + 1}`
const emails: Cell = (row) => `a${row}@example.com`
const tokens: Cell = (row) => tokenOf(row)
const letter = (row: number) => String.fromCharCode(97 + (row % 26))
const names: Cell = (row) => `Anna B${letter(row)}rg`
const number = { Kundnr: numbered("K") }

describe("a name with one meaning", () => {
	test.each<[name: string, columns: Record<string, Cell>]>([
		["is taken at its word", { ...number, "E-post": emails }],
		["is taken where half of its values deny it", { ...number, "E-post": until(50, "anna", emails) }],
		["is taken where it is empty", { ...number, "E-post": "" }],
		["is taken where it says that there is no value", { ...number, "E-post": until(90, "NULL", emails) }],
		["is taken where it lacks values", { Kundnr: until(26, "", numbered("K")), "E-post": emails }],
		["is taken where most of its values are the same", { Kundnr: "17", "E-post": emails }],
	])("%s", (_, columns) => {
		expect(decided(columns)).toMatchObject({ used: { Kundnr: "number", "E-post": "email" }, asked: [] })
	})

	test.each<[column: string, field: string, value: string]>([
		["E-post", "email", "anna"],
		["Telefon", "phone", "anna@example.com"],
		["Land", "country", "Narnia"],
		["Valuta", "currency", "12"],
		["Kreditgräns", "limit", "a lot"],
		["Korttoken", "token", "Visa"],
	])("%s is asked about where over half of its values deny it", (column, field, value) => {
		const { asked, decision } = decided({ ...number, [column]: until(51, value) })
		expect(asked).toContain(field)
		expect(decision.columns.find((one) => one.column === column)?.by).toBe("open")
	})

	test.each([
		["Betalplan", "schedule", "nu och då", "monthly"],
		["IP address", "ip", "unknown", "192.0.2.1"],
		["Locale", "locale", "Swedish", "sv-SE"],
	])(
		"%s is asked about so where some of its values are any, and else left out and told",
		(column, field, value, fitting) => {
			expect(decided({ ...number, [column]: until(60, value, fitting) }).asked).toContain(field)
			const { asked, decision } = decided({ ...number, [column]: until(51, value) })
			expect(asked).not.toContain(field)
			expect(decision.columns.find((one) => one.column === column)?.reason).toMatch(
				/^named as .*, and none of its values is one$/,
			)
		},
	)

	test("is no answer where every value of it would be an error, and says how many where some would", () => {
		const answers = (cell: Cell) =>
			decided({ ...number, Valuta: cell }).decision.questions.find(({ id }) => id === "currency")?.answers
		expect(answers("4711")).toMatchObject([{ id: "none", label: "Leave it out", examples: ['"4711"'] }, { id: "stop" }])
		const [question] = decided({ ...number, Valuta: "4711" }).decision.questions
		expect(question?.why).toBe("None of the values look like what the name says, the currency.")
		expect(answers(until(60, "4711", "SEK"))).toMatchObject([
			{ id: "Valuta", label: "Yes; 60 rows with another value are errors" },
			{ id: "none" },
		])
	})

	test.each(["Företag", "E-post", "Typ", "Mobil"])(
		"%s that says yes or no is left out, and is no question",
		(column) => {
			const { used, asked, decision } = decided({ ...number, Namn: names, [column]: until(30, "Ja", "Nej") })
			expect([asked, used]).toEqual([[], { Kundnr: "number", Namn: "name" }])
			expect(decision.columns.find((one) => one.column === column)?.reason).toBe("says yes or no")
		},
	)

	test("Norway is no no", () => {
		expect(decided({ ...number, Country: "No" }).used).toEqual({ Kundnr: "number", Country: "country" })
	})

	test("is denied by card tokens, whatever it is, and its tokens are in question", () => {
		for (const column of ["Telefon", "Namn", "Ort"])
			expect(decided({ ...number, [column]: until(51, tokens, "Lund") }).asked).toEqual(["token"])
		expect(decided({ ...number, Ort: until(50, tokens, "Lund") })).toMatchObject({
			used: { Kundnr: "number", Ort: "city" },
			asked: [],
		})
	})

	test("that is denied does not give its field to a name with several meanings", () => {
		const { asked, decision } = decided({ ...number, Namn: until(60, tokens, "Anna Berg"), Kontaktperson: names })
		expect(asked).toContain("token")
		expect(decision.columns.find(({ column }) => column === "Kontaktperson")?.by).not.toBe("rule")
	})
})

describe("a name with several meanings", () => {
	test.each<[name: string, columns: Record<string, Cell>, used: Record<string, string>]>([
		["is a number that is filled and different", { Id: numbered("") }, { Id: "number" }],
		["may lack one in twenty and repeat one in ten", { Id: until(5, "", (row) => `${row % 90}`) }, { Id: "number" }],
		["is a card where nine of ten are tokens", { ...number, Kort: until(90, tokens, "faktura") }, { Kort: "token" }],
		["is a card where few have one", { ...number, Kort: until(10, tokens) }, { Kort: "token" }],
		["is a name where no other is", { ...number, Kontaktperson: names }, { Kontaktperson: "name" }],
		["is a type where its values are types", { ...number, Typ: "Företag" }, { Typ: "type" }],
	])("%s", (_, columns, used) => {
		const found = decided(columns)
		expect(found.used).toEqual({ ...(columns.Kundnr === undefined ? {} : { Kundnr: "number" }), ...used })
		expect(found.asked).toEqual([])
	})

	test.each<[name: string, columns: Record<string, Cell>, left: string]>([
		["that is no type", { ...number, Typ: "VIP" }, "Typ"],
		["that is no schedule", { ...number, Interval: "30" }, "Interval"],
		["that says how somebody pays", { ...number, Betalsätt: "faktura", Korttoken: tokens }, "Betalsätt"],
		["beside a number of one meaning", { Id: numbered(""), ...number }, "Id"],
		["beside a name of one meaning", { ...number, Namn: names, Kontaktperson: names }, "Kontaktperson"],
		["beside a first name", { ...number, Kontaktperson: names, Förnamn: "Anna", Efternamn: "Berg" }, "Kontaktperson"],
		["in another language", { Number: numbered("1"), Kundennummer: numbered("2") }, "Number"],
	])("%s is left out", (_, columns, left) => {
		const { used, asked, decision } = decided(columns)
		expect(used).not.toHaveProperty([left])
		expect(asked).toEqual([])
		const why = decision.columns.find(({ column }) => column === left)
		expect(why).toMatchObject({ by: "rule", fields: [], reason: expect.stringMatching(/\w/) })
	})

	test.each<[name: string, column: Cell]>([
		["too few are filled", until(94, numbered(""))],
		["too few are different", (row) => `${row % 89}`],
		["a column of names", names],
		["it is empty", ""],
	])("is no number where %s: it is asked", (_, column) => {
		const { asked, decision } = decided({ Id: column, Ort: "Lund" })
		expect(asked).toEqual(["number"])
		expect(decision.questions[0]).toMatchObject({ needed: true })
	})

	test("with tokens in less than nine of ten is asked about", () => {
		expect(decided({ ...number, Kort: until(89, tokens, "faktura") }).asked).toEqual(["token"])
		expect(decided({ ...number, Betalsätt: until(34, "faktura", tokens) }).asked).toEqual(["token"])
	})

	test("never beats one with a single meaning, in whatever order they stand", () => {
		const single = { Kundennummer: until(10, "", numbered("K")) }
		for (const other of ["Id", "Nr", "Ref", "Number", "Account number"]) {
			expect(decided({ [other]: numbered(""), ...single }).used).toEqual({ Kundennummer: "number" })
			expect(decided({ ...single, [other]: numbered("") }).used).toEqual({ Kundennummer: "number" })
		}
	})
})

describe("no name speaks of the number", () => {
	const orgnr: Cell = (row) => `5566${10 + (row % 90)}-${1000 + row}`

	test("any column that is filled and different may be it, and keeps what it fills", () => {
		const { decision } = decided({ Orgnr: orgnr, Företagsnamn: "Acme AB", "E-post": emails, Korttoken: tokens })
		expect(decision.questions).toMatchObject([
			{
				id: "number",
				needed: true,
				answers: [
					{
						id: "Orgnr",
						facts: "100 of 100 rows, 100 different",
						mapping: { columns: { Orgnr: ["number", "identityNumber"] } },
					},
					{ id: "Orgnr alone", mapping: { columns: { Orgnr: "number" } } },
					{ id: "another", mapping: { columns: { Orgnr: ["identityNumber"] } } },
				],
			},
		])
		expect(usedIn(decision)).toEqual({
			Orgnr: ["number", "identityNumber"],
			Företagsnamn: "company",
			"E-post": "email",
			Korttoken: "token",
		})
	})

	test("an e-mail address may be it where nothing else is", () => {
		const { decision } = decided({ Företagsnamn: "Acme AB", "E-post": emails, Korttoken: tokens })
		expect(decision.questions).toMatchObject([
			{
				id: "number",
				answers: [{ id: "E-post", mapping: { columns: { "E-post": ["number", "email"] } } }, { id: "another" }],
			},
		])
	})

	test("a column that is not wholly known can be it as well", () => {
		const { asked, used } = decided({ Saldo: (row) => `${row + 1}.5`, "E-post": "a@example.com" })
		expect(asked).toEqual(["number"])
		expect(used).toEqual({ Saldo: "number", "E-post": "email" })
	})
})

describe("a file that names no customer", () => {
	test("asks whether somebody else's name and e-mail are theirs", () => {
		const { asked, decision } = decided({ ...number, Målsman: names, "Målsmans e-post": emails })
		expect(asked).toEqual(["name", "email"])
		expect(decision.questions[0]?.why).toContain("somebody else than the customer")
	})

	test("asks for what it does not say of those that it names", () => {
		const others = { Målsman: names, "Målsmans e-post": emails }
		expect(decided({ ...number, Namn: names, ...others }).asked).toEqual(["email"])
		expect(decided({ ...number, Namn: names, "E-post": emails, ...others }).asked).toEqual([])
	})
})

describe("two that may be the number", () => {
	test("are one question, with how full each is and some of its values", () => {
		const { decision } = decided({ Id: numbered("cus_"), Ref: until(98, numbered("R")), Namn: names })
		expect(decision.questions).toMatchObject([
			{
				id: "number",
				text: "Which of these is the customer number?",
				needed: true,
				answers: [
					{ id: "Id", facts: "100 of 100 rows, 100 different", examples: ['"cus_1"', '"cus_2"', '"cus_3"'] },
					{ id: "Ref", facts: "98 of 100 rows, 98 different" },
					{ id: "another", label: "None of these: another column is", mapping: { columns: { Id: null, Ref: null } } },
				],
			},
		])
	})

	test.each<[name: string, other: Record<string, Cell>]>([
		["is there in a fifth of the rows", { Ref: until(20, numbered("R")) }],
		["has a name that says nothing", { Grunka: numbered("G") }],
	])("are asked about where the other %s", (_, other) => {
		expect(decided({ Id: numbered(""), ...other }).asked).toEqual(["number"])
	})

	test.each<[name: string, other: Record<string, Cell>]>([
		["is hardly ever there", { Ref: until(19, numbered("R")) }],
		["repeats itself", { Ref: (row) => `R${row % 50}` }],
		["is known as not ours", { "Order number": numbered("O") }],
	])("are not asked about where the other %s", (_, other) => {
		expect(decided({ Id: numbered(""), ...other })).toMatchObject({ used: { Id: "number" }, asked: [] })
	})

	test("are settled by an answer", () => {
		const columns = { Id: numbered(""), Ref: numbered("R") }
		expect(decided(columns, 100, { columns: { Ref: "number" } })).toMatchObject({ used: { Ref: "number" }, asked: [] })
		expect(decided(columns, 100, { columns: { Ref: null } })).toMatchObject({ used: { Id: "number" }, asked: [] })
	})
})

describe("a name that says nothing", () => {
	test.each<[name: string, columns: Record<string, Cell>, asked: string]>([
		["the number", { Grunka: numbered("K"), "E-post": emails }, "number"],
		["the e-mail", { ...number, Grunka: emails }, "email"],
		["the name", { ...number, Grunka: names, Pryl: "Lund" }, "name"],
		["a card token", { ...number, Namn: names, Grunka: until(30, tokens) }, "token"],
		["a single card token", { ...number, Namn: names, Grunka: until(1, tokens) }, "token"],
		["something like a token", { ...number, Namn: names, Grunka: (row) => `tk_9f8e7d6c5b4a${1000 + row}` }, "token"],
	])("is asked about where no other column fills %s", (_, columns, asked) => {
		const { asked: ids, used, decision } = decided(columns)
		expect(ids).toEqual([asked])
		expect(decision.columns.find(({ column }) => column === "Grunka")?.by).toBe("open")
		expect(Object.keys(used)).not.toContain("Pryl")
	})

	test("is left out, and named, where everything is filled", () => {
		const filled = { ...number, Namn: names, "E-post": emails, Korttoken: tokens }
		const columns = { ...filled, Grunka: names, Pryl: numbered("P"), Manick: emails, Status: "aktiv" }
		const { used, asked, decision } = decided(columns)
		expect(used).toEqual({ Kundnr: "number", Namn: "name", "E-post": "email", Korttoken: "token" })
		expect(asked).toEqual([])
		expect(decision.columns.slice(4).map(({ by, fields }) => ({ by, fields }))).toEqual(
			Array(4).fill({ by: "rule", fields: [] }),
		)
	})

	test("is never given a field by its values alone", () => {
		const country: Cell = "SE"
		expect(decided({ ...number, Grunka: country, Pryl: "+46701234567", Manick: "SEK" }).used).toEqual({
			Kundnr: "number",
		})
	})

	test("is asked for the number, where no column looks like it", () => {
		const { decision } = decided({ "E-post": emails, Färg: "röd" })
		expect(askedIn(decision)).toEqual(["number"])
		expect(decision.questions[0]?.answers.map(({ id }) => id)).toEqual(["E-post", "another"])
	})
})

describe("card tokens", () => {
	test("in a column known as not ours, or of another's name, are in question", () => {
		for (const column of ["Payment Method Token", "Comment", "Grunka", "Kundtyp", "Ref"]) {
			const { asked, decision } = decided({ ...number, Korttoken: tokens, [column]: until(3, tokens) })
			expect([column, asked]).toEqual([column, ["token"]])
			expect(decision.questions[0]).toMatchObject({
				needed: true,
				answers: [
					{ id: "none" },
					{ id: "instead" },
					...(["Payment Method Token", "Comment"].includes(column) ? [] : [{ id: "newer" }]),
					{ id: column },
				],
			})
		}
	})

	test("may stand in several columns, one card each", () => {
		const columns = { ...number, "Card token": tokens, "Card token 2": until(99, "", (row) => tokenOf(row, "b")) }
		expect(decided(columns)).toMatchObject({
			used: { "Card token": "token", "Card token 2": "token" },
			asked: [],
		})
	})

	const second: Cell = until(3, "", (row) => tokenOf(row, "b"))

	test.each([
		"Extrakort",
		"Second card",
		"Zweite Karte",
		"Kort 2",
		"Card token (2)",
		"Intergiro token 2",
		"Korttitunniste 2",
	])("of a second card are sent by rule where no more is said of it: %s", (column) => {
		const { used, asked } = decided({ ...number, Korttoken: tokens, [column]: second })
		expect([used, asked]).toEqual([{ Kundnr: "number", Korttoken: "token", [column]: "token" }, []])
	})

	test.each([
		"Backup card token",
		"Korttoken reserv",
		"Korttoken ersättning",
		"Alternative Karte",
		"Autre carte",
		"Company card token",
		"Private card token",
		"Card token delivery",
	])("of a second card that may be in reserve, or somebody else's, are in question: %s", (column) => {
		const { decision, asked } = decided({ ...number, Korttoken: tokens, [column]: second })
		expect(asked).toEqual(["token"])
		expect(decision.questions[0]?.answers.map(({ id }) => id)).toEqual(["none", "instead", "newer", column])
	})

	test("of one column alone are sent, whatever else its name says", () => {
		const columns = { ...number, "Company card token": tokens, "Backup card token": "" }
		expect(decided(columns).asked).toEqual([])
	})

	test("are asked for where the file speaks of cards and has none", () => {
		const { decision } = decided({ ...number, "Card brand": "Visa", Last4: numbered("10") })
		expect(decision.questions).toMatchObject([
			{ id: "cards", needed: true, answers: [{ mapping: { cards: "none" } }, { id: "stop" }] },
		])
		expect(decided({ ...number, "Card brand": "Visa" }, 100, { cards: "none" }).asked).toEqual([])
		expect(decided({ ...number, Namn: names }).asked).toEqual([])
	})

	test("that are short are card tokens, by their name", () => {
		expect(decided({ ...number, "Card token": numbered("token-") })).toMatchObject({
			used: { "Card token": "token" },
			asked: [],
		})
	})
})

describe("a column named as the card token without any", () => {
	const other = { "Credit card token": numbered("bt4f9") }

	test("is in question beside one that has them, and what is said of it holds for all its values", () => {
		const { decision } = decided({ ...number, ...other, Korttoken: tokens })
		expect(decision.questions).toMatchObject([
			{
				id: "token",
				why: expect.stringContaining("do not look like any"),
				answers: [{ id: "none" }, { id: "Credit card token" }],
			},
		])
		expect(decision.questions[0]?.answers[1]?.mapping).toEqual({
			columns: { Korttoken: "token", "Credit card token": "token" },
		})
	})

	test("beside an empty one, or alone, is taken at its word", () => {
		expect(decided({ ...number, ...other, Korttoken: "" }).asked).toEqual([])
	})
})

test("a path of a processor's export is that processor's own token, unless it holds card tokens", () => {
	const own: Cell = (row) => `tk${row}x`
	const both = decided({ ...number, "credit_card.token": own, Korttoken: tokens })
	expect([both.asked, both.used]).toEqual([[], { Kundnr: "number", Korttoken: "token" }])
	expect(decided({ ...number, "credit_card.token": own }).asked).toEqual(["cards"])
	expect(decided({ ...number, "credit_card.token": tokens }).used).toEqual({
		Kundnr: "number",
		"credit_card.token": "token",
	})
	expect(decided({ ...number, "metadata.intergiro_token": own }).used).toMatchObject({
		"metadata.intergiro_token": "token",
	})
})

test("among card tokens, another value is another way to pay once it is said", () => {
	const { decision } = decided({ ...number, Kort: until(50, tokens, "faktura") })
	const [answer] = decision.questions[0]?.answers ?? []
	expect(answer).toMatchObject({
		label: expect.stringContaining('"faktura"'),
		facts: "100 of 100 rows, 50 card tokens, 50 other values",
		mapping: { columns: { Kort: "token" }, cards: "only-tokens" },
		unchosen: { columns: { Kort: null } },
	})
})

describe("a file without a header", () => {
	const names = ["Column 1", "Column 2", "Column 3"]
	const rows = Array.from({ length: 50 }, (_, row) => [`K${row}`, `a${row}@example.com`, "Lund"])

	test("leaves nothing out by rule", () => {
		const decision = decisionOf(names, rows, { nameless: true })
		expect(decision.columns.map(({ by }) => by)).toEqual(["open", "open", "open"])
		expect(askedIn(decision)).toEqual(["number", "email", "rest"])
	})

	test("is decided by answers", () => {
		const columns = { "Column 1": "number", "Column 2": "email", "Column 3": null } as const
		const decision = decisionOf(names, rows, { nameless: true, answers: { ...noAnswers, columns } })
		expect([askedIn(decision), usedIn(decision)]).toEqual([[], { "Column 1": "number", "Column 2": "email" }])
	})
})

describe("Name beside a first name", () => {
	const vorname: Cell = (row) => ["Anna", "Bo", "Clara"][row % 3] ?? ""
	const surname: Cell = (row) => ["Müller", "Schmidt", "Lund"][row % 3] ?? ""
	const whole: Cell = (row) =>
		`${(vorname as (row: number) => string)(row)} ${(surname as (row: number) => string)(row)}`

	test.each<[name: string, whole: Cell, field: string]>([
		["is the surname where it does not hold it", surname, "lastName"],
		["is the surname though one in twenty hold it", until(5, whole, surname), "lastName"],
		["is the whole name where it holds it", whole, "name"],
		["is the whole name though one in twenty do not hold it", until(5, surname, whole), "name"],
	])("%s", (_, name, field) => {
		const { used, asked } = decided({ ...number, Vorname: vorname, Name: name })
		expect([used.Name, used.Vorname, asked]).toEqual([field, "firstName", []])
	})

	test("is asked about where the values do not settle it", () => {
		const { decision } = decided({ ...number, Vorname: vorname, Name: until(40, surname, whole) })
		expect(decision.questions).toMatchObject([
			{ id: "lastName", answers: [{ id: "lastName" }, { id: "name" }, { id: "none" }] },
		])
	})

	test("is the first name beside a surname that it does not hold", () => {
		expect(decided({ ...number, Efternamn: surname, Namn: vorname })).toMatchObject({
			used: { Namn: "firstName", Efternamn: "lastName" },
			asked: [],
		})
	})

	test("is the name beside both", () => {
		expect(decided({ ...number, Vorname: vorname, Nachname: surname, Name: whole }).used.Name).toBe("name")
	})
})

describe("addresses", () => {
	test("an invoice address beside a zip code and a city is the address", () => {
		const place = { Postnr: "111 22", Ort: "Lund" }
		expect(decided({ ...number, Fakturaadress: "Storgatan 1", ...place }).used.Fakturaadress).toBe("street")
		expect(decided({ ...number, Adress: "a", Fakturaadress: "b", ...place }).used.Fakturaadress).toBe("billingStreet")
		expect(decided({ ...number, Fakturaadress: "b", ...place, Fakturaort: "Lund" }).used.Fakturaadress).toBe(
			"billingStreet",
		)
	})

	test("Nr beside a street without numbers is the house's", () => {
		const street = { Straße: "Hauptstraße", Nr: numbered("") }
		expect(decided({ Kundennummer: numbered("K"), ...street }).used.Nr).toBe("street")
		expect(decided({ Nr: numbered(""), Kundennummer: numbered("K"), Ort: "Berlin" }).used.Nr).toBeUndefined()
		expect(decided({ Kundennummer: numbered("K"), Straße: "Hauptstraße 7", Nr: numbered("") }).used.Nr).toBeUndefined()
		// It may be the customer's number all the same.
		expect(decided(street).asked).toEqual(["number"])
	})

	test("an account beside a bank may be the bank's", () => {
		expect(decided({ "Account number": numbered("1") }).used).toEqual({ "Account number": "number" })
		expect(decided({ "Account number": numbered("1"), IBAN: numbered("SE35") }).asked).toEqual(["number"])
		expect(decided({ "Account number": numbered("1"), IBAN: "" }).asked).toEqual([])
	})

	test("parts of a street are the street's", () => {
		expect(decided({ ...number, Straße: "Hauptstraße", Hausnummer: numbered(""), Adresszusatz: "" }).used).toEqual({
			Kundnr: "number",
			Straße: "street",
			Hausnummer: "street",
			Adresszusatz: "street",
		})
	})
})

describe("what a person says", () => {
	const columns = { Id: numbered(""), Ref: numbered("R"), Kort: until(40, tokens, "faktura"), Mejl: emails }

	test("stands, whatever rules would say", () => {
		const said: Mapping["columns"] = { Id: null, Ref: ["number", "identityNumber"], Kort: "token", Mejl: null }
		const { decision, asked } = decided(columns, 100, { columns: said })
		expect(asked).toEqual([])
		expect(decision.mapping.columns).toEqual(said)
		expect(decision.columns.map(({ by }) => by)).toEqual(Array(4).fill("person"))
	})

	test("that something is still to be said says nothing", () => {
		const open = decided(columns, 100, { columns: { Ref: "?", Kort: "?" }, open: [{ question: "?" }] })
		expect(open.asked).toEqual(decided(columns).asked)
		expect(open.decision.mapping).not.toHaveProperty("open")
	})

	test("holds for the columns alone that it names", () => {
		const { used, asked } = decided(columns, 100, { columns: { Ref: "number", Kort: null } })
		expect([used, asked]).toEqual([{ Ref: "number", Mejl: "email" }, []])
	})

	test("is kept with everything else that was said", () => {
		const answers: Partial<Mapping> = {
			columns: { Id: "number", Kort: "token", Ref: null },
			first: { name: "Ref" },
			joined: ["name"],
			joinRows: true,
			constants: { currency: "SEK" },
			encoding: "utf-8",
		}
		const { decision } = decided(columns, 100, answers)
		expect(decision.mapping).toMatchObject({ version: 2, ...answers })
	})

	test("that others are left out leaves nothing to rules, but card tokens", () => {
		const others = "left-out"
		const without = decided(columns, 100, { others, columns: { Id: "number", Kort: null } })
		expect([without.used, without.asked]).toEqual([{ Id: "number" }, []])
		expect(decided(columns, 100, { others, columns: { Id: "number" } }).asked).toEqual(["token"])
	})

	test("does not make a column of an earlier import one of the customer's", () => {
		const names = ["Kundnr", "import_row", "import_outcome", "import_code", "import_message"]
		const { columns: found } = decisionOf(names, [["1", "2", "invalid", "", ""]])
		expect(found.slice(1).map(({ by, fields }) => ({ by, fields }))).toEqual(
			Array(4).fill({ by: "import", fields: [] }),
		)
	})
})

test("a column may be called as what every object has", () => {
	const names = ["constructor", "__proto__", "toString", "Kundnr"]
	const decision = decisionOf(names, [["a", "b", "c", "1"]])
	expect(Object.keys(decision.mapping.columns).sort()).toEqual([...names].sort())
	expect(usedIn(decision)).toEqual({ Kundnr: "number" })
})
