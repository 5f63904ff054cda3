import { describe, expect, test } from "vitest"
import type { Creatable } from "../../src/customer/creatable.ts"
import { DuplicateSearch, nearKey } from "../../src/customer/duplicates.ts"
import { JoinedCustomer } from "../../src/customer/join.ts"
import { findingOf } from "../../src/customer/remark.ts"

describe("numbers and tokens twice in a file", () => {
	const search = (...rows: readonly (readonly [string, ...string[]])[]) => {
		const duplicates = new DuplicateSearch()
		return rows.map(([number, ...tokens], index) =>
			duplicates
				.check(index + 2, number, tokens)
				.map((remark) => findingOf(remark, { row: index + 2, number }))
				.map(({ code, severity, message }) => [code, severity, message]),
		)
	}

	test("the first row stays, the later ones name it", () => {
		expect(search(["1"], ["2"], ["1"], ["1"])).toEqual([
			[],
			[],
			[["number.duplicate", "error", 'The customer number is in the file already: "1", first in row 2']],
			[["number.duplicate", "error", 'The customer number is in the file already: "1", first in row 2']],
		])
	})

	test("near misses are warnings that name the other", () => {
		const [, near] = search(["K-007"], ["k-007"])
		expect(near?.[0]?.slice(0, 2)).toEqual(["number.near-duplicate", "warning"])
		expect(near?.[0]?.[2]).toMatch(/: "k-007", and "K-007" in row 2$/)
	})

	test("no number is like no number", () => {
		expect(search([""], [""])).toEqual([[], []])
	})

	test("a token twice, in another row or the same", () => {
		expect(search(["1", "a", "b"], ["2", "b"], ["3", "c", "c"])).toEqual([
			[],
			[["token.duplicate", "error", "The card token stands in the file more than once: first in row 2"]],
			[["token.duplicate", "error", "The card token stands in the file more than once: twice in this row"]],
		])
	})

	test("a token again in a row of its own customer is no other's", () => {
		const codes = search(["1", "a"], ["1", "a"]).map((found) => found.map(([code]) => code))
		expect(codes).toEqual([[], ["number.duplicate"]])
		const joining = new DuplicateSearch(true)
		expect(["", ""].flatMap((number, row) => joining.check(row, number, ["a"], "1"))).toEqual([])
	})

	test.each([
		["123", "00123"],
		["abc", "ABC"],
		["K 1", "K1"],
		["K\u00a01", "k1"],
		["0", "00"],
		["Å1", "A\u030a1"],
		["１２", "12"],
		["0a", "A"],
		["1001", "1001.0"],
		["1001,00", "01001"],
		["K-9", "k\u20139"],
		["k-9", "K\u20119"],
		["1-2", "1\u22122"],
	])("%j and %j are near", (one, other) => {
		expect(nearKey(one)).toBe(nearKey(other))
	})

	test.each([
		["123", "1230"],
		["100", "1"],
		["1.5", "1"],
		["1.000", "1"],
		["a", "å"],
		["K1", "1"],
		["12-3", "1-23"],
		["0", ""],
	])("%j and %j are not", (one, other) => {
		expect(nearKey(one)).not.toBe(nearKey(other))
	})
})

describe("rows of one customer", () => {
	const row = (card: string, name = "Åsa"): Creatable => ({
		number: "1",
		contact: { name, address: { city: "Visby", countryCode: "SE" } },
		method: card ? [{ type: "token", card }] : [],
	})

	test("become one customer with the cards of both", () => {
		const customer = new JoinedCustomer(row("a"))
		expect(customer.isOf(row("b")) && customer.lacks(row("b"))).toBe(true)
		customer.add(row("b"))
		customer.add(row(""))
		customer.add(row("a"))
		expect(customer.creatable).toEqual({ ...row("a"), method: [...row("a").method, ...row("b").method] })
		expect(customer.lacks(row("b"))).toBe(false)
	})

	test("but only when they agree in all else", () => {
		expect(new JoinedCustomer(row("a")).isOf(row("b"))).toBe(true)
		expect(new JoinedCustomer(row("a")).isOf(row("b", "Eva"))).toBe(false)
	})
})
