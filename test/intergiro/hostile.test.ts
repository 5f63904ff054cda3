import fc from "fast-check"
import { expect, test } from "vitest"
import { audienceIn, audiencesIn, cardClaimsOf, endIn, expiryIn, last4In, last4Of } from "../../src/customer/claims.ts"
import { classify, classifyCard } from "../../src/intergiro/classify.ts"
import { customerOf } from "../../src/intergiro/customer.ts"
import { claimsOf, environmentIdentity, listingOf, warningsOf } from "../../src/intergiro/key.ts"
import { pageOf } from "../../src/intergiro/page.ts"
import { sample } from "../sample.ts"

const now = Date.parse("2026-11-28T12:00:00Z")
const runs = { numRuns: sample(350) }

/** The names that are looked for, and some that only trouble. */
const name = fc.constantFrom(
	..."id number status type error description content property details url contact customer method card scheme iin last4".split(
		" ",
	),
	..."expires currency schedule limit name first last email phone address street zipCode zip_code aud sub iss exp xpr".split(
		" ",
	),
	..."toString valueOf __proto__ constructor length toJSON".split(" "),
)

const leaf = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		"",
		"x",
		"4242",
		"visa",
		-1e300,
		1e300,
		0,
		-0,
		12.5,
		2 ** 53,
		"a\nb\u202e",
		"https://a.example",
	),
	fc.string(),
	fc.integer({ min: 100, max: 599 }),
	fc.double(),
)

/** Whatever JSON can hold, with the names that are looked for in all places. */
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		leaf,
		fc.array(tie("value"), { maxLength: 4 }),
		fc.array(fc.tuple(name, tie("value")), { maxLength: 6 }).map((entries) => {
			const object: Record<string, unknown> = {}
			for (const [key, value] of entries)
				Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
			return object
		}),
	),
}))

const deep = fc.integer({ min: 1, max: 4_000 }).map((depth) => `${'{"content":['.repeat(depth)}1${"]}".repeat(depth)}`)
const body = fc.oneof(
	json.map((value) => JSON.stringify(value) ?? ""),
	deep,
	fc.string(),
)
const status = fc.constantFrom(200, 201, 204, 301, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503)
const headers = fc.dictionary(fc.constantFrom("retry-after", "x-ms-retry-after-ms", "x-ms-continuation"), fc.string())
const token = fc
	.oneof(json, leaf)
	.map((claims) => `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims) ?? "").toString("base64url")}.s`)

const sent = {
	number: "1",
	method: [{ type: "token" as const, card: "eyJh.e30.s" }],
	contact: {
		name: "Anna Berg",
		email: "anna@kund.example",
		address: { street: "S 1", zipCode: "1", city: "M", countryCode: "SE" },
	},
	currency: "SEK",
}

test("whatever a server answers is an answer, and nothing is thrown", () => {
	fc.assert(
		fc.property(status, headers, body, fc.boolean(), (status, headers, text, proven) => {
			const result = { kind: "response", status, headers, body: Buffer.from(text) } as const
			expect(classify(result, sent, now, proven).kind).toEqual(expect.any(String))
			expect(classifyCard(result, sent, now, proven).kind).toEqual(expect.any(String))
			expect(pageOf(result, now).kind).toEqual(expect.any(String))
			expect(customerOf(result, "id", "1", sent, now).kind).toEqual(expect.any(String))
		}),
		runs,
	)
})

test("whatever a key or a card token claims is read, and nothing is thrown", () => {
	fc.assert(
		fc.property(fc.oneof(token, fc.string()), (jwt) => {
			const claims = claimsOf(jwt)
			for (const { message } of warningsOf(claims, now)) expect(message).toEqual(expect.any(String))
			expect(["yes", "no", "maybe"]).toContain(listingOf(claims))
			expect(environmentIdentity(new URL("https://a.example"), jwt).merchant).toMatch(/^[0-9a-f]{32}$/)
			const card = cardClaimsOf(jwt) ?? {}
			for (const read of [last4Of(jwt), expiryIn(card), last4In(card), endIn(card), audienceIn(card)])
				expect(typeof read).not.toBe("function")
			expect(audiencesIn(card).every((one) => typeof one === "string")).toBe(true)
		}),
		runs,
	)
})
