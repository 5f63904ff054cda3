import { expect, it } from "vitest"
import { lookingWords, phaseTitle, preflightWords, settlingWords } from "../../renderer/phase-words.ts"
import { counted } from "../../src/contract/counted.ts"
import type { RunSnapshot } from "../../src/contract/progress.ts"

const time = (at: number) => `<${at}>`
const waiting = { why: "settling", milliseconds: 118_000, at: 7 } as const

it("says what is left while it looks for rows in doubt", () => {
	const text = (of: Parameters<typeof settlingWords>[0], left: number) => settlingWords(of, left, counted, time).text
	expect(text({}, 0)).toContain("Everything else is done.")
	expect(text({ waiting }, 98)).toMatch(/ 98 customers are not sent yet, and not sent now/)
	expect(text({}, 1)).toMatch(/^1 customer is not sent yet/)
	for (const left of [0, 1]) expect(text({ resends: true }, left)).toMatch(/is sent again, as you said/)
	for (const words of [text({}, 98), text({ resends: true, waiting }, 0)])
		expect(words).not.toContain("Everything else is done")
})

it("says until when it waits, and for what, wherever nothing but time has to pass", () => {
	const until = "at <7>, in 1 min 58 s"
	const said = [
		settlingWords({ waiting, ambiguous: 2 }, 0, counted, time),
		settlingWords({ waiting }, 0, counted, time),
		lookingWords({ waiting, listed: 195 }, 0, counted, time),
		preflightWords({ waiting, listed: 0 }, counted, time),
	]
	for (const { title, text } of said)
		expect([title, text]).toEqual([expect.stringContaining(until), expect.stringMatching(/[Mm]ay/)])
	expect(said.map(({ title }) => title.split(":")[0])).toEqual([
		"2 rows in doubt",
		"Cards in doubt",
		"Not everybody is at Intergiro as sent",
		"Nothing is sent yet",
	])
	expect(said.map(({ text }) => text).join()).not.toContain("so far")
	for (const phase of ["preflight", "settling", "looking"] as const)
		expect(phaseTitle({ phase, waiting } as RunSnapshot, false, false)).toMatch(/^Waiting/)
})

it("says that it waits before the last look, and what it looks at then", () => {
	expect(lookingWords({ listed: 195 }, 0, counted, time).text).toContain("195 customers so far")
	expect(lookingWords({}, 3, counted, time).text).not.toContain("Everything was sent")
	expect(preflightWords({ listed: 3 }, counted, time).title).toContain("3 customers so far")
})
