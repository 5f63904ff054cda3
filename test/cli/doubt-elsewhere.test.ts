import { readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Kept, Sent } from "./merchant.ts"

const own = fixture()

const declined = { status: 400, body: { status: 400, type: "x", error: "card declined" } }
const sent = () => own.merchant.received.map(({ number }) => number)
const followUp = (folder: string) => table(own.path(folder, "follow-up.csv"))

function file(...numbers: string[]): string {
	const lines = numbers.map((number) => `${number},Name ${number},n${number}@example.com,token-${number}`)
	return own.write("a.csv", ["number,name,email,card token", ...lines, ""].join("\n"))
}

/** What a person makes of a file that a run gave back. */
function mended(from: string, name: string, ...changes: readonly (readonly [RegExp | string, string])[]): string {
	const text = readFileSync(own.path(from), "utf8")
	return own.write(
		name,
		changes.reduce((all, [was, now]) => all.replace(was, now), text),
	)
}

/** Runs it with a public key. */
async function runPublic(name: string, folder: string, ...more: string[]) {
	own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
	const finished = await own.run(name, folder, ...more)
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	return finished
}

/** Intergiro took it for this number, and said nothing. */
function isStoredAs(number: string, given: string): void {
	const [made] = own.merchant.customers.filter((one) => one.number === number)
	if (made === undefined) throw new Error(`There is no ${number}.`)
	own.merchant.remove(made.id)
	own.merchant.put({ ...made, number: given } satisfies Kept)
}

beforeEach(() => {
	own.merchant.keep = ({ contact }: Sent) => ({ contact, method: [{ type: "card" }] })
})

describe("a customer in doubt whom Intergiro may have in another spelling", () => {
	beforeEach(async () => {
		own.merchant.trick = (number) => (number === "0014" ? "create-and-drop" : "create")
		await runPublic(file("0012", "0013", "0014"), "a")
		isStoredAs("0014", "14")
		own.merchant.trick = () => "create"
	})

	it("is asked about, and not sent again, in its own folder", async () => {
		for (const more of [[], ["--resend-unknown"], ["--resend-unknown"]]) {
			expect((await own.run(own.path("a.csv"), "a", ...more)).status).toBe(4)
			expect(followUp("a")).toMatchObject([
				{ number: "0014", message: expect.stringMatching(/number 14, which exists as .* same name and e-mail/) },
			])
			expect(followUp("a")[0]?.message).not.toContain("did not hold it")
		}
		expect(sent()).toEqual(["0012", "0013", "0014"])
	})

	it("nor in another one, with another card, until a person says who it is", async () => {
		await own.run(own.path("a.csv"), "a")
		const row = mended("a/unknown.csv", "u.csv", ["token-0014", "token-new"])
		for (const more of [[], ["--resend-unknown"], ["--resend-unknown"]]) {
			expect((await own.run(row, "u", ...more)).status).toBe(4)
			expect(followUp("u")).toMatchObject([{ number: "0014", message: expect.stringContaining("number 14, which") }])
		}
		expect(sent()).toEqual(["0012", "0013", "0014"])
		expect((await run(["settle", own.path("u"), "0014", "--absent"], own.environment)).status).toBe(0)
		expect((await own.run(row, "u")).status).toBe(0)
		expect(sent().at(-1)).toBe("0014")
	})

	it("is sent again with consent where that one is gone", async () => {
		await own.run(own.path("a.csv"), "a", "--resend-unknown")
		own.merchant.remove(own.merchant.customers.find(({ number }) => number === "14")?.id ?? "")
		await own.run(mended("a/unknown.csv", "u.csv", ["token-0014", "token-new"]), "u", "--resend-unknown")
		expect(sent()).toEqual(["0012", "0013", "0014", "0014"])
	})
})

describe("a row that was sent under another number, and of which nobody knows what became", () => {
	beforeEach(async () => {
		own.merchant.trick = (number) => (number === "c4" ? declined : "create")
		await own.run(file("c1", "c2", "c3", "c4"), "a")
		own.merchant.trick = () => "create-and-drop"
		const row = mended("a/errors.csv", "e.csv", [/^c4,/m, "c400,"], ["token-c4", "token-new"])
		expect((await runPublic(row, "e", "--confirm-numbers", "2")).status).toBe(4)
		own.merchant.trick = () => "create"
	})

	it("is looked for under that one, and not sent again", async () => {
		for (const more of [[], ["--resend-unknown"]]) {
			expect((await own.run(own.path("a.csv"), "a", ...more)).status).toBe(4)
			expect(followUp("a")).toMatchObject([{ number: "c4", message: expect.stringMatching(/"c400".* lists/) }])
			expect(followUp("a")[0]?.message).not.toContain("did not hold it")
		}
		const row = mended("a/unknown.csv", "u.csv", ["token-c4", "token-newer"])
		for (const more of [[], ["--resend-unknown"], ["--resend-unknown"]])
			expect((await own.run(row, "u", ...more)).status).toBe(4)
		expect(sent()).toEqual(["c1", "c2", "c3", "c4", "c400"])
	})

	it("nor by the word that it is absent, which says so, until that is said of the other number too", async () => {
		await own.run(own.path("a.csv"), "a")
		const absent = (folder: string, number: string) =>
			run(["settle", own.path(folder), number, "--absent"], own.environment)
		const { status, stdout } = await absent("a", "c4")
		expect([status, stdout]).toEqual([0, expect.stringMatching(/does not send it all the same: .*"c400"/)])
		expect((await own.run(own.path("a.csv"), "a")).status).toBe(4)
		expect((await absent("e", "c400")).stdout).toContain("The next run of the same command sends it.")
		expect(sent()).toEqual(["c1", "c2", "c3", "c4", "c400"])
	})

	it("is sent again with consent where nobody is there under either", async () => {
		own.merchant.remove(own.merchant.customers.find(({ number }) => number === "c400")?.id ?? "")
		await own.run(own.path("a.csv"), "a")
		const row = mended("a/unknown.csv", "u.csv", ["token-c4", "token-newer"])
		await own.run(row, "u", "--resend-unknown")
		expect(sent()).toEqual(["c1", "c2", "c3", "c4", "c400", "c4"])
	})
})
