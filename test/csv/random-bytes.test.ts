import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { decode } from "../../src/csv/decode.ts"
import { detectLayout } from "../../src/csv/detect.ts"
import { encodings, type Layout, UnreadableFile } from "../../src/csv/layout.ts"
import { sample } from "../sample.ts"
import { readAll, Scratch } from "./dialects.ts"

let scratch: Scratch
beforeAll(async () => {
	scratch = await Scratch.make()
})
afterAll(() => scratch.remove())

const pieces = [
	'"',
	'"',
	'""',
	'\\"',
	"\\",
	",",
	",",
	";",
	"\t",
	"|",
	"\n",
	"\n",
	"\r",
	"\r\n",
	" ",
	"\0",
	"å",
	"日",
	"\ufeff",
	"“",
	"”",
	"'",
]
const bytes = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...pieces).map((text) => [...Buffer.from(text)]) },
			{ weight: 3, arbitrary: fc.nat(25).map((letter) => [97 + letter]) },
			{ weight: 1, arbitrary: fc.nat(255).map((byte) => [byte]) },
		),
		{ maxLength: 60 },
	)
	.map((parts) => Uint8Array.from(parts.flat()))

/** Nothing but delimiters, quotes, line ends, escapes and blanks may disappear. */
const wordsOf = (text: string) => text.replace(/[^a-z]/g, "")

describe("random bytes", () => {
	it("are read without loss by any layout", async () => {
		const layout = fc.record(
			{
				encoding: fc.constantFrom(...encodings),
				delimiter: fc.constantFrom(",", ";", "\t", "|"),
				escape: fc.constantFrom('"', "\\"),
				bom: fc.constant(0),
				headerRow: fc.constant(0),
				columns: fc.constantFrom(["a"], ["a", "b", "c"]),
				surplus: fc.constantFrom(0, 2),
				quote: fc.constantFrom("“”", "''"),
			},
			{ requiredKeys: ["encoding", "delimiter", "escape", "bom", "headerRow", "columns"] },
		) as fc.Arbitrary<Layout>
		await fc.assert(
			fc.asyncProperty(bytes, layout, fc.integer({ min: 2, max: 100 }), async (content, layout, blockSize) => {
				const path = await scratch.write(content)
				const rows = await readAll(path, layout, { blockSize })
				const native =
					layout.encoding === "utf-16be"
						? Buffer.from(content)
								.subarray(0, content.length & ~1)
								.swap16()
						: content
				expect(wordsOf(rows.flatMap(({ cells }) => cells).join(" "))).toBe(
					wordsOf(decode(native, layout.encoding).text),
				)
				expect(rows.every(({ row }, index) => row > (rows[index - 1]?.row ?? 0))).toBe(true)
				// The size of the blocks changes nothing.
				expect(await readAll(path, layout)).toEqual(rows)
			}),
			{
				numRuns: sample(250),
				// A last byte that is half a character of UTF-16, on a line of its own.
				examples: [
					[
						Uint8Array.from([97, 34, 34, 97, 0, 10, 0]),
						{ encoding: "utf-16be", delimiter: ",", escape: '"', bom: 0, headerRow: 0, columns: ["a"] },
						5,
					],
				],
			},
		)
	})

	it("are detected as something, or refused", async () => {
		await fc.assert(
			fc.asyncProperty(bytes, async (content) => {
				const path = await scratch.write(content)
				try {
					const { layout } = await detectLayout(path)
					expect(new Set(layout.columns).size).toBe(layout.columns.length)
					expect(layout.columns.every((name) => name !== "")).toBe(true)
					await readAll(path, layout)
				} catch (error) {
					expect(error).toBeInstanceOf(UnreadableFile)
				}
			}),
			{ numRuns: sample(140) },
		)
	})
})
