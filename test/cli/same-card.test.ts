import { existsSync, readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

/** A token that says the month of its card alone. */
const tokenOf = (name: string, year = 38) => jwt({ iss: "card", xpr: [8, year], enc: name })
const card = (last4: string, year = 38, scheme = "visa") => ({
	type: "card",
	scheme,
	iin: "411111",
	last4,
	expires: [8, year],
})
/** What the tokens that were sent are called. */
const sent = () => own.merchant.added.map(({ card }) => JSON.parse(atob(card.split(".")[1] ?? "")).enc)

function give(...method: readonly object[]): void {
	const [before] = own.merchant.customers
	if (before) own.merchant.remove(before.id)
	own.merchant.put({
		id: "from-elsewhere",
		number: "c1",
		status: "active",
		contact: { name: "Eva Lindqvist", email: "eva@example.com" },
		method,
	})
}

interface InFile {
	readonly tokens: readonly string[]
	readonly name?: string
	readonly key?: "public"
}

/** Imports the customer, in row 2, into a folder; what its files say then. */
async function into(folder: string, { tokens, name = "Eva Lindqvist", key }: InFile, ...more: string[]) {
	own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
	const cells = ["c1", name, "eva@example.com", tokens[0], tokens[1] ?? ""]
	const file = own.write(`${folder}.csv`, ["number,name,email,card token,card token 2", cells.join(), ""].join("\n"))
	const { status, stdout, stderr } = await own.run(file, folder, ...more)
	const path = own.path(folder, "follow-up.csv")
	const told = existsSync(path) ? table(path) : []
	const [result] = table(own.path(folder, "results.csv"))
	const summary = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	return {
		status,
		stdout,
		stderr,
		reasons: told.map(({ reason, further_reasons }) => [reason, further_reasons].filter(Boolean).join(" ")),
		message: told.map(({ message }) => message).join(" "),
		todo: told.map(({ what_to_do }) => what_to_do).join(" "),
		checked: result?.checked,
		note: result?.note ?? "",
		tokens: summary.tokens,
	}
}

const verify = async (folder: string) => {
	own.environment.INTERGIRO_API_KEY = own.merchant.key
	return (await run(["verify", own.path(folder)], own.environment)).status
}

const eva = { tokens: [tokenOf("first")] }
const answer = (...answers: string[]) => ["--add-cards", "--confirm-cards", answers.join()]

beforeEach(() => {
	give(card("4463"))
	own.merchant.keepCard = (token) => card(JSON.parse(atob(token.split(".")[1] ?? "")).enc === "same" ? "4463" : "7777")
})

it("asks of a card of the same month which card it is, and by its last digits", async () => {
	for (const more of [[], ["--add-cards"]]) {
		const asked = await into("a", eva, ...more)
		expect(asked).toMatchObject({ status: 1, reasons: ["card-alike"] })
		expect(asked.message).toContain("ending in 4463, expires 08/2038")
		expect(asked.todo).toContain("2=another")
		expect(asked.todo).toContain("2=there")
	}
	expect(sent()).toEqual([])
})

describe("that it is that card", () => {
	it("is a person's word: nothing is sent, and nobody has to look after it, here or in other folders", async () => {
		const said = await into("a", eva, ...answer("2=there"))
		expect(said).toMatchObject({ status: 0, reasons: [], checked: "yes" })
		expect(said.tokens).toMatchObject({ there: 1, added: 0, asked: 0 })
		expect(said.note).toContain("ending in 4463")
		for (const more of [[], ["--add-cards"]])
			expect(await into("a", eva, ...more)).toMatchObject({ status: 0, reasons: [], checked: "yes" })
		for (const more of [[], ["--add-cards"]])
			expect(await into("b", eva, ...more)).toMatchObject({ status: 0, reasons: [], tokens: { there: 1 } })
		expect(await into("p", { ...eva, key: "public" })).toMatchObject({ status: 0, reasons: [], tokens: { there: 1 } })
		for (const folder of ["a", "b"]) expect([folder, await verify(folder)]).toEqual([folder, 0])
		expect(sent()).toEqual([])
	})

	it("is said of the token, and of no other one for the same customer", async () => {
		await into("a", eva, ...answer("2=there"))
		const other = await into("b", { tokens: [tokenOf("other")] }, "--add-cards")
		expect(other).toMatchObject({ status: 1, reasons: ["card-alike"] })
		expect(sent()).toEqual([])
	})

	it("reaches a folder that asked before", async () => {
		await into("b", eva, "--add-cards")
		await into("a", eva, ...answer("2=there"))
		expect(await into("b", eva)).toMatchObject({ status: 0, reasons: [] })
	})

	it("ends where the card is exchanged: it is asked anew, and nothing is sent by itself", async () => {
		await into("a", eva, ...answer("2=there"))
		give(card("9999"))
		for (const [folder, ...more] of [["a"], ["b"], ["a", "--add-cards"], ["b", "--add-cards"], ["a"]] as const) {
			const asked = await into(folder, eva, ...more)
			expect([folder, asked]).toMatchObject([folder, { status: 1, reasons: ["card-alike"] }])
			expect(asked.message).toContain("9999")
		}
		expect(sent()).toEqual([])
		expect(await into("b", eva, ...answer("2=there"))).toMatchObject({ status: 0, reasons: [] })
		expect(await into("a", eva)).toMatchObject({ status: 0, reasons: [] })
	})

	it("ends where the card is removed: it is missing, and is added when a person says so", async () => {
		await into("a", eva, ...answer("2=there"))
		give(card("1234", 40))
		expect(await verify("a")).toBe(1)
		for (const [folder, ...more] of [["a"], ["b"], ["a", "--add-cards"], ["b", "--add-cards"], ["a"]] as const) {
			const missing = await into(folder, eva, ...more)
			expect([folder, missing]).toMatchObject([
				folder,
				{ status: 1, reasons: ["card-missing"], checked: "card-missing", tokens: { missing: 1 } },
			])
			expect(missing.message).toContain("4463")
			expect(missing.message).toContain("never sent")
		}
		expect(sent()).toEqual([])
		expect(await into("b", eva, ...answer("2=another"))).toMatchObject({ status: 0, reasons: [] })
		expect(sent()).toEqual(["first"])
		expect(await into("a", eva, "--add-cards")).toMatchObject({ status: 0, reasons: [] })
		expect(sent()).toEqual(["first"])
	})

	it("is kept where the customer gets further cards", async () => {
		await into("a", eva, ...answer("2=there"))
		give(card("4463"), card("1234"))
		expect(await into("a", eva)).toMatchObject({ status: 0, reasons: [] })
		expect(await into("b", eva, "--add-cards")).toMatchObject({ status: 0, reasons: [] })
		expect(sent()).toEqual([])
	})

	it("is said of one of several cards of the file by its place, and of none where that is left out", async () => {
		const both = { tokens: [tokenOf("first"), tokenOf("second")] }
		for (const unclear of ["2=there", "2=another"]) {
			const asked = await into("a", both, ...answer(unclear))
			expect([unclear, asked]).toMatchObject([unclear, { status: 1, reasons: ["card-alike"], tokens: { asked: 2 } }])
		}
		expect(sent()).toEqual([])
		expect(await into("a", both, ...answer("2.1=there", "2.2=another"))).toMatchObject({ status: 0, reasons: [] })
		expect(sent()).toEqual(["second"])
		expect(await into("b", both, "--add-cards")).toMatchObject({ status: 0, reasons: [] })
		expect(sent()).toEqual(["second"])
	})
})

describe("who the customer is, and which card it is, are asked apart", () => {
	const kalle = { ...eva, name: "Kalle Anka" }

	it("and neither answer is taken for the other", async () => {
		const asked = await into("a", kalle, "--add-cards")
		expect(asked).toMatchObject({ status: 1, reasons: ["card-question other-person card-alike"] })
		for (const word of ["2=another", "2"]) {
			const one = await into("a", kalle, ...answer(word))
			expect([word, one.status, sent()]).toEqual([word, 1, []])
		}
		await into("a", kalle, ...answer("2", "2=another"))
		expect(sent()).toEqual(["first"])
	})

	it("so that a card that is there does not make somebody else the right one", async () => {
		const said = await into("a", kalle, ...answer("2=there"))
		expect(said).toMatchObject({ status: 1, reasons: ["other-person"] })
		expect(sent()).toEqual([])
	})

	it("and who is somebody else comes first in a plain run", async () => {
		expect(await into("a", kalle)).toMatchObject({ status: 1, reasons: ["other-person card-alike"] })
	})

	it("and a card that certainly is there is not added by either", async () => {
		const named = { tokens: [jwt({ iss: "card", xpr: [8, 38], last4: "4463" })] }
		expect(await into("a", named, ...answer("2", "2=another"))).toMatchObject({ status: 0 })
		expect(sent()).toEqual([])
	})

	it("and answers that contradict each other are refused", async () => {
		for (const words of ["2=there,2=another", "2=maybe", "2.0=there", "2.1"]) {
			const { status } = await own.run(own.write("x.csv", "number\nc1\n"), "x", "--add-cards", "--confirm-cards", words)
			expect([words, status]).toEqual([words, 2])
		}
	})
})

describe("a card that is there twice", () => {
	const twin = { tokens: [tokenOf("same")] }

	it("once it was added by a wrong word is told at once, in every folder, until one is removed", async () => {
		const added = await into("a", twin, ...answer("2=another"))
		expect(added).toMatchObject({ status: 1, reasons: ["card-twice"], checked: "card-twice", tokens: { added: 1 } })
		expect(added.stderr).toContain("twice")
		expect(added.message).toContain("ending in 4463")
		for (const folder of ["a", "b"])
			expect([folder, await into(folder, twin)]).toMatchObject([folder, { status: 1, reasons: ["card-twice"] }])
		expect(await verify("a")).toBe(1)
		give(card("4463"))
		for (const folder of ["b", "a"])
			expect([folder, await into(folder, twin)]).toMatchObject([folder, { status: 0, reasons: [], checked: "yes" }])
		expect(sent()).toEqual(["same"])
	})

	it("is told where nobody looks at the end", async () => {
		expect(await into("a", twin, ...answer("2=another"), "--no-verify")).toMatchObject({
			status: 1,
			reasons: ["card-twice"],
		})
	})

	it("is none where only the last digits and the month are the same", async () => {
		own.merchant.keepCard = () => card("4463", 38, "mastercard")
		const { reasons } = await into("a", twin, ...answer("2=another"))
		expect(reasons).not.toContain("card-twice")
	})
})
