import { expect, test } from "vitest"
import { shownStreet } from "../../src/cli/shown-street.ts"
import { examiner, token } from "../app/check/examined.ts"

const examined = examiner()
const file = (names: string, ...values: string[]) => [
	`Nr;Name;${names};Postcode;Town;Country;Currency;Card token`,
	...values.map((value, at) => `K${at};Joe Hill ${at};${value};WR2 5RR;Worcester;GB;GBP;${token(at)}`),
]

test("a street that several columns make is shown as it is sent, of the row that has most of them", async () => {
	const checked = await examined(file("House Name;House Number;Street", ";3;Mill Lane", "Rose Cottage;2;Mill Lane"))
	expect(await shownStreet(checked)).toBe('  Streets are joined, as in row 3: "Rose Cottage, 2 Mill Lane".')
})

test("one of one column is not", async () => {
	expect(await shownStreet(await examined(file("Street", "2 Mill Lane")))).toBe(undefined)
})

test("nor is one of columns of which one alone is filled", async () => {
	const checked = await examined(file("Street;Address 2", "2 Mill Lane;", "4 Mill Lane;"))
	expect(await shownStreet(checked)).toBe(undefined)
})
