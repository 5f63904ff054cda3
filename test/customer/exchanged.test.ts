import { expect, test } from "vitest"
import { examiner, found, inSek, sentBy } from "../app/check/examined.ts"

const examined = examiner(inSek)

test("customer and identity numbers that change places half-way are not sent", async () => {
	const checked = await examined([
		"Kundnr;Orgnr;Namn",
		"10234;556712-1234;Rydells Bygg AB",
		"10236;556713-1505;Noréns El AB",
		"556722-3944;20430;Granqvists El AB",
		"19900101-0017;K-207;Eva Holm",
		"20433;;Bo Ek",
	])
	expect(found(checked)).toEqual(["number.exchanged 4 5"])
	expect((await sentBy(checked)).map(({ number }) => number)).toEqual(["10234", "10236", "20433"])
})

test.each([
	["the number is that of the company", "556722-3944;556722-3944"],
	["there is no identity number", "556722-3944;"],
	["both are long", "556722-3944;DE811193231"],
	["the number has many digits", "1000000123;900101"],
])("they stay what they are where %s", async (_, cells) => {
	expect(found(await examined(["Kundnr;Orgnr;Namn", `${cells};Rydells Bygg AB`]))).toEqual([])
})
