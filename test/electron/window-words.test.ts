import { expect, it } from "vitest"
import { forWindow } from "../../electron/window-words.ts"
import { describeStop } from "../../src/contract/progress.ts"
import { findingCodes } from "../../src/customer/finding-codes.ts"
import { followUpOf } from "../../src/report/follow-up.ts"

const facts = { number: "1", rows: [], cards: [], checked: { sent: 0 } }
const command = /settle|--|command|\brun\b|folder/

it("speaks of no command in what is to be done", () => {
	const outcomes = [
		{ kind: "unknown", code: "timeout", message: "" },
		{ kind: "conflict", ids: ["a", "b"], message: "" },
		{ kind: "rejected", code: "declined", message: "" },
		{ kind: "verification-required", message: "" },
		{ kind: "not-sent", code: "no-customer", message: "" },
	] as const
	for (const outcome of outcomes) {
		const { todo = "" } = followUpOf({ ...facts, outcome } as unknown as Parameters<typeof followUpOf>[0]) ?? {}
		expect(todo).not.toBe("")
		expect(forWindow(todo)).not.toMatch(command)
	}
})

it("speaks of no command in what is to be done about cards", () => {
	const created = { kind: "created", id: "i", cards: [] } as const
	const card = (fate: string, outcome?: object) => ({
		token: "t",
		fate,
		isReplaced: false,
		...(outcome ? { outcome } : {}),
	})
	const cases = [
		{ outcome: created, sent: 1, cards: [card("missing")] },
		{ outcome: created, sent: 2, cards: [card("missing"), { ...card("missing"), token: "u" }] },
		{ outcome: created, sent: 1, cards: [card("not-known")] },
		{ outcome: created, sent: 0, cards: [card("in-doubt")] },
		{ outcome: created, sent: 0, cards: [card("asked", { kind: "alike" })] },
		...["not-stored", "left", "refused"].map((fate) => ({ outcome: created, sent: 0, cards: [card(fate)] })),
	]
	for (const one of cases) {
		const { todo = "", reasons = [] } = followUpOf({ ...facts, checked: undefined, ...one } as never) ?? {}
		expect([reasons.length > 0, todo]).toEqual([true, expect.stringMatching(/\w/)])
		expect(forWindow(todo)).not.toMatch(command)
	}
})

it("speaks of no command in why an import stopped", () => {
	const fields = ["contact.name", "method"]
	for (const some of [fields, ["method"]]) {
		const told = describeStop({ kind: "differences", fields: some, message: "" })
		expect(told.includes("snake_case")).toBe(some === fields)
		expect(forWindow(told)).not.toMatch(command)
	}
})

it("speaks of no command in what others say", () => {
	for (const sentence of [
		"Say which with settle: --id when it is the same, --absent when it is another one.",
		"Look at the customer's cards, and say with settle whether it is there: --card-stored or --card-absent.",
		"Where it is the right one, say so with --add-cards --confirm-cards and its row.",
		"Look whether that is the same customer; where it is, say so with --number X99.",
		"Where it is, say so with settle (--id with --number); else say which one it is.",
	])
		expect(forWindow(sentence)).not.toMatch(command)
	expect(forWindow("The e-mail address is not one.")).toBe("The e-mail address is not one.")
})

it("speaks of no switch and no mapping in what to do about a finding", () => {
	const tips = Object.values(findingCodes).map(({ tip }) => forWindow(tip))
	expect(tips.filter((tip) => /--|of (?:a|the) mapping|the window/.test(tip))).toEqual([])
})
