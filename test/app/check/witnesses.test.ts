import { describe, expect, it } from "vitest"
import { jwt } from "../../customer/jwt.ts"
import { examiner, found } from "./examined.ts"

const examined = examiner()
const names = ["Anna Öberg", "Erik Åkesson", "Karin Malm", "Lars Lindqvist", "Eva Holm", "Per Dahl"]
const people = names.map((name, index) => ({ number: `${1001 + index}`, name, card: jwt({ iss: "card", iat: index }) }))
type Person = (typeof people)[number]

/** Everybody's row beside what is said of the owner of the card in it: the third and the fourth are exchanged. */
const exchanged = (say: (of: Person) => string, of: readonly Person[] = people) =>
	of.map((own, index) => {
		const other = of[index === 2 ? 3 : index === 3 ? 2 : index] ?? own
		return `${own.number};${own.name};SEK;${say(other)};${other.card}`
	})

const both = ["token.other-customer 4 5"]

describe("a column that is left out, whatever its name, says whose row it is by its values", () => {
	it.each<[string, (of: Person) => string]>([
		["Merchant Reference", ({ number }) => `KUND-${number}`],
		["Vault customer", ({ number }) => number],
		["Vault customer", ({ number }) => `0000${number}`],
		["Order ID", ({ number }) => `${number}-1`],
		["Shopper", ({ number }) => `K${number}`],
		["Subscription", ({ number }) => `SUB-${number}-2024`],
		["Xyzzy", ({ number }) => `Kund ${number}`],
		["Description", ({ name }) => name],
		["Label", ({ name }) => name.toUpperCase()],
		["Kommentar", ({ name }) => `Kort för ${name}, inlagt 2024`],
		["Betalningsreferens", ({ name }) => name.split(" ").reverse().join(", ")],
		["Cardholder", ({ name }) => (name.split(" ")[1] ?? "").toUpperCase()],
		["Card customer", ({ number }) => `KUND-${number}`],
	])("%s", async (column, say) => {
		for (const count of [4, 6]) {
			const checked = await examined([
				`Kundnr;Namn;Valuta;${column};Korttoken`,
				...exchanged(say, people.slice(0, count)),
			])
			expect([found(checked), found(checked, "warning"), checked.questions]).toEqual([both, [], []])
		}
	})

	it("where the customer numbers have letters themselves", async () => {
		const coded = people.map((person, index) => ({ ...person, number: `K-${index + 1}` }))
		const said = await examined([
			"Kundnr;Namn;Valuta;Reference;Korttoken",
			...exchanged(({ number }) => `SHOP/${number}/SEK`, coded),
		])
		expect(found(said)).toEqual(both)
	})

	it("where the customer numbers are small", async () => {
		const small = people.map((person, index) => ({ ...person, number: `${index + 1}` }))
		const said = await examined([
			"Kundnr;Namn;Valuta;Ref;Korttoken",
			...exchanged(({ number }) => `KUND-${number}`, small),
		])
		expect(found(said)).toEqual(both)
	})

	it("where the same digits are another customer's number elsewhere in the value", async () => {
		const years = people.map((person, index) => ({ ...person, number: `${2021 + index}` }))
		const said = await examined([
			"Kundnr;Namn;Valuta;Ref;Korttoken",
			...exchanged(({ number }) => `SUB-${number}-${number === "2024" ? 2023 : 2024}`, years),
		])
		expect(found(said)).toEqual(both)
	})

	it("where every value is another row's", async () => {
		const rows = people.map((own, index) => {
			const other = people[(index + 1) % people.length] ?? own
			return `${own.number};${own.name};SEK;Kort: ${other.name};${other.card}`
		})
		expect(found(await examined(["Kundnr;Namn;Valuta;Kommentar;Korttoken", ...rows]))).toEqual([
			"token.other-customer 2 3 4 5 6 7",
		])
	})

	it("where it means somebody who is not in the file, among others who are", async () => {
		const rows = people.map((own, index) => {
			const number = index < 3 ? own.number : index === 4 ? "1099" : (people[index === 3 ? 4 : 3] ?? own).number
			return `${own.number};${own.name};SEK;KUND-${number};${own.card}`
		})
		expect(found(await examined(["Kundnr;Namn;Valuta;Ref;Korttoken", ...rows]))).toEqual(["token.other-customer 5 6 7"])
	})

	it("where the row has no card", async () => {
		const [a, b, c, d] = people.map(({ number, name }) => `${number};${name};SEK`)
		const checked = await examined([
			"Kundnr;Namn;Valuta;Beskrivning;Korttoken",
			`${a};Anna Öberg;${people[0]?.card}`,
			`${b};Erik Åkesson;${people[1]?.card}`,
			`${c};Lars Lindqvist;`,
			`${d};Karin Malm;${people[2]?.card}`,
		])
		expect(found(checked)).toEqual(["card.slipped 4", "row.other-customer 4", "token.other-customer 5"])
	})
})

describe("a column that is left out says nothing", () => {
	const column = async (name: string, say: (of: Person, index: number) => string, of: readonly Person[] = people) => {
		const checked = await examined([
			`Kundnr;Namn;Valuta;${name};Korttoken`,
			...of.map((own, index) => `${own.number};${own.name};SEK;${say(own, index)};${own.card}`),
		])
		return [found(checked), found(checked, "warning"), checked.questions.map(({ id }) => id)]
	}
	const small = people.map((person, index) => ({ ...person, number: `${index + 1 + (index > 2 ? 1 : 0)}` }))

	it.each<[string, (of: Person, index: number) => string]>([
		["Löpnr", (_, index) => `${index + 1}`],
		["Antal", (_, index) => `${(index % 2) + 1}`],
		["Rabatt", (_, index) => `${index + 2},50`],
	])("by small numbers: %s", async (name, say) => {
		expect(await column(name, say, small)).toEqual([[], [], []])
	})

	const years = people.map((person, index) => ({ ...person, number: `${2016 + index}` }))

	it.each<[string, (of: Person, index: number) => string]>([
		["Inträdesdatum", (_, index) => `2019-01-0${index + 1}`],
		["Avtal från", (_, index) => `0${index + 1}.03.${2016 + ((index + 1) % people.length)}`],
		["Sedan", (_, index) => `${index + 1} maj ${2016 + ((index + 1) % people.length)} 12:00`],
		["Medlem sedan", (_, index) => `${2016 + ((index + 2) % people.length)}/01/31`],
	])("by the years of its days, whatever the numbers are: %s", async (name, say) => {
		expect(await column(name, say, years)).toEqual([[], [], []])
	})

	it("by the second of two numbers in a text", async () => {
		const dense = people.map((person, index) => ({ ...person, number: `${101 + index}` }))
		expect(await column("Plats", (_, index) => `Plan 1 plats ${101 + ((index + 1) % people.length)}`, dense)).toEqual([
			[],
			[],
			[],
		])
	})

	it.each<[string, (of: Person, index: number) => string]>([
		["Säljare", (_, index) => (index === 1 ? "Anna Öberg" : "Sven Gran")],
		["Smeknamn", ({ name }, index) => (index === 2 ? "Eva" : (name.split(" ")[0] ?? ""))],
		["Gammalt id", (_, index) => `${1003 + index}`],
		["Order", (_, index) => `ORD-${1003 + index}`],
		["Kommentar", (_, index) => (index === 3 ? "Ringde om 1002" : "")],
	])("where few of its values are the row's: %s", async (name, say) => {
		expect(await column(name, say)).toEqual([[], [], []])
	})

	it("where whoever has no card is paid for by somebody else", async () => {
		const rows = people.map(({ number, name, card }, index) =>
			[number, name, "SEK", index < 4 ? number : "1001", index < 4 ? card : ""].join(";"),
		)
		const checked = await examined(["Kundnr;Namn;Valuta;Huvudmedlem;Korttoken", ...rows])
		expect(found(checked)).toEqual([])
	})
})
