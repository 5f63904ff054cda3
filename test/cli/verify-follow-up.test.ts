import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004", "c1005"]
const card = (last4: string) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39] })
const tokenOf = (number: string) => jwt({ iss: "card", xpr: [12, 39], last4: number.slice(1), enc: number })
const refusal = (error: string) => ({ status: 400, body: { status: 400, type: "x", error } })

const verify = (folder: string) => run(["verify", own.path(folder)], own.environment)
const followUps = (folder: string) =>
	table(own.path(folder, "follow-up.csv")).map(({ number, reason }) => `${number} ${reason}`)

function file(): string {
	const lines = numbers.map((number) => `${number},Name ${number},${number}@example.com,${tokenOf(number)}`)
	return own.write("customers.csv", ["number,name,email,card token", ...lines, ""].join("\n"))
}

/** Whoever stands in follow-up.csv for what a listing cannot answer is told by verify, and nobody else. */
async function expectTold(folder: string): Promise<void> {
	const { status, stdout } = await verify(folder)
	const named = followUps(folder).map((one) => one.slice(0, 5))
	expect(numbers.filter((number) => stdout.includes(`, ${number}:`))).toEqual(named)
	expect([status, stdout]).toEqual([1, expect.stringMatching(/the same +\d/)])
	expect(stdout).toMatch(new RegExp(`the same +${numbers.length - named.length}$`, "m"))
}

it("verify calls nobody the same whom the folder's own follow-up names for a card", async () => {
	own.merchant.keep = ({ contact, number }) => ({ contact, method: number === "c1004" ? [] : [card(number.slice(1))] })
	own.merchant.trick = (number) => (number === "c1005" ? refusal("card declined") : "create")
	expect((await own.run(file(), "a")).status).toBe(1)
	own.merchant.put({
		...{ id: "id-of-c1005", number: "c1005", status: "active", method: [] },
		contact: { name: "Name c1005", email: "c1005@example.com" },
	})
	expect((await own.run(file(), "b")).status).toBe(1)
	expect(followUps("b")).toEqual(["c1004 card-not-stored", "c1005 card-not-stored"])
	await expectTold("b")
	// It says so with the reason, and how many stand there at all.
	const { stdout } = await verify("b")
	expect(stdout).toMatch(/follow-up\.csv.*There without this card/)
	expect(stdout).toContain("follow-up.csv names 2 customers")
	for (const one of own.merchant.customers.filter(({ method = [] }) => method.length === 0)) {
		own.merchant.remove(one.id)
		own.merchant.put({ ...one, method: [card(one.number.slice(1))] })
	}
	// What was put right since is seen by the next run, and by verify after it.
	expect((await own.run(file(), "b")).status).toBe(0)
	const { status, stdout: again } = await verify("b")
	expect([status, again]).toEqual([0, expect.stringMatching(/the same +5$/m)])
	expect(readFileSync(own.path("b/results.csv"), "utf8")).toContain("c1005")
})

it("nor whom it names since a card could not be added", async () => {
	for (const number of numbers)
		own.merchant.put({
			...{ id: `id-of-${number}`, number, status: "active", method: [] },
			contact: { name: number === "c1001" ? "Somebody Else" : `Name ${number}`, email: `${number}@example.com` },
		})
	own.merchant.keepCard = (token) => card(JSON.parse(atob(token.split(".")[1] ?? "")).last4)
	own.merchant.cardTrick = (number) => (number === "c1003" ? refusal("card declined") : "create")
	expect((await own.run(file(), "a", "--add-cards")).status).toBe(1)
	expect(followUps("a")).toEqual(["c1001 card-question", "c1003 card-not-stored"])
	await expectTold("a")
})

it("counts each line once where a customer is in doubt and a card of another one, and so does the report", async () => {
	own.merchant.keep = () => ({ method: [] })
	// One of whom nobody knows whether it exists, and another one with a card in doubt.
	own.merchant.trick = (number) => (number === "c1005" ? "drop" : "create")
	const bare = numbers.map((number) => `${number},Name ${number},${number}@example.com`)
	const lines = ["number,name,email", ...bare, ""].join("\n")
	expect((await own.run(own.write("bare.csv", lines), "a")).status).toBe(4)
	own.merchant.keepCard = (token) => card(JSON.parse(atob(token.split(".")[1] ?? "")).last4)
	own.merchant.cardTrick = (number) => (number === "c1002" ? "drop" : "create")
	expect((await own.run(file(), "b", "--add-cards")).status).toBe(4)
	const { status, stdout } = await verify("b")
	expect(status).toBe(4)
	expect(stdout).toMatch(/Of the 4 lines of results\.csv\n +the same +3\n +with a card in doubt +1\n +in doubt +1$/m)
	const { stdout: events } = await run(["verify", own.path("b"), "--json"], own.environment)
	expect(JSON.parse(events)).toMatchObject({ lines: 4, same: 3, cardsInDoubt: 1, inDoubt: 1, differences: [] })
	expect((await run(["report", own.path("b")], own.environment)).status).toBe(0)
	const page = readFileSync(own.path("b/report.html"), "utf8").replace(/<[^>]+>\s*/g, "\n")
	expect(page).toMatch(/At Intergiro as they should be\s+3\s+Different\s+1\s+In doubt, and so in no line\s+1\s/)
})
