import { expect, it } from "vitest"
import type { Doubt } from "../../src/contract/number-state.ts"
import type { Outcome } from "../../src/contract/outcome.ts"
import { RunState } from "../../src/contract/state.ts"
import { inCommands } from "../../src/customer/command-words.ts"
import { journalKind } from "../../src/journal/journal.ts"
import { parseRecord } from "../../src/journal/kind.ts"
import { doubtWords, unsettled } from "../../src/run/doubt-words.ts"

type Unknown = Extract<Outcome, { kind: "unknown" }>

const at = "2026-11-29T12:00:00.000Z"
const sent = [
	{ type: "intent", at, number: "1", row: 2, attempt: 1 },
	{ type: "ambiguous", at, number: "1", row: 2, attempt: 1, code: "http-502", message: "Intergiro answered 502." },
] as const

/** What is told of a doubt after it was looked for in these ways, one after the other. */
function toldAfter(doubts: typeof sent, ...listed: readonly boolean[]): string {
	const state = RunState.of(doubts)
	for (const one of listed)
		state.apply({ type: "outcome", at, number: "1", row: 2, outcome: unsettled(state.get("1") as Doubt, one) })
	return inCommands(doubtWords(state.outcome("1") as Unknown))
}

it("says what came back once, and what the last search came to, however often it was looked for", () => {
	const first = toldAfter(sent, true)
	expect(first).toMatch(/^Intergiro answered 502\. Two listings of all customers did not hold it\. Look for it/)
	expect(toldAfter(sent, true, false, true)).toBe(first)
	expect(toldAfter(sent, true, false)).toMatch(/^Intergiro answered 502\. This key cannot list customers/)
	expect(toldAfter(sent)).toBe("Intergiro answered 502.")
})

it("tells who is there as long as nothing else was found", () => {
	const state = RunState.of(sent)
	const there = { number: "9", id: "i9", person: "same" } as const
	const found = { kind: "unknown", code: "earlier-run", message: "Run r sent it.", there } as const
	state.apply({ type: "outcome", at, number: "1", row: 2, outcome: found })
	expect(inCommands(doubtWords(state.outcome("1") as Unknown))).toContain(
		'lists "9" as i9, with the same name and e-mail',
	)
	state.apply({ type: "outcome", at, number: "1", row: 2, outcome: unsettled(state.get("1") as Doubt, true) })
	const told = inCommands(doubtWords(state.outcome("1") as Unknown))
	expect(told).toMatch(/^It was sent, and the answer was lost\. Two listings/)
	expect(told).not.toContain("i9")
})

it("reads what version 0.1.0 wrote behind the rest as what it is", () => {
	const read = (message: string) => {
		const record = { type: "outcome", at, number: "1", row: 2, outcome: { kind: "unknown", code: "timeout", message } }
		const { outcome } = parseRecord(journalKind, 1, JSON.stringify(record), "journal") as { outcome?: Outcome } & object
		return outcome
	}
	expect(read("No answer came. Two listings of all customers did not hold it. Look.")).toMatchObject({
		message: "No answer came.",
		sought: "in-vain",
	})
	expect(read("No answer came. This key cannot list customers.")).toMatchObject({ sought: "unlisted" })
	expect(read("No answer came.")).toEqual({ kind: "unknown", code: "timeout", message: "No answer came." })
})
