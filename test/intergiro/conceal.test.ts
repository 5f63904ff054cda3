import fc from "fast-check"
import { expect, test } from "vitest"
import { concealer, concealIn, concealInAddress } from "../../src/intergiro/conceal.ts"
import { sample } from "../sample.ts"

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
	// What Base64 fills its end with says nothing.
	expect(conceal(`key ${write(key)}, refused`)).toMatch(/^key \[…\]=?, refused$/)
	expect(conceal(`key ${write(key.slice(3, 14))}… refused`)).toMatch(/^key \[…\]=?… refused$/)
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

const hex = (byte: number) => byte.toString(16).padStart(2, "0")
const listed = (separator: string, write: (byte: number) => string) => (text: string) =>
	Array.from(Buffer.from(text), write).join(separator)

/** Each writes a text character by character. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
	"5a:71:37": listed(":", hex),
	"5A 71 37": listed(" ", (byte) => hex(byte).toUpperCase()),
	"<Buffer 5a 71 37>": (text) => `<Buffer ${listed(" ", hex)(text)}>`,
	"5a-71-37": listed("-", hex),
	"0x5a 0x71": listed(" ", (byte) => `0x${hex(byte)}`),
	"0x5a, 0x71": listed(", ", (byte) => `0x${hex(byte)}`),
	"U+005A U+0071": listed(" ", (byte) => `U+00${hex(byte)}`),
	"5a00 7100": listed(" ", (byte) => `${hex(byte)}00`),
	"90,113,55": listed(",", String),
	"90 113 55": listed(" ", String),
	"90, 113, 55": listed(", ", String),
	"90\n113\n55": listed("\n", String),
	"\\132\\161": listed("", (byte) => `\\${byte.toString(8)}`),
	"0132 0161": listed(" ", (byte) => `0${byte.toString(8)}`),
	"01011010 01110001": listed(" ", (byte) => byte.toString(2).padStart(8, "0")),
	"\\x5a\\x71": listed("", (byte) => `\\x${hex(byte)}`),
	"\\u005a\\u0071": listed("", (byte) => `\\u00${hex(byte)}`),
	"\\u{5a}\\u{71}": listed("", (byte) => `\\u{${hex(byte)}}`),
	"&#0000090;&#0000113;": listed("", (byte) => `&#${String(byte).padStart(7, "0")};`),
	"&#x5a;&#x71;": listed("", (byte) => `&#x${hex(byte)};`),
	"%5A%71": listed("", (byte) => `%${hex(byte)}`),
	"%255A%2571": listed("", (byte) => `%25${hex(byte)}`),
	"%25255A%252571": listed("", (byte) => `%2525${hex(byte)}`),
	"=5A=71": listed("", (byte) => `=${hex(byte)}`),
	"%26%2390%3B": listed("", (byte) => `%26%23${byte}%3B`),
	"37,48": listed(",", (byte) => listed(",", String)(`%${hex(byte)}`)),
	"１ａ": (text) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
	...Object.fromEntries(
		[
			..."\0 \u200b \u00ad \u202e \u2066 \ufeff \u0301 \n \r\n \t".split(" "),
			" ",
			"\u001b[0m",
			"\u001b[38;5;1m",
			"\u009b1m",
			"<b></b>",
			"-",
			".",
			", ",
			"\u200b\0\n",
		].map((between) => [`each ${JSON.stringify(between)}`, (text: string) => text.split("").join(between)]),
	),
}

/** Only in what else is written again and again. */
const nestings: readonly ((text: string) => string)[] = [
	(text) => text,
	encodeURIComponent,
	(text) => encodeURIComponent(encodeURIComponent(text)),
	(text) => JSON.stringify(text).slice(1, -1),
	(text) => text.split("").join("\u200b"),
]

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
const keys = (signs: string) =>
	fc
		.array(fc.constantFrom(...letters, ...letters, ...signs), { minLength: 24, maxLength: 60 })
		.map((one) => one.join(""))

test.each(Object.keys(spellings))("of a key written as %j no eight characters in a row are left", (name) => {
	const write = spellings[name] ?? String
	fc.assert(
		fc.property(
			keys(name.includes("each") ? "_" : "/+=_-.~"),
			fc.nat(8),
			fc.constantFrom(...nestings),
			(secret, cut, nest) => {
				const shown = concealer([secret])(`Said ${nest(write(secret.slice(cut, cut + 16)))} of it`)
				expect(shown).toContain("[…]")
				for (let at = 0; at + 8 <= secret.length; at++)
					expect(shown).not.toContain(nest(write(secret.slice(at, at + 8)).replace(/^<Buffer |>$/g, "")))
			},
		),
		{ numRuns: sample(15) },
	)
})

test("nor where Base64 of it is written byte by byte", () => {
	const codes = ["%5A%71", "5a:71:37", "90,113,55", "\\u{5a}\\u{71}"].map((name) => spellings[name] ?? String)
	fc.assert(
		fc.property(keys("/+=_-.~"), fc.constantFrom(...codes), (secret, write) => {
			const encoded = Buffer.from(secret.slice(3, 18)).toString("base64")
			const shown = concealer([secret])(`Said ${write(encoded)} of it`)
			for (const at of [0, 4, 8]) expect(shown).not.toContain(write(encoded.slice(at, at + 12)))
		}),
	)
})

test("what an ordinary message says stays as it is", () => {
	const word = fc.constantFrom(
		..."Intergiro refused it: card declined insufficient funds. The amount is beyond contact.address.zipCode at".split(
			" ",
		),
		..."Customer number authentication required (3-D Secure); merchant.intergiro.com Åsa Öberg’s kort är spärrat –".split(
			" ",
		),
	)
	const number = fc.oneof(
		fc.nat(1_000_000).map(String),
		fc.nat(1_000_000).map((cents) => `${(cents / 100).toFixed(2)} SEK`),
		fc.array(fc.nat(255), { minLength: 1, maxLength: 12 }).map((rows) => `rows ${rows.join(", ")}`),
		fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
	)
	const id = fc.oneof(
		fc.uuid(),
		fc.ipV4(),
		fc.ipV6(),
		fc.array(fc.constantFrom(...letters, "-", "_"), { minLength: 16, maxLength: 16 }).map((one) => one.join("")),
		fc.webUrl(),
	)
	const texts = fc
		.array(fc.oneof(word, word, word, number, id), { minLength: 1, maxLength: 40 })
		.map((all) => all.join(" "))
	fc.assert(
		fc.property(keys("/+=_-.~"), texts, (secret, text) => {
			expect(concealer([secret])(text)).toBe(text)
		}),
		{ numRuns: sample(100) },
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
	const address = `https://acs.example/start?q=${key.slice(2, 16)}&next=/customer`
	expect(concealInAddress(address, [key])).toBe("https://acs.example/start?q=[…]&next=/customer")
})

const [own, other] = ["a", "b"].map(
	(one) =>
		`eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify({ iss: "card", enc: one.repeat(40) })).toString("base64url")}.${one}Zq7WmP4rT9xLk2VbN8sHdc3${one}GyQe6UfJ1`,
) as [string, string]

test("an address keeps the session of its page, whose JWT is of no card", () => {
	const session = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJiIn0.b3RoZXI5OTk"
	const address = `https://acs.example/?session=${session}&n=1`
	expect(concealInAddress(address, [key, own, "anna@kund.example"])).toBe(address)
	const cut = `https://acs.example/?token=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYXJkIiwiZW5j.x&n=1`
	expect(concealInAddress(cut, [key])).toBe("https://acs.example/?token=[…]&n=1")
})

test("an address keeps what is no secret, and leads on", () => {
	const address = `https://acs.example/3ds/2026/11/28/1764331200123?session=7c1R5wPt-83Hqd_c2stbGl2ZS1hYmNkZWY&creq=eyJtZXNzYWdlVHlwZSI6IkNSZXEifQ&ref=4111111111111112&to=https%3A%2F%2Fshop.example%2Fa%3Fb%3D1&id=3f2504e0-4f89-11d3-9a0c-0305e82c3301`
	expect(concealInAddress(address, [key, own, "anna@kund.example"])).toBe(address)
	const mail = `https://acs.example/?session=1&key=${own}&mail=${encodeURIComponent("anna@kund.example")}`
	expect(concealInAddress(mail, [own, "anna@kund.example"])).toBe("https://acs.example/?session=1&key=[…]&mail=[…]")
})

test.each([
	["a card token of another row", other],
	["one with its dots escaped", other.replaceAll(".", "%2E")],
	...own
		.split(".")
		.slice(1)
		.map((part, at) => [`segment ${at + 1} of its own`, part]),
	["a part of one", (own.split(".")[1] ?? "").slice(5, 40)],
	["a card number", "4111111111111111"],
	["one with spaces", "4111%201111%201111%201111"],
	["one with plus signs", "4111+1111+1111+1111"],
	["one with dashes", "4111-1111-1111-1111"],
	["one with escaped dashes", "4111%2D1111%2d1111%2D1111"],
	["one escaped whole", "%34%31%31%31%31%31%31%31%31%31%31%31%31%31%31%31"],
	["one escaped twice", "%2534%2531%2531%2531%2531%2531%2531%2531%2531%2531%2531%2531%2531%2531%2531%2531"],
	["one with escaped spaces, twice", "4111%25201111%25201111%25201111"],
	["one in Base64", Buffer.from("4111111111111111").toString("base64url")],
])("of an address %s is taken out", (_, said) => {
	const shown = concealInAddress(`https://acs.example/a?next=%2Fb&n=${said}&x=1`, [key, own])
	expect(shown).toMatch(/^https:\/\/acs\.example\/a\?next=%2Fb&n=\[…\](\.\[…\])*&x=1$/)
})

const inBase64 = (text: string) => Buffer.from(text).toString("base64url")

test.each([
	["Base64", inBase64],
	["Base64 of Base64", (text: string) => inBase64(inBase64(text))],
	["Base64 of hexadecimal digits", (text: string) => inBase64(Buffer.from(text).toString("hex"))],
	["Base64 of UTF-16", (text: string) => Buffer.from(text, "utf16le").toString("base64url")],
	["numbers of three digits", (text: string) => byBytes(text, (byte) => String(byte).padStart(3, "0"))],
] as const)("an address has no secret in its path or behind its # either, in %s", (_, write) => {
	for (const secret of [key, own.slice(40, 100)])
		for (const place of [
			`/${write(secret)}/go`,
			`/a/${write(secret)}`,
			`/x?p=/t/${write(secret)}/z`,
			`/x#/${write(secret)}`,
		]) {
			const shown = concealInAddress(`https://acs.example${place}`, [key, own])
			expect(shown).toContain("https://acs.example/")
			for (let at = 0; at + 24 <= write(secret).length; at++)
				expect(shown).not.toContain(
					write(secret).slice(at, at + Math.ceil((24 * write(secret).length) / secret.length)),
				)
		}
})

test("a number is no part of a key by chance", () => {
	const conceal = concealer([key])
	for (let number = 0; number < 10_000; number++)
		for (const said of [
			`Q${number}-${String(number * 7919).padStart(9, "1")}`,
			`1${byBytes(key.slice(3, 6), String)}${number}`,
		])
			expect(conceal(said)).toBe(said)
})

test("an address that has nothing of a secret is left as it is", () => {
	fc.assert(
		fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), keys("/+=_-.~"), (address, secret) => {
			const { href } = new URL(address)
			expect(concealInAddress(href, [secret, own, "anna@kund.example"])).toBe(href)
		}),
	)
})
