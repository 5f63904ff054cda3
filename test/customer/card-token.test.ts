import { expect, test } from "vitest"
import { cardClaimsOf } from "../../src/customer/claims.ts"
import { remarksFor } from "../../src/customer/kinds/card-token.ts"
import { jwt } from "./jwt.ts"

const now = Date.UTC(2026, 10, 23)
const day = 86_400_000

test.each<[string, object, string[]]>([
	["good, present form", { iss: "card", aud: "production", iat: 1, xpr: [12, 30], enc: "abc" }, []],
	[
		"good, older form",
		{ type: "single use", card: "x", scheme: "visa", iin: "411111", last4: "1111", expires: [2, 28] },
		[],
	],
	["nothing known in it", { hello: "world" }, []],
	["expired", { xpr: [10, 26] }, ["token.card-expired"]],
	["expired, as text", { xpr: ["10", "26"] }, ["token.card-expired"]],
	["expired, year in full", { expires: [10, 2026] }, ["token.card-expired"]],
	["good to the end of this month", { xpr: [11, 26] }, ["token.card-expiring"]],
	["good to the end of next month", { xpr: [12, 26] }, []],
	["no month", { xpr: [13, 26] }, []],
	["no expiry at all", { xpr: "soon", expires: {} }, []],
	["the token itself expired, seconds", { exp: now / 1000 - 1 }, ["token.expired"]],
	["the token itself expired, milliseconds", { exp: now - 1 }, ["token.expired"]],
	["the token itself still good", { exp: now / 1000 + 60 }, []],
	["recurring", { type: "recurring" }, ["token.not-single-use"]],
])("a token: %s", (_, claims, codes) => {
	expect(remarksFor(now, undefined)(cardClaimsOf(jwt(claims))).map(({ code }) => code)).toEqual(codes)
})

test("a card expires with its month, to the millisecond", () => {
	const token = jwt({ xpr: [11, 26] })
	const end = Date.UTC(2026, 11, 1)
	const at = (time: number) => remarksFor(time, undefined)(cardClaimsOf(token)).map(({ code }) => code)
	expect(at(end - 30 * day - 1)).toEqual([])
	expect(at(end - 30 * day)).toEqual(["token.card-expiring"])
	expect(at(end - 1)).toEqual(["token.card-expiring"])
	expect(at(end)).toEqual(["token.card-expired"])
})

test.each<[object, "production" | "development" | undefined, string[]]>([
	[{ aud: "development" }, "production", ["token.test-token"]],
	[{ aud: ["development"] }, "production", ["token.test-token"]],
	[{ aud: "production" }, "development", ["token.live-token"]],
	[{ aud: "production" }, "production", []],
	[{ aud: ["production", "development"] }, "production", []],
	[{ aud: "development" }, undefined, []],
	[{}, "production", []],
])("%j with a key for %s", (claims, audience, codes) => {
	expect(remarksFor(now, audience)(cardClaimsOf(jwt(claims))).map(({ code }) => code)).toEqual(codes)
})

test.each([
	"tok_visa",
	"a.b.c",
	"a..c",
	"",
	"....",
	`x.${Buffer.from("[1]").toString("base64url")}.y`,
	`x.${Buffer.from("{").toString("base64url")}.y`,
	`x.${"A".repeat(100_000)}.y`,
])("%j is no token, and only warned of", (text) => {
	expect(remarksFor(now, "production")(cardClaimsOf(text))).toEqual([{ code: "token.not-a-token" }])
})
