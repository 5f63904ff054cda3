import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { type Mapping, merged, noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { jwt } from "../../customer/jwt.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
const token = (n: number) => jwt({ iss: "card", iat: n })

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "cards-of-"))
})
afterAll(() => rm(folder, { recursive: true }))

type Cards = readonly [first: string, second: string]
const both: Mapping = { ...noAnswers, constants: { currency: "GBP" } }

/** Three customers with two cards each, of which something is said in the row of the second one. */
async function check([first, second]: Cards, states: readonly string[], said: readonly string[], mapping: Mapping) {
	const usual = states.map((name) => (/blocked|expired|spärrat/i.test(name) ? "No" : "Active"))
	const row = (n: number, cells: readonly string[]) => [n, `Anna Berg${n}`, token(n), token(n + 10), ...cells].join(",")
	const path = join(folder, "customers.csv")
	const lines = [["Number", "Name", first, second, ...states].join(","), row(1, usual), row(2, said), row(3, usual)]
	await writeFile(path, `${lines.join("\n")}\n`)
	const answers = merged(mapping, { columns: { Number: "number", Name: "name", [first]: "token", [second]: "token" } })
	const checked = await examineFile(await openFile(path), { options, answers })
	const sent = async () => {
		const all: string[][] = []
		for await (const entries of checked.entries())
			all.push(...entries.map(({ creatable }) => creatable.method.map(({ card }) => card)))
		return all
	}
	return {
		asked: checked.questions.map(({ id }) => id),
		questions: checked.questions,
		answers,
		sent: await sent(),
		codes: checked.summary.map(({ code, count }) => `${code} ${count}`),
	}
}

const leftOut = { ...both, deadCards: "left-out" } as const

test.each<[cards: Cards, state: string, said: string, gone: 1 | 2]>([
	[["Card token 1", "Card token 2"], "Card 2 status", "Blocked", 2],
	[["Card token", "Card token 2"], "Card 2 status", "Blocked", 2],
	[["Card token", "Card token 2"], "Card 1 status", "Blocked", 1],
	[["Primary card token", "Backup card token"], "Primary card status", "Blocked", 1],
	[["Card token", "Card token 2"], "Primary card status", "Blocked", 1],
	[["Card token", "Backup card token"], "Backup card expired", "Yes", 2],
	[["Card token", "Backup card token"], "Backup card blocked", "Yes", 2],
	[["Card token", "Backup card token"], "Backup card status", "Blocked", 2],
	[["Card token", "Backup card token"], "Backup status", "Blocked", 2],
	[["Card token", "Card token 2"], "Backup status", "Blocked", 2],
	[["Card token", "Secondary card token"], "Secondary card status", "Blocked", 2],
	[["Card token", "Second card token"], "Second card status", "Blocked", 2],
	[["Korttoken", "Reservkort token"], "Reservkort status", "Spärrat", 2],
	[["Kartentoken", "Ersatzkarte Token"], "Ersatzkarte Status", "gesperrt", 2],
	[["Visa token", "Mastercard token"], "Mastercard status", "Blocked", 2],
	[["Visa token", "Mastercard token"], "Visa blocked", "Yes", 1],
])("of %j, %s speaks of one card alone", async (cards, state, said, gone) => {
	const asked = await check(cards, [state], [said], both)
	expect(asked.asked).toEqual(["dead-cards"])
	const { sent, codes } = await check(cards, [state], [said], leftOut)
	expect(sent).toEqual([[token(1), token(11)], [gone === 2 ? token(2) : token(12)], [token(3), token(13)]])
	expect(codes.filter((code) => code.startsWith("card."))).toEqual(["card.left-out 1"])
	expect((await check(cards, [state], [said], { ...both, deadCards: "sent" })).sent.flat()).toHaveLength(6)
})

test("of two states the one without a number is of the other card", async () => {
	const cards: Cards = ["Card token", "Card token 2"]
	const { asked, sent } = await check(cards, ["Card status", "Card status 2"], ["Blocked", "Active"], leftOut)
	expect([asked, sent[1]]).toEqual([[], [token(12)]])
})

test.each<Cards>([
	["Card token", "Card token 2"],
	["Visa token", "Mastercard token"],
])("of %s and %s it is asked which a status speaks of that does not say so", async (...cards) => {
	const first = await check(cards, ["Card status"], ["Blocked"], both)
	expect(first.asked).toEqual(["dead-cards", "cards-of.Card status"])
	const outcome = []
	for (const chosen of [cards[0], cards[1], "all"]) {
		const [dead, which] = first.questions
		if (dead === undefined || which === undefined) throw new Error("too little was asked")
		const said = answered(answered(first.answers, dead, ["left-out"]), which, [chosen])
		const { asked, sent, codes } = await check(cards, ["Card status"], ["Blocked"], said)
		outcome.push([asked.length, sent[1], codes.filter((code) => code.startsWith("card."))])
	}
	expect(outcome).toEqual([
		[0, [token(12)], ["card.left-out 1"]],
		[0, [token(2)], ["card.left-out 1"]],
		[0, [], ["card.left-out 2", "card.none 1"]],
	])
	const sent = await check(cards, ["Card status"], ["Blocked"], { ...both, deadCards: "sent" })
	expect([sent.asked, sent.sent.flat().length]).toEqual([[], 6])
})

test("which card a word nobody knows is of is asked as well", async () => {
	const { asked } = await check(["Card token", "Card token 2"], ["Card status"], ["Quarantined"], both)
	expect(asked).toEqual(["status.Card status", "cards-of.Card status"])
})

test("a card that was destroyed is asked about once, and its customer is created", async () => {
	const path = join(folder, "revoked.csv")
	const rows = [1, 2, 3].map((n) => `${n},Anna Berg${n},${token(n)},${n === 2 ? "2024-03-01" : ""}`)
	await writeFile(path, `${["Kundnr,Namn,Korttoken,Kort makulerat", ...rows].join("\n")}\n`)
	const { questions } = await examineFile(await openFile(path), {
		options,
		answers: { ...noAnswers, constants: { currency: "SEK" } },
	})
	expect(questions.map(({ id }) => id)).toEqual(["dead-cards"])
})
