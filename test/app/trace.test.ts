import { expect, it } from "vitest"
import { traceOf } from "../../src/app/trace.ts"

it.each([
	[{ type: "phase", phase: "sending" }, "phase phase=sending"],
	[
		{ type: "outcome", number: "K-1 Bo Ek", row: 7, kind: "rejected", differs: ["name", "email"] },
		"outcome row=7 kind=rejected differs=2",
	],
	[
		{ type: "stop", reason: { kind: "refusals", code: "card of bo@ek.se", count: 10, message: "Bo Ek was refused." } },
		"stop kind=refusals code=other count=10",
	],
	[
		{ type: "unreachable", code: "ECONNREFUSED", message: "Nobody is at https://acme.example.", milliseconds: 1_000 },
		"unreachable code=ECONNREFUSED milliseconds=1000",
	],
] as const)("says of %o codes, counts and rows alone", (event, expected) => {
	expect(traceOf(event)).toBe(expected)
})
