import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { connect } from "../../src/intergiro/client.ts"
import { checkKey, claimsOf, environmentIdentity, listingOf, UnusableKey, warningsOf } from "../../src/intergiro/key.ts"
import { checkUrl, UnusableUrl } from "../../src/intergiro/url.ts"
import { mintKey } from "../../src/sandbox/tokens.ts"

function jwt(claims: object): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
	return `${part({ alg: "RS256" })}.${part(claims)}.c2lnbmF0dXJl`
}

const live = new URL("https://merchant.intergiro.com")

test("reads what a key says of itself, with Bearer or without", () => {
	const key = jwt({ sub: "m1", name: "Åsas Blommor", aud: ["public", "private"], iss: "intergiro", exp: 1_800_000_000 })
	for (const form of [key, `Bearer ${key}`]) {
		expect(claimsOf(form)).toEqual({
			merchant: "m1",
			merchantName: "Åsas Blommor",
			issuer: "intergiro",
			audience: ["public", "private"],
			expires: 1_800_000_000_000,
		})
	}
})

test.each(["not-a-jwt", "a.b.c", "..", "a.bnVsbA.c", "a.W10.c", jwt({ sub: 7, aud: 7, exp: "x", name: null })])(
	"a key that says nothing: %s",
	(key) => {
		expect(claimsOf(key)).toEqual({ audience: [] })
		expect(environmentIdentity(live, key)).toMatchObject({ kind: "unknown", key: "unknown" })
	},
)

test.each([
	["private", "yes"],
	["public", "no"],
	[["public", "private"], "yes"],
	["something", "maybe"],
	[undefined, "maybe"],
])("aud %j may list: %s", (aud, listing) => {
	const key = jwt({ sub: "m", aud })
	expect(listingOf(claimsOf(key))).toBe(listing)
	expect(connect({ url: live.href, key }).listing).toBe(listing)
})

test("warns of an expired key and of one that cannot list", () => {
	const now = Date.parse("2026-11-23")
	expect(warningsOf(claimsOf(jwt({ sub: "m", aud: "private", exp: now / 1_000 + 1 })), now)).toEqual([])
	const kinds = warningsOf(claimsOf(jwt({ sub: "m", aud: "public", exp: now / 1_000 - 1 })), now).map(
		({ kind }) => kind,
	)
	expect(kinds).toEqual(["expired", "cannot-list"])
	expect(warningsOf(claimsOf("no claims"), now)).toMatchObject([{ kind: "nameless" }])
})

test.each(["", "  ", "Bearer ", "a\nb", "a\r\nX-Evil: 1", "nyckel-å", "a b", "a\u0000b", "Bearer a b"])(
	"%j is no key, and the message does not repeat it",
	(key) => {
		expect(() => connect({ url: live.href, key })).toThrow(UnusableKey)
		if (key.trim().length > 2) expect(() => checkKey(key)).not.toThrow(new RegExp(key.trim()))
	},
)

test("a key may be pasted with a line break after it", () => {
	expect(checkKey(" abc.def.ghi\r\n")).toBe("abc.def.ghi")
})

test.each([
	"http://merchant.intergiro.com",
	"http://127.0.0.1.evil.example",
	"http://localhost.evil.example",
	"ftp://merchant.intergiro.com",
	"merchant.intergiro.com",
	"",
	"https://user:secret@merchant.intergiro.com",
	"https://merchant.intergiro.com?x=1",
])("%s may not be sent to", (url) => {
	expect(() => checkUrl(url)).toThrow(UnusableUrl)
	expect(() => connect({ url, key: "key" })).toThrow(UnusableUrl)
})

test.each(["https://merchant.intergiro.com", "http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:8080"])(
	"%s may be sent to",
	(url) => {
		expect(checkUrl(url).origin).toBe(url)
	},
)

test("the merchant is the same for every key of a merchant, and for no other", () => {
	const merchant = (url: URL, key: string) => environmentIdentity(url, key).merchant
	const one = merchant(live, jwt({ sub: "m1", aud: "private" }))
	expect(one).toMatch(/^[0-9a-f]{32}$/)
	expect(merchant(live, jwt({ sub: "m1", aud: "public" }))).toBe(one)
	expect(merchant(live, `Bearer ${jwt({ sub: "m1" })}`)).toBe(one)
	expect(merchant(new URL("https://merchant.intergiro.com/path"), jwt({ sub: "m1" }))).toBe(one)
	expect(merchant(live, jwt({ sub: "m2" }))).not.toBe(one)
	expect(merchant(new URL("https://other.example"), jwt({ sub: "m1" }))).not.toBe(one)
	expect(merchant(live, "m1")).not.toBe(one)
	expect(merchant(live, "opaque")).toBe(merchant(live, " Bearer opaque\n"))
	expect(merchant(live, "opaque")).not.toBe(merchant(live, "opaque2"))
})

test("a sandbox is the same on any port, and only on this machine", () => {
	const key = mintKey("private", "m1", "secret")
	const here = environmentIdentity(new URL("http://127.0.0.1:1111"), key)
	expect(here).toMatchObject({ kind: "sandbox", key: "private", merchantName: "Sandbox", url: "http://127.0.0.1:1111" })
	expect(environmentIdentity(new URL("http://localhost:2222"), key).merchant).toBe(here.merchant)
	expect(environmentIdentity(live, key)).toMatchObject({ kind: "unknown" })
	expect(environmentIdentity(live, key).merchant).not.toBe(here.merchant)
})

test("every spelling of a URL is one merchant, and that of version 0.1.0", () => {
	const key = jwt({ sub: "m1" })
	const spellings = [
		"https://merchant.intergiro.com",
		"https://MERCHANT.Intergiro.com/",
		"https://merchant.intergiro.com:443/",
		"https://merchant.intergiro.com./",
	]
	const merchants = new Set(spellings.map((url) => environmentIdentity(checkUrl(url), key).merchant))
	expect([...merchants]).toEqual([hash('["https://merchant.intergiro.com","m1"]')])
	const others = ["https://merchant.intergiro.com:8443", "http://localhost:8080"]
	expect(others.map((url) => environmentIdentity(checkUrl(url), key).merchant)).toEqual([
		hash('["https://merchant.intergiro.com:8443","m1"]'),
		hash('["http://127.0.0.1:8080","m1"]'),
	])
})

function hash(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 32)
}
