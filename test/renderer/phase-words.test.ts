import { expect, it } from "vitest"
import { lookingWords, settlingWords } from "../../renderer/phase-words.ts"
import { counted } from "../../src/contract/counted.ts"

it("says what is left while it looks for rows in doubt", () => {
	expect(settlingWords({}, 0, counted)).toContain("Everything else is done.")
	expect(settlingWords({}, 98, counted)).toMatch(/^98 customers are not sent yet, and not sent now/)
	expect(settlingWords({}, 1, counted)).toMatch(/^1 customer is not sent yet/)
	for (const left of [0, 1])
		expect(settlingWords({ resends: true }, left, counted)).toMatch(/is sent again, as you said/)
	for (const words of [settlingWords({}, 98, counted), settlingWords({ resends: true }, 0, counted)])
		expect(words).not.toContain("Everything else is done")
})

it("says that it waits at the end, and how long", () => {
	const waiting = { why: "settling", milliseconds: 118_000 } as const
	const { title, text } = lookingWords({ waiting, listed: 195 }, 0, counted)
	expect(title).toContain("again in 1 min 58 s")
	expect(text).not.toContain("so far")
	expect(lookingWords({ listed: 195 }, 0, counted).text).toContain("195 customers so far")
	expect(lookingWords({}, 3, counted).text).not.toContain("Everything was sent")
})
