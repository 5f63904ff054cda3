import { expect, test } from "vitest"
import { examiner, found, sentBy, token } from "./examined.ts"

const examined = examiner()

const header = "Account No.,Customer,Email,Currency,Card token"
const row = (number: string, name: string, email: string) =>
	`${number},${name},${email},GBP,${token(`${number}${email}`)}`

const same = [
	header,
	row("QB-0108", "Zoe Foster", "zoe@example.com"),
	row("QB-0109", "Ann Lee", "ann@example.com"),
	row("qb-0108", "ZOE FOSTER", "Zoe@example.com"),
]

test("one customer in two spellings of a number is sent in neither, until a person says that they are two", async () => {
	const checked = await examined(same)
	expect(found(checked)).toEqual(["number.other-spelling 2 4"])
	expect(found(checked, "warning")).toEqual([])
	expect((await sentBy(checked)).map(({ number }) => number)).toEqual(["QB-0109"])
	const messages: string[] = []
	for await (const { message } of checked.findingsOf("number.other-spelling")) messages.push(message)
	expect(messages).toEqual([
		expect.stringContaining('"QB-0108", and "qb-0108" in row 4'),
		expect.stringContaining('"qb-0108", and "QB-0108" in row 2'),
	])
	const kept = await examined(same, {}, { cells: [], skipped: [], kept: [2, 4] })
	expect([found(kept), found(kept, "warning"), kept.customers]).toEqual([[], ["number.other-spelling 2 4"], 3])
})

test.each([
	["eaten zeros", "00123", "123"],
	["spaces", "A 1", "A1"],
])("so are other spellings: %s", async (_, one, other) => {
	const email = "zoe@example.com"
	const lines = [
		header,
		row(one, "Zoe Foster", email),
		row("B7", "Ann Lee", "ann@x.com"),
		row(other, "Foster Zoe", email),
	]
	const { size } = (await examined(lines)).rowsWith("number.other-spelling")
	expect(size).toBe(2)
})

test("in full width it is the same number, and stands at two rows", async () => {
	const lines = [header, row("Ａ１", "Zoe Foster", "zoe@example.com"), row("A1", "Foster Zoe", "zoe@example.com")]
	const checked = await examined([...lines, row("B7", "Ann Lee", "ann@x.com")])
	expect(found(checked)).toEqual(["number.shared 2 3"])
	expect(found(checked, "note")).toContain("cleaned.ligature 2")
})

test("who is told apart by name or e-mail is another customer, with a warning as before", async () => {
	for (const [name, email] of [
		["Bo Ek", "zoe@example.com"],
		["Zoe Foster", "foster@example.com"],
	] as const) {
		const checked = await examined([...same.slice(0, 3), row("qb-0108", name, email)])
		expect([found(checked), found(checked, "warning"), checked.customers]).toEqual([[], ["number.near-duplicate 4"], 3])
	}
})

test("where rows are joined, all rows of both are errors", async () => {
	const lines = [
		header,
		`a1,Zoe Foster,z@x.com,GBP,${token(1)}`,
		`a1,Zoe Foster,z@x.com,GBP,${token(2)}`,
		`A1,Zoe Foster,z@x.com,GBP,${token(3)}`,
		`A1,Zoe Foster,z@x.com,GBP,${token(4)}`,
		`B1,Ann Lee,a@x.com,GBP,${token(5)}`,
	]
	const checked = await examined(lines, { joinRows: true })
	expect(found(checked)).toEqual(["number.other-spelling 2 4", "row.joined-with-invalid 3 5"])
	expect(checked.customers).toBe(1)
})
