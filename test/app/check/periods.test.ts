import { expect, test } from "vitest"
import { mintCardToken } from "../../../src/sandbox/tokens.ts"
import { examiner, found, inSek } from "./examined.ts"

const examined = examiner(inSek)

test.each([
	["Gyldig fra;Gyldig til", "01-01-2021", "31-12-9999", "14-03-2024"],
	["Giltig från;Giltig till", "2021-01-01", "9999-12-31", "2024-03-14"],
	["Valid from;Valid to", "2021-01-01", "", "2024-03-14"],
	["Gültig ab;Gültig bis", "01.01.2021", "31.12.2099", "14.03.2024"],
])("the validity of a row is no card's: %s", async (columns, from, ahead, past) => {
	const lines = [1, 2, 3].map(
		(one) => `${one};Bo Ek;${from};${one === 2 ? past : ahead};${mintCardToken("ok", `${one}`)}`,
	)
	const checked = await examined([`Kundnr;Namn;${columns};Card token`, ...lines])
	expect(found(checked)).toEqual(["row.ended 3"])
})

test("a row that is not current is told", async () => {
	const checked = await examined(["Kundenr;Navn;Er aktuel", "1;Bo Ek;1", "2;An Ek;0"])
	expect(found(checked)).toEqual(["row.ended 3"])
})
