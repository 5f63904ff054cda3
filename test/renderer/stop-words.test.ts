import { expect, it } from "vitest"
import { stopWords } from "../../renderer/stop-words.ts"

const ended = "2026-01-01T10:00:00.000Z"
const words = (kind: string, requests: number, keyAt?: string) =>
	stopWords({ ended, requests }, { kind, message: "" }, keyAt)

it("asks for a new key until one was saved since", () => {
	for (const keyAt of [undefined, "2026-01-01T09:59:00.000Z"])
		expect(words("wrong-environment", 1, keyAt).what[0]).toMatch(/^Enter a new key/)
	const { title, what, calm } = words("wrong-environment", 1, "2026-01-01T10:01:00.000Z")
	expect([title, what.join(), calm]).toEqual([
		expect.stringContaining("was saved"),
		expect.stringMatching(/^Go on/),
		true,
	])
})

it("does not say that nothing was sent where rows in doubt were sent again", () => {
	expect(words("first", 0).title).toContain("nothing was sent")
	expect(words("first", 7).title).toContain("was sent again")
})
