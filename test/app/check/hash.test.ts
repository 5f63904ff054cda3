import { randomBytes } from "node:crypto"
import { expect, test } from "vitest"
import { tokenHash } from "../../../src/app/check/hash.ts"

const jwt = (claims: object, signature: string) =>
	`eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`
const signature = () => randomBytes(128).toString("base64url")

test.each<[string, (index: number) => string]>([
	["a number before what all have", (index) => `tok_${index}_abcdefghijklmnopqrstuvwxyz`],
	["a number behind what all have", (index) => `${"x".repeat(120)}${index}`],
	["a signature", () => jwt({ iss: "card" }, signature())],
	[
		"a few characters among claims that are alike",
		(index) => jwt({ iss: "card", enc: `${String(index).padStart(90, "x")}${"y".repeat(90)}` }, "abc"),
	],
	["sealed claims", (index) => jwt({ iss: "card", enc: `${index}${signature()}` }, "abc")],
])("tokens that differ in %s have other hashes", (_, token) => {
	expect(new Set(Array.from({ length: 10_000 }, (_, index) => tokenHash(token(index)))).size).toBe(10_000)
})

test("a token that was filled downwards has the same", () => {
	const token = jwt({ iss: "card" }, signature().replace(/\d+$/, "q"))
	expect(tokenHash(`${token}2`)).toBe(tokenHash(`${token}17`))
})
