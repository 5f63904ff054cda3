import { expect, test } from "vitest"
import { examiner, found, sentBy, token } from "./examined.ts"

const examined = examiner()

const file = (header: string, ...values: readonly string[]) => [
	`Kundnr;Namn;${header};Valuta;Korttoken`,
	...values.map((value, at) => `${at + 1};Anna Ek;${value};EUR;${token(at)}`),
]

test("the number of an establishment in France is no card's, where its column is of such", async () => {
	const checked = await examined(
		file("N° SIRET", "38012986646850", "552 081 317 66522", "30569309025904", "4111111111111111"),
	)
	expect(found(checked)).toEqual(["card-number.found 4 5"])
	expect((await sentBy(checked)).map(({ contact }) => contact?.identityNumber)).toEqual([
		"38012986646850",
		"552 081 317 66522",
	])
})

test.each([
	["GLN", "4012345000047", "4111111111111111"],
	["Målepunkts-ID", "571313100000000034", "5555555555554444"],
])("nor is that of a place or a meter: %s", async (header, own, card) => {
	const checked = await examined(file(header, own, card))
	expect(found(checked)).toEqual(["card-number.unsent 3"])
})

test("what may be something else in a column that is not sent is so by a person's word, row by row", async () => {
	const lines = file("Ordernummer", "5555555555554444", "4111111111111111", "1")
	expect(found(await examined(lines))).toEqual(["card-number.unsent 2 3"])
	const kept = await examined(lines, {}, { cells: [], skipped: [], kept: [2] })
	expect((await sentBy(kept)).map(({ number }) => number)).toEqual(["1", "3"])
	const sent = await examined(
		file("Organisationsnummer", "5555555555554444"),
		{},
		{ cells: [], skipped: [], kept: [2] },
	)
	expect(found(sent)).toEqual(["card-number.found 2"])
})
