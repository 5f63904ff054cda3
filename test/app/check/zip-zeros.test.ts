import { describe, expect, test } from "vitest"
import { examiner, found, inSek, sentBy } from "./examined.ts"

const examined = examiner(inSek)

const file = (...zips: readonly string[]) => [
	"Kundnr;Namn;Adress;Postnr;Ort",
	...zips.map((zip, at) => `${at + 1};Anna Berg ${at};Via Roma ${at + 1};${zip};Roma`),
]
const rows = (zips: readonly string[], wanted: readonly string[]) =>
	zips.flatMap((zip, at) => (wanted.includes(zip) ? [at + 2] : []))

describe("zip codes shorter than the others lost their zeros, where no country is given", () => {
	test.each([
		["of Rome", ["20121", "184", "20122", "153", "40100", "10121"], ["184", "153"]],
		["of Boston", ["90210", "10001", "2134", "60601", "33101", "94105"], ["2134"]],
		["of Helsinki", ["33100", "100", "2100", "20100", "140"], ["100", "2100", "140"]],
		["of Oslo", ["5003", "150", "7010", "4006"], ["150"]],
		["of Moscow's like", ["123456", "12345", "654321", "234567", "345678"], ["12345"]],
	])("%s", async (_, zips, lost) => {
		expect(found(await examined(file(...zips)))).toEqual([`zip-code.zeros ${rows(zips, lost).join(" ")}`])
	})

	test("but where a person says that the row is right, or the country", async () => {
		const lines = file("20121", "184", "20122", "20123")
		const kept = await examined(lines, {}, { cells: [], skipped: [], kept: [3] })
		expect([found(kept), kept.customers]).toEqual([[], 4])
		const italian = await examined(lines, { constants: { country: "IT", currency: "EUR" } })
		expect(found(italian)).toEqual([])
		expect(JSON.stringify(await sentBy(italian))).toContain('"00184"')
	})
})

test("as many of four digits as a neighbour may have are warned of, unless one begins with a zero", async () => {
	const zips = ["75011", "1500", "13002", "2100", "69003"]
	expect(found(await examined(file(...zips)), "warning")).toEqual([
		`zip-code.mixed ${rows(zips, ["1500", "2100"]).join(" ")}`,
	])
	expect(found(await examined(file(...zips, "01500")), "warning")).toEqual([])
	expect(found(await examined(file(...zips), { constants: { country: "FR", currency: "EUR" } }), "warning")).toEqual([])
})

test.each([
	["of two countries", ["11122", "0150", "21145", "5003", "11320", "7010"]],
	["of one length", ["1010", "1020", "8010", "4020", "5020"]],
	["with letters", ["SW1A 1AA", "184", "EC1A 1BB", "M1 1AE"]],
	["of few rows", ["20121", "1010"]],
	["of many lengths", ["1", "22", "333", "4444", "55555"]],
	["written apart", ["111 22", "113 20", "211 45", "416 51", "75321"]],
])("ordinary zip codes are none: %s", async (_, zips) => {
	expect(found(await examined(file(...zips)))).toEqual([])
})
