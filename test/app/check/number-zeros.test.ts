import { describe, expect, test } from "vitest"
import { examiner, found, inSek, sentBy } from "./examined.ts"

const examined = examiner(inSek)

const file = (...numbers: readonly string[]) => [
	"Kundnr;Namn",
	...numbers.map((number, at) => `${number};Anna Berg ${at}`),
]
const rowOf = (numbers: readonly string[], lost: readonly string[]) =>
	numbers.flatMap((number, at) => (lost.includes(number) ? [at + 2] : [])).join(" ")

describe("customer numbers that are shorter than those with zeros before them lost theirs", () => {
	test.each([
		["one", ["0001204", "0001209", "1272", "0001280", "0001329"], ["1272"]],
		["of several lengths", ["0001204", "0001209", "72", "0001280", "10329", "0000004"], ["72", "10329"]],
		["most of them", ["0001204", "1209", "1272", "1280", "1329", "0001400"], ["1209", "1272", "1280", "1329"]],
		["where most fill their length", ["01204", "51209", "4272", "21280", "61329", "08111"], ["4272"]],
		["beside one that is padded otherwise", ["0001204", "0001209", "1272", "0001280", "0001329", "012"], ["1272"]],
	])("%s", async (_, numbers, lost) => {
		const checked = await examined(file(...numbers))
		expect(found(checked)).toEqual([`number.zeros ${rowOf(numbers, lost)}`])
		expect((await sentBy(checked)).map(({ number }) => number)).toEqual(
			numbers.filter((number) => !lost.includes(number)),
		)
	})

	test("and are shown with them, unless a person says that the row is right", async () => {
		const lines = file("0001204", "0001209", "1272", "0001280")
		const checked = await examined(lines)
		expect(checked.summary.map(({ message }) => message)).toContainEqual(expect.stringContaining('"0001272"'))
		const kept = await examined(lines, {}, { cells: [], skipped: [], kept: [4] })
		expect([found(kept), kept.customers]).toEqual([[], 4])
	})
})

test.each([
	["counted from 1", ["1", "2", "9", "10", "11", "100"]],
	["of one length", ["0001204", "0001209", "1201272", "0001280"]],
	["that outgrew their zeros", ["0998", "0999", "1000", "9999", "10000"]],
	["with letters", ["0001204", "0001209", "A272", "0001280"]],
	["padded to several lengths", ["0012", "0013", "1414", "000015", "000016"]],
	["of which one alone has a zero", ["012", "13", "14", "15"]],
])("ordinary customer numbers lost none: %s", async (_, numbers) => {
	expect(found(await examined(file(...numbers)))).toEqual([])
})
