import { existsSync } from "node:fs"
import { beforeEach, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004"]
const card = (number: string) => ({
	type: "card",
	scheme: "visa",
	iin: "411111",
	last4: number.slice(1),
	expires: [12, 39],
})
const tokenOf = (number: string) => jwt({ iss: "card", xpr: [12, 39], last4: number.slice(1), enc: number })

async function into(folder: string, key: "public" | "private") {
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const lines = numbers.map((number) => `${number},Name ${number},${number}@example.com,${tokenOf(number)}`)
	const file = own.write("customers.csv", ["number,name,email,card token", ...lines, ""].join("\n"))
	const { status } = await own.run(file, folder)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path).map(({ number, reason }) => `${number} ${reason}`) : []
	const checked = table(own.path(folder, "results.csv")).find(({ number }) => number === "c1002")?.checked
	return { folder, status, told, checked }
}

/** Each folder, by the key that it is run with. */
async function expectAll(
	folders: Readonly<Record<string, "public" | "private">>,
	expected: object | ((folder: string) => object),
): Promise<void> {
	for (const [folder, key] of Object.entries(folders)) {
		const own = typeof expected === "function" ? expected(folder) : expected
		expect(await into(folder, key)).toMatchObject({ folder, ...own })
	}
}

const settle = (folder: string, word: string) => run(["settle", own.path(folder), "c1002", word], own.environment)

function change(more: object): void {
	const before = own.merchant.customers.find(({ number }) => number === "c1002")
	if (before === undefined) throw new Error("There is no c1002.")
	own.merchant.remove(before.id)
	own.merchant.put({ ...before, ...more })
}

beforeEach(() => {
	own.merchant.keep = ({ contact, number }) => ({ contact, method: [card(number)] })
})

it("a person's word that a customer is right as it is holds in every folder, until that is another matter", async () => {
	const contact = { name: "Name c1002", email: "c1002@example.com" }
	await expectAll({ a: "public", c: "private" }, { status: 0, told: [] })
	change({ contact: { ...contact, name: "New Name" } })
	// Whom a folder created itself is no stranger to it.
	const differing = (folder: string) => ({ status: 1, told: [`c1002 ${folder === "a" ? "differs" : "other-person"}`] })
	await expectAll({ b: "private", p: "public", a: "public", c: "private" }, differing)
	// Whichever folder it is said in, and whoever looked last.
	expect((await settle("b", "--right")).status).toBe(0)
	await expectAll(
		{ p: "public", a: "public", c: "private", q: "public", z: "private", b: "private" },
		{ status: 0, told: [] },
	)
	// What was never said of the e-mail holds for it alone.
	change({ contact: { name: "New Name", email: "new@example.com" } })
	await expectAll({ c: "private", q: "public", b: "private" }, differing)
	// So it does after another look, whoever heard of it before.
	for (const folder of ["b", "c", "b"]) {
		await into(folder, "private")
		expect(table(own.path(folder, "follow-up.csv"))[0]?.message).not.toContain("contact.name")
	}
	change({ contact: { ...contact, name: "New Name" } })
	await expectAll({ b: "private", q: "public", c: "private", a: "public", y: "public" }, { status: 0, told: [] })
	change({ contact })
	await expectAll({ z: "private", b: "private", q: "public" }, { status: 0, told: [] })
	change({ contact: { ...contact, name: "New Name" } })
	await expectAll({ b: "private", q: "public", c: "private", p: "public", y: "private", z: "private" }, differing)
})

it("that it was removed on purpose, in every folder that has it", async () => {
	await expectAll({ a: "private", c: "private", p: "public" }, { status: 0 })
	const before = own.merchant.customers.find(({ number }) => number === "c1002")
	own.merchant.remove(before?.id ?? "")
	await expectAll({ a: "private", c: "private", p: "public" }, { status: 1, told: ["c1002 missing"] })
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	expect((await settle("a", "--removed")).status).toBe(0)
	await expectAll({ p: "public", c: "private", a: "private" }, { status: 0, told: [], checked: "removed" })
	// Who never had it is not told to make it anew.
	await expectAll({ n: "private" }, { status: 4, told: ["c1002 in-doubt"] })
	if (before) own.merchant.put(before)
	await expectAll({ c: "private", p: "public", a: "private" }, { status: 0, checked: "yes" })
	own.merchant.remove(before?.id ?? "")
	await expectAll({ c: "private", p: "public" }, { status: 1, told: ["c1002 missing"] })
})
