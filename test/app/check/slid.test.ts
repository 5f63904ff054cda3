import { describe, expect, it } from "vitest"
import { jwt } from "../../customer/jwt.ts"
import { share } from "../../sample.ts"
import { examiner, found, sentBy } from "./examined.ts"

const examined = examiner()
type Card = { readonly month: number; readonly year: number; readonly token: string }

/** Cards of a few months, as those of any file are: some are of the same month by chance. */
function cards(count: number, seed = 7): readonly Card[] {
	let state = seed
	const next = (below: number) => {
		state = (state * 48_271) % 2_147_483_647
		return state % below
	}
	return Array.from({ length: count }, (_, iat) => {
		const [month, year] = [1 + next(12), 28 + next(3)]
		return { month, year, token: jwt({ iss: "card", aud: "production", iat, xpr: [month, year] }) }
	})
}

const shown = ({ month, year }: Card) => `${String(month).padStart(2, "0")}/${year}`

/** Everybody's card as the file says it, beside the tokens that were pasted over the rows, some of which were hidden. */
const file = (header: string, all: readonly Card[], tokens: readonly (Card | undefined)[]) => [
	`Kundenr;Navn;Valuta;${header};Korttoken`,
	...all.map((card, at) => `${1001 + at};Kari Moen ${at};NOK;${shown(card)};${tokens[at]?.token ?? ""}`),
]

/** The tokens without those of hidden rows, from the top on. */
const without = (all: readonly Card[], hidden: readonly number[]) => all.filter((_, at) => !hidden.includes(at))

/** Customers who are sent with another card than the file gives them, or without theirs. */
async function wrong(lines: readonly string[], all: readonly Card[]) {
	const sent = await sentBy(await examined(lines))
	return sent
		.filter(({ number, method }) => method?.[0]?.card !== all[Number(number) - 1001]?.token)
		.map(({ number }) => Number(number) - 1001)
}

describe("tokens that slid over their rows", () => {
	it.each(["Card Expiry", "Utløper", "Expires", "Gyldig til"])(
		"are nobody's by chance: %s",
		async (header) => {
			for (const count of [6, 8, 12, 30, 300])
				for (const hidden of [[2], [1, 2], [2, 3, 4], [1, 3, 4]])
					for (const seed of share([7, 8, 9], 3)) {
						const all = cards(count, seed)
						const moved = without(all, hidden)
						expect(await wrong(file(header, all, moved), all), `${count} rows without ${hidden}, ${seed}`).toEqual([])
					}
		},
		60_000,
	)

	it("stay somebody's behind the end of the block", async () => {
		const all = cards(300)
		// One was put in at row 101, and one taken out at 201.
		const moved = all.map((_, at) => (at >= 100 && at < 200 ? all[at === 100 ? 299 : at - 1] : all[at]))
		const sent = await sentBy(await examined(file("Card Expiry", all, moved)))
		expect(await wrong(file("Card Expiry", all, moved), all)).toEqual([])
		expect(sent.length).toBeGreaterThan(190)
	})
})

describe("single cards that differ", () => {
	it("keep nobody else from being sent", async () => {
		const all = cards(300)
		const stale = all.map((card, at) => (at % 20 === 7 ? { ...card, year: 27 } : card))
		const rows = Array.from({ length: 15 }, (_, at) => at * 20 + 9).join(" ")
		expect(found(await examined(file("Card Expiry", stale, all)))).toEqual([`token.other-card ${rows}`])
	})

	it("where two are exchanged", async () => {
		const all = cards(60)
		const exchanged = all.map((_, at) => all[at === 30 ? 41 : at === 41 ? 30 : at])
		expect(found(await examined(file("Card Expiry", all, exchanged)))).toEqual(["token.other-card 32 43"])
	})

	it("and those without a card stay so", async () => {
		const all = cards(40)
		const some = all.map((card, at) => (at % 4 === 0 ? undefined : card))
		expect(found(await examined(file("Card Expiry", all, some)))).toEqual([])
	})
})

describe("tokens that slid beside whom they belong to", () => {
	/** Whose tokens they are stands beside them, but for some of them. */
	const owned = (all: readonly Card[], by: (at: number) => number, isSaid: (of: number) => boolean) => [
		"Kundenr;Navn;Valuta;Korteier kundenr;Korttoken",
		...all.map((_, at) => {
			const of = by(at)
			const card = all[of]
			return `${1001 + at};Kari Moen ${at};NOK;${card && isSaid(of) ? 1001 + of : ""};${card?.token ?? ""}`
		}),
	]

	it.each<[what: string, isSaid: (of: number) => boolean]>([
		["every third", (of) => of % 3 !== 0],
		["every second", (of) => of % 2 === 0],
		["the first of the block", (of) => of < 9 || of > 11],
		["the last of the block", (of) => of < 21 || of > 23],
	])("are nobody's where the file does not say whose %s is", async (_, isSaid) => {
		const all = cards(40)
		for (const step of [1, -1, 2]) {
			const lines = owned(all, (at) => (at < 10 || at > 22 ? at : at + step), isSaid)
			expect(await wrong(lines, all), `by ${step}`).toEqual([])
		}
	})

	it("leaves out no row of a file in which they did not slide", async () => {
		const all = cards(40)
		// Three pay with somebody else's card, who is not the same number of rows away.
		const payers = new Map([
			[4, 9],
			[15, 30],
			[22, 2],
		])
		const sent = await sentBy(
			await examined(
				owned(
					all,
					(at) => payers.get(at) ?? at,
					(of) => of % 2 === 0 || of === 9,
				),
			),
		)
		// They and those whose cards they are: one token stands in two rows.
		expect(sent).toHaveLength(34)
	})
})
