import { expect, it } from "vitest"
import { Notices } from "../../electron/notices.ts"

it("tells of the same trouble once in a while, and leaves to the status what that says by itself", () => {
	let now = 0
	const told: string[] = []
	const notices = new Notices(
		(one) => told.push(one.type === "notice" ? one.message : ""),
		() => now,
	)
	const cut = (code: string) => notices.hear({ type: "unreachable", code, message: `No ${code}.`, milliseconds: 100 })
	for (let second = 0; second < 12; second++) {
		now = second * 1_000
		cut("refused")
	}
	cut("dns")
	expect(told.map((message) => /No (\w+)\./.exec(message)?.[1])).toEqual(["refused", "refused", "dns"])
	notices.hear({ type: "throttled", status: 429, milliseconds: 2_500, rate: 10 })
	notices.hear({ type: "outcome", number: "1", row: 2, kind: "created" })
	expect(told).toHaveLength(3)
})

it("says that no answer came where none came, and of one that leaves it open what it was", () => {
	const told: string[] = []
	const notices = new Notices((one) => told.push(one.type === "notice" ? one.message : ""))
	for (const code of ["reset", "timeout", "http-503", "refused-after-doubt token used", "bad-answer"])
		notices.hear({ type: "ambiguous", number: "1", row: 2, code })
	expect(told.map((message) => /^No answer came/.test(message))).toEqual([true, true, false, false, false])
	expect(told[2]).toContain("error 503")
	expect(told[3]).toContain("was refused when it was sent again")
})
