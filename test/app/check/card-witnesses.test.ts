import { describe, expect, it } from "vitest"
import { jwt } from "../../customer/jwt.ts"
import { examiner, found, sentBy } from "./examined.ts"

const examined = examiner()

interface Card {
	readonly month: number
	readonly year: number
	readonly last4: string
	readonly token: string
}

function randomly(seed: number): (below: number) => number {
	let state = seed
	return (below) => {
		state = (state * 48_271) % 2_147_483_647
		return state % below
	}
}

/** @param says whether the tokens say the last digits as well */
function cards(count: number, seed = 7, says = false): readonly Card[] {
	const next = randomly(seed)
	return Array.from({ length: count }, (_, iat) => {
		const [month, year, last4] = [1 + next(12), 27 + next(5), String(1000 + next(9000))]
		const claims = { iss: "card", aud: "production", iat, xpr: [month, year], ...(says ? { last4 } : {}) }
		return { month, year, last4, token: jwt(claims) }
	})
}

const two = (value: number) => String(value).padStart(2, "0")
const monthYear = ({ month, year }: Card) => `${two(month)}/${year}`

/** What a column of this name says of each card, beside tokens that may stand at other rows. */
const file = (
	name: string,
	all: readonly Card[],
	shown: (card: Card) => string,
	tokens: readonly (Card | undefined)[],
) => [
	`Klantnr;Naam;Valuta;${name};Kaarttoken`,
	...all.map((card, at) => `${1001 + at};Teun Bosch ${at};EUR;${shown(card)};${tokens[at]?.token ?? ""}`),
]

/** Customers who are sent with the card of another. */
async function wrong(lines: readonly string[], all: readonly Card[]) {
	const checked = await examined(lines)
	expect(checked.questions).toEqual([])
	const sent = await sentBy(checked)
	return sent.filter(({ number, method }) => method?.[0]?.card !== all[Number(number) - 1001]?.token)
}

const forms: readonly (readonly [form: string, shown: (card: Card) => string])[] = [
	["MM/YY", monthYear],
	["MM/YYYY", ({ month, year }) => `${two(month)}/20${year}`],
	["YYYY-MM", ({ month, year }) => `20${year}-${two(month)}`],
	["a date", ({ month, year }) => `28-${two(month)}-20${year}`],
	["digits of a card", ({ last4 }) => `**** **** **** ${last4}`],
	["last four digits", ({ last4 }) => last4],
]

describe("a column of a name that nobody knows", () => {
	it.each(forms)("says of which card a row is by its values, as %s", async (_, shown) => {
		for (const count of [5, 12, 100])
			for (const by of count === 5 ? [1, 2] : [1, 2, 3]) {
				const all = cards(count, 7, true)
				const slid = all.map((_, at) => (at < 1 ? all[at] : at < 1 + by ? undefined : all[at - by]))
				expect(await wrong(file("Xqz t/m", all, shown, slid), all), `${count} rows by ${by}`).toEqual([])
			}
	})

	it("says it where the tokens slid somewhere in the middle", async () => {
		const all = cards(200)
		const slid = all.map((_, at) => (at < 90 ? all[at] : all[(at + 1) % 200]))
		expect(await wrong(file("Xqz t/m", all, monthYear, slid), all)).toEqual([])
	})

	it("says it where the tokens were sorted without their rows", async () => {
		const all = cards(60)
		const sorted = [...all].sort((a, b) => a.year - b.year || a.month - b.month)
		const checked = await examined(file("Xqz t/m", all, monthYear, sorted))
		const [told = ""] = found(checked)
		expect(told.split(" ").length).toBeGreaterThan(50)
		expect(told).toMatch(/^token\.other-card /)
	})

	it("tells a single row that has the card of another", async () => {
		const all = cards(20)
		const swapped = all.map((card, at) => (at === 4 ? all[11] : at === 11 ? all[4] : card))
		expect(found(await examined(file("Xqz t/m", all, monthYear, swapped)))).toEqual(["token.other-card 6 13"])
	})

	it.each([
		[
			"contracts that end in the months of cards",
			(next: (below: number) => number) => `${two(1 + next(12))}/${27 + next(5)}`,
		],
		["a few months of the same years", (next: (below: number) => number) => `${two(6 + 6 * next(2))}/${28 + next(2)}`],
		["birthdays", (next: (below: number) => number) => `${two(1 + next(28))}.${two(1 + next(12))}.19${40 + next(60)}`],
		[
			"days of joining",
			(next: (below: number) => number) => `20${10 + next(16)}-${two(1 + next(12))}-${two(1 + next(28))}`,
		],
		["four digits", (next: (below: number) => number) => String(1000 + next(9000))],
		["the same month", () => "12/28"],
	])("is of no cards by chance: %s", async (_, value) => {
		for (const count of [2, 3, 5, 40])
			for (const seed of [3, 4, 5, 6]) {
				const all = cards(count, seed, true)
				const next = randomly(seed * 101)
				for (let skipped = 0; skipped < 10; skipped++) next(7)
				const checked = await examined(file("Xqz t/m", all, () => value(next), all))
				expect(found(checked), `${count} rows, ${seed}`).toEqual([])
			}
	})

	it("finds nothing where every card has the same month", async () => {
		const all = cards(30).map((card, iat) => ({
			...card,
			token: jwt({ iss: "card", aud: "production", iat, xpr: [12, 28] }),
		}))
		expect(found(await examined(file("Xqz t/m", all, (card) => (card.month > 6 ? "12/28" : "11/28"), all)))).toEqual([])
	})
})
