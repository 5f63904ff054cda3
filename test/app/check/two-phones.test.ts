import { expect, test } from "vitest"
import { examiner, onlyQuestion, saying, sentBy } from "./examined.ts"

const examined = examiner()

const two = ["0161 496 0323", "0161 496 0877"]

test.each([
	["Tel (H),Tel (W)", { landline: two[0], primary: two[1] }, "both.phone"],
	["Phone,Phone 2", { primary: two[0], landline: two[1] }, "both.landline"],
	["Phone,Phone 2", { primary: two[0], cellphone: two[1] }, "both.cellphone"],
	["Mobile,Mobile 2", { cellphone: two[0], primary: two[1] }, "both.phone"],
])("two phones of one field can both be kept, in fields of their own: %s", async (names, phone, answer) => {
	const lines = [`Customer ID,Name,Country,Currency,${names}`, `C-1,Ann Hill,GB,GBP,${two.join()}`]
	const checked = await examined(lines)
	expect(onlyQuestion(checked).answers.map(({ id }) => id)).toContain(answer)
	const [sent] = await sentBy(await examined(lines, saying(checked, answer)))
	const digits = (text = "") => text.replace(/\D/g, "").replace(/^44/, "0")
	const found = sent?.contact?.phone ?? {}
	expect(Object.fromEntries(Object.entries(found).map(([field, one]) => [field, digits(one)]))).toEqual(
		Object.fromEntries(Object.entries(phone).map(([field, one]) => [field, digits(one)])),
	)
})

test("a home and a mobile phone are not asked about", async () => {
	const checked = await examined([
		"Customer ID,Name,Country,Currency,Tel (H),Tel (M)",
		`C-1,Ann Hill,GB,GBP,${two[0]},07455 978981`,
	])
	expect(checked.questions).toEqual([])
	expect(Object.keys((await sentBy(checked))[0]?.contact?.phone ?? {}).sort()).toEqual(["cellphone", "landline"])
})
