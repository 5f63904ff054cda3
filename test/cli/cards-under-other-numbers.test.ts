import { beforeEach, expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const numbers = ["01", "02", "03"]
const tokenOf = (last4: string) => jwt({ iss: "card", xpr: [Number(last4.slice(-1)) || 12, 39], enc: last4 })
const card = (token: string) => {
	const { xpr, enc } = JSON.parse(atob(token.split(".")[1] ?? ""))
	return { type: "card", scheme: "visa", iin: "411111", last4: enc, expires: xpr }
}

beforeEach(() => {
	own.merchant.keep = ({ contact, method = [] }) => ({ contact, method: method.map((one) => card(one.card)) })
	own.merchant.keepCard = card
})

/** Each with a card, and with a second one, or not. */
function fileOf(name: string, hasSecond = false): string {
	const lines = numbers.map((number) => {
		const tokens = [tokenOf(`10${number}`), hasSecond ? tokenOf(`204${Number(number) + 3}`) : ""]
		return [number, `Name ${number}`, `${number}@example.com`, ...tokens].join()
	})
	return own.write(name, ["number,name,email,card token,card token 2", ...lines, ""].join("\n"))
}

async function into(folder: string, file: string, ...more: string[]) {
	const { status } = await own.run(file, folder, ...more)
	const lines = table(own.path(folder, "follow-up.csv"))
	return { status, lines, told: lines.map((one) => [one.number, one.reason, one.further_reasons].join(" ").trim()) }
}

/** Somebody at Intergiro gives customers other numbers. */
function renumber(given: Readonly<Record<string, string>>): void {
	const before = own.merchant.customers.filter(({ number }) => number in given)
	for (const one of before) own.merchant.remove(one.id)
	for (const one of before) own.merchant.put({ ...one, number: given[one.number] ?? one.number })
}

const settle = (folder: string, number: string) => run(["settle", own.path(folder), number, "--right"], own.environment)
const asked = (number: string) => expect.stringMatching(new RegExp(`^${number} .*card-question`))

it.each([
	["by the run that adds", []],
	["by another run before", ["c"]],
	["by the run that created them", ["a"]],
])(
	"a card is sent to nobody who has another number there, whoever has that of the file, and is a question (seen first %s)",
	async (_, first) => {
		const [one, two] = [fileOf("one.csv"), fileOf("two.csv", true)]
		await own.run(one, "a")
		renumber({ "01": "02", "02": "01", "03": "77" })
		for (const folder of first) await own.run(one, folder)
		const before = own.merchant.added.length
		const { status, told, lines } = await into("b", two, "--add-cards")
		expect([status, told, own.merchant.added.length]).toEqual([1, numbers.map(asked), before])
		for (const { message, what_to_do } of lines) {
			expect(message).toContain("another number for this customer than the file")
			expect(what_to_do).toContain("--confirm-cards")
			expect(what_to_do).not.toContain("Have it added by the same command")
		}
		// Who looked says which of them is right.
		await into("b", two, "--add-cards", "--confirm-cards", "3,4")
		const sent = own.merchant.added.slice(before).map(({ number, card }) => [number, card])
		expect(sent).toEqual([
			["01", tokenOf("2045")],
			["77", tokenOf("2046")],
		])
		expect(table(own.path("b/follow-up.csv"))).toMatchObject([{ number: "01" }, {}, {}])
	},
)

it("a card is added without a question once the other number is right by a person's word, wherever that was said", async () => {
	own.merchant.trick = (number) =>
		number === "01" ? "create" : { status: 201, creates: `9${number}`, body: { id: "", number: `9${number}` } }
	const [one, two] = [fileOf("one.csv"), fileOf("two.csv", true)]
	await own.run(one, "a", "--accept-differences")
	const { status, told } = await into("b", two, "--add-cards")
	expect([status, told, own.merchant.added.map(({ number }) => number)]).toEqual([
		1,
		[asked("02"), asked("03")],
		["01"],
	])
	expect((await settle("a", "02")).status).toBe(0)
	expect((await settle("b", "03")).status).toBe(0)
	await own.run(one, "a", "--accept-differences")
	expect((await own.run(two, "b", "--add-cards")).status).toBe(0)
	expect(own.merchant.added.map(({ number }) => number)).toEqual(["01", "902", "903"])
})
