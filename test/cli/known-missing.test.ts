import { existsSync, readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Sent } from "./merchant.ts"

const own = fixture()

const numbers = ["c1", "c2", "c3"]
const tokenOf = (enc: string) => jwt({ iss: "card", xpr: [12, 39], enc })
const stored = { type: "card", scheme: "visa", iin: "411111", last4: "4242", expires: [12, 39] }
const whole = ({ contact, method = [] }: Sent) => ({ contact, method: method.map(() => stored) })
const tokens = (folder: string) => JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8")).tokens
const followUps = (folder: string) =>
	existsSync(own.path(folder, "follow-up.csv"))
		? table(own.path(folder, "follow-up.csv")).map(({ number, reason }) => [number, reason])
		: []

/** The same three customers, under another name: nothing but the ledger tells what another folder knows of them. */
function file(name: string, kind = "first"): string {
	const lines = numbers.map(
		(number) => `${number},Name ${number},${number}@example.com,${tokenOf(`${kind}-${number}`)}`,
	)
	return own.write(name, ["number,name,email,card token", ...lines, ""].join("\n"))
}

/** Runs it where nothing can be read: with a public key, or without the listings. */
const blind = {
	"with a public key": async (name: string, out: string) => {
		const { INTERGIRO_API_KEY: key = "" } = own.environment
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		const finished = await own.run(file(name), out)
		own.environment.INTERGIRO_API_KEY = key
		return finished
	},
	"without the listings": (name: string, out: string) => own.run(file(name), out, "--no-preflight", "--no-verify"),
}

beforeEach(() => {
	own.merchant.keep = whole
	own.merchant.keepCard = () => stored
})

describe.each(Object.entries(blind))("a second folder %s", (_, again) => {
	it("knows of a card that came back missing in the first one", async () => {
		own.merchant.keep = (sent) => ({ ...whole(sent), ...(sent.number === "c2" ? { method: [] } : {}) })
		expect((await own.run(file("first.csv"), "out", "--accept-differences")).status).toBe(1)
		const { status, stdout } = await again("again.csv", "other")
		expect([status, stdout]).toEqual([1, expect.not.stringContaining("Every customer of the file")])
		expect(followUps("other")).toEqual([["c2", "card-not-stored"]])
		expect(tokens("other")).toMatchObject({ there: 2, "not-added": 1 })
	})

	it("knows that nobody knows of a card whether it is there", async () => {
		own.merchant.keep = ({ contact, number }) => ({ contact, method: number === "c2" ? undefined : [stored] })
		expect((await own.run(file("first.csv"), "out")).status).toBe(1)
		const { status, stdout } = await again("again.csv", "other")
		expect([status, stdout]).toEqual([1, expect.not.stringContaining("Every customer of the file")])
		expect(followUps("other")).toEqual([["c2", "card-unknown"]])
		expect(tokens("other")).toMatchObject({ there: 2, "not-known": 1 })
	})

	it("knows of a customer whom the first one does not find any more, until it finds it", async () => {
		expect((await own.run(file("first.csv"), "out")).status).toBe(0)
		const gone = own.merchant.customers.find(({ number }) => number === "c2")
		own.merchant.remove(gone?.id ?? "")
		expect((await own.run(file("first.csv"), "out")).status).toBe(1)
		const { status, stdout } = await again("again.csv", "other")
		expect([status, stdout]).toEqual([4, expect.not.stringContaining("Every customer of the file")])
		expect(followUps("other")).toEqual([["c2", "in-doubt"]])
		expect(own.merchant.received).toHaveLength(3)
		if (gone) own.merchant.put(gone)
		expect((await own.run(file("first.csv"), "out")).status).toBe(0)
		expect((await again("again.csv", "other")).status).toBe(0)
		expect((await again("third.csv", "third")).status).toBe(0)
	})
})
