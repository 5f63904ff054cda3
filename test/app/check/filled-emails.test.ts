import { expect, test } from "vitest"
import { examiner, found, inSek } from "./examined.ts"

const examined = examiner(inSek)

const file = (...rows: readonly (readonly [name: string, email: string])[]) => [
	"Kundnr;Namn;E-post",
	...rows.map(([name, email], at) => `${at + 1};${name};${email}`),
]

test("no domain ends in a digit, as a spreadsheet that fills cells downwards makes it", async () => {
	const lines = file(
		["Paweł Nowak", "pawel.nowak@wp.pl"],
		["Jerzy Cieślak", "pawel.nowak@wp.pl1"],
		["Ewa Zając", "pawel.nowak@wp.pl2"],
		["Иван Петров", "ivan@почта.рф"],
		["Anna Ek", "anna@ek3.xn--fiqs8s"],
	)
	expect(found(await examined(lines))).toEqual(["email.invalid 3 4"])
})

test("addresses that count on from another customer's are not sent until a person says that they are right", async () => {
	const lines = file(
		["Bo Lind", "bo.lind@x.se"],
		["Anna Ek", "anna@x.se"],
		["Jerzy Holm", "anna1@x.se"],
		["Eva Sand", "anna2@x.se"],
		["Ida Berg", "ida@x.se"],
	)
	const checked = await examined(lines)
	expect(found(checked)).toEqual(["email.slipped 4 5"])
	expect(checked.summary.find(({ code }) => code === "email.slipped")?.message).toContain("row 3")
	expect(found(await examined(lines, {}, { cells: [], skipped: [], kept: [4, 5] }))).toEqual([])
})

test.each([
	[
		"a family has them",
		[
			["Anna Ek", "ek@x.se"],
			["Bo Ek", "ek1@x.se"],
			["Eva Ek", "ek2@x.se"],
		],
	],
	[
		"those called alike do",
		[
			["Anna Ek", "anna@x.se"],
			["Anna Holm", "anna1@x.se"],
			["Anna Sand", "anna2@x.se"],
		],
	],
	[
		"they spell nobody",
		[
			["Anna Ek", "user@x.se"],
			["Bo Holm", "user1@x.se"],
			["Eva Sand", "user2@x.se"],
		],
	],
	[
		"one counts on alone",
		[
			["Anna Ek", "anna@x.se"],
			["Bo Holm", "anna1@x.se"],
			["Eva Sand", "eva@x.se"],
		],
	],
] as const)("nothing is said where %s", async (_, rows) => {
	expect(found(await examined(file(...rows)))).toEqual([])
})
