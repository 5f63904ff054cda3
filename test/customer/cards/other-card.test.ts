import { describe, expect, test } from "vitest"
import { expiriesIn, expiriesOf } from "../../../src/customer/cards/expiry.ts"
import { lastFoursIn } from "../../../src/customer/cards/last-four.ts"
import { type CardColumns, cardComparison, type TokenCard } from "../../../src/customer/cards/other-card.ts"

describe("an expiry", () => {
	test.each([
		"12/27",
		"12/2027",
		"2027-12",
		"2027/12",
		"1227",
		"2712",
		"12-27",
		"12.27",
		"12 / 27",
		"122027",
		"202712",
		"Dec 2027",
		"Dec-27",
		"27-Dec",
		"december 2027",
		"Dezember 2027",
		"des. 2027",
		"joulukuu 2027",
		"2027-12-31",
		"31.12.2027",
		"12/31/2027",
		"31/12/27",
		"20271231",
		"31122027",
		"2027-12-31T23:59:59Z",
		"2027-12-31 00:00:00",
		"46752",
		"2026-12-27",
		"exp 12/27",
	])("%s is December 2027", (text) => expect(expiriesIn(text)).toContainEqual({ month: 12, year: 2027 }))

	test.each([
		["Mar 2028", { month: 3, year: 2028 }],
		["mars 2028", { month: 3, year: 2028 }],
		["maaliskuu 2028", { month: 3, year: 2028 }],
		["marraskuu 2028", { month: 11, year: 2028 }],
		["Mai 28", { month: 5, year: 2028 }],
		["okt 28", { month: 10, year: 2028 }],
		["3/28", { month: 3, year: 2028 }],
		["328", { month: 3, year: 2028 }],
		["0328", { month: 3, year: 2028 }],
	])("%s", (text, expiry) => expect(expiriesIn(text)).toEqual([expiry]))

	test("may be read in two ways", () => {
		expect(expiriesIn("01/12/2027")).toEqual([
			{ month: 1, year: 2027 },
			{ month: 12, year: 2027 },
		])
		expect(expiriesIn("12/11")).toEqual([
			{ month: 12, year: 2011 },
			{ month: 11, year: 2012 },
		])
	})

	test.each(["", "-", "never", "Visa 4242", "2027", "13/27 ", "1", "00/27", "12", "abc", "5/7", "•••• 4242"])(
		"%j says none",
		(text) => expect(expiriesIn(text)).toEqual([]),
	)

	test("stands in two columns", () => {
		expect(expiriesOf("12", "2027")).toEqual([{ month: 12, year: 2027 }])
		expect(expiriesOf("3", "28")).toEqual([{ month: 3, year: 2028 }])
		expect(expiriesOf("Dec", "27")).toEqual([{ month: 12, year: 2027 }])
		expect(expiriesOf("", "27")).toEqual([])
		expect(expiriesOf("12", "")).toEqual([])
	})
})

describe("the last four", () => {
	test.each([
		"1234",
		"************1234",
		"•••• 1234",
		"Visa 1234",
		"xxxx-1234",
		"xxxx1234",
		"4242 42** **** 1234",
		"1234.0",
		"424242******1234",
	])("%s", (text) => expect(lastFoursIn(text)).toContain("1234"))
	test("that lost their zeros", () => expect(lastFoursIn("12")).toEqual(["0012"]))
	test.each(["", "Visa", "-", "12/27", "123456"])("%j has none", (text) => expect(lastFoursIn(text)).toEqual([]))
})

describe("the card of a row and the card of its token", () => {
	const columns: CardColumns = { expiry: [1], months: [], years: [], lastFour: [2] }
	const otherCard = (cells: readonly string[], of: CardColumns, cards: readonly (TokenCard | undefined)[]) => {
		const said = cardComparison(of)?.(cells, cards)
		return typeof said === "object" ? said : undefined
	}
	const card: TokenCard = { expiry: { month: 3, year: 2029 }, lastFour: "1234" }

	test("agree", () => {
		expect(otherCard(["t", "03/29", "1234"], columns, [card])).toBeUndefined()
		expect(otherCard(["t", "", ""], columns, [card])).toBeUndefined()
		expect(otherCard(["t", "-", "Visa"], columns, [card])).toBeUndefined()
	})

	test("disagree", () => {
		expect(otherCard(["t", "12/27", "1234"], columns, [card])).toEqual({
			index: 1,
			detail: "the file says 12/27, the token 03/29",
			file: "12/27",
			token: "03/29",
		})
		expect(otherCard(["t", "03/29", "9876"], columns, [card])).toEqual({
			index: 2,
			detail: "the file says 9876, the token 1234",
			file: "9876",
			token: "1234",
		})
	})

	test("a token without claims, or none, says nothing", () => {
		expect(otherCard(["t", "12/27", "9"], columns, [undefined])).toBeUndefined()
		expect(otherCard(["t", "12/27", "9"], columns, [{ expiry: undefined, lastFour: undefined }])).toBeUndefined()
	})

	test("are not compared where the file says neither", () => {
		expect(cardComparison({ expiry: [], months: [], years: [2], lastFour: [] })).toBeUndefined()
	})

	test("a month and a year in columns of their own", () => {
		const split: CardColumns = { expiry: [], months: [1], years: [2], lastFour: [] }
		expect(otherCard(["t", "3", "2029"], split, [card])).toBeUndefined()
		expect(otherCard(["t", "12", "2027"], split, [card])).toMatchObject({ index: 1 })
	})

	test("one by one where they are as many as the tokens, else any will do", () => {
		const second: TokenCard = { expiry: { month: 12, year: 2027 }, lastFour: undefined }
		expect(otherCard(["t", "12/27"], columns, [card, second])).toBeUndefined()
		expect(otherCard(["t", "11/27"], columns, [card, second])?.detail).toBe(
			"the file says 11/27, the token 03/29 or 12/27",
		)
		expect(otherCard(["t", "11/27"], columns, [card, { expiry: undefined, lastFour: undefined }])).toBeUndefined()
		const both = { ...columns, expiry: [1, 2] }
		expect(otherCard(["t", "03/29", "12/27"], both, [card, second])).toBeUndefined()
		expect(otherCard(["t", "12/27", "03/29"], both, [card, second])?.index).toBe(1)
	})

	test("that slipped by a row are found, all of them", () => {
		const dates = ["01/27", "02/28", "03/29", "04/30"]
		const cards = [...dates.slice(1), ...dates.slice(0, 1)].map(
			(date): TokenCard => ({ expiry: expiriesIn(date)[0], lastFour: undefined }),
		)
		expect(dates.map((date, row) => otherCard(["t", date], columns, [cards[row]]) !== undefined)).toEqual([
			true,
			true,
			true,
			true,
		])
	})
})
