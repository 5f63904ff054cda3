import { expect, test } from "vitest"
import { examiner, found, inSek, saying, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

const file = (header: string, none: string, day: string) => [
	`Kundnr;Namn;${header};Korttoken`,
	...[none, day, none, none].map((cell, index) => `${100 + index};Anna Ek${"abcd"[index]};${cell};${token(index)}`),
]

test.each([
	["0001-01-01", "2024-05-01"],
	["1753-01-01 00:00:00", "2024-05-01 00:00:00"],
	["1900-01-01", "2024-05-01"],
	["1899-12-30", "2024-05-01"],
	["01.01.1970", "01.05.2024"],
	["1/1/1900", "1/5/2024"],
])("%s is no day on which somebody died or left", async (none, day) => {
	const died = file("Avliden datum", none, day)
	const asked = await examined(died)
	expect(asked.questions.map(({ why }) => why)).toEqual([expect.stringContaining("One row says so.")])
	const answered = await examined(died, saying(asked, "none"))
	expect((await sentBy(answered)).map(({ number }) => number)).toEqual(["100", "102", "103"])
	const left = await examined(file("Avslutad", none, day))
	expect(found(left)).toEqual(["row.ended 3"])
})
