import { describe, expect, test } from "vitest"
import { examiner, onlyQuestion, saying, sentBy, token } from "./examined.ts"

const examined = examiner()

const rows = (...names: readonly string[]) => names.map((name, row) => `C-${row + 1},${name},${token(`${name}${row}`)}`)

describe("the customer's own name beside a contact's", () => {
	test.each([
		["Account Name,Contact Name", "Smith Ltd,Ann Hill", "Jones Ltd,Bob Fox"],
		["Customer,Contact Name", "Smith Ltd,Ann Hill", "Jones Ltd,Bob Fox"],
	])("is sent, and the contact's where it has none: %s", async (names, ...cells) => {
		const checked = await examined([`Customer ID,${names},Card Token`, ...rows(...cells, ",Cy Dale")])
		expect(checked.questions).toEqual([])
		const sent = await sentBy(checked)
		expect(sent.map(({ contact }) => contact?.name)).toEqual(["Smith Ltd", "Jones Ltd", "Cy Dale"])
	})

	test("is asked about where the other one may be the customer's as well", async () => {
		const names = "Account Name,First Name,Last Name"
		const cells = ["Smith Ltd,Ann,Hill", "Jones Ltd,Bob,Fox"]
		const lines = [`Customer ID,${names},Card Token`, ...rows(...cells)]
		const checked = await examined(lines)
		expect(onlyQuestion(checked).text).toBe("Which is the customer's name, where a row has two?")
		const [own = ""] = names.split(",")
		const sent = await sentBy(await examined(lines, saying(checked, own)))
		expect(sent.map(({ contact }) => contact?.name)).toEqual(["Smith Ltd", "Jones Ltd"])
	})

	test.each([
		["Account Name,Contact Name", "Ann Hill,Ann Hill", "Bob Fox,Bob Fox"],
		["Account Name,Contact Name", "Premium,Ann Hill", "Premium,Bob Fox"],
		["Account Name,Name", "annhill7,Ann Hill", "bobfox2,Bob Fox"],
	])("is not asked about where it is the same, or is no name: %s %s", async (names, ...cells) => {
		const checked = await examined([`Customer ID,${names},Card Token`, ...rows(...cells)])
		expect(checked.questions).toEqual([])
		expect((await sentBy(checked)).map(({ contact }) => contact?.name)).toEqual(["Ann Hill", "Bob Fox"])
	})
})
