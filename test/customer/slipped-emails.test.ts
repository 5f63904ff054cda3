import { describe, expect, it } from "vitest"
import { hash53 } from "../../src/contract/hash.ts"
import { nameWords } from "../../src/customer/cards/same-name.ts"
import { EmailRows } from "../../src/customer/email-rows.ts"
import { lettersOf } from "../../src/customer/named-email.ts"
import { slippedEmails } from "../../src/customer/slipped-emails.ts"

const rowsOf = (...lines: readonly string[]) =>
	lines.map((line, position) => {
		const [name = "", email = ""] = line.split(";")
		return { position, row: position + 2, names: [nameWords(name)], email, letters: lettersOf(email) }
	})
const slipped = (...lines: readonly string[]) =>
	slippedEmails(EmailRows.of(rowsOf(...lines), hash53)).map(({ row, of }) => [row, of])

describe("e-mail addresses that slipped", () => {
	it("are all those of a block, with the row at its edge that has lost its own", () => {
		const up = ["Ann Hill;ann.hill@a.se", "Bob Fox;cat.wood@a.se", "Cat Wood;dan.reed@a.se", "Dan Reed;"]
		expect(slipped(...up, "Eve Lamb;eve.lamb@a.se")).toEqual([
			[3, 4],
			[4, 5],
			[5, undefined],
		])
		const down = ["Ann Hill;ann.hill@a.se", "Bob Fox;", "Cat Wood;b.fox@a.se", "Dan Reed;catwood@a.se"]
		expect(slipped(...down)).toEqual([
			[3, undefined],
			[4, 3],
			[5, 4],
		])
	})

	it("have among them those that spell nobody", () => {
		expect(slipped("Ann Hill;bob.fox@a.se", "Bob Fox;info@a.se", "Cat Wood;dan.reed@a.se", "Dan Reed;")).toEqual([
			[2, 3],
			[3, undefined],
			[4, 5],
			[5, undefined],
		])
	})

	it.each([
		["one address of a couple", ["Erik Berg;anna.ek@a.se", "Anna Ek;anna.ek@a.se", "Bo Lind;bo.lind@a.se"]],
		["addresses of a family", ["Erik Berg;anna.berg@a.se", "Anna Berg;ida.berg@a.se", "Ida Berg;erik.berg@a.se"]],
		["addresses that spell nobody", ["Ann Hill;sol@a.se", "Bob Fox;info@b.se", "Cat Wood;x12@c.se"]],
		[
			"an accountant's for several",
			["Ann Hill;bo.ek@a.se", "Bob Fox;bo.ek@a.se", "Cat Wood;bo.ek@a.se", "Bo Ek;bo.ek@a.se"],
		],
	])("are not found where there is %s", (_, lines) => {
		expect(slipped(...lines)).toEqual([])
	})
})
