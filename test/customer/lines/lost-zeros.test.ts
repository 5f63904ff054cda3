import { expect, test } from "vitest"
import { examiner, found } from "../../app/check/examined.ts"

const examined = examiner()
const names = ["Anna Öberg", "Erik Åkesson", "Karin Malm", "Olaf Jäger", "Petra Huber"]
const file = (...numbers: string[]) => [
	"Kundnr;Namn",
	...numbers.map((number, at) => `${number};${names[at % names.length]} ${at}`),
]

test.each([
	["10239", "10.24", "10241"],
	["10.239", "10.24", "10.241"],
	["10,239", "10,24", "10,241"],
	["10239", "10240", "10,3"],
	["998", "999", "1.01"],
	["1001", "1002", "1003", "1.1"],
	["120400", "120401", "120.41"],
	["K10239", "K10240", "10.25"],
])("a number that lost its last zeros is refused: %s %s %s", async (...numbers) => {
	const at = numbers.findIndex((number) => /^\d+[.,]\d{1,2}$/.test(number))
	const codes = found(await examined(file(...numbers)))
	expect(codes).toEqual([expect.stringMatching(new RegExp(`^number\\.decimal.*\\b${at + 2}\\b`))])
})

test.each([
	["1", "2", "2.1", "3", "1200"],
	["12", "12.1", "12.2", "13", "1300"],
	["10.21", "10.22", "10.23", "10.24"],
	["1.1", "1.2", "1.3", "1001"],
	["1001", "1001.1", "1002", "1002.1"],
	["10", "11", "10.24", "12"],
])("one that counts so is one: %s %s %s", async (...numbers) => {
	expect(found(await examined(file(...numbers)))).toEqual([])
})

test("a whole number among those with their thousands apart lost its zeros", async () => {
	const numbers = ["10.239", "10.240", "10", "9.871", "11.002"]
	const lines = ["Kundnr;Namn;Valuta", ...numbers.map((number, at) => `${number};Anna Ek ${at};SEK`)]
	expect(found(await examined(lines))).toEqual(["number.decimal 2 3 4 5 6"])
})
