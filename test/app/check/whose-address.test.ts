import { expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { examiner, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner()
const file = (header: string, cells: string) => [
	`${header};Currency;Card token`,
	...[1, 2, 3].map((at) => `${at};Anna Berg ${at};${cells};EUR;${token(at)}`),
]

test.each([
	["Member No;Name;Club;Club Address;Club Town;Club Postcode", "City;1 High St;Leeds;LS1 1AA"],
	["Pat-Nr;Name;Praxis;Praxis Straße;Praxis PLZ;Praxis Ort", "Dr Böhm;Ring 1;10115;Berlin"],
	["Member No;Name;Pool Address;Pool Town;Pool Postcode", "1 High St;Leeds;LS1 1AA"],
])("whose address it is, is asked: %s", async (header, cells) => {
	const lines = file(header, cells)
	const question = onlyQuestion(await examined(lines))
	expect(question.answers.map(({ id }) => id)).toEqual(["none", "customer"])
	const [without] = await sentBy(await examined(lines, answered(noAnswers, question, ["none"])))
	expect(without?.contact?.address).toBe(undefined)
	const [withIt] = await sentBy(await examined(lines, answered(noAnswers, question, ["customer"])))
	expect(withIt?.contact?.address).toMatchObject({ street: cells.includes("Ring") ? "Ring 1" : "1 High St" })
})

test("a box with a zip code of its own is another address than the street", async () => {
	const lines = file("Debitor;Name;Straße;PLZ;Ort;Postfach;PLZ Postfach;Land", "Ring 1;10115;Berlin;12 34 5;10117;DE")
	const question = onlyQuestion(await examined(lines))
	const [street] = await sentBy(await examined(lines, answered(noAnswers, question, ["none"])))
	expect(street?.contact?.address).toMatchObject({ street: "Ring 1", zipCode: "10115" })
	const [box] = await sentBy(await examined(lines, answered(noAnswers, question, ["box"])))
	expect(box?.contact?.address).toMatchObject({ street: "Postfach 12 34 5", zipCode: "10117", city: "Berlin" })
})
