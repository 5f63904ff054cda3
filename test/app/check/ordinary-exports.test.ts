import { expect, test } from "vitest"
import { examiner, inSek, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

const file = (header: string, ...rows: readonly string[]) => [
	`${header};Korttoken`,
	...rows.map((row, index) => `${row};${token(index)}`),
]
type Checked = Awaited<ReturnType<typeof examined>>
const asked = ({ questions }: Checked) => questions.map(({ id }) => id)
const reasons = ({ decision }: Checked) =>
	Object.fromEntries((decision?.columns ?? []).map(({ column, reason }) => [column, reason]))

test("somebody at the customer is not the customer where another column may be its name", async () => {
	const rows = ["1;SARL Moreau;Mme Moreau", "2;SARL Noël;M. Noël", "3;SARL Faure;Mme Faure"]
	const known = await examined(file("N° client;Intitulé;Interlocuteur", ...rows))
	expect(asked(known)).toEqual([])
	expect((await sentBy(known)).map(({ contact }) => contact?.name)).toEqual(["SARL Moreau", "SARL Noël", "SARL Faure"])
	const unknown = await examined(file("N° client;Xyz;Interlocuteur", ...rows))
	expect(onlyQuestion(unknown).answers.map(({ id }) => id)).toEqual(["Interlocuteur", "Xyz", "none"])
	const alone = await examined(file("N° client;Interlocuteur", ...rows.map((row) => row.replace(/;[^;]*/, ""))))
	expect(asked(alone)).toEqual([])
})

test("the code of a bill's address is its zip code where it looks like one", async () => {
	const header = "Contact ID;Contact Name;Billing Address;Billing City;Billing Country;Billing Code"
	const rows = (code: (n: number) => string) =>
		[1, 2, 3].map((n) => `${n};Ann Reed;${n} King St;London;United Kingdom;${code(n)}`)
	const checked = await examined(file(header, ...rows((n) => `EC1A ${n}BB`)))
	expect(asked(checked)).toEqual([])
	expect(JSON.stringify((await sentBy(checked))[1])).toContain('"zipCode":"EC1A 2BB"')
	const other = await examined(file(header, ...rows((n) => `INV-${n}`)))
	expect(reasons(other)["Billing Code"]).toBe("the code of an address, or of what is sent there")
})

test("SAP Business One calls a customer a card", async () => {
	const header = "CardCode;CardName;CardType;CntctPrsn"
	const checked = await examined(file(header, "C20000;Maxi-Teq;C;Ann Reed", "C20001;Microchips;C;Bo Reed"))
	expect(asked(checked)).toEqual([])
	expect((await sentBy(checked)).map(({ number, contact }) => [number, contact?.name])).toEqual([
		["C20000", "Maxi-Teq"],
		["C20001", "Microchips"],
	])
	// These may be the codes that nobody may keep.
	expect(asked(await examined(file("CardCode;CardName", "123;Ann Reed", "456;Bo Reed")))).toEqual(["number"])
})

test.each(["Pren nr", "Abon nr", "Prennr", "Abonnr", "Abonn.nr"])("%s is the customer number", async (name) => {
	expect(asked(await examined(file(`${name};Namn`, "77001;Anna Ek", "77002;Bo Ek")))).toEqual([])
})

test.each([
	["Maksuaika", "14", "terms of payment or trade"],
	["Termin płatności", "14", "terms of payment or trade"],
	["EU-Land", "DE", "the country of a tax number"],
])("is told for what it is: %s", async (name, value, reason) => {
	const checked = await examined(file(`Kundnr;Namn;${name}`, `1;Anna Ek;${value}`, `2;Bo Ek;${value}`))
	expect(reasons(checked)[name]).toBe(reason)
})
