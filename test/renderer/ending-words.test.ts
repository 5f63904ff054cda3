import { describe, expect, it, test } from "vitest"
import { endingWords } from "../../renderer/ending-words.ts"
import { standingOf } from "../../renderer/words.ts"
import { noCards } from "../../src/contract/card-fate.ts"
import { counted } from "../../src/contract/counted.ts"
import { followUpReasons } from "../../src/contract/follow-up.ts"
import { noCounts } from "../../src/contract/progress.ts"
import type { CreatedBefore, Result } from "../../src/ipc/result.ts"
import type { RunReference } from "../../src/ipc/run.ts"

const run = {
	environment: { name: "A", kind: "live" },
	state: "finished",
	created: 24,
	open: 0,
	needs: 0,
	wrong: 0,
} as RunReference
const done = {
	...{ run, rows: 24, customers: 24, outcomes: { ...noCounts(), created: 21, existing: 3 } },
	...{ pending: 0, pendingCustomers: 0, found: 0, asked: 0, before: 0, mended: 0, reasons: {} },
	...{ balanced: true, complete: true, tokens: noCards() },
} as unknown as Result
const ending = (more: Partial<Result>, verified?: RunReference["verified"]) =>
	endingWords({ ...done, ...more }, verified, counted)
const outcomes = (more: Partial<Result["outcomes"]>) => ({ ...done.outcomes, ...more })

it("says that there is nothing to do where that is so", () => {
	expect(ending({})).toEqual({
		tone: "good",
		title: "24 customers exist",
		told: ["Every row of the file is a customer. There is nothing to do."],
		steps: [],
	})
	expect(ending({ rows: 26, outcomes: outcomes({ "left-out": 2 }) })).toMatchObject({
		tone: "good",
		steps: [],
	})
})

it("does not call a rehearsal the end of the work", () => {
	const rehearsed = { ...run, environment: { name: "Sandbox", kind: "sandbox" } } as RunReference
	expect(ending({ run: rehearsed }).told).toEqual([
		"Every row of the file would be a customer. Nothing is to be mended.",
	])
})

it("calls nothing done whose customers a later import has under other numbers", () => {
	const numberedLater = "A later import has 3 customers of this one under other numbers."
	expect(ending({ numberedLater })).toMatchObject({ tone: "mixed", told: [numberedLater] })
})

describe("is not good, and shows the way,", () => {
	test.each(followUpReasons)("where somebody has to look after a customer: %s", (reason) => {
		const { tone, title, told, steps } = ending({ reasons: { [reason]: 3 } })
		expect([tone, title, told]).toEqual(["mixed", "24 customers exist. 3 of them need somebody", []])
		expect(steps).toMatchObject([{ customers: reason, count: 3 }])
		expect(standingOf({ ...run, needs: 3 })).toBe("needs")
	})

	test("to a new card, and not to the refused one, where a card that was to be added was refused", () => {
		const words = (tokens: Partial<Result["tokens"]>) =>
			ending({ reasons: { "card-not-stored": 1 }, tokens: { ...noCards(), ...tokens } }).steps[0]?.words
		expect(words({ "not-stored": 1 })).toMatch(/have it added$/)
		expect(words({ refused: 1 })).toMatch(/ask for a new one, as it was refused/)
		expect(words({ "not-added": 1 })).toMatch(/ask for a new one/)
		expect(words({ refused: 1, "not-stored": 1 })).toMatch(/have it added, or ask for a new one where it was refused/)
	})

	test("where a comparison found something else", () => {
		const verified = { at: "", lines: 24, same: 24, leftOut: 0, inDoubt: 0, notCreated: 0 }
		expect(ending({}, verified).tone).toBe("good")
		for (const more of [{ same: 23 }, { leftOut: 1 }, { inDoubt: 1 }]) {
			expect(ending({}, { ...verified, ...more })).toMatchObject({ tone: "mixed", told: [] })
			expect(standingOf({ ...run, verified: { ...verified, ...more } })).toBe("needs")
		}
		expect(standingOf({ ...run, verified })).toBe("finished")
	})

	test("where the rows do not add up, or are still to come", () => {
		expect(ending({ balanced: false })).toMatchObject({ tone: "mixed", told: [] })
		expect(ending({ pending: 2 })).toMatchObject({ tone: "mixed", told: [] })
	})
})

it("counts once who is no customer and needs somebody, and no row that was left out", () => {
	const { title, steps } = ending({
		rows: 33,
		outcomes: outcomes({ rejected: 3, "verification-required": 2, invalid: 3, "left-out": 1 }),
		reasons: { rejected: 3, "verification-required": 2, "card-missing": 1, "no-card": 6 },
	})
	expect(title).toBe(
		"24 customers exist. 7 of them need somebody. 8 rows did not become customers. 1 row left out by you",
	)
	expect(steps.map(({ count, words }) => `${count} ${words}`)).toEqual([
		"1 without the card that was sent: ask for a new one",
		"6 without a card in the file: look whether they pay in another way",
		"3 declined: ask for new cards",
		"2 waiting for the cardholder to verify the card",
		"3 with errors: mend them",
	])
})

it("says of whom an import of the same file created as its columns were then", () => {
	const { tone, told } = ending({ before: 3, reasons: { differs: 3 } })
	expect(tone).toBe("mixed")
	expect(told).toEqual([expect.stringMatching(/^3 of them were there already\. .* cannot be taken back/)])
})

it("is good only where those of before are as the file has them now", () => {
	const before = (created: Partial<CreatedBefore>, rows = 3) => {
		const all = { same: 0, others: 0, uncompared: 0, customers: [], ...created }
		return endingWords({ ...done, before: rows }, undefined, counted, all)
	}
	expect(before({ same: 3 })).toMatchObject({
		tone: "good",
		told: [
			"3 of them were there already, created by earlier imports of this file with the values that it gives now.",
			expect.stringContaining("nothing to do"),
		],
	})
	// Others whom no import created were there as well.
	expect(before({ same: 3 }, 44).told).toContain(
		"44 of them were there already; 3 were created by earlier imports of this file with the values that it gives now.",
	)
	// Of whom Intergiro says nothing nobody knows that they are otherwise there now.
	const looked = { at: "", right: 0, gone: 0 }
	const told = (standing: "other" | "unseen") =>
		before({ others: 1, looked, customers: [{ row: 2, number: "1", id: "1", standing, values: [] }] }).told
	expect(told("other")).toEqual([expect.stringMatching(/^1 customer of before is other at Intergiro than the file/)])
	expect(told("unseen")).toEqual([expect.stringMatching(/^1 customer was created before with other values/)])
	// Who was put right since is no more than there.
	expect(before({ same: 3, looked: { at: "", right: 3, gone: 0 } })).toMatchObject({
		tone: "good",
		told: ["3 of them were there already.", expect.stringContaining("nothing to do")],
	})
	expect(before({ uncompared: 3 }).tone).toBe("mixed")
	expect(standingOf({ ...run, wrong: 3 })).toBe("needs")
	// Under another number than any row has now they are none of these, and are there all the same.
	expect(before({ others: 3 }, 0)).toMatchObject({
		tone: "mixed",
		told: [expect.stringMatching(/^3 customers were created before with other values .*: below stands who/)],
	})
	expect(ending({ before: 3 }).tone).toBe("mixed")
})

it("takes nobody for a stranger whom imports of the same file created otherwise, and the others for what they may be", () => {
	const words = (others: number) => {
		const created = { same: 0, others, uncompared: 0, customers: [] }
		return endingWords({ ...done, reasons: { "other-person": 3 } }, undefined, counted, created).steps[0]?.words
	}
	expect(words(3)).toContain("as this app created them from this file before")
	expect(words(2)).toContain("look whether they are the same customers")
})

it("speaks of one row in doubt as of one", () => {
	const words = (unknown: number, looked: boolean) =>
		ending({ run: { ...run, looked }, outcomes: outcomes({ unknown }) }).steps[0]?.words
	expect(words(1, false)).toBe("in doubt: one click looks for it again")
	expect(words(2, true)).toBe("in doubt: say what became of them, or send them again")
})
