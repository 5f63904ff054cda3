import { describe, expect, test } from "vitest"
import { speaksOfCards } from "../../../src/customer/headers/card-columns.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"
import { rowsOf } from "./cells.ts"
import { exports } from "./exports.ts"

const known = exports.map(([name, header, fields, asked = []]) => ({ name, columns: header.split(","), fields, asked }))

/** Without those in question, of which only the likeliest are mapped. */
function decided(columns: readonly string[]) {
	const decision = decisionOf(columns, rowsOf(columns))
	const open = new Set(decision.columns.filter(({ by }) => by === "open").map(({ column }) => column))
	const used = Object.entries(usedIn(decision)).filter(([column]) => !open.has(column))
	return { used: Object.fromEntries(used), asked: askedIn(decision) }
}

describe("an export with the card tokens joined on is understood", () => {
	test.each(known)("$name", ({ columns, fields, asked }) => {
		const used = { ...fields, "Intergiro token": "token" }
		expect(decided([...columns, "Intergiro token"])).toEqual({ used, asked })
	})

	test.each(known)("$name, wherever the tokens stand and whatever they are called", ({ columns, fields, asked }) => {
		for (const token of ["Token", "card_token", "Korttoken"]) {
			// A name with several meanings does not stand beside one that says card token.
			if (token === "Token" && asked.includes("token")) continue
			expect(decided([token, ...columns])).toEqual({ used: { [token]: "token", ...fields }, asked })
		}
	})
})

describe("an export without card tokens", () => {
	test.each(known)("$name: is asked about where it speaks of cards, and nowhere else", ({ columns, asked }) => {
		const cards = columns.some(speaksOfCards) && !asked.includes("token") ? ["cards"] : []
		const questions = decided(columns).asked.filter((id) => id !== "token")
		expect(questions).toEqual([...asked.filter((id) => id !== "token"), ...cards])
	})

	test("speaks of cards, or does not", () => {
		const ids = (name: string) => decided(known.find((one) => one.name === name)?.columns ?? []).asked
		expect(ids("Stripe, cards")).toEqual(["cards"])
		expect(ids("Netaxept")).toEqual(["cards"])
		expect(ids("Fortnox")).toEqual([])
		expect(ids("Visma")).toEqual([])
	})
})
