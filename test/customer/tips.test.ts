import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import type { RowProblem } from "../../src/csv/layout.ts"
import { problem } from "../../src/csv/problem.ts"
import { mappingSchema } from "../../src/customer/columns/mapping.ts"
import { inCommands } from "../../src/customer/command-words.ts"
import { findingCodes, keepable } from "../../src/customer/finding-codes.ts"

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8")

const tips: readonly (readonly [code: string, tip: string])[] = [
	...Object.entries(findingCodes).map(([code, { tip }]) => [code, inCommands(tip)] as const),
	...Object.values(problem).map((make) => {
		const { code, tip } = (make as (...args: unknown[]) => RowProblem)(2, "x", "y")
		return [code, inCommands(tip)] as const
	}),
]

/** What a person is told to do with the program, and not with the file. */
const orders = /\b(?:[Ss]ay|choose|switch|turn (?:on|off)|set a|map a|confirm|joined)\b/
/** Where the program is told so. */
const places = /--[a-z-]+|of a mapping|A mapping with|the question|of the window|in the window/

describe.each(tips)("the tip of %s", (code, tip) => {
	test("says where in the program that is said, if it is", () => {
		if (code !== "number.not-joined" && orders.test(tip)) expect(tip).toMatch(places)
	})

	test("names no option that there is not", () => {
		for (const [option] of tip.matchAll(/--[a-z-]+/g)) expect(readme).toContain(`\`${option} `)
	})

	test("names no word of a mapping that there is not", () => {
		const known = Object.keys(mappingSchema.unwrap().shape)
		for (const [, word] of tip.matchAll(/"(\w+)"(?:: [^)]*?)? of a mapping/g)) expect(known).toContain(word)
	})

	test("does not say that a row is sent, whose other errors it cannot know", () => {
		if (findingCodes[code as keyof typeof findingCodes]?.severity !== "error")
			expect(tip.replaceAll(/Where the row is sent, \S+ (?:is sent as it is|is the card|has none)/g, "")).not.toMatch(
				/\b[Ii]t is sent\b|\bis created without\b/,
			)
	})
})

test("a row can be kept wherever a tip says so", () => {
	const told = tips.flatMap(([code, tip]) => (tip.includes("--keep-rows") ? [code] : []))
	const kept: ReadonlySet<string> = keepable
	expect(told.filter((code) => !kept.has(code))).toEqual([])
})
