/**
 * A card number is 13 to 19 digits of any width, with spaces, dashes or dots between them, that pass the Luhn check and
 * begin as the numbers of a scheme do. These are the schemes' prefixes and lengths.
 */
const schemes: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
	{ prefix: /^4/, lengths: [13, 16, 19] }, // Visa, Dankort with Visa
	{ prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] }, // Mastercard
	{ prefix: /^3[47]/, lengths: [15] }, // American Express
	{ prefix: /^(?:30[0-5]|3095|3[689])/, lengths: [14] }, // Diners Club
	{ prefix: /^36/, lengths: [16, 19] }, // Diners Club of late
	{ prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] }, // Discover
	{ prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] }, // JCB
	{ prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19] }, // UnionPay
	{ prefix: /^(?:5018|5020|5038|5893|6304|6390|6703|6709|6759|676[1-3]|6771)/, lengths: [13, 14, 15, 16, 17, 18, 19] }, // Maestro
	{ prefix: /^(?:50|5[6-8]|6[037])/, lengths: [16, 18, 19] }, // Maestro, Dankort (5019), Forbrugsforeningen and others
	{ prefix: /^220[0-4]/, lengths: [16, 17, 18, 19] }, // Mir
	{ prefix: /^9792/, lengths: [16] }, // Troy
]

const shortest = 13
const longest = 19
/** The longest phone number of E.164: what follows a `+` is no card number unless it is longer. */
const longestPhone = 15

/** Whether a text holds a card number. Cheap where it does not: asked of every cell. */
export function hasCardNumber(text: string, least = shortest): boolean {
	return mayHaveDigits(text, least) && cardNumbers(text, least).length > 0
}

/** Whether a text has so many digits; a character beyond ASCII may be one. */
function mayHaveDigits(text: string, least: number): boolean {
	let left = least
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index)
		if (((code >= 48 && code <= 57) || code > 127) && --left === 0) return true
	}
	return false
}

/** Masks every card number in a text to its first six and last four digits. */
export function maskCardNumbers(text: string): string {
	let masked = text
	// What is left of two neighbours may look like a third.
	while (hasCardNumber(masked)) masked = maskedOnce(masked)
	return masked
}

function maskedOnce(text: string): string {
	const pieces: string[] = []
	let from = 0
	for (const card of cardNumbers(text, shortest)) {
		for (const position of card.slice(6, -4)) {
			pieces.push(text.slice(from, position), "*")
			from = position + 1
		}
		const end = (card.at(-1) ?? from) + 1
		pieces.push(text.slice(from, end))
		from = end
	}
	return pieces.join("") + text.slice(from)
}

/** Where the digits of each card number stand. */
function cardNumbers(text: string, least: number): readonly (readonly number[])[] {
	let found: (readonly number[])[] | undefined
	let digits = 0
	let start = 0
	let gap = 0
	for (let index = 0; index <= text.length; index++) {
		const code = index < text.length ? text.charCodeAt(index) : 0
		if (digitOf(code) >= 0) {
			if (digits === 0) start = index
			digits++
			gap = 0
		} else if (digits > 0 && (gap >= 3 || !isSeparator(code))) {
			if (digits >= least) {
				found ??= []
				for (const card of inRun(text, start, index, least)) found.push(card)
			}
			digits = 0
			gap = 0
		} else gap++
	}
	return found ?? none
}

const none: readonly (readonly number[])[] = []

/** Searches a run of digits and separators: a card number begins and ends where a group of digits does. */
function inRun(text: string, from: number, to: number, least: number): readonly (readonly number[])[] {
	if (/(?:^|[^A-Z])[A-Z]{2}$/.test(text.slice(Math.max(0, from - 3), from))) return none // an IBAN, a VAT number
	const positions: number[] = []
	let digits = ""
	const boundaries = [0]
	for (let index = from; index < to; index++) {
		const digit = digitOf(text.charCodeAt(index))
		if (digit >= 0) {
			positions.push(index)
			digits += digit
		} else if (isVisible(text.charCodeAt(index)) && boundaries.at(-1) !== digits.length) boundaries.push(digits.length)
	}
	if (boundaries.at(-1) !== digits.length) boundaries.push(digits.length)
	const found: (readonly number[])[] = []
	let free = 0
	for (const [index, first] of boundaries.entries()) {
		if (first < free || (first === 0 && isIdentifier(text, from - 1, -1))) continue
		const minimum = first === 0 && text[from - 1] === "+" ? longestPhone + 1 : least
		const ends = boundaries.slice(index + 1, index + 1 + longest).reverse()
		const end = ends.find(
			(last) =>
				last - first >= minimum &&
				last - first <= longest &&
				!(last === digits.length && isIdentifier(text, (positions.at(-1) ?? 0) + 1, 1)) &&
				isCardNumber(digits.slice(first, last)),
		)
		if (end === undefined) continue
		found.push(positions.slice(first, end))
		free = end
	}
	return found
}

/**
 * Whether the digits that end here are part of an identifier, such as a hash or a number with a letter before it, and
 * not a card number with a word written to it (`Visa4111…`).
 */
function isIdentifier(text: string, start: number, step: 1 | -1): boolean {
	let index = start
	while (isLetter(text.charCodeAt(index))) index += step
	const letters = Math.abs(index - start)
	return letters > 0 && (letters < 3 || digitOf(text.charCodeAt(index)) >= 0)
}

function isCardNumber(digits: string): boolean {
	return (
		passesLuhn(digits) && schemes.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits))
	)
}

function passesLuhn(digits: string): boolean {
	let sum = 0
	for (let index = digits.length - 1, twice = false; index >= 0; index--, twice = !twice) {
		const digit = digits.charCodeAt(index) - 48
		sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
	}
	return sum % 10 === 0
}

/** The value of a digit: plain, full-width, or Arabic-Indic; -1 for anything else. */
function digitOf(code: number): number {
	if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1
	if (code >= 0xff10 && code <= 0xff19) return code - 0xff10
	if (code >= 0x0660 && code <= 0x0669) return code - 0x0660
	if (code >= 0x06f0 && code <= 0x06f9) return code - 0x06f0
	return -1
}

/** Space, dash, dot or underscore of any kind, or a character without width. */
function isSeparator(code: number): boolean {
	if (code < 128) return code === 32 || code === 45 || code === 46 || code === 95 || code === 9
	return wideSeparator.test(String.fromCharCode(code))
}

const wideSeparator = /[\p{Zs}\p{Pd}\u00ad\u00b7\u2022\u2043\u2212\u200b-\u200f\u2060\ufeff\uff0e\uff3f]/u

function isVisible(code: number): boolean {
	return code < 128 || !/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(String.fromCharCode(code))
}

function isLetter(code: number): boolean {
	if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
	return /\p{L}/u.test(String.fromCharCode(code))
}
