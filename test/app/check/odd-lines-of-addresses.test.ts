import { expect, test } from "vitest"
import { examiner, found, inSek } from "./examined.ts"

const examined = examiner(inSek)
const file = (street: string) => [
	"Kundnr;Namn;Adress;Postnr;Ort;Land",
	"1;Anna Ek;Storgatan 2;111 22;Umeå;SE",
	`2;Bo Ek;"${street}";111 22;Umeå;SE`,
]

test.each(["3-maj", "2026-05-03", "dec-12"])("a date in place of a street is told: %s", async (street) => {
	expect(found(await examined(file(street)), "warning")).toEqual(["value.date 3"])
})

test.each([";", "/", "#"])("so is a sign: %s", async (street) => {
	expect(found(await examined(file(street)), "warning")).toEqual(["value.stand-in 3"])
})

test.each(["1 maj-gatan 3", "Straße des 17. Juni 135", "Box 12", "12 B", "Första majgatan 1"])(
	"a street is none: %s",
	async (street) => expect(found(await examined(file(street)), "warning")).toEqual([]),
)
