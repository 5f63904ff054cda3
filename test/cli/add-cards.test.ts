import { existsSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

/** A token that says when its card expires, and no digits, as Intergiro's do. */
const tokenOf = (name: string) => jwt({ iss: "card", xpr: [12, 39], enc: name })

/** So many customers exist by an earlier run; the file has other card tokens for them: `new-c0001`, … */
async function renewed(count: number): Promise<string> {
	const file = plainFile(own.folder, count)
	own.merchant.keep = ({ contact, method = [] }) => ({
		contact,
		method: method.map(() => ({ type: "card", last4: "1111" })),
	})
	expect((await own.run(file, "before")).status).toBe(0)
	return own.write(
		"renewed.csv",
		readFileSync(file, "utf8").replaceAll(/token-(\w+)/g, (_, number) => tokenOf(`new-${number}`)),
	)
}

const add = (file: string, ...more: string[]) => own.run(file, "out", "--add-cards", ...more)
/** What the tokens that were sent are called. */
const sent = () =>
	own.merchant.added.map(({ card }) => {
		const [, claims] = card.split(".")
		return claims === undefined ? card : JSON.parse(Buffer.from(claims, "base64url").toString()).enc
	})
/** What the run of a folder is called. */
const nameOf = (folder: string): string => JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8")).run
const cardsOf = () => own.merchant.customers.map(({ method = [] }) => method.length)
const followUp = () => table(own.path("out/follow-up.csv")).map(({ reason, number }) => [reason, number])
const journal = () => readFileSync(own.path("out/journal.log"), "utf8")

describe("--add-cards", () => {
	it("adds the cards of customers who exist, once, and creates nobody", async () => {
		const file = await renewed(5)
		const plain = await own.run(file, "out")
		expect([plain.status, sent()]).toEqual([0, []])
		expect(plain.stdout).toContain("--add-cards")
		const first = await add(file)
		expect([first.status, sent().length, cardsOf()]).toEqual([0, 5, [2, 2, 2, 2, 2]])
		expect(first.stdout).toMatch(/cards added +5/)
		expect(first.stdout).toContain("Every customer of the file exists")
		expect((await add(file)).status).toBe(0)
		expect((await own.run(file, "another", "--add-cards")).status).toBe(0)
		expect([sent().length, own.merchant.received.length]).toEqual([5, 5])
		expect(journal()).toContain(
			'"outcome":{"kind":"added","card":{"scheme":"visa","iin":"411111","last4":"4242","expires":[12,2039]}}',
		)
		for (const secret of [tokenOf("new-c0001"), '"stored"']) expect(journal()).not.toContain(secret)
	})

	it("asks where Intergiro has another name or e-mail, and adds what a person confirms", async () => {
		const file = await renewed(4)
		const text = readFileSync(file, "utf8").replace("Name 2,", "Somebody Else,").replace("c0003@", "other@")
		const other = own.write("other.csv", text)
		const first = await add(other)
		expect([first.status, sent()]).toEqual([1, ["new-c0001", "new-c0004"]])
		expect(first.stderr).toContain("Row 3, c0002: Intergiro has another name")
		expect(first.stderr).toContain("Row 4, c0003: Intergiro has another e-mail")
		expect(followUp()).toEqual([
			["card-question", "c0002"],
			["card-question", "c0003"],
		])
		expect((await add(other, "--confirm-cards", "3")).status).toBe(1)
		expect(sent()).toEqual(["new-c0001", "new-c0004", "new-c0002"])
	})

	it("asks where the file does not say whose card it is, but by a number", async () => {
		await renewed(3)
		const file = own.write("phone.csv", `number,card token\nc0002,${tokenOf("p2")}\nc0003,${tokenOf("p3")}\n`)
		const first = await add(file)
		expect([first.status, sent()]).toEqual([1, []])
		expect(first.stderr).toContain("Row 2, c0002: The file has neither name nor e-mail")
		expect(followUp()).toEqual([
			["card-question", "c0002"],
			["card-question", "c0003"],
		])
		expect((await add(file, "--confirm-cards", "3")).status).toBe(1)
		expect([sent(), followUp()]).toEqual([["p3"], [["card-question", "c0002"]]])
	})

	it("settles a lost answer by one card more, and leaves in doubt what is not there", async () => {
		const file = await renewed(4)
		own.merchant.cardTrick = (number) =>
			number === "c0002"
				? "create-and-drop"
				: number === "c0003"
					? "drop"
					: number === "c0004"
						? { status: 400, body: { status: 400, type: "x", error: "card declined" } }
						: "create"
		const first = await add(file)
		expect([first.status, sent().length, cardsOf()]).toEqual([4, 4, [2, 2, 1, 1]])
		expect(first.stdout).toMatch(/cards added +2[\s\S]*cards refused +1[\s\S]*cards in doubt +1/)
		expect(followUp()).toEqual([
			["card-in-doubt", "c0003"],
			["card-not-stored", "c0004"],
		])
		own.merchant.cardTrick = () => "create"
		expect((await add(file)).status).toBe(4)
		expect(sent()).toHaveLength(4)
	})

	it("settles a lost answer by the card of the token alone, which no other run sent", async () => {
		const file = await renewed(4)
		own.merchant.cardTrick = () => "drop"
		expect((await add(file)).status).toBe(4)
		const hand = (number: string, card: object) => {
			const kept = own.merchant.customers.find((one) => one.number === number)
			own.merchant.remove(kept?.id ?? "")
			if (kept) own.merchant.put({ ...kept, method: [...(kept.method ?? []), card] })
		}
		own.merchant.cardTrick = () => "create"
		// Another card, the card itself that came late, and the same card by a new token in another folder.
		hand("c0001", { type: "card", last4: "9999", expires: [1, 31] })
		hand("c0002", { type: "card", last4: "4242", expires: [12, 39] })
		const phone = `number,name,email,card token\nc0003,Name 3,c0003@example.com,${tokenOf("phone")}\n`
		const forgotten = ["--forget-run", nameOf("out")]
		expect((await own.run(own.write("phone.csv", phone), "phone", "--add-cards", ...forgotten)).status).toBe(0)
		const finished = await add(file)
		expect([finished.status, sent().length]).toEqual([4, 5])
		expect(finished.stdout).toMatch(/cards added +1[\s\S]*cards in doubt +3/)
		expect(followUp()).toEqual(["c0001", "c0003", "c0004"].map((number) => ["card-in-doubt", number]))
	})

	it("gives no new card to a customer of whom one is in doubt in another folder, until that is settled there", async () => {
		const file = await renewed(3)
		own.merchant.cardTrick = (number) => (number === "c0003" ? "create" : "drop")
		expect((await add(file)).status).toBe(4)
		own.merchant.cardTrick = () => "create"
		const other = (...more: string[]) => own.run(again, "other", "--add-cards", ...more)
		const text = readFileSync(file, "utf8").replace(tokenOf("new-c0001"), tokenOf("other-c0001"))
		// The same token, too, is one of which nobody knows what became of it.
		const again = own.write("again.csv", text)
		const told = () => table(own.path("other/follow-up.csv")).map(({ reason, number }) => [reason, number])
		const first = await other("--confirm-cards", "2,2=another,3,3=another")
		expect([first.status, sent().length]).toEqual([4, 3])
		expect(first.stderr).toContain(`Row 2, c0001: Run ${nameOf("out")} sent`)
		expect(first.stdout).toMatch(/cards waiting +2/)
		expect(told()).toEqual(["c0001", "c0002"].map((number) => ["card-waiting", number]))
		const [line] = table(own.path("other/follow-up.csv"))
		expect(line?.what_to_do).toContain(own.path("out"))
		// Also where nobody asks for cards, they are not said to be just not stored.
		const plain = await own.run(again, "plain")
		expect([plain.status, plain.stdout]).toEqual([4, expect.stringMatching(/cards waiting +2/)])
		const settle = (number: string, word: string) => run(["settle", own.path("out"), number, word], own.environment)
		expect((await settle("c0001", "--card-absent")).status).toBe(0)
		expect((await settle("c0002", "--card-stored")).status).toBe(0)
		expect([(await other()).status, sent().slice(3)]).toEqual([0, ["other-c0001"]])
		expect(existsSync(own.path("other/follow-up.csv"))).toBe(false)
	})

	it("never sends a token that another folder sent since it asked", async () => {
		const file = await renewed(2)
		const text = readFileSync(file, "utf8").replace("Name 2,", "Somebody Else,")
		const other = own.write("other.csv", text)
		expect((await own.run(other, "other", "--add-cards")).status).toBe(1)
		own.merchant.keepCard = () => ({ type: "card" })
		expect((await add(file, "--accept-differences")).status).toBe(0)
		const before = sent()
		await own.run(other, "other", "--add-cards", "--confirm-cards", "3")
		expect([before.length, sent()]).toEqual([2, before])
	})

	it("is for a private key, and nobody's token is sent twice", async () => {
		const file = await renewed(2)
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		const refused = await add(file)
		expect([refused.status, sent()]).toEqual([2, []])
		expect(refused.stderr).toContain("private key")
		own.environment.INTERGIRO_API_KEY = own.merchant.key
		expect((await own.run(plainFile(own.folder, 3), "same", "--add-cards")).status).toBe(1)
		expect([sent(), own.merchant.received.length]).toEqual([[], 2])
	})

	it("goes on after a kill without sending a card again", async () => {
		const file = await renewed(6)
		own.merchant.latency = 40
		const running = own.start(file, "out", "--add-cards", "--rate", "20")
		while (sent().length < 3) await new Promise((resolve) => setTimeout(resolve, 5))
		running.child.kill("SIGKILL")
		await running.finished
		own.merchant.latency = 0
		expect((await add(file)).status).toBe(0)
		expect(new Set(sent()).size).toBe(sent().length)
		expect(cardsOf()).toEqual([2, 2, 2, 2, 2, 2])
	})
})

it("adds, by the same command, the card of one who did not exist at first and whom another folder created since, at once", async () => {
	own.merchant.keep = ({ contact, method = [] }) => ({
		contact,
		method: method.map(() => ({ type: "card", last4: "1111", expires: [11, 39] })),
	})
	const first = jwt({ iss: "card", xpr: [11, 39], enc: "first" })
	const file = (name: string, header: string, cells: string) =>
		own.write(name, [header, `c0001,Anna Ek,anna@example.com,${cells}`, ""].join("\n"))
	const both = file("both.csv", "number,name,email,card token,card token 2", `${first},${tokenOf("second")}`)
	expect((await add(both)).status).toBe(1)
	expect(followUp()).toEqual([["no-customer", "c0001"]])
	expect((await own.run(file("one.csv", "number,name,email,card token", first), "elsewhere")).status).toBe(0)
	expect([(await add(both)).status, sent(), cardsOf()]).toEqual([0, ["second"], [2]])
	expect([(await add(both)).status, sent()]).toEqual([0, ["second"]])
})

describe("a card that is there already", () => {
	const claims = (last4: string | undefined, month: number, at: number) =>
		jwt({ iss: "card", enc: at, xpr: [month, 29], ...(last4 === undefined ? {} : { last4 }) })

	it("is not added once more, and one that may be there only where a person says so", async () => {
		const file = plainFile(own.folder, 4)
		const stored = [
			[{ type: "card", last4: "1001", expires: [2, 2029] }],
			[{ type: "card", last4: "1002", expires: [2, 2029] }],
			[{ type: "card", last4: "1003", expires: [2, 2029] }],
			[{ type: "card", last4: "1004", expires: [2, 2029] }],
		]
		own.merchant.keep = ({ contact, number }) => ({ contact, method: stored[Number(number.slice(-1)) - 1] ?? [] })
		await own.run(file, "before", "--accept-differences")
		const tokens = [claims("1001", 2, 1), claims("9999", 2, 2), claims(undefined, 2, 3), claims(undefined, 11, 4)]
		const text = readFileSync(file, "utf8").replaceAll(/token-c000(\d)/g, (_, at) => tokens[Number(at) - 1] ?? "")
		const first = await add(own.write("renewed.csv", text), "--accept-differences")
		expect(sent()).toEqual([2, 4])
		expect(first.stderr).toContain("Row 2, c0001: The customer has this card already")
		expect(first.stderr).toContain(
			"Row 4, c0003: The customer has the card ending in 1003, expires 02/2029, which may be this one",
		)
		const isAsked = ([reason]: readonly (string | undefined)[]) => reason === "card-alike"
		expect([first.status, followUp().filter(isAsked)]).toEqual([1, [["card-alike", "c0003"]]])
		// What was stored are other cards than were sent: to go on with them is no word that they are right.
		expect((await add(own.path("renewed.csv"), "--confirm-cards", "4=another", "--accept-differences")).status).toBe(1)
		expect(sent()).toEqual([2, 4, 3])
		expect(new Set(followUp().map(([reason]) => reason))).toEqual(new Set(["differs"]))
	})

	it("is refused with a public key before anything is sent", async () => {
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		const { status, stderr } = await add(plainFile(own.folder, 2))
		expect([status, own.merchant.received.length]).toEqual([2, 0])
		expect(stderr).toContain("private key")
	})
})
