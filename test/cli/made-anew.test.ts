import { existsSync, readFileSync } from "node:fs"
import { beforeEach, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { card, last4Of, tokenOf } from "./stored-cards.ts"

const own = fixture()

const numbers = ["c1001", "c1002", "c1003", "c1004"]

function file(name: string, some: readonly string[], last4 = (number: string) => number.slice(1)): string {
	const lines = some.map((number) => `${number},Name ${number},${number}@example.com,${tokenOf(last4(number), true)}`)
	return own.write(`${name}.csv`, ["number,name,email,card token", ...lines, ""].join("\n"))
}

const use = (key: "public" | "private") => {
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
}

async function into(folder: string, key: "public" | "private") {
	use(key)
	const { status } = await own.run(file(folder, numbers), folder)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path).map(({ number, reason }) => `${number} ${reason}`) : []
	const { tokens } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	const id = table(own.path(folder, "results.csv")).find(({ number }) => number === "c1002")?.id
	return { status, told, tokens, id }
}

const idOf = (number: string) => own.merchant.customers.find((one) => one.number === number)?.id ?? ""
const settle = (folder: string, ...words: string[]) => run(["settle", own.path(folder), ...words], own.environment)

beforeEach(() => {
	own.merchant.keep = ({ contact, method = [] }) => ({ contact, method: method.map((one) => card(last4Of(one.card))) })
})

it.each(["private", "public"] as const)(
	"a customer who was removed and made anew with another card, by a folder with a %s key, is that one in every folder",
	async (key) => {
		expect(await into("a", "public")).toMatchObject({ status: 0 })
		expect(await into("q", "public")).toMatchObject({ status: 0 })
		own.merchant.remove(idOf("c1002"))
		expect(await into("a", "private")).toMatchObject({ status: 1, told: ["c1002 missing"] })
		expect(await into("b", "private")).toMatchObject({ status: 4, told: ["c1002 in-doubt"] })
		expect((await settle("a", "c1002", "--removed")).status).toBe(0)
		const anew = file("n", ["c1002"], () => "9999")
		expect((await own.run(anew, "n")).status).toBe(4)
		if (key === "public") await settle("n", "c1002", "--absent")
		use(key)
		expect((await own.run(anew, "n", ...(key === "private" ? ["--resend-unknown"] : []))).status).toBe(0)
		const id = idOf("c1002")
		expect(id).not.toBe("")
		for (const [folder, how] of [
			["q", "public"],
			["a", "public"],
			["p", "public"],
			["a", "private"],
			["b", "private"],
			["z", "private"],
		] as const)
			expect([folder, await into(folder, how)]).toMatchObject([
				folder,
				{ status: 0, told: [], tokens: { replaced: 1 }, id },
			])
		// Nobody takes it for removed on purpose when the new one is gone as well.
		own.merchant.remove(id)
		expect(await into("a", "private")).toMatchObject({ status: 1, told: ["c1002 missing"] })
	},
)
