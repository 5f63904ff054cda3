import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
	audienceIn,
	audiencesIn,
	type Claims,
	cardClaimsOf,
	claimsOf,
	endIn,
	expiryIn,
	isJwt,
	last4In,
	last4Of,
	schemeIn,
} from "../../src/customer/claims.ts"
import { remarksFor } from "../../src/customer/kinds/card-token.ts"
import { claimsOf as keyClaimsOf, warningsOf } from "../../src/intergiro/key.ts"
import { sample } from "../sample.ts"
import { jwt } from "./jwt.ts"

const expiryOf = (token: string) => expiryIn(cardClaimsOf(token) ?? {})

const now = Date.UTC(2026, 10, 23)

/** Every claim that anyone asks for, each of them anything that JSON can hold, and now and then what it should be. */
const claim = fc.oneof(
	fc.jsonValue(),
	fc.array(fc.jsonValue(), { minLength: 2, maxLength: 2 }),
	fc.tuple(fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 10_001 })),
	fc.double(),
	fc.constantFrom(-1e300, "12", "4242", { toString: 1 }, { valueOf: 1 }, [{ toString: 1 }, 32]),
)
const names = ["aud", "exp", "xpr", "expires", "type", "last4", "sub", "name", "iss", "toString", "__proto__"]
const claims = fc.dictionary(fc.constantFrom(...names), claim)

/** Everything that is done with the claims of a card token or a key, as one. */
function readAll(text: string) {
	const expiry = expiryOf(text)
	if (expiry) {
		expect(expiry.month).toBeOneOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
		expect(Number.isInteger(expiry.year)).toBe(true)
	}
	expect(last4Of(text) ?? "0000").toMatch(/^\d{4}$/)
	for (const audience of ["production", "development", undefined] as const)
		expect(Array.isArray(remarksFor(now, audience)(cardClaimsOf(text)))).toBe(true)
	const key = keyClaimsOf(text)
	for (const when of [now, Number.MAX_SAFE_INTEGER]) expect(Array.isArray(warningsOf(key, when))).toBe(true)
	const read = claimsOf(text) ?? {}
	expect(audiencesIn(read).every((one) => typeof one === "string")).toBe(true)
	expect(() => new Date(endIn(read) ?? 0).toISOString()).not.toThrow()
}

describe("whatever its claims, nothing throws", () => {
	test("of any JSON", () => {
		fc.assert(
			fc.property(fc.oneof(claims, fc.jsonValue()), (value) => readAll(jwt(value as object))),
			{ numRuns: sample(400) },
		)
	})

	test("of any text", () => {
		const part = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.base64String(),
			fc.json().map((text) => btoa(encodeURI(text))),
		)
		fc.assert(
			fc.property(fc.array(part, { maxLength: 4 }), (parts) => readAll(parts.join("."))),
			{ numRuns: sample(400) },
		)
	})

	test.each([
		{ xpr: [{ toString: 1 }, 32] },
		{ expires: [12, { valueOf: 1 }] },
		{ xpr: [[], []], expires: [null, null] },
		{ aud: { includes: 1 }, exp: -1e300 },
		{ exp: 8.64e15 + 1 },
	])("of %j", (value) => readAll(jwt(value)))

	test("of a thousand objects in each other", () => {
		const deep = `{"xpr":${"[".repeat(50_000)}${"]".repeat(50_000)}}`
		readAll(`eyJ9.${btoa(deep)}.x`)
	})
})

/** Members as tokens have them, in any order and number, now and then twice, escaped, spaced or broken. */
const member = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom('"aud":"production"', '"xpr":[12,31]', '"iss":"card"', '"iat":1700028472') },
	fc.constantFrom(
		'"aud":"development"',
		'"aud":["production"]',
		'"xpr":[4,2029]',
		'"xpr":[ 4, 29]',
		'"xpr":[04,29]',
		'"xpr":["4","29"]',
		'"expires":[1,30]',
		'"exp":1700028472',
		'"exp":17',
		'"last4":"4242"',
		'"scheme":"visa"',
		'"type":"single use"',
		'"type":"recurring"',
		'"card":{"iin":"411111","last4":"5634"}',
		'"card":{"aud":"development","xpr":[1,20]}',
		'"card":{"a":{"b":1}}',
		'"id":"a\\",\\"aud\\":\\"development"',
		'"a\\u0075d":"development"',
		'"iat":017',
		'"iat":1.5e3',
		'"iat":-1',
		'"__proto__":{"aud":"development"}',
		'"x":"a\tb"',
		'"x":null',
		'"x":"\u00e5"',
	),
)
const text = fc
	.tuple(
		fc.array(member, { maxLength: 7 }),
		fc.constantFrom(",", ",", ",", ", ", ",,"),
		fc.constantFrom("}", "}", "}", "", "} ", "}}"),
	)
	.map(([members, comma, end]) => `{${members.join(comma)}${end}`)

test("what is read of a card token is what its claims say as JSON", () => {
	const read = (claims: Claims | undefined) =>
		claims && {
			audience: audienceIn(claims),
			expiry: expiryIn(claims),
			end: endIn(claims),
			last4: last4In(claims),
			scheme: schemeIn(claims),
			isRecurring: claims.type === "recurring",
		}
	let usual = 0
	fc.assert(
		fc.property(text, (json) => {
			const token = `eyJ9.${btoa(json)}.x`
			let parsed: Claims | undefined
			try {
				parsed = JSON.parse(json)
			} catch {}
			expect(read(cardClaimsOf(token))).toEqual(read(parsed))
			if (parsed && Object.keys(cardClaimsOf(token) ?? {}).join() === "aud,xpr") usual++
		}),
		{ numRuns: sample(1_500) },
	)
	expect(usual).toBeGreaterThan(sample(7))
})

test.each<[object, ReturnType<typeof expiryOf>]>([
	[{ xpr: [2, 28] }, { month: 2, year: 2028 }],
	[{ xpr: ["02", "28"] }, { month: 2, year: 2028 }],
	[{ expires: [12, 2030] }, { month: 12, year: 2030 }],
	[
		{ xpr: "soon", expires: [1, 99] },
		{ month: 1, year: 2099 },
	],
	[
		{ xpr: [1, 31], expires: [2, 32] },
		{ month: 1, year: 2031 },
	],
	[{ xpr: [0, 28] }, undefined],
	[{ xpr: [1.5, 28] }, undefined],
	[{ xpr: ["", ""] }, undefined],
	[{ xpr: { 0: 1, 1: 28 } }, undefined],
	[{}, undefined],
])("the card of %j expires %j", (value, expected) => {
	expect(expiryOf(jwt(value))).toEqual(expected)
})

test("the last four digits are four digits, and nothing else", () => {
	expect(
		[{ last4: "0042" }, { last4: "42" }, { last4: "42424" }, { last4: ["4242"] }, {}].map((one) => last4Of(jwt(one))),
	).toEqual(["0042", undefined, undefined, undefined, undefined])
	expect(last4Of("tok_4242")).toBeUndefined()
})

test("text beyond ASCII is read as it was written", () => {
	expect(claimsOf(jwt({ name: "Åsas Blommor 🌷 \u00e5" }))).toEqual({ name: "Åsas Blommor 🌷 \u00e5" })
})

test("a token is one by its form, whatever letters it holds", () => {
	for (const text of [jwt({}), jwt({ enc: "xxx" }), "eyJhbGci.xxxXXXxxx.visa-xxx_", "eyJ9.e30.a"])
		expect([text, isJwt(text)]).toEqual([text, true])
	for (const text of [
		"",
		"eyJ",
		"eyJ9.e30",
		"eyJ9.e30.a.b",
		"eyJ9..a",
		"xeyJ9.e30.a",
		"eyJ9.e 30.a",
		"eyJ9.e30.a b",
		"tok_1",
	])
		expect([text, isJwt(text)]).toEqual([text, false])
})
