import fc from "fast-check"
import { expect, test } from "vitest"
import { isOfOtherKind } from "../../../src/customer/kinds/other-kind.ts"
import { isPlainLine, isPlainName } from "../../../src/customer/kinds/plain-line.ts"
import { isPlainText } from "../../../src/customer/kinds/plain-text.ts"

/** Texts of which many are nearly plain. */
const text = fc
	.array(
		fc.constantFrom(
			..."Aa Bb Åå Xx Zz Ãã Øø ß × ÷ ƒ - ' . @ ! ( † 1 23 NaN NULL None http www. Ek AVSL ring".split(" "),
			" ",
			" ",
		),
		{ maxLength: 8 },
	)
	.map((parts) => parts.join(""))

test("in a plain line the patterns that are left out find nothing", () => {
	fc.assert(
		fc.property(fc.oneof(text, fc.string()), (line) => {
			if (!isPlainLine(line)) return
			expect(isPlainText(line, "")).toBe(true)
			expect(isOfOtherKind(line)).toBe(false)
			expect(line).not.toMatch(/\.\.$|^0$/)
		}),
		{ numRuns: 5_000 },
	)
})

test("a plain name has nothing that sets a part of it apart", () => {
	fc.assert(
		fc.property(fc.oneof(text, fc.string()), (name) => {
			if (!isPlainName(name)) return
			expect(name).not.toMatch(/[^\p{L} -]|\p{Lu}{2}| [- ]|- |^ | $| \p{Ll}|^\p{Ll}/u)
			expect(name).not.toMatch(/[xz]{2}/i)
		}),
		{ numRuns: 5_000 },
	)
})

test.each(["Anna Ek", "Åsa Öberg-Lind", "Li"])("%s is a plain name", (name) => expect(isPlainName(name)).toBe(true))
test.each(["Storgatan 12", "Nygatan 4 B", "Vasagatan 1234a", "Felix Zorn"])("%s is a plain line", (line) =>
	expect(isPlainLine(line)).toBe(true),
)
