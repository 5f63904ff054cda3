import { expect, test } from "vitest"
import { examiner, found, inSek, onlyQuestion, saying, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

const file = (header: string, ...values: readonly string[]) => [
	`${header};Korttoken`,
	...values.map((value, index) => `${value};${token(index)}`),
]
const sent = async (checked: Awaited<ReturnType<typeof examined>>) =>
	(await sentBy(checked)).map(({ number, contact }) => [number, contact?.name])

test.each([
	["Kund", ["10230 Astrid Lindqvist", "10231 Bo Ek", "10232 Bergs 24 Bygg AB"]],
	["Customer", ["10230 / Astrid Lindqvist", "10231 / Bo Ek", "10232 / Bergs 24 Bygg AB"]],
	["Kundnr", ["10230 Astrid Lindqvist", "10231 Bo Ek", "10232 Bergs 24 Bygg AB"]],
	["Namn", ["10230 - Astrid Lindqvist", "10231 - Bo Ek", "10232 - Bergs 24 Bygg AB"]],
	["Name", ["Astrid Lindqvist (10230)", "Bo Ek (10231)", "Bergs 24 Bygg AB (10232)"]],
])("a number and a name in one cell are told apart: %s", async (column, values) => {
	const checked = await examined(file(column, ...values))
	expect(checked.questions).toEqual([])
	expect(await sent(checked)).toEqual([
		["10230", "Astrid Lindqvist"],
		["10231", "Bo Ek"],
		["10232", "Bergs 24 Bygg AB"],
	])
})

test("a row where that cannot be done is an error", async () => {
	const values = ["C-77 / Bergs AB", "C-78 / Ek AB", "C-79 / Holm AB", "C-80 / Lund AB", "Wik AB"]
	const checked = await examined(file("Customer", ...values))
	expect(checked.questions).toEqual([])
	expect((await sent(checked)).map(([number]) => number)).toEqual(["C-77", "C-78", "C-79", "C-80"])
	expect(found(checked)).toEqual(["number.not-parted 6"])
})

test.each([" Anna Ek", " - Anna Ek", " / Eks Bygg AB"])(
	"a number with a name in its cell is sent as neither where fewer than half are so: 10230%s",
	async (name) => {
		const rows = Array.from({ length: 10 }, (_, n) => `${10230 + n}${n % 5 > 2 ? name : ""};Kund ${n}`)
		const checked = await examined(file("Kundnr;Namn", ...rows))
		expect(checked.questions).toEqual([])
		expect((await sent(checked)).map(([number]) => number)).toEqual([
			"10230",
			"10231",
			"10232",
			"10235",
			"10236",
			"10237",
		])
		expect(found(checked)).toEqual(["number.noted 5 6 10 11"])
	},
)

test("beside a number of its own the name is asked about, and never sent with the number in it unless a person says so", async () => {
	const lines = file("Kundnr;Namn", "1;10230 Anna Ek", "2;10231 Bo Ask", "3;10232 Eva Holm")
	const checked = await examined(lines)
	expect(onlyQuestion(checked).id).toBe("parted.Namn")
	expect(await sent(await examined(lines, saying(checked)))).toEqual([
		["1", "Anna Ek"],
		["2", "Bo Ask"],
		["3", "Eva Holm"],
	])
	expect((await sent(await examined(lines, saying(checked, "whole"))))[0]).toEqual(["1", "10230 Anna Ek"])
})

test.each([
	["Kundnr;Namn", ["1001 A;Anna Ek", "1001 B;Bo Ek", "1002 A;Eva Ek"]],
	["Kundnr;Namn", ["KD 1001;Anna Ek", "KD 1002;Bo Ek", "KD 1003;Eva Ek"]],
	["Kundnr;Namn", ["1;3M Svenska", "2;Anna Ek", "3;7-Eleven AB"]],
])("nothing else is taken for both: %s %j", async (header, values) => {
	const checked = await examined(file(header, ...values))
	expect(checked.questions).toEqual([])
	expect((await sent(checked)).map((pair) => pair.join(";"))).toEqual(values)
})

test("the whole file says so, whatever its first values are", async () => {
	const both = Array.from({ length: 8 }, (_, index) => `${10230 + index} Anna Ek`)
	for (const column of ["Kundnr", "Namn", "Customer"]) {
		const checked = await examined(file(column, "Wik AB", ...both))
		expect([column, checked.questions.map(({ id }) => id)]).toEqual([column, []])
		expect((await sent(checked)).map(([number]) => number)).toEqual(both.map((value) => value.slice(0, 5)))
		expect(found(checked)).toContain("number.not-parted 2")
	}
	const beside = both.map((value, index) => `${index + 2};${value}`)
	expect(onlyQuestion(await examined(file("Kundnr;Namn", "1;Wik AB", ...beside))).id).toBe("parted.Namn")
})

test("names that begin with a digit ask nothing, also where a file is sorted by them", async () => {
	const names = ["123 Taxi AB", "2 Ek", "24 Timmar AB", "3 Bröder AB", "7-Eleven Sverige AB"]
	const rows = [...names, "Ahl AB", "Bergs Bygg AB", "Ek & Co", "Lund HB", "Café Nr 5 HB"].map(
		(name, n) => `${n};${name}`,
	)
	const checked = await examined(file("Kundnr;Namn", ...rows))
	expect(checked.questions).toEqual([])
	expect((await sent(checked)).map((pair) => pair.join(";"))).toEqual(rows)
})
