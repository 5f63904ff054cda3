import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { startSandbox } from "../../src/sandbox/server.ts"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Sent } from "./merchant.ts"

const own = fixture()

/** A file of so many customers with an address and a card each: `c0001`, `c0002`, … */
function fileOf(count: number): string {
	const lines = Array.from({ length: count }, (_, index) => {
		const number = `c${String(index + 1).padStart(4, "0")}`
		const token = jwt({ iss: "card", aud: "production", xpr: [12, 39], enc: number })
		return `${number},Joe Smith,${number}@example.com,Storgatan ${index + 1},123 45,Lund,SE,${token}`
	})
	return own.write("customers.csv", `number,name,email,street,zip code,city,country,card token\n${lines.join("\n")}\n`)
}

const stored = ({ method = [] }: Sent) => ({
	method: method.map(() => ({
		type: "card",
		scheme: "visa",
		iin: "411111",
		last4: "4242",
		expires: [12, 39],
		token: "stored-token",
	})),
})

/** As a server keeps it that knows snake_case only. */
function inSnakeCaseOnly(sent: Sent): object {
	const { address, ...contact } = sent.contact ?? {}
	const known = Object.entries(address ?? {}).filter(([name]) => !/[A-Z]/.test(name))
	return { ...stored(sent), contact: { ...contact, address: Object.fromEntries(known) } }
}

const whole = (sent: Sent) => ({ ...stored(sent), contact: sent.contact, currency: "SEK" })

const numbers = () => own.merchant.received.map(({ number }) => number)
const journal = (folder = "out") => readFileSync(own.path(folder, "journal.log"), "utf8")
const summary = () => JSON.parse(readFileSync(own.path("out", "summary.json"), "utf8"))

describe("what came back other than it was sent", () => {
	it("stops the first three, and snake_case goes on", async () => {
		const file = fileOf(6)
		own.merchant.keep = inSnakeCaseOnly
		const first = await own.run(file, "out")
		expect(first.status).toBe(3)
		expect(numbers()).toEqual(["c0001"])
		expect(first.stdout).toMatch(
			/c0001 .*contact\.address\.zipCode, contact\.address\.countryCode.*--letter-case snake/s,
		)
		expect(first.stderr).toContain("Row 2, c0001: came back other")
		expect((await own.run(file, "out")).status).toBe(3)
		expect(numbers()).toEqual(["c0001"])
		const snake = await own.run(file, "out", "--letter-case", "snake")
		// Everybody exists; the first one has to be looked at.
		expect([snake.status, summary().cameBack.differing, summary().outcomes.created]).toEqual([1, 1, 6])
		expect(own.merchant.received[1]?.body).toContain('"zip_code":"123 45"')
		expect(own.merchant.received[1]?.body).toContain('"color_depth"')
		expect(own.merchant.received[1]?.body).not.toMatch(/zipCode|colorDepth|countryCode/)
		expect(own.merchant.received.map(({ headers }) => headers.accept?.includes("camelCase"))).toEqual([
			true,
			false,
			false,
			false,
			false,
			false,
		])
		expect(journal()).not.toMatch(/Storgatan|123 45|stored-token/)
	})

	it("goes on where a person accepts it, and does not ask again", async () => {
		const file = fileOf(8)
		own.merchant.keep = inSnakeCaseOnly
		expect((await own.run(file, "out")).status).toBe(3)
		expect(numbers()).toEqual(["c0001"])
		expect((await own.run(file, "out", "--accept-differences", "--first", "1")).status).toBe(3)
		expect((await own.run(file, "out")).status).toBe(0)
		expect(numbers()).toHaveLength(8)
		expect(summary().cameBack).toEqual({ differing: 0, withoutCard: 0, cardNotStored: 0, cardTwice: 0 })
	})

	it("accepts what was shown and nothing else: later ones are told, though they stop nobody", async () => {
		const file = fileOf(8)
		own.merchant.keep = (sent) => {
			const kept = inSnakeCaseOnly(sent)
			return sent.number === "c0006" ? { ...kept, contact: { ...sent.contact, email: "other@example.com" } } : kept
		}
		expect((await own.run(file, "out")).status).toBe(3)
		const { status, stdout } = await own.run(file, "out", "--accept-differences")
		expect([status, numbers().length, summary().cameBack.differing]).toEqual([1, 8, 1])
		expect(stdout).not.toContain("Every customer of the file exists")
		expect(table(own.path("out/follow-up.csv")).map(({ reason, number }) => [reason, number])).toEqual([
			["differs", "c0006"],
		])
		// Shown now, and accepted as well.
		expect((await own.run(file, "out", "--accept-differences")).status).toBe(1)
	})

	it("says nothing of another form, and tells of later ones row by row", async () => {
		const file = fileOf(7)
		own.merchant.keep = (sent) =>
			sent.number === "c0006"
				? { ...whole(sent), contact: { ...sent.contact, email: "other@example.com" } }
				: { ...whole(sent), contact: undefined, customer: { ...sent.contact, name: { first: "Joe", last: "Smith" } } }
		const finished = await own.run(file, "out")
		expect([finished.status, numbers().length, summary().cameBack.differing]).toEqual([1, 7, 1])
		expect(finished.stderr).toContain("Row 7, c0006: came back other than it was sent: contact.email.")
		expect(finished.stderr).not.toContain("c0005")
		expect(finished.stdout).toContain("1 customer is other at Intergiro than sent")
	})

	it("is no plain success where a card did not come back", async () => {
		const file = fileOf(2)
		own.merchant.keep = (sent) => (sent.number === "c0002" ? { ...whole(sent), method: [] } : whole(sent))
		const finished = await own.run(file, "out")
		expect(finished.status).toBe(1)
		expect(summary().cameBack).toMatchObject({ withoutCard: 1 })
		expect(finished.stdout).not.toContain("Every customer")
		expect(finished.stdout).toContain("does not have a card")
		expect(journal()).toContain('"cards":[{"scheme":"visa","iin":"411111","last4":"4242","expires":[12,2039]}]')
	})

	it.each([
		["did not say", ({ contact }: Sent) => ({ contact })],
		["said otherwise", whole],
	])("is no plain success where the listing at the end shows no card, and the answer %s", async (_, keep) => {
		own.merchant.keep = keep
		const list = (method: (number: string) => object[] | undefined) => () => ({
			status: 200,
			body: own.merchant.customers.map((customer) => ({ ...customer, method: method(customer.number) })),
		})
		const card = { type: "card", scheme: "visa", iin: "411111", last4: "4242", expires: [12, 39] }
		own.merchant.listTrick = list((number) => (number === "c0002" || number === "c0005" ? [] : [card]))
		const finished = await own.run(fileOf(6), "out")
		expect(finished.status).toBe(1)
		expect(summary()).toMatchObject({
			checked: { yes: 4, missing: 0, twice: 0, "card-missing": 2 },
			cameBack: { differing: 0, withoutCard: 2, cardNotStored: 0, cardTwice: 0 },
			reasons: { "card-missing": 2 },
		})
		expect(finished.stdout).toMatch(/listed at the end +4 /)
		expect(finished.stdout).toMatch(/without their card +2 /)
		expect(readFileSync(own.path("out", "follow-up.csv"), "utf8")).toMatch(
			/^card-missing,c0002,.*\ncard-missing,c0005,/m,
		)
		expect(readFileSync(own.path("out", "results.csv"), "utf8").match(/,card-missing,/g)).toHaveLength(2)
		// What was seen stays, as the journal has it; nothing is sent for it.
		expect([(await own.run(fileOf(6), "out")).status, numbers().length]).toEqual([1, 6])
	})

	it("gives cards the time to show in the listing, and takes nothing from one that has none", async () => {
		const file = fileOf(3)
		own.merchant.keep = whole
		const without = (method?: object[]) => ({
			status: 200,
			body: own.merchant.customers.map((customer) => ({ ...customer, method })),
		})
		const isFirstAtEnd = () => own.merchant.customers.length === 3 && own.merchant.listed === 2
		own.merchant.listTrick = () => (isFirstAtEnd() ? without([]) : undefined)
		expect((await own.run(file, "late")).status).toBe(0)
		expect([own.merchant.listed, journal("late").includes('"amiss"')]).toEqual([3, false])
		const more = own.write(
			"more.csv",
			readFileSync(file, "utf8")
				.replaceAll("c000", "d000")
				.replace(/eyJ\S+$/gm, () => jwt({ enc: Math.random() })),
		)
		own.merchant.listTrick = () => without()
		expect((await own.run(more, "unsaid")).status).toBe(0)
	})

	it("counts customers that were there before without the card of this file", async () => {
		own.merchant.keep = whole
		const file = fileOf(3)
		expect((await own.run(file, "out")).status).toBe(0)
		const renewed = own.write(
			"renewed.csv",
			readFileSync(file, "utf8").replace(/eyJ\S+$/gm, () => jwt({ enc: Math.random() })),
		)
		const again = await own.run(renewed, "again")
		expect(again.status).toBe(0)
		expect(again.stdout).toContain("3 customers were there before, and the card of this file was not stored")
		expect(again.stdout).not.toContain("Every customer")
	})

	it.each([
		["drops a field", { drops: ["email"] }, 3, 1],
		["answers in snake_case", { answersInSnakeCase: true }, 0, 5],
		["takes snake_case only", { takesSnakeCaseOnly: true }, 3, 1],
		["forgets cards", { forgetsCards: true }, 3, 1],
	])("is found where a sandbox %s", async (_, quirks, status, created) => {
		const sandbox = await startSandbox({ quirks })
		own.environment.INTERGIRO_API_KEY = sandbox.privateKey
		const finished = await own.run(fileOf(5), "out", "--url", sandbox.url)
		await sandbox.close()
		expect([finished.status, sandbox.customers.length]).toEqual([status, created])
	})
})

it("verify does not say of somebody who was there before that they were sent", async () => {
	const file = fileOf(3)
	own.merchant.put({ id: "id-of-2", number: "c0002", status: "active", contact: { name: "Somebody Else" } })
	expect((await own.run(file, "out")).status).toBe(1)
	const { status, stdout } = await run(["verify", own.path("out")], own.environment)
	expect([status, stdout]).toEqual([
		1,
		expect.stringMatching(/was there before, .*other than the file .*contact\.name/),
	])
	expect(stdout).toMatch(/other than the file has them +1$/m)
	expect(stdout).not.toContain("sent")
})
