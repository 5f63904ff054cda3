import { expect, it } from "vitest"
import { Caller } from "../../electron/caller.ts"
import { noCounts, type StopReason } from "../../src/contract/progress.ts"
import { stopWords } from "../../src/contract/stop-words.ts"

function caller(kind: "live" | "sandbox" = "live") {
	const calls: string[] = []
	const made = new Caller({ file: "a.csv", environment: { name: "A", kind } }, (title, body) => {
		calls.push(`${title} | ${body}`)
	})
	return { made, calls }
}

const summary = (outcomes: Partial<ReturnType<typeof noCounts>>, reasons: Record<string, number> = {}) => ({
	customers: outcomes.created ?? 0,
	outcomes: { ...noCounts(), ...outcomes },
	reasons,
})

it("calls once for each outage, however often it is tried, and for each question", () => {
	const { made, calls } = caller()
	const away = { type: "unreachable", code: "refused", message: "There is no connection.", milliseconds: 1 } as const
	for (const event of [away, away, { type: "reachable" } as const, away, away]) made.hear(event)
	expect(calls).toEqual(Array(2).fill("No connection | a.csv: There is no connection. It is tried again by itself."))
	const message = "Customer 1 came back other: contact.name is missing or different."
	made.hear({ type: "asking", asking: { kind: "differences", fields: ["contact.name"], message } })
	made.hear({ type: "stop", reason: { kind: "asked" } })
	expect(calls.slice(2)).toEqual(["Paused: go on? | a.csv: Customer 1 came back other: name is missing or different."])
})

it.each(Object.keys(stopWords) as StopReason["kind"][])(
	"says at the end why it stopped and what is needed: %s",
	(kind) => {
		const { made, calls } = caller()
		const stop = { kind, message: "M.", code: "c", count: kind === "first" ? 3 : 0, fields: [] } as StopReason
		made.ended(stop, summary({ created: 3 }))
		// Who stopped it knows that.
		if (kind === "asked") expect(calls).toEqual([])
		else if (kind === "first")
			expect(calls).toEqual([
				"Look at the first customers | a.csv: 3 customers at Intergiro. When they look right, go on with the others.",
			])
		else
			expect(calls).toEqual([
				`${stopWords[kind].title} | a.csv: ${stopWords[kind].what.join(" ")} 3 customers at Intergiro.`,
			])
	},
)

it("says what is left to be done when it came to its end", () => {
	const end = (...given: Parameters<typeof summary>) => {
		const { made, calls } = caller()
		made.ended(undefined, summary(...given))
		return calls
	}
	expect(end({ created: 5 })).toEqual(["Import finished | a.csv: 5 customers at Intergiro."])
	expect(end({ created: 5, unknown: 1, invalid: 2 })).toEqual([
		"1 row in doubt | a.csv: 5 customers at Intergiro. Look for those in doubt, or say at their rows what Intergiro has.",
	])
	expect(end({ created: 5, invalid: 2, rejected: 1 }, { rejected: 1, differs: 2 })).toEqual([
		"Some rows need you | a.csv: 5 customers at Intergiro. 3 rows did not become customers. 2 customers need to be looked at.",
	])
	expect(end({ rejected: 5 }, { rejected: 5 })).toEqual([
		"Nobody was created | a.csv: 0 customers at Intergiro. Look at the result to see why.",
	])
})

it("says of a rehearsal that it was one, and of files that could not be written why", () => {
	const { made, calls } = caller("sandbox")
	made.ended(undefined, summary({ created: 5 }))
	made.failed({ message: "The disk is full.", tip: "Make room, then try again." })
	made.waits()
	expect(calls).toEqual([
		"Import finished | a.csv: Rehearsal: nothing was sent to Intergiro.",
		"The files could not be written | a.csv: The disk is full. Make room, then try again.",
		"Waiting for another import | a.csv: It begins by itself when that one has ended.",
	])
})
