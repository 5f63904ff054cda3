import { expect, test } from "vitest"
import { examiner, found } from "../app/check/examined.ts"

const examined = examiner()

test.each([
	["", ["address.no-place 3 5"]],
	["UK", ["address.no-place 3 5"]],
	["DE", []],
])("of merged cells only the first row has the town, and the others are told: %s", async (country, told) => {
	const lines = ["1 Mill Lane;Bristol;BS1 4ND", "2 Mill Lane;;BS1 4ND", "3 Mill Lane;Bath;BA1 1AA", "4 Mill Lane;Bath;"]
	const checked = await examined([
		"Cust No;Name;Address;Town;Post Code;Country",
		...lines.map(
			(line, at) => `${at + 1};Ann Hall;${country === "DE" ? line.replace(/[A-Z]{2}1 .../, "10115") : line};${country}`,
		),
	])
	expect(found(checked, "warning").filter((one) => one.startsWith("address.no-place"))).toEqual(told)
	expect(checked.customers).toBe(country === "DE" ? 2 : 4)
	for await (const { message } of checked.findingsOf("address.no-place"))
		expect(message).toMatch(/: no (?:city|zip code)\.?$/)
})

test.each([
	["Name;Town", "Ann Hall;"],
	["Name;Address;Town", "Ann Hall;;"],
	["Name;Address;Country", "Ann Hall;1 Mill Lane;UK"],
	["Name;Address;Town;Post Code", "Ann Hall;;Bath;BA1 1AA"],
])("nothing is lacking where there is no address, or no column of it: %s of %s", async (header, row) => {
	const checked = await examined([`Cust No;${header}`, `1;${row}`])
	expect(found(checked, "warning")).toEqual([])
})
