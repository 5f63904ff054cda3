import { describe, expect, test } from "vitest"
import { examiner, found, inSek, saying, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

const file = (...odd: readonly (readonly [number: string, name: string])[]) => [
	"Kundnr;Namn;Saldo;Korttoken",
	...Array.from({ length: 12 }, (_, index) => `${1000 + index};Anna Ek${"abcdefghijkl"[index]};1,00;${token(index)}`),
	...odd.map(([number, name], index) => `${number};${name};1,00;${token(`odd${index}`)}`),
]

describe("a number with signs that the others have not", () => {
	test.each(["1102, 1103", "(1104)", "?1105", "=1106", "1108/1109", "ny 1110"])(
		"is sent by a person's word only: %s",
		async (number) => {
			const lines = file([number, "Bo Lind"])
			expect(found(await examined(lines))).toEqual(["number.unlike 14"])
			const kept = await examined(lines, {}, { cells: [], skipped: [], kept: [14] })
			expect((await sentBy(kept)).map((sent) => sent.number)).toContain(number)
		},
	)

	test("is as good as any where others have them too", async () => {
		const lines = file(["2024/1", "Bo"], ["2024/2", "Cai"], ["2024/3", "Dag"], ["2024/4", "Eva"], ["2024/5", "Fia"])
		expect(found(await examined(lines))).toEqual([])
	})
})

test.each(["Eva Ström 070-1234567", "Ulf Ek 19800101-1234", "Pia Ek <pia@example.se>"])(
	"a name with more than a name is asked about: %s",
	async (name) => {
		expect(found(await examined(file(["1100", name])))).toEqual(["name.aside 14"])
	},
)

test("companies may have digits", async () => {
	const names = ["3M Svenska AB", "Studio 54", "Bygg 2000 AB", "Klockaren 1:23 Samfällighet"]
	const lines = file(...names.map((name, index) => [String(1100 + index), name] as const))
	expect(found(await examined(lines))).toEqual([])
})

test.each(["Ausdruck vom 28.11.2026;;;Seite 1 von 1", "Fortnox 2026-11-28 14:02;;;Sida 1 (1)", ";;Page 2 of 9;"])(
	"the foot of a page is no customer, wherever its page stands: %s",
	async (foot) => {
		const checked = await examined([...file(), foot])
		expect([checked.questions, found(checked)]).toEqual([[], ["row.page 14"]])
	},
)

test("an e-mail address with the apostrophe of a spreadsheet is none", async () => {
	const checked = await examined([
		"Kundnr;E-post;Korttoken",
		`1;'g@example.se;${token(1)}`,
		`2;o'hara@example.se;${token(2)}`,
	])
	expect(found(checked)).toEqual(["email.invalid 2"])
})

test("a street of bills alone, beside a whole address, is sent by a person's word", async () => {
	const lines = [
		"ID,Name,Street Address,ZIP,City,Country,Billing Address,Token",
		...[1, 2, 3].map((n) => `${n},Uwe Vogt,Weg ${n},04109,Leipzig,Germany,Weg ${n} Leipzig 04109,${token(n)}`),
	]
	const checked = await examined(lines)
	expect(checked.questions.map(({ id }) => id)).toEqual(["billingStreet"])
	const sent = await sentBy(await examined(lines, saying(checked)))
	expect(sent.map(({ contact }) => contact?.address)).toMatchObject(
		[1, 2, 3].map((n) => ({ street: `Weg ${n}`, zipCode: "04109" })),
	)
})
