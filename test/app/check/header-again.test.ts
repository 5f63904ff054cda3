import { expect, test } from "vitest"
import { examiner, found, sentBy, token } from "./examined.ts"

const examined = examiner()

const twoTables = (first: string, second: string, row: (at: number) => string) => [
	`Kundnr;Namn;${first};Valuta;Korttoken`,
	...[1, 2].map((at) => `${at};Anna Ek;${row(at)};SEK;${token(at)}`),
	`Kundnr;Namn;${second};Valuta;Korttoken`,
	...[3, 4].map((at) => `${at};Bo Ek;${row(at)};SEK;${token(at)}`),
]
const emails = (at: number) => `a${at}@example.com;b${at}@example.com`

test.each([
	["E-post;Gammal e-post", "Gammal e-post;E-post", emails],
	["Email;Email (old)", "Email (old);Email", emails],
	[
		"Adress;Postnr;Ort;Adress (gammal);Postnr (gammalt);Ort (gammal)",
		"Adress (gammal);Postnr (gammalt);Ort (gammal);Adress;Postnr;Ort",
		(at: number) => `Storgatan ${at};111 22;Stockholm;Lillgatan ${at};222 33;Lund`,
	],
] as const)("behind a header in another order nobody is created: %s", async (first, second, row) => {
	const checked = await examined(twoTables(first, second, row))
	expect(found(checked)).toEqual(["row.other-table 5 6", "row.other-header 4"])
	expect((await sentBy(checked)).map(({ number }) => number)).toEqual(["1", "2"])
	const again = await examined(twoTables(first, first.toUpperCase(), row))
	expect(found(again)).toEqual(["number.header 4"])
	expect((await sentBy(again)).map(({ number }) => number)).toEqual(["1", "2", "3", "4"])
})
