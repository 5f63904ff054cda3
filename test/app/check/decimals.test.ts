import { expect, test } from "vitest"
import { examiner, found, onlyQuestion, sentBy } from "./examined.ts"

const examined = examiner()

test.each(["491701234567.0", "+491701234567.0", "49 170 1234567.0", "+49 (0)170-123 45 67,00", "0170 1234567.0"])(
	"a program's decimal at the end of a phone number is an error where not all have it: %s",
	async (phone) => {
		for (const land of ["", "DE"]) {
			const checked = await examined([
				"Client ID;Name;Mobile Phone;Country",
				`1001;Jan Nowak;${phone};${land}`,
				`1002;Eva Klein;+491701234568;${land}`,
			])
			expect([land, found(checked)]).toEqual([land, ["value.decimal 2"]])
		}
	},
)

test("no person's word sends a phone number with a program's decimal", async () => {
	const lines = ["Client ID;Name;Mobile Phone", "1001;Jan Nowak;491701234567.0", "1002;Eva Klein;+491701234568"]
	expect(found(await examined(lines, {}, { cells: [], skipped: [], kept: [2] }))).toEqual(["value.decimal 2"])
})

test("a French number that ends in two zeros is one", async () => {
	const checked = await examined(["Client ID;Name;Phone;Country", "1;Luc Roy;01.23.45.67.00;FR", "2;Eva Roy;;FR"])
	expect(JSON.stringify(await sentBy(checked))).toContain('"+33123456700"')
})

test("where two values of a zip code have a decimal, nothing is said of others", async () => {
	const lines = ["Client ID;Name;Postal Code", "1001;Jan Nowak;10115.0", "1002;Eva Klein;10117.0", "1003;Ute Lang;nan"]
	const checked = await examined(lines)
	expect(found(checked)).toEqual(["value.decimal 2 3"])
	for await (const { message } of checked.findingsOf("value.decimal")) expect(message).not.toMatch(/others|column/)
})

test("that all customer numbers end in a decimal is said of all, also of those whose rows have other errors", async () => {
	const rows = [1, 2, 3].map((row) => `100${row}.0;Jan Nowak;${row === 2 ? "bad-mail" : `jan${row}@example.com`}`)
	const { why } = onlyQuestion(await examined(["Client ID;Name;Email", ...rows]))
	expect(why).toMatch(/ All of them end in a decimal of zeros, /)
})
