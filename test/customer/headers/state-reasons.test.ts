import { expect, test } from "vitest"
import { foreign } from "../../../src/customer/headers/concepts.ts"
import { vocabularies } from "../../../src/customer/headers/lexicon.ts"
import { readHeader } from "../../../src/customer/headers/read-header.ts"
import { states } from "../../../src/customer/headers/vocabulary/states.ts"
import { goneJudge } from "../../../src/customer/states.ts"
import { share } from "../../sample.ts"

const now = Date.UTC(2026, 10, 28)
const reasons: ReadonlySet<string | undefined> = new Set([
	foreign.merged,
	foreign.deleted,
	foreign.ended,
	foreign.active,
])
const frames = ["*", "Är *", "Kund *", "* datum", "GDPR-*", "* (orsak)", "* sedan", "Xyz *", "* av xyz"]
const words = (vocabulary: object) => Object.keys(vocabulary).map((word) => word.replace(/^-|-$/, ""))

test("what is said to be a column of who left, is active, was deleted or merged is read as one", () => {
	const all = vocabularies.flatMap(words).flatMap((word) => frames.map((frame) => frame.replace("*", word)))
	// No multiple of the frames, so that each of them comes in turn.
	const unread = share(all, 13).filter(
		(name) => reasons.has(readHeader(name).foreign) && goneJudge(name, now) === undefined,
	)
	expect(all.length).toBeGreaterThan(20_000)
	expect(unread).toEqual([])
})

test("every word for a state is one by itself", () => {
	const silent = Object.entries(states).flatMap(([word, is]) =>
		!word.endsWith("-") && is !== "source" && goneJudge(word, now) === undefined ? [word] : [],
	)
	expect(silent).toEqual([])
})

test.each([
	["Order cancelled", foreign.order],
	["Nyhetsbrev avslutat", foreign.consent],
	["E-mail active", foreign.status],
	["Invoice cancelled", foreign.status],
	["Estado tarjeta", foreign.status],
])("a state of something else is none of customers: %s", (name, is) => {
	expect([readHeader(name).foreign, goneJudge(name, now)]).toEqual([is, undefined])
})
