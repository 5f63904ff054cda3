import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import type { Edits } from "../../../src/app/check/reading.ts"
import { recheck } from "../../../src/app/check/recheck.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { type Mapping, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { jwt } from "../../customer/jwt.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
const names = ["Anna Berg", "Bo Ek", "Eva Holm", "Åsa Nyström", "Nils Öberg", "Sara Lind", "Per Dahl", "Ida Falk"]
const people = names.map((name, index) => ({
	number: `${100 + index}`,
	name,
	email: `p${index}@example.com`,
	token: jwt({ iss: "card", iat: index }),
}))
type Person = (typeof people)[number]

/** Everybody's own row beside what a list of tokens has for somebody: from `from` on, for the one below. */
function slipped(from: number, line: (own: Person, of: Person) => string): readonly string[] {
	const below = (index: number) => (index < from ? index : index + 1 < people.length ? index + 1 : from)
	return people.map((own, index) => line(own, people[below(index)] ?? own))
}

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "owners-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function check(lines: readonly string[], said: Partial<Mapping> = {}, edits?: Edits) {
	const path = join(folder, "customers.csv")
	await writeFile(path, `${lines.join("\n")}\n`)
	const answers = { ...noAnswers, constants: { currency: "SEK" }, ...said }
	const checked = await examineFile(await openFile(path), { options, answers, edits })
	return { checked, ...(await saidOf(checked)) }
}

/** The rows with an error or a warning, and their codes. */
async function saidOf(checked: Awaited<ReturnType<typeof examineFile>>) {
	const found: Record<"error" | "warning", Record<number, readonly string[]>> = { error: {}, warning: {} }
	for await (const rows of checked.allRows())
		for (const { row, findings } of rows)
			for (const severity of ["error", "warning"] as const) {
				const codes = findings.filter((one) => one.severity === severity).map(({ code }) => code)
				if (codes.length > 0) found[severity][row] = codes
			}
	return found
}

const other = ["token.other-customer"]
const fromRow = (first: number) =>
	Object.fromEntries(Array.from({ length: 10 - first }, (_, at) => [first + at, other]))

describe("a column that says whose card it is", () => {
	it.each<[string, (of: Person) => string]>([
		["cardholder_name", ({ name }) => name.toUpperCase()],
		["Kortinnehavare", ({ name }) => name.split(" ").reverse().join(" ")],
		["Karten-Kundennr.", ({ number }) => number],
		["CardEmail", ({ email }) => email.toUpperCase()],
		["token_customer", ({ number }) => number],
	])("is no other customer's: %s", async (column, of) => {
		const { error, checked } = await check([
			`Customer number,Name,Email,${column},Card token`,
			...slipped(4, (own, from) => `${own.number},${own.name},${own.email},${of(from)},${from.token}`),
		])
		expect(error).toEqual(fromRow(6))
		expect(checked.questions).toEqual([])
		expect(checked.customers).toBe(4)
		expect(checked.summary.find(({ code }) => code === "token.other-customer")?.message).toContain("who is in row 7")
	})

	it("is none's where all of them slipped", async () => {
		const { error } = await check([
			"Customer number,Name,Card customer,Card token",
			...slipped(0, (own, from) => `${own.number},${own.name},${from.name},${from.token}`),
		])
		expect(error).toEqual(fromRow(2))
	})

	it("is compared in its two parts", async () => {
		const { error } = await check([
			"Customer number,First name,Last name,Cardholder first name,Cardholder last name,Card token",
			...slipped(6, (own, from) => [own.number, ...own.name.split(" "), ...from.name.split(" "), from.token].join()),
		])
		expect(error).toEqual(fromRow(8))
	})

	it("tells of the customer whose card stands in another row", async () => {
		const [first, second, ...more] = people as [Person, Person, ...Person[]]
		const { error } = await check([
			"Customer number,Name,Cardholder,Card token",
			...more.map(({ number, name, token }) => `${number},${name},${name},${token}`),
			`${first.number},${first.name},,`,
			`${second.number},${second.name},${first.name},${first.token}`,
		])
		expect(error).toEqual({ 8: ["card.slipped"], 9: other })
	})

	it("may be right by a person's word", async () => {
		const lines = [
			"Customer number,Name,Cardholder,Card token",
			...slipped(6, (own, from) => `${own.number},${own.name},${from.name},${from.token}`),
		]
		const { error, warning } = await check(lines, {}, { cells: [], skipped: [], kept: [8, 9] })
		expect(error).toEqual({})
		expect(warning).toEqual({ 8: other, 9: other })
	})

	it("is compared again when a cell is mended", async () => {
		const { checked } = await check([
			"Customer number,Name,Cardholder,Card token",
			...slipped(6, (own, from) => `${own.number},${own.name},${from.name},${from.token}`),
		])
		const mended = await recheck(checked, { cells: [{ row: 9, column: "Cardholder", value: "Ida Falk" }], skipped: [] })
		expect(mended && (await saidOf(mended)).error).toEqual({ 8: other })
		expect(checked.customers).toBe(6)
		expect(mended?.customers).toBe(7)
	})

	it("stays an error in the file that an import left behind, without the other rows", async () => {
		const { error } = await check([
			"Customer number,Name,Cardholder,Card token,import_row,import_outcome,import_code,import_message",
			`1,Anna Berg,Anna Ek,${jwt({ iss: "card" })},7,invalid,token.other-customer,No.`,
		])
		expect(error).toEqual({ 2: other })
	})
})

describe("cards in other names", () => {
	const holders = async (held: Readonly<Record<string, string>>) =>
		check([
			"Customer number,Name,Cardholder,Card token",
			...people.map(({ number, name, token }) => `${number},${name},${held[name] ?? name},${token}`),
		])

	it("are warned of where they may be the customer's own or of the family", async () => {
		const { error, warning } = await holders({ "Anna Berg": "ANNA SVENSSON", "Bo Ek": "EVA EK" })
		expect(error).toEqual({})
		expect(warning).toEqual({ 2: ["card.other-holder"], 3: ["card.other-holder"] })
	})

	it("are warned of where nobody in the file has such a name", async () => {
		const { error, warning } = await holders({ "Anna Berg": "Karl Gran" })
		expect([error, warning]).toEqual([{}, { 2: ["card.other-holder"] }])
	})

	it("are errors where most of them are of other customers, as when the cards slipped", async () => {
		const [first, second, third] = people.map(({ name }) => name)
		const held = { [first ?? ""]: second ?? "", [second ?? ""]: third ?? "", [third ?? ""]: "Karl Gran" }
		expect((await holders(held)).error).toEqual({ 2: other, 3: other, 4: other })
	})

	it("are expected of companies", async () => {
		const { error, warning } = await check([
			"Customer number,Company,Cardholder,Card token",
			...people.map(({ number, name, token }) => `${number},Firma ${number} AB,${name},${token}`),
		])
		expect(error).toEqual({})
		expect(Object.keys(warning)).toHaveLength(people.length)
	})
})

it("a card's owner does not compete with the customer's name", async () => {
	const { checked } = await check([
		"N° client,Nom,Prénom,Titulaire de la carte,Card token",
		...people.map(({ number, name, token }) => [number, ...name.split(" ").reverse(), name, token].join()),
	])
	expect(checked.questions).toEqual([])
	const [row] = await checked.page(0, 1)
	expect(row?.creatable?.contact?.name).toEqual({ first: "Anna", last: "Berg" })
})

describe("a second list beside the customers", () => {
	const beside = (header: string, line: (own: Person, of: Person) => string, said: Partial<Mapping> = {}) =>
		check([header, ...slipped(4, line)], said)

	it("says whose card it is, whichever number was said to count", async () => {
		const header = "Kundnr,Namn,,Kundnr,Korttoken"
		for (const number of ["Kundnr", "Kundnr (2)"]) {
			const { error } = await beside(header, (own, from) => `${own.number},${own.name},,${from.number},${from.token}`, {
				first: { number },
			})
			expect(error).toEqual(fromRow(6))
		}
	})

	it("says so by a name that nobody knows, where most of its values are the row's", async () => {
		const { error } = await beside("Kundnr,Namn,Xyzzy,Korttoken", (own, from) =>
			[own.number, own.name, from.number, from.token].join(),
		)
		expect(error).toEqual(fromRow(6))
	})

	it("says nothing where few of its values are a customer's, as who recommended somebody", async () => {
		const { error, warning } = await check([
			"Kundnr,Namn,Värvad av,Korttoken",
			...people.map(({ number, name, token }, index) => `${number},${name},${index === 3 ? "101" : ""},${token}`),
		])
		expect([error, warning]).toEqual([{}, {}])
	})

	it("says nothing where the numbers are another system's", async () => {
		const { error, warning } = await check([
			"Kundnr,Namn,card_customer_id,Korttoken",
			...people.map(({ number, name, token }) => `${number},${name},cus_9${number}x,${token}`),
		])
		expect([error, warning]).toEqual([{}, {}])
	})
})

describe("two customers in a row", () => {
	const [a, b, c, d] = people as [Person, Person, Person, Person]
	const line = ({ number, name, token }: Person) => `${number},${name},${token}`
	const twice = ["Kundnr,Namn,Korttoken", "Kundnr,Namn,Korttoken"].join()

	it.each([twice, "Kundnr,Namn,Korttoken,Kundnr 2,Namn 2,Korttoken 2"])("are never one: %s", async (header) => {
		const lines = [header, `${line(a)},${line(c)}`, `${line(b)},${line(d)}`]
		const { error, checked } = await check(lines, { first: { number: "Kundnr", name: "Namn" } })
		expect(error).toEqual({ 2: ["row.two-customers"], 3: ["row.two-customers"] })
		expect(checked.customers).toBe(0)
	})

	it("are none where the second list has ended, or where it is the same customer", async () => {
		const own = `${b.number},${b.name},${jwt({ iss: "card", iat: 99 })}`
		const lines = [twice, `${line(a)},${line(c)}`, `${line(b)},${own}`, `${line(d)},,,`]
		const { error } = await check(lines, { first: { number: "Kundnr", name: "Namn" } })
		expect(error).toEqual({ 2: ["row.two-customers"] })
	})
})

describe("a name in two columns and another one beside the cards", () => {
	it.each(["First name", "Name"])("are compared, whichever counts: %s", async (name) => {
		const { error } = await check(
			[
				"Number,First name,Last name,Currency,,Name,Card token",
				...slipped(6, (own, of) => [own.number, ...own.name.split(" "), "SEK,", of.name, of.token].join()),
			],
			{ first: { name } },
		)
		expect(error).toEqual(fromRow(8))
	})
})

describe("identity numbers, phones and e-mails again", () => {
	const born = ({ number }: Person) => `19800${number}-1${number}`
	const phone = ({ number }: Person) => `070-555 0${number}`

	it.each<[string, string, (of: Person) => string]>([
		["Personnr", "Kortets personnr", born],
		["Personnr", "Pnr kort", born],
		["Mobil", "Kort kopplat till mobil", phone],
		["Email", "Matched e-mail", ({ email }) => email],
	])("%s and %s say whose card it is", async (own, column, of) => {
		const { error } = await check([
			`Kundnr,Namn,${column},${own},Korttoken`,
			...slipped(4, (one, other) => [one.number, one.name, of(other), of(one), other.token].join()),
		])
		expect(error).toEqual(fromRow(6))
	})

	it.each<[string, string, (of: Person) => string, Partial<Mapping>]>([
		["Mobil", "Telefon", phone, {}],
		["Personnr", "Personnr", born, { first: { identityNumber: "Personnr" } }],
	])("beside an empty column, %s and %s say so", async (own, column, of, said) => {
		const { error } = await check(
			[
				`Kundnr,Namn,${own},Valuta,,${column},Korttoken`,
				...slipped(4, (one, other) => [one.number, one.name, of(one), "SEK,", of(other), other.token].join()),
			],
			said,
		)
		expect(error).toEqual(fromRow(6))
	})

	it("say nothing where a family shares them, or where few are a customer's", async () => {
		const [a, b] = people as [Person, Person]
		const told = (column: string, of: (own: Person, at: number) => string) =>
			check([
				`Kundnr,Namn,${column},E-post,Korttoken`,
				...people.map((own, at) => [own.number, own.name, at < 2 ? a.email : own.email, of(own, at), own.token].join()),
			])
		const shared = await told("Matchning", (own, at) => (at === 4 ? a.email : own.email))
		const few = await told("Värvad av", (_, at) => (at === 4 ? b.email : at === 5 ? (people[7]?.email ?? "") : ""))
		expect([shared.error, few.error]).toEqual([{}, {}])
	})
})
