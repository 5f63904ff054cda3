import fc from "fast-check"
import { expect, test } from "vitest"
import { concealer, concealIn, concealInAddress } from "../../src/intergiro/conceal.ts"

const key = "sk_live-9f8Q2xYz+/=17Lmn"

const byBytes = (text: string, write: (byte: number) => string) => Array.from(Buffer.from(text), write).join("")

const forms: readonly (readonly [name: string, write: (text: string) => string])[] = [
	["as it is", (text) => text],
	["in capitals", (text) => text.toUpperCase()],
	["in a URL", encodeURIComponent],
	["in Base64", (text) => Buffer.from(text).toString("base64")],
	["in Base64 for URLs", (text) => Buffer.from(text).toString("base64url")],
	["in hexadecimal digits", (text) => Buffer.from(text).toString("hex")],
	["with every byte as a URL has it", (text) => byBytes(text, (byte) => `%${byte.toString(16)}`)],
	["with every byte as a string has it", (text) => byBytes(text, (byte) => `\\x${byte.toString(16)}`)],
	["with every byte as a page has it", (text) => byBytes(text, (byte) => `&#${byte};`)],
]

test.each(forms)("a key that is no JWT is not seen %s, whole or in part", (_, write) => {
	const conceal = concealer([key])
	expect(conceal(`key ${write(key)}, refused`)).toBe("key […], refused")
	expect(conceal(`key ${write(key).slice(3, 14)}… refused`)).toBe("key […]… refused")
})

test("no eight characters in a row of a secret are left of any text", () => {
	const secret = fc.string({ minLength: 8, maxLength: 40 })
	fc.assert(
		fc.property(secret, fc.array(fc.oneof(fc.string(), fc.nat(40))), (secret, parts) => {
			const text = parts.map((part) => (typeof part === "string" ? part : secret.slice(part % secret.length))).join("")
			const shown = concealer([secret])(text).toLowerCase()
			for (let at = 0; at + 8 <= secret.length; at++) {
				const part = secret.slice(at, at + 8).toLowerCase()
				if (!"[…]".includes(part)) expect(shown.split("[…]").some((piece) => piece.includes(part))).toBe(false)
			}
		}),
	)
})

test("what has nothing of it stays the same, in whatever it stands", () => {
	const answer = { kind: "rejected", message: "card declined", wait: 3, cards: [{ last4: "4242" }] }
	expect(concealIn(answer, concealer([key]))).toEqual(answer)
	expect(concealer([])("anything at all")).toBe("anything at all")
})

test.each(["B", "Be", "Bea", "Bearer "])("a key behind %j is not seen in Base64", (before) => {
	for (const form of ["base64", "base64url"] as const) {
		const shown = concealer([key])(`key ${Buffer.from(before + key).toString(form)}, refused`)
		expect(shown).toMatch(/^key [\w+/=-]{0,12}\[…\][\w+/=]{0,4}, refused$/)
	}
})

test("a part of a key that is no JWT is not seen in an address", () => {
	const address = `https://acs.example/start?k=${key.slice(2, 16)}&next=/customer`
	expect(concealInAddress(address, [key])).toBe("https://acs.example/start?k=[…]&next=/customer")
})

test("an address keeps the tokens of others, and leads on", () => {
	const [own, session] = [
		"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl",
		"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJiIn0.b3RoZXI5OTk",
	]
	const address = `https://acs.example/?session=${session}&key=${own}&mail=${encodeURIComponent("anna@kund.example")}`
	expect(concealInAddress(address, [own, "anna@kund.example"])).toBe(
		`https://acs.example/?session=${session}&key=[…]&mail=[…]`,
	)
})
