import { readFileSync } from "node:fs"
import { beforeEach, describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Kept, Sent } from "./merchant.ts"

const own = fixture()

const tokenOf = (index: number) =>
	jwt({ iss: "card", aud: "production", xpr: [12, 39], last4: String(1000 + index), enc: index })

/** A file of so many customers with a card each: `c0001`, `c0002`, … */
function fileOf(count: number, name = "customers.csv", first = 1): string {
	const lines = Array.from({ length: count }, (_, index) => {
		const number = `c${String(index + first).padStart(4, "0")}`
		return `${number},Name ${number},${number}@example.com,${tokenOf(index + first)}`
	})
	return own.write(name, `number,name,email,card token\n${lines.join("\n")}\n`)
}

const stored = (card: string) => {
	const { last4 } = JSON.parse(Buffer.from(card.split(".")[1] ?? "", "base64url").toString())
	return { type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39], token: "stored" }
}
const whole = ({ contact, method = [] }: Sent) => ({ contact, method: method.map(({ card }) => stored(card)) })

const contactOf = (number: string) => ({ name: `Name ${number}`, email: `${number}@example.com` })
const add = (number: string, kept: Partial<Kept> = {}): string => {
	const id = `id-of-another-${own.merchant.customers.length}`
	own.merchant.put({ id, number, status: "active", method: [], contact: contactOf(number), ...kept })
	return id
}
const idsOf = (number: string) => own.merchant.customers.filter((one) => one.number === number).map(({ id }) => id)
const settle = (number: string, ...word: string[]) => run(["settle", own.path("out"), number, ...word], own.environment)
const followUp = () => {
	try {
		return table(own.path("out/follow-up.csv")).map(({ reason, number }) => [reason, number])
	} catch {
		return []
	}
}
const result = (number: string) => table(own.path("out/results.csv")).find((line) => line.number === number)
const summary = () => JSON.parse(readFileSync(own.path("out/summary.json"), "utf8"))
const verify = () => run(["verify", own.path("out"), "--url", own.merchant.url], own.environment)
const sentTokens = () =>
	[...own.merchant.received.flatMap(({ body }) => (JSON.parse(body) as Sent).method ?? []), ...own.merchant.added].map(
		({ card }) => card,
	)

beforeEach(() => {
	own.merchant.keep = whole
	own.merchant.keepCard = stored
})

describe("what a person says with settle is looked at", () => {
	it("where nobody has the id: by settle itself, else by the next run", async () => {
		const file = fileOf(3)
		own.merchant.trick = (number) => (number === "c0002" ? "drop" : "create")
		await own.run(file, "out")
		const refused = await settle("c0002", "--id", "AAAAAAAAAAAAAAAA")
		expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("AAAAAAAAAAAAAAAA")])
		const { INTERGIRO_API_KEY: _, ...keyless } = own.environment
		const taken = await run(["settle", own.path("out"), "c0002", "--id", "AAAAAAAAAAAAAAAA"], keyless)
		expect([taken.status, taken.stdout]).toEqual([0, expect.stringContaining("obody looked")])
		for (const _ of [1, 2]) {
			const finished = await own.run(file, "out")
			expect([finished.status, result("c0002")?.checked]).toEqual([1, "missing"])
			expect(finished.stdout).not.toContain("Every customer")
		}
		expect(followUp()).toEqual([["missing", "c0002"]])
	})

	it("where it is the id of another number, which is asked", async () => {
		const file = fileOf(3)
		const other = add("x99", { contact: { name: "Other Person", email: "o@example.com" } })
		own.merchant.trick = (number) => (number === "c0002" ? "drop" : "create")
		await own.run(file, "out")
		const asked = await settle("c0002", "--id", other)
		expect([asked.status, asked.stderr]).toEqual([2, expect.stringMatching(/x99.*--number/s)])
		const { INTERGIRO_API_KEY: _, ...keyless } = own.environment
		expect((await run(["settle", own.path("out"), "c0002", "--id", other], keyless)).status).toBe(0)
		expect((await own.run(file, "out")).status).toBe(1)
		expect([result("c0002")?.checked, followUp()]).toEqual(["other-number", [["renumbered", "c0002"]]])
		expect((await settle("c0002", "--id", other, "--number", "x99")).status).toBe(0)
		// It is the customer, says the person: but with another name, and without the card.
		expect((await own.run(file, "out")).status).toBe(1)
		expect(result("c0002")).toMatchObject({ checked: "card-missing", given_number: "x99", id: other })
		expect(table(own.path("out/follow-up.csv"))[0]?.reason).toBe("other-person")
	})

	it("where the card was never sent: it is not counted as sent, and somebody is told", async () => {
		const file = fileOf(3)
		const [one, two] = [add("c0002"), add("c0002")]
		await own.run(file, "out")
		own.merchant.remove(one)
		expect((await settle("c0002", "--id", two)).status).toBe(0)
		const finished = await own.run(file, "out")
		expect(result("c0002")).toMatchObject({ outcome: "existing", cards_sent: "0", cards_stored: "0", checked: "yes" })
		expect(followUp()).toEqual([["card-not-stored", "c0002"]])
		expect(finished.stdout).not.toContain("Every customer")
		expect(summary().tokens).toMatchObject({ sent: 2, "not-stored": 1 })
		expect((await own.run(file, "out", "--add-cards")).status).toBe(0)
		expect([followUp(), own.merchant.added.length]).toEqual([[], 1])
	})

	it("where another spelling is the same customer: it is not absent", async () => {
		const id = add("C0002")
		const file = fileOf(3)
		await own.run(file, "out")
		expect((await settle("c0002", "--id", id)).status).toBe(0)
		await own.run(file, "out")
		expect(result("c0002")).toMatchObject({ outcome: "existing", cards_sent: "0", checked: "yes" })
		expect(followUp().map(([reason]) => reason)).not.toContain("missing")
		expect((await verify()).stdout).not.toContain("is not at Intergiro")
	})

	it("where it has another card than the file's, or was made by somebody else after it was declined", async () => {
		const file = fileOf(5)
		own.merchant.trick = (number) =>
			number === "c0004" ? { status: 400, body: { status: 400, type: "x", error: "card declined" } } : "create"
		await own.run(file, "out")
		const other = (last4: string) => ({ ...stored(tokenOf(1)), last4, expires: [1, 31] })
		own.merchant.remove(idsOf("c0003")[0] ?? "")
		const anew = add("c0003", { method: [other("5555"), other("6666")] })
		add("c0004", { method: [other("7777")] })
		await own.run(file, "out")
		expect((await settle("c0003", "--id", anew)).status).toBe(0)
		const finished = await own.run(file, "out")
		expect(finished.status).toBe(1)
		expect(finished.stdout).not.toContain("Every customer")
		expect(followUp()).toEqual([
			["differs", "c0003"],
			["card-not-stored", "c0004"],
		])
		expect(table(own.path("out/follow-up.csv"))[0]?.message).toMatch(/not the card of the file.*5555.*1003/)
		expect(result("c0004")).toMatchObject({ outcome: "existing", cards_sent: "0", cards_stored: "1" })
		expect(summary().tokens).toMatchObject({ sent: 3, missing: 1 })
		expect((await verify()).status).toBe(1)
	})

	it("where the card was forgotten", async () => {
		const file = fileOf(3)
		own.merchant.trick = (number) => (number === "c0002" ? "create-and-drop" : "create")
		own.merchant.keep = (sent) => (sent.number === "c0002" ? { ...whole(sent), method: [] } : whole(sent))
		own.merchant.listTrick = () => ({
			status: 200,
			body: own.merchant.customers.filter(({ number }) => number !== "c0002"),
		})
		await own.run(file, "out")
		own.merchant.listTrick = () => undefined
		const [id = ""] = idsOf("c0002")
		expect((await settle("c0002", "--id", id)).status).toBe(0)
		expect((await own.run(file, "out")).status).toBe(1)
		expect([result("c0002")?.cards_stored, followUp()]).toEqual(["0", [["card-missing", "c0002"]]])
	})
})

describe("a customer who was there before is compared with the file", () => {
	const other = { contact: { name: "Bolaget X AB", email: "info@x.example" } }

	it("whatever card there is: another person is looked at before anybody joins the ids", async () => {
		const file = own.write(
			"customers.csv",
			`number,name,email,card token\n${["", tokenOf(2), tokenOf(3), tokenOf(4)].map((token, at) => `c000${at + 1},Name c000${at + 1},c000${at + 1}@example.com,${token}`).join("\n")}\n`,
		)
		add("c0001", { ...other, method: [stored(tokenOf(9))] })
		add("c0002", { ...other, method: [stored(tokenOf(2))] })
		const capitals = { name: "NAME C0003", email: "C0003@Example.com", address: { city: "Elsewhere" } }
		add("c0003", { contact: capitals, method: [stored(tokenOf(3))] })
		add("c0004", { contact: undefined, method: [stored(tokenOf(4))] })
		const finished = await own.run(file, "out")
		expect([finished.status, own.merchant.received.length]).toEqual([1, 0])
		expect(finished.stdout).not.toContain("Every customer")
		expect(finished.stderr).toContain("Row 2, c0001: there before")
		expect(followUp()).toEqual([
			["other-person", "c0001"],
			["other-person", "c0002"],
		])
		expect(summary().cameBack).toMatchObject({ differing: 2 })
		expect(readFileSync(own.path("out/journal.log"), "utf8")).not.toContain("Bolaget")
		expect((await verify()).status).toBe(1)
		// The one was corrected there, the other is of an older folder.
		own.merchant.remove(own.merchant.customers[0]?.id ?? "")
		add("c0001", { id: "id-of-another-0", method: [stored(tokenOf(9))] })
		expect((await own.run(file, "out")).status).toBe(1)
		expect(followUp()).toEqual([["other-person", "c0002"]])
		expect((await own.run(file, "later", "--no-verify")).status).toBe(1)
	})

	it("and once more by every later run of the folder", async () => {
		const file = fileOf(1)
		const id = add("c0001", { method: [stored(tokenOf(1))] })
		expect([(await own.run(file, "out")).status, followUp()]).toEqual([0, []])
		own.merchant.remove(id)
		add("c0001", { ...other, id, method: [stored(tokenOf(1))] })
		expect([(await own.run(file, "out")).status, followUp()]).toEqual([1, [["other-person", "c0001"]]])
	})
})

describe("what was put right outside is seen by the next run", () => {
	it("cards that another folder added", async () => {
		const before = own.write("before.csv", "number,name\nc0001,Name c0001\nc0002,Name c0002\n")
		await own.run(before, "before")
		const file = fileOf(2)
		await own.run(file, "out")
		expect(followUp().map(([reason]) => reason)).toEqual(["card-not-stored", "card-not-stored"])
		expect((await own.run(file, "elsewhere", "--add-cards")).status).toBe(0)
		const finished = await own.run(file, "out")
		expect([finished.status, followUp()]).toEqual([0, []])
		expect(result("c0001")).toMatchObject({ cards_stored: "1", checked: "yes" })
	})

	it("a card that was added by hand", async () => {
		const file = fileOf(2)
		own.merchant.keep = (sent) => (sent.number === "c0002" ? { ...whole(sent), method: [] } : whole(sent))
		expect((await own.run(file, "out")).status).toBe(1)
		expect(followUp()).toEqual([["card-missing", "c0002"]])
		own.merchant.listTrick = () => ({
			status: 200,
			body: own.merchant.customers.map((one, index) => ({ ...one, method: [stored(tokenOf(index + 1))] })),
		})
		// Whether that is the card of the file, the next run finds out.
		expect((await verify()).status).toBe(1)
		expect((await own.run(file, "out")).status).toBe(0)
		expect([result("c0002")?.cards_stored, followUp()]).toEqual(["1", []])
		expect((await verify()).status).toBe(0)
	})

	it("a second customer that was removed, and settle says which one stays", async () => {
		const file = fileOf(3)
		own.merchant.listTrick = () => {
			if (own.merchant.created.length === 3 && idsOf("c0002").length === 1) add("c0002")
			return undefined
		}
		expect((await own.run(file, "out")).status).toBe(1)
		expect(followUp()).toEqual([["twice", "c0002"]])
		own.merchant.listTrick = () => undefined
		const [mine = "", other = ""] = idsOf("c0002")
		expect((await settle("c0002", "--id", mine)).status).toBe(0)
		own.merchant.remove(other)
		expect([(await own.run(file, "out")).status, followUp()]).toEqual([0, []])
		expect(result("c0002")).toMatchObject({ outcome: "created", id: mine, cards_sent: "1", checked: "yes" })
	})

	it("the other one of the two stays, which has no card", async () => {
		const file = fileOf(3)
		own.merchant.listTrick = () => {
			if (own.merchant.created.length === 3 && idsOf("c0002").length === 1) add("c0002")
			return undefined
		}
		await own.run(file, "out")
		own.merchant.listTrick = () => undefined
		const [mine = "", other = ""] = idsOf("c0002")
		own.merchant.remove(mine)
		expect((await settle("c0002", "--id", other)).status).toBe(0)
		expect((await own.run(file, "out")).status).toBe(1)
		expect([result("c0002")?.id, followUp()]).toEqual([other, [["card-missing", "c0002"]]])
		expect(sentTokens()).toHaveLength(3)
	})
})

it("the listing decides about a card that the answer did not have", async () => {
	const file = fileOf(6)
	own.merchant.trick = (number) =>
		number === "c0005" ? { status: 201, creates: number, body: { id: "", number, method: [] } } : "create"
	const finished = await own.run(file, "out")
	expect([finished.status, followUp()]).toEqual([0, []])
	expect(result("c0005")).toMatchObject({ cards_stored: "1", checked: "yes" })
	expect((await verify()).status).toBe(0)
})

it("a number in the answer that is another customer's is no new number where the listing has the right one", async () => {
	const file = fileOf(6)
	own.merchant.trick = (number) =>
		number === "c0005" ? { status: 201, creates: number, body: { id: "", number: "c9999" } } : "create"
	const finished = await own.run(file, "out")
	expect(result("c0005")).toMatchObject({ checked: "yes", given_number: "" })
	expect([finished.status, followUp()]).toEqual([0, []])
})

it("an errors.csv that is run as it is sends no token that was refused, and keeps the link", async () => {
	const file = fileOf(6)
	const url = "https://acs.example.com/challenge?id=1"
	own.merchant.trick = (number) =>
		number === "c0002"
			? { status: 402, body: { status: 402, type: "backend", error: "card declined" } }
			: number === "c0004"
				? {
						status: 400,
						body: {
							status: 400,
							type: "malformed content",
							error: "verification required",
							content: { property: "card", type: "Card", details: { visible: true, method: "GET", url } },
						},
					}
				: "create"
	expect((await own.run(file, "out")).status).toBe(1)
	expect(summary().tokens).toMatchObject({ sent: 4, refused: 2, left: 0 })
	own.merchant.trick = () => "create"
	const errors = own.write("errors.csv", readFileSync(own.path("out/errors.csv")))
	expect((await own.run(errors, "again")).status).toBe(1)
	expect(own.merchant.received).toHaveLength(6)
	expect(table(own.path("again/errors.csv"))).toMatchObject([
		{ number: "c0002", import_outcome: "rejected" },
		{ number: "c0004", import_outcome: "verification-required" },
	])
	expect(table(own.path("again/follow-up.csv"))).toMatchObject([
		{ reason: "rejected", number: "c0002", link: "" },
		{ reason: "verification-required", number: "c0004", link: url },
	])
	const mended = own.write("mended.csv", readFileSync(errors, "utf8").replace(tokenOf(2), tokenOf(902)))
	expect((await own.run(mended, "mended")).status).toBe(1)
	expect([own.merchant.received.length, idsOf("c0002").length]).toEqual([7, 1])
	// The errors.csv of before, once more: whoever was created since with another card needs nobody.
	expect((await own.run(errors, "late")).status).toBe(1)
	expect(table(own.path("late/follow-up.csv")).map(({ number }) => number)).toEqual(["c0004"])
})

it("verify tells who is in doubt, and whom of them Intergiro has now", async () => {
	const file = fileOf(4)
	own.merchant.trick = (number) => (["c0002", "c0003"].includes(number) ? "drop" : "create")
	expect((await own.run(file, "out")).status).toBe(4)
	add("c0002")
	const { status, stdout } = await verify()
	expect(status).toBe(4)
	expect(stdout).toMatch(/in doubt +2/)
	expect(stdout).toMatch(/c0002.*in doubt.*Intergiro has/)
	expect(stdout).toMatch(/c0003.*in doubt/)
})

it("a card that was about to leave when the program was killed is not in doubt", async () => {
	const before = own.write(
		"before.csv",
		`number,name\n${Array.from({ length: 12 }, (_, i) => `c${String(i + 1).padStart(4, "0")},Nils Vik`).join("\n")}\n`,
	)
	await own.run(before, "before")
	const file = own.write(
		"cards.csv",
		`number,name,card token\n${Array.from({ length: 12 }, (_, i) => `c${String(i + 1).padStart(4, "0")},Nils Vik,${tokenOf(i + 1)}`).join("\n")}\n`,
	)
	await own.run(file, "out")
	own.merchant.latency = 30
	const { child, finished } = own.start(file, "out", "--add-cards", "--rate", "20")
	own.merchant.cardTrick = () => {
		if (own.merchant.added.length === 5) child.kill("SIGKILL")
		return "create"
	}
	await finished
	own.merchant.latency = 0
	own.merchant.cardTrick = () => "create"
	const { status } = await own.run(file, "out", "--add-cards")
	expect(new Set(sentTokens()).size).toBe(sentTokens().length)
	expect([status, own.merchant.added.length]).toEqual([0, 12])
})

describe("of several cards of a customer", () => {
	/** Two cards each, of customers 1, 2, …: those of 2 end in 1002 and 1102. */
	const twoOf = (count: number, tokens = (index: number) => [tokenOf(index), tokenOf(100 + index)]) => {
		const lines = Array.from({ length: count }, (_, at) => {
			const number = `c${String(at + 1).padStart(4, "0")}`
			return [number, `Name ${number}`, `${number}@example.com`, ...tokens(at + 1)].join(",")
		})
		return own.write("two.csv", `number,name,email,card token,card token 2\n${lines.join("\n")}\n`)
	}
	const told = (number: string) => table(own.path("out/follow-up.csv")).find((line) => line.number === number)
	const cardsOf = (...last4: string[]) => last4.map((digits) => ({ ...stored(tokenOf(0)), last4: digits }))

	it("follow-up says which one is missing, and which one was not stored, and the figures count each as what it is", async () => {
		const file = twoOf(6)
		for (const [number, last4] of [
			["c0004", "1004"],
			["c0005", "1105"],
		] as const)
			add(number, { method: cardsOf(last4) })
		add("c0006")
		own.merchant.keep = (sent) => {
			const { method = [], ...rest } = sent
			if (sent.number === "c0002") return whole({ ...rest, method: method.slice(0, 1) })
			return whole(sent.number === "c0003" ? { ...rest, method: [] } : sent)
		}
		const finished = await own.run(file, "out", "--accept-differences")
		expect(finished.status).toBe(1)
		expect(told("c0002")).toMatchObject({
			reason: "card-missing",
			message: expect.stringContaining("card 2 of 2 (ending in 1102, expires 12/2039)"),
		})
		expect(told("c0002")?.message).not.toContain("1002")
		expect(told("c0003")?.message).toMatch(/card 1 of 2 \(ending in 1003.*card 2 of 2 \(ending in 1103/)
		expect(told("c0004")).toMatchObject({ reason: "card-not-stored", message: expect.stringMatching(/ending in 1104/) })
		expect(told("c0004")?.message).not.toContain("1004")
		expect(told("c0005")?.message).toMatch(/card 1 of 2 \(ending in 1005/)
		expect(summary().tokens).toMatchObject({ sent: 3, missing: 3, there: 2, "not-stored": 4 })

		own.merchant.cardTrick = (number, attempt) =>
			number === "c0006" && attempt === 1 && own.merchant.added.at(-1)?.card === tokenOf(106)
				? { status: 402, body: { status: 402, type: "backend", error: "card declined" } }
				: "create"
		const added = await own.run(file, "out", "--add-cards", "--accept-differences")
		expect(added.stderr.match(/c0002: .*/g)).toEqual([
			expect.stringMatching(/card 2 of 2 \(ending in 1102.*needs a new token/i),
		])
		expect(summary().tokens).toMatchObject({ sent: 3, missing: 3, there: 2, added: 3, refused: 1, "not-stored": 0 })
		expect(told("c0006")?.message).toMatch(/card 2 of 2 \(ending in 1106.*declined/i)
		expect(told("c0006")?.message).not.toContain("1006")
		expect(new Set(sentTokens()).size).toBe(sentTokens().length)
	})

	it("is not guessed where neither token nor Intergiro says what they are", async () => {
		const file = twoOf(4, (index) => [`opaque-a${index}`, `opaque-b${index}`])
		own.merchant.keep = ({ contact, number, method = [] }) => ({
			contact,
			method: method.slice(number === "c0002" ? 1 : 0).map(() => ({ type: "card", scheme: "visa" })),
		})
		await own.run(file, "out", "--accept-differences")
		expect(told("c0002")?.message).toMatch(/which of its 2 cards/i)
		expect(summary().tokens).toMatchObject({ sent: 7, missing: 1 })
		const added = await own.run(file, "out", "--add-cards", "--accept-differences")
		expect([own.merchant.added.length, added.stderr.includes("new token")]).toEqual([0, false])
	})
})

it("cards that were added and are not stored are not counted as added", async () => {
	const before = own.write("before.csv", "number,name\nc0001,Name c0001\nc0002,Name c0002\n")
	await own.run(before, "before")
	const file = fileOf(2)
	own.merchant.cardTrick = (number) => (number === "c0002" ? { status: 201, body: stored(tokenOf(2)) } : "create")
	const finished = await own.run(file, "out", "--add-cards")
	expect([finished.status, followUp()]).toEqual([1, [["card-missing", "c0002"]]])
	expect(summary().tokens).toMatchObject({ added: 1, missing: 1 })
	expect(finished.stdout).toMatch(/cards added +1 /)
})

it("another card than the file's is called so, and nobody is told to correct a field of it", async () => {
	const file = fileOf(6)
	own.merchant.trick = (number) => {
		if (number !== "c0005") return "create"
		add(number, { method: [{ ...stored(tokenOf(5)), last4: "7777", expires: [10, 35] }] })
		return { status: 409, body: { status: 409, type: "conflict", error: "exists" } }
	}
	const finished = await own.run(file, "out")
	const [line] = table(own.path("out/follow-up.csv"))
	expect([finished.status, line?.reason]).toEqual([1, "differs"])
	expect(line?.message).toMatch(/not the card of the file.*7777.*10\/2035.*1005.*12\/2039/)
	expect(`${line?.message} ${line?.what_to_do}`).not.toMatch(/method\.|correct it there/)
	expect(finished.stderr).toMatch(/c0005.*not the card of the file/)
	expect((await verify()).stdout).toMatch(/c0005.*not the card of the file/)
})

it("a token that Intergiro calls used is not sent again", async () => {
	const file = fileOf(6)
	const used = (description: string) => ({
		status: 400,
		body: { status: 400, type: "malformed content", error: "invalid input", description },
	})
	own.merchant.trick = (number) =>
		number === "c0005" ? used("token used") : number === "c0006" ? used("bad zip code") : "create"
	expect((await own.run(file, "out")).status).toBe(1)
	expect(summary().tokens).toMatchObject({ sent: 4, refused: 2 })
	const errors = own.write("errors.csv", readFileSync(own.path("out/errors.csv")))
	expect((await own.run(errors, "again")).status).toBe(1)
	expect(own.merchant.received.map(({ number }) => number).slice(6)).toEqual(["c0006"])
	expect(table(own.path("again/errors.csv"))).toMatchObject([
		{ number: "c0005", import_code: "token used" },
		{ number: "c0006", import_code: "invalid input" },
	])
})

it("a customer who is under another number, or there twice, and has lost its card since, is told for both", async () => {
	const file = fileOf(3)
	expect((await own.run(file, "out")).status).toBe(0)
	const kept = own.merchant.customers as Kept[]
	const change = (number: string, other: Partial<Kept>) => {
		const place = kept.findIndex((one) => one.number === number)
		const [one] = kept.slice(place)
		if (one) kept[place] = { ...one, ...other }
	}
	change("c0002", { number: "x77", method: [] })
	change("c0003", { method: [] })
	add("c0003")
	expect((await own.run(file, "out")).status).toBe(1)
	const lines = table(own.path("out/follow-up.csv"))
	expect(lines.map((line) => [line.number, line.reason, line.further_reasons])).toEqual([
		["c0002", "renumbered", "card-missing"],
		["c0003", "twice", "card-missing"],
	])
	for (const { message } of lines) expect(message).not.toContain("came back without")
	expect([result("c0002")?.cards_stored, result("c0003")?.cards_stored]).toEqual(["0", "0"])
	expect(summary().tokens).toMatchObject({ sent: 1, missing: 2 })
})

it("a card of the file that may be one that is there is not called one that is not stored", async () => {
	const file = own.write(
		"customers.csv",
		`number,name,email,card token\nc0001,Name c0001,c0001@example.com,${jwt({ iss: "card", xpr: [12, 39], enc: "x" })}\n`,
	)
	add("c0001", { method: [stored(tokenOf(1))] })
	const finished = await own.run(file, "out")
	expect([finished.status, followUp()]).toEqual([1, [["card-alike", "c0001"]]])
	expect(table(own.path("out/follow-up.csv"))[0]?.message).toContain("may be this one")
	expect(summary().tokens).toMatchObject({ asked: 1, "not-stored": 0 })
	expect(finished.stdout).not.toContain("was not stored")
})
