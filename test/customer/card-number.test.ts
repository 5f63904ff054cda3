import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { hasCardNumber, maskCardNumbers } from "../../src/customer/card-number.ts"
import { hasMaskedCardNumber } from "../../src/customer/masked-card-number.ts"
import { sample } from "../sample.ts"

/** Test numbers that the schemes and processors publish. */
const published = [
	"4111111111111111",
	"4012888888881881",
	"4222222222222",
	"4571736012345678".slice(0, 15),
	"5555555555554444",
	"5105105105105100",
	"2223003122003222",
	"2720994326581252",
	"378282246310005",
	"371449635398431",
	"30569309025904",
	"38520000023237",
	"36227206271667",
	"6011111111111117",
	"6011000990139424",
	"3530111333300000",
	"3566002020360505",
	"6200000000000005",
	"6759649826438453",
	"5019717010103742",
	"4035501000000008",
].map((digits) => (digits.length === 15 && digits.startsWith("4") ? withCheckDigit(digits) : digits))

function withCheckDigit(digits: string): string {
	let sum = 0
	for (const [index, digit] of [...digits].reverse().entries()) {
		const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
		sum += value > 9 ? value - 9 : value
	}
	return digits + ((10 - (sum % 10)) % 10)
}

/** Issuer prefixes and lengths, written from the schemes' own lists rather than from the code under test. */
const prefixes: readonly (readonly [string, number])[] = [
	["4", 13],
	["4", 16],
	["4", 19],
	["51", 16],
	["55", 16],
	["2221", 16],
	["2500", 16],
	["2720", 16],
	["34", 15],
	["37", 15],
	["300", 14],
	["305", 14],
	["36", 14],
	["38", 14],
	["6011", 16],
	["644", 16],
	["65", 16],
	["3528", 16],
	["3589", 16],
	["62", 16],
	["62", 17],
	["62", 18],
	["62", 19],
	["5018", 16],
	["5019", 16],
	["6304", 18],
	["6759", 19],
	["6761", 13],
]

const cardNumber = fc.constantFrom(...prefixes).chain(([prefix, length]) =>
	fc
		.array(fc.integer({ min: 0, max: 9 }), {
			minLength: length - prefix.length - 1,
			maxLength: length - prefix.length - 1,
		})
		.map((digits) => withCheckDigit(prefix + digits.join(""))),
)

const separators = ["", " ", "-", "\u00a0", "\u2009", "\u202f", "\u2011", "\u2013", " - ", ".", "\u200b", "\u00ad", "_"]
const widths = [
	(digit: string) => digit,
	(digit: string) => String.fromCharCode(0xff10 + Number(digit)),
	(digit: string) => String.fromCharCode(0x0660 + Number(digit)),
]

const disguised = fc
	.tuple(
		cardNumber,
		fc.constantFrom(...separators),
		fc.constantFrom<readonly number[]>([4, 8, 12], [4, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [6, 12], [8], []),
		fc.constantFrom(...widths),
		fc.constantFrom("", "'", "card ", "Kort: ", "=", '"', "(", "nr. ", "PAN:", "Visa"),
		fc.constantFrom("", "'", " ", ")", " exp 12/27", ", Visa", "giltigt", '"', ";", " / 123"),
	)
	.map(([number, separator, breaks, width, before, after]) => ({
		number,
		text:
			before +
			[...number].map((digit, index) => (breaks.includes(index) ? separator : "") + width(digit)).join("") +
			after,
	}))

test.each(published)("%s is a card number", (number) => {
	expect(hasCardNumber(number)).toBe(true)
	expect(maskCardNumbers(number)).toBe(number.slice(0, 6) + "*".repeat(number.length - 10) + number.slice(-4))
})

test.each([
	"4111 1111\n1111 1111",
	"41111111\r\n11111111",
	"4111\u20281111\u00851111\v1111",
	"4111/1111/1111/1111",
	"4111,1111,1111,1111",
	"(4111)(1111)(1111)(1111)",
	"4111     1111     1111     1111",
	"4111&nbsp;1111&nbsp;1111&nbsp;1111",
	"https://example.com/?pan=4111%201111%201111%201111&x=1",
	"pan%3D4111111111111111",
	"4111+1111+1111+1111",
	'{"pan":4111111111111111,"exp":1227}',
	"4,111,111,111,111,111",
	"%B4111111111111111^DOE/JOHN^2712101?",
	";4111111111111111=27121011000012345678?",
	"0004111111111111111",
	"nr4111111111111111",
	"PAN4111111111111111X",
	"PAN: 4111 1111 1111 1111AB",
	"card no. 4111111111111111x",
	"Kortnummer 4111111111111111A2",
	"Kreditkortsnr: 4111111111111111A",
	"visa 4111-1111-1111-1111V",
	"CC 4111111111111111",
	"DK5000400440116243 4111111111111111",
	"SE35 5000 0000 0549 1000 0003, 4111111111111111",
	"SE35 5000 0000 0549 1000 0003 4111 1111 1111 1111",
	"SE556703748501 4111111111111111",
	"४१११ ११११ ११११ ११११",
	"๔๑๑๑๑๑๑๑๑๑๑๑๑๑๑๑",
	[..."4111111111111111"].join("\u202a"),
	[..."4111111111111111"].join("\u0301"),
	[..."4111111111111111"].join("\u180e"),
])("%j holds a card number, and does not after masking", (text) => {
	expect(hasCardNumber(text)).toBe(true)
	const masked = maskCardNumbers(text)
	expect(hasCardNumber(masked)).toBe(false)
	expect(masked.split("*").length - 1).toBe(6)
	expect([hasMaskedCardNumber(text), hasMaskedCardNumber(masked)]).toEqual([false, true])
})

test.each([
	"4111*1111*1111*1111",
	"378282246310005",
	"3782/822463/10005",
	"4222222222222",
	"6304000000000000000",
	"４１１１１１１１１１１１１１１１",
	"４１１１ １１１１ １１１１ １１１１",
	"0004111111111111111",
	"０００4111111111111111",
	"4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1",
	"4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
	"4111111111111111@example.com",
	"Bertil 4111111111111111 Gatan 5500 0000 0000 0004",
])("what is left of %j is known for a masked card number", (text) => {
	expect(hasMaskedCardNumber(text)).toBe(false)
	expect(hasMaskedCardNumber(maskCardNumbers(text))).toBe(true)
})

test.each([
	"**** 1111",
	"411111XXXXXX1111",
	"411111**1111",
	"411111**********1111",
	"12345***7890",
	"SE45500000***7466",
	"411111******11112",
	"a * b * c",
	"5 * 3 = 15, 123456 kr",
	"***",
])("%j is no masked card number", (text) => {
	expect(hasMaskedCardNumber(text)).toBe(false)
})

test("10,000 disguises are all found, and masked to the first six and last four digits", () => {
	fc.assert(
		fc.property(disguised, ({ number, text }) => {
			expect(hasCardNumber(text)).toBe(true)
			const masked = maskCardNumbers(text)
			expect(masked.length).toBe(text.length)
			expect(hasCardNumber(masked)).toBe(false)
			expect(masked.split("*").length - 1).toBe(number.length - 10)
			expect([hasMaskedCardNumber(text), hasMaskedCardNumber(masked)]).toEqual([false, true])
		}),
		{ numRuns: sample(700) },
	)
})

test("whatever a text holds, no card number is left in it after masking", () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(
					disguised.map(({ text }) => text),
					fc.string(),
					fc.stringMatching(/^[\d -]{0,30}$/),
				),
			),
			(parts) => {
				expect(hasCardNumber(maskCardNumbers(parts.join(" ")))).toBe(false)
			},
		),
		{ numRuns: sample(500) },
	)
})

test.each([
	["an IBAN", "SE35 5000 0000 0549 1000 0003"],
	["a Danish IBAN", "DK50 0040 0440 1162 43"],
	["an IBAN without spaces", "DK5000400440116243"],
	["a Norwegian phone number", "+47 22 86 44 00"],
	["a long German phone number", "+4915112345678"],
	["a Swedish personal number", "19121212-1212"],
	["a time stamp", "2024-11-23T21:00:20.123Z"],
	["a time stamp of digits", "20241123210020123"],
	["milliseconds", "1700000000000"],
	["two dates", "2024-01-05 2025-01-05"],
	["a masked card number", "411111******1111"],
	["a truncated card number", "4111 11XX XXXX 1111"],
	["a number with a letter before it", "K4111111111111111"],
	["a number with a letter behind it", "4111111111111111X"],
	["a number with a letter behind it, and a word before that is no card's", "order 4111111111111111X"],
	["a hash with a card's word in it", "japan4111111111111111c0ffee00d15ea5e0"],
	["a hash", "3f5a4111111111111111c0ffee00d15ea5e0"],
	["a UUID", "41111111-1111-4111-8111-111111111111"],
	["a number that fails the check", "4111111111111112"],
	["a number no issuer begins with", "9111111111111111"],
	["twenty digits", "41111111111111111111"],
	["a list of zip codes", "4111, 1111, 1111, 1111"],
	["a longer list", "4111/1111/1111/1111/5000"],
	["phone numbers on two lines", "090-0457166\n049-3934204"],
	["a German IBAN", "DE89 3704 0044 0532 0130 00"],
	["a Norwegian IBAN and a phone number", "NO93 8601 1117 947, 22 86 44 00"],
	["a number filled with zeros", "0000000411111"],
])("%s is no card number", (_, text) => {
	expect(hasCardNumber(text)).toBe(false)
	expect(maskCardNumbers(text)).toBe(text)
})

test("a text of 300,000 groups, or of 20,000 card numbers, takes no longer than its length warrants", () => {
	expect(hasCardNumber("1 ".repeat(300_000))).toBe(false)
	expect(hasCardNumber("1234567".repeat(100_000))).toBe(false)
	expect(maskCardNumbers("4111111111111111,".repeat(20_000))).toBe("411111******1111,".repeat(20_000))
})

/** Deterministic, so that the figures below are facts and not chances. */
function random(seed: number): () => number {
	let state = seed
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0
		return state / 2 ** 32
	}
}

describe("false alarms among 20,000 random values", () => {
	const next = random(20261123)
	const digits = (length: number) => Array.from({ length }, () => Math.floor(next() * 10)).join("")
	const hexadecimal = (length: number) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join("")
	const two = (value: number) => String(Math.floor(value)).padStart(2, "0")
	const alarms = (make: () => string) =>
		Array.from({ length: 20_000 }, make).filter((text) => hasCardNumber(text)).length

	test.each([
		["customer numbers of 4 to 12 digits", 0, () => digits(4 + Math.floor(next() * 9))],
		["customer numbers with a letter before", 0, () => `K${digits(8 + Math.floor(next() * 9))}`],
		["customer numbers with a letter behind", 0, () => `${digits(8 + Math.floor(next() * 9))}K`],
		["hashes after a card's word", 1, () => `card ${hexadecimal(32)}`],
		["phone numbers, national", 0, () => `0${digits(2)}-${digits(3)} ${digits(2)} ${digits(2)}`],
		["phone numbers, international", 0, () => `+${digits(2)} ${digits(3)} ${digits(4)} ${digits(4)}`],
		["dates", 0, () => `${1950 + Math.floor(next() * 90)}-${two(1 + next() * 12)}-${two(1 + next() * 28)}`],
		[
			"times to the millisecond, digits only",
			0,
			() => `20${two(next() * 40)}${two(1 + next() * 12)}${two(1 + next() * 28)}${digits(9)}`,
		],
		["UUIDs", 3, () => [8, 4, 4, 4, 12].map(hexadecimal).join("-")],
	])("%s: at most %i", (_, most, make) => {
		expect(alarms(make)).toBeLessThanOrEqual(most)
	})

	// Only Luhn and the first digits tell such numbers from card numbers: whoever numbers customers so is warned.
	test.each([
		[13, 230],
		[14, 120],
		[15, 80],
		[16, 690],
		[17, 140],
		[18, 230],
		[19, 490],
	])("random numbers of %i digits: at most %i", (length, most) => {
		expect(alarms(() => digits(length))).toBeLessThanOrEqual(most)
	})
})
