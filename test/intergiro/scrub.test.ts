import { expect, test } from "vitest"
import { scrub } from "../../src/intergiro/scrub.ts"

test.each([
	["token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYXJkIn0.c2ln used", "token [token] used"],
	["token eyJhbGciOiJSUzI1NiJ9 cut", "token [token] cut"],
	["to Åsa.Öberg+x@exämple.se, please", "to [e-mail] please"],
	["card 4111111111111111 declined", "card [number] declined"],
	["card 4111 1111 1111 1111 declined", "card [number] declined"],
	["card 4111-1111-1111-1111 declined", "card [number] declined"],
	["customer 1234567890 at 2026-11-23T12:00:00Z", "customer 1234567890 at 2026-11-23T12:00:00Z"],
	["a\r\nb\u0000c\u202Ed\te", "a b c d e"],
	["c2stbGl2ZS1hYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3ODk.x.y used", "[token] used"],
	["customer.identityNumber at merchant.intergiro.com", "customer.identityNumber at merchant.intergiro.com"],
	["contact.address.zipCode is missing", "contact.address.zipCode is missing"],
])("%j", (text, clean) => {
	expect(scrub(text)).toBe(clean)
})

test("a message stays short", () => {
	expect(scrub("word ".repeat(10_000)).length).toBeLessThanOrEqual(300)
	expect(scrub("x".repeat(1_000_000))).toBe("")
})

test("what steers a terminal is no gap between letters", () => {
	expect(scrub("Zq7\u001b[0mWm\u001b[38;5;1mP4\u009b1mr")).toBe("Zq7WmP4r")
})
