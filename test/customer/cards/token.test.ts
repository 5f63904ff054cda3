import { describe, expect, test } from "vitest"
import { isCut } from "../../../src/customer/cards/token-cut.ts"
import { joinTokenFacts, noTokenFacts, TokenTally } from "../../../src/customer/cards/token-facts.ts"
import { tokenForm } from "../../../src/customer/cards/token-form.ts"
import { jwt } from "../jwt.ts"

const one = jwt({ iss: "card", iat: 1, xpr: [12, 30] })
const other = jwt({ iss: "card", iat: 2, xpr: [1, 31] })
const opaque = "4f9c2a7be1d04c11"

describe("the form of a token", () => {
	test.each([
		one,
		one.replace(/\..*\./, (claims) => `${claims}MxXX0`),
		one.replace(/[^.]*$/, "xxx1"),
		opaque,
		"tok_1NvQx2eZvKYlo2C",
		"6jq3zk",
		"dGVzdA==",
		"a/b+c==",
		"$2a$10$abc",
		"visa ending 1234",
		"Visa 4242, 12/27",
		"auth0|1234567890",
		"eyJ0b2tlbiI6ICJhYmMifQ",
		"eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn",
		"invoice",
		"",
	])("%s is taken as it is", (cell) => expect(tokenForm(cell)).toBeUndefined())

	test.each([",", ";", " ", "\n", "\r\n", "|", ", ", ".", "", " / ", " och ", "\t"])(
		"two with %j between",
		(between) => {
			expect(tokenForm(`${one}${between}${other}`)).toBe("token.several")
		},
	)

	test.each([",", "; ", " ", "\n", "|"])("two opaque ones with %j between", (between) => {
		expect(tokenForm(`${opaque}${between}8a1b2c3d4e5f6071`)).toBe("token.several")
		expect(tokenForm(`tok_1NvQx2eZ${between}tok_1NvQx2eZv`)).toBe("token.several")
	})

	test("two in quotes or brackets", () => {
		expect(tokenForm(`["${one}","${other}"]`)).toBe("token.several")
		expect(tokenForm(`[${opaque}, 8a1b2c3d4e5f6071]`)).toBe("token.several")
	})

	test.each([
		`Bearer ${one}`,
		`bearer ${opaque}`,
		`Authorization: Bearer ${one}`,
		`BEARER: ${opaque}`,
		`"Bearer ${one}"`,
	])("%s", (cell) => expect(tokenForm(cell)).toBe("token.bearer"))

	test.each([
		["“", "”"],
		["„", "“"],
		["«", "»"],
		['"', '"'],
		["'", "'"],
		["[", "]"],
		["(", ")"],
		["<", ">"],
		["{", "}"],
		["＂", "＂"],
		["", ","],
		["", ";"],
		["'", ""],
		['["', '"]'],
	])("in %s%s", (before, after) => {
		expect(tokenForm(`${before}${one}${after}`)).toBe("token.wrapped")
		expect(tokenForm(`${before}${opaque}${after}`)).toBe("token.wrapped")
	})

	test.each([" ", "\n", "\r\n", "\t", "\u00a0", "…", "*"])("with %j inside", (sign) => {
		for (const at of [20, one.indexOf(".") + 1, one.lastIndexOf(".") + 1, one.length - 3])
			expect(tokenForm(one.slice(0, at) + sign + one.slice(at)), String(at)).toBe("token.broken")
	})

	test("with something beside it", () => {
		expect(tokenForm(`Visa: ${one}`)).toBe("token.broken")
		expect(tokenForm(`${one} (Visa 1234)`)).toBe("token.broken")
	})
})

/** As Intergiro signs: RSA of 2048 bits. */
function signed(claims: object, signature = 342): string {
	return `${jwt(claims).replace(/[^.]*$/, "")}${"c2lnbmF0dXJl".repeat(60).slice(0, signature)}`
}

const tokens = Array.from({ length: 20 }, (_, index) =>
	signed({ iss: "card", iat: 1_790_000_000, enc: "x".repeat(index) }),
)
const isReadable = (token: string) => token.split(".").length === 3

function factsOf(cells: readonly string[]) {
	const tally = new TokenTally()
	for (const cell of cells) tally.add(cell, isReadable(cell))
	return tally.facts()
}

describe("a token that was cut off", () => {
	const cut = (token: string, of: readonly string[]) => isCut(token, isReadable(token), factsOf(of))

	test("has no third part, or claims that nobody can read, where others have", () => {
		const [token = ""] = tokens
		const short = token.slice(0, 60)
		expect(cut(short, [short, ...tokens])).toBe(true)
		expect(cut(token.slice(0, token.lastIndexOf(".") + 1), tokens)).toBe(true)
		expect(isCut(token, false, factsOf(tokens))).toBe(true)
		expect(cut(short, [short])).toBe(false)
	})

	test("ends before the third part of the others does", () => {
		const [token = ""] = tokens
		expect(cut(token.slice(0, -5), tokens)).toBe(true)
		expect(cut(token, tokens)).toBe(false)
	})

	test.each([255, 256, 300, 311])("as all of them, at %i characters", (width) => {
		const all = tokens.map((token) => token.slice(0, width))
		for (const token of all) expect(cut(token, all)).toBe(true)
	})

	test("before any third part begins", () => {
		const long = tokens.map((token) => token.replace("eyJpc3M", `eyJ${"abcd".repeat(70)}`).slice(0, 255))
		for (const token of long) expect(cut(token, long)).toBe(true)
	})

	test("as those that were longer than a column", () => {
		const [longest = ""] = tokens.slice(-1)
		const all = tokens.map((token) => token.slice(0, 255 + 173))
		const mixed = [...tokens.slice(0, 2), ...all]
		expect(longest.length).toBeGreaterThan(255)
		for (const token of tokens.slice(0, 2)) expect(cut(token, mixed)).toBe(false)
	})

	test.each([
		["the older form, signed in another way", [...tokens, signed({ type: "single use" }, 43)]],
		["opaque ones", [...tokens, opaque]],
		["opaque ones of one length", Array.from({ length: 20 }, (_, index) => `eyJ${String(index).padStart(252, "a")}`)],
		["encrypted ones", [...tokens, "eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn"]],
		["invented signatures", Array.from({ length: 120 }, (_, index) => `${jwt({ iss: "card", n: index })}${index}`)],
		["all alike", Array.from({ length: 20 }, (_, index) => signed({ iat: 1_790_000_000 + index }))],
		["one only", [signed({ iat: 1 }).slice(0, 255)]],
	])("is none of: %s", (_, all) => {
		expect(all.filter((token) => cut(token, all))).toEqual([])
	})
})

describe("facts of tokens", () => {
	test("add up, in whatever order", () => {
		const [some, rest] = [tokens.slice(0, 7), [...tokens.slice(7), opaque]]
		const all = factsOf([...some, ...rest])
		expect(joinTokenFacts(factsOf(some), factsOf(rest))).toEqual(all)
		expect(joinTokenFacts(factsOf(rest), factsOf(some))).toEqual(all)
		expect(joinTokenFacts(all, noTokenFacts)).toEqual(all)
		expect(all).toMatchObject({ tokens: 21, jwts: 20, whole: 20 })
	})

	test("hold nothing of a token", () => {
		expect(JSON.stringify(factsOf(tokens))).not.toMatch(/eyJ|c2ln/)
	})
})
