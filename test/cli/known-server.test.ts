import { beforeEach, describe, expect, it } from "vitest"
import { run } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

describe("a run folder that this computer does not know", () => {
	let elsewhere: Record<string, string>
	let listed: number
	beforeEach(async () => {
		const file = own.write("customers.csv", "number,name,email\n1,Anna Berg,anna@example.com\n")
		expect((await own.run(file, "out")).status).toBe(0)
		elsewhere = { ...own.environment, INTERGIRO_IMPORT_HOME: own.path("another home") }
		listed = own.merchant.listed
	})

	it("has no key sent to the server that it names, until a person names it", async () => {
		const { status, stderr } = await run(["verify", own.path("out")], elsewhere)
		expect([status, stderr]).toEqual([2, expect.stringContaining(`say it with --url ${own.merchant.url}`)])
		expect(own.merchant.listed).toBe(listed)
		expect((await run(["verify", own.path("out"), "--url", own.merchant.url], elsewhere)).status).toBe(0)
		expect(own.merchant.listed).toBeGreaterThan(listed)
	})

	it("has nobody looked at there when somebody settles a doubt", async () => {
		const { stderr } = await run(["settle", own.path("out"), "1", "--removed"], elsewhere)
		expect(stderr).toContain("The customer was not looked at: this computer does not know this run")
		expect(own.merchant.listed).toBe(listed)
	})

	it("is known where it was begun", async () => {
		expect((await run(["verify", own.path("out")], own.environment)).status).toBe(0)
	})
})
