import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const people = ["1", "2", "3", "4"]

/** The same people and cards, with the numbers of one column or the other. */
function fileOf(name: string, prefix: string, who: readonly string[] = people): string {
	const lines = who.map((one) => {
		const token = jwt({ iss: "card", xpr: [12, 39], enc: one })
		return [`${prefix}${one}`, `Name ${one}`, `${one}@example.com`, token].join()
	})
	return own.write(name, ["number,name,email,card token", ...lines, ""].join("\n"))
}

const command = async (...parameters: string[]) => run(parameters, own.environment)
const notes = () => table(own.path("a/results.csv")).map(({ note }) => note)

async function report(): Promise<string> {
	await command("report", own.path("a"), "--out", own.path("a.html"))
	return readFileSync(own.path("a.html"), "utf8")
}

it("an import says that a later one has its customers under other numbers, until one has them under these", async () => {
	const wrong = fileOf("wrong.csv", "88400")
	expect((await own.run(wrong, "a")).status).toBe(0)
	expect((await command("verify", own.path("a"))).stdout).not.toContain("later import")
	expect(await report()).not.toContain("later import")
	// Nobody of another number is a matter of it.
	expect((await own.run(fileOf("others.csv", "77", ["8", "9"]), "others")).status).toBe(0)
	expect((await own.run(fileOf("right.csv", "0400"), "b")).status).toBe(1)
	expect(own.merchant.created).toHaveLength(6)
	const verified = await command("verify", own.path("a"))
	expect(verified.stdout).toMatch(
		/right\.csv of \d{4}-\d\d-\d\d \d\d:\d\d UTC, has 4 customers of this one under other numbers/,
	)
	expect(verified.stdout).toContain("884001 is 04001 there")
	expect(await report()).toContain("right.csv of")
	expect((await command("verify", own.path("others"))).stdout).not.toContain("later import")
	await own.run(wrong, "a")
	expect(notes()).toEqual(people.map((one) => expect.stringContaining(`number 0400${one}`)))
	expect((await command("verify", own.path("a"))).stdout).not.toContain("was changed in results.csv")
	// The other column was the wrong one.
	await own.run(fileOf("again.csv", "88400", ["1", "2", "3"]), "c")
	expect((await command("verify", own.path("a"))).stdout).toContain(
		"has 1 customer of this one under other numbers: 884004",
	)
	await own.run(wrong, "a")
	expect(notes().filter(Boolean)).toHaveLength(1)
})
