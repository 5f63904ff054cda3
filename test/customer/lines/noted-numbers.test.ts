import { expect, test } from "vitest"
import { examiner, found, token } from "../../app/check/examined.ts"

const examined = examiner()
const file = (...numbers: string[]) => [
	"Kundnr;Namn;Korttoken",
	...numbers.map((number, at) => `${number};${names[at % names.length]} ${at};${token(at)}`),
]
const names = ["Anna Öberg", "Erik Åkesson", "Karin Malm"]
const plain = ["1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008"]

test.each([
	"1009 (ny)",
	"1009*",
	"1009?",
	"1009 *",
	"1009 [gammal]",
	"1009†",
	"1009 ny",
	"1009, se notering",
	"K-1009 (ny)",
])("a number with a note on it among plain ones is not sent: %s", async (number) => {
	const checked = await examined(file(...plain, number))
	expect([found(checked), checked.customers]).toEqual([["number.noted 10"], 8])
})

test("so are they where most have one, each another", async () => {
	expect(found(await examined(file("1001", "1002 (ny)", "1003*", "1004?")))).toEqual(["number.noted 3 4 5"])
})

test.each([
	["1001 (A)", "1002 (B)", "1003 (C)", "1004 (A)"],
	["1001*", "1002*", "1003*", "1004*"],
	["1001 Anna", "1002 Bo", "1003 Eva", "1004 Ulf"],
	["K-1001", "K-1002/2", "K-1003A", "1004 B"],
])("what all or many have is the number: %s …", async (...numbers) => {
	const checked = await examined(file(...numbers))
	expect([found(checked), checked.customers]).toEqual([[], 4])
})

test.each(["1,000", "1 000", "1.000", "1'000", "1’000", "10\u00a0245", "10\u202f245", "1 000 000"])(
	"a number with its thousands apart is not sent: %j",
	async (number) => {
		expect(found(await examined(file("998", "999", number)))).toContain("number.decimal 4")
	},
)

test.each(["001.234", "1.2345", "12 34", "1 000.000", "A 1 000"])("others are: %s", async (number) => {
	expect(found(await examined(file("998", "999", number)))).toEqual([])
})
