import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { problem } from "../../src/csv/problem.ts"
import { inCommands } from "../../src/customer/command-words.ts"
import type { Severity } from "../../src/customer/finding.ts"
import { findingCodes } from "../../src/customer/finding-codes.ts"

const meanings: Readonly<Record<Severity, string>> = {
	error: "The row is not sent.",
	warning: "The row is sent; someone should look at it.",
	note: "A value was cleaned, put to a narrower use than usual, or is not there where others have one; the row is sent.",
}

/** What the reading of a row may say, with a sample of the figures. */
const unreadable = [
	problem.tooFewCells(3, 5),
	problem.tooManyCells(7, 5),
	problem.unclosedQuote(),
	problem.swallowedRows(2),
	problem.malformedQuote(),
	problem.strayQuote("“”"),
	problem.undecodable("Byte 0xE5", "UTF-8", "Name"),
	problem.nul(),
	problem.hugeCell(2_000_000),
]

const line = (code: string, sentence: string, tip: string) =>
	`| \`${code}\` | ${[sentence, tip].map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`

const document = [
	"# Findings",
	"",
	"What the check of a row may say. The codes are stable: scripts may rely on them. Where a value helps, it follows the",
	"sentence; card numbers in it are masked to the first six and last four digits, and card tokens are never shown.",
	"",
	"This file is generated from the code by `npm run docs:findings`.",
	"",
	...(Object.keys(meanings) as Severity[]).flatMap((severity) => [
		`## ${severity[0]?.toUpperCase()}${severity.slice(1)}s`,
		"",
		meanings[severity],
		"",
		"| code | what is said | what to do |",
		"|---|---|---|",
		...Object.entries(findingCodes)
			.filter(([, definition]) => definition.severity === severity)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([code, { sentence, tip }]) => line(code, `${sentence}.`, inCommands(tip))),
		"",
	]),
	"## Rows that cannot be read",
	"",
	"Errors, too; the rest of the file is read all the same. The figures are samples.",
	"",
	"| code | what is said | what to do |",
	"|---|---|---|",
	...unreadable.map(({ code, message, tip }) => line(code, message, inCommands(tip))),
	"",
].join("\n")

/** `npm run docs:findings` writes the file anew. */
test("docs/findings.md is what the code says", async () => {
	await expect(document).toMatchFileSnapshot("../../docs/findings.md")
})

test("every code that a row can have is in it", () => {
	const root = `${import.meta.dirname}/../../src`
	const sources = ["csv", "customer", "app/check"].flatMap((room) =>
		readdirSync(`${root}/${room}`, { recursive: true, encoding: "utf8" })
			.filter((file) => file.endsWith(".ts"))
			.map((file) => readFileSync(`${root}/${room}/${file}`, "utf8")),
	)
	const codes = sources.flatMap((source) => [...source.matchAll(/code: "([a-z-]+\.[a-z-]+)"/g)].map(([, code]) => code))
	expect(codes.length).toBeGreaterThan(10)
	expect(codes.filter((code) => !document.includes(`\`${code}\``))).toEqual([])
})
