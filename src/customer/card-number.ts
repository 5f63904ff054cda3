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
	let others = text.length - least
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index)
		if ((code < 48 || code > 57) && code <= 127 && --others < 0) return false
	}
	return others >= 0
}

/** From where to where each card number of a text stands. */
export function cardNumbersIn(text: string): readonly (readonly [from: number, to: number])[] {
	if (!mayHaveDigits(text, shortest)) return []
	return cardNumbers(text, shortest).map((digits) => [digits[0] ?? 0, (digits.at(-1) ?? 0) + 1])
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
	let all = 0
	for (let index = 0; index <= text.length; index++) {
		const code = index < text.length ? text.charCodeAt(index) : -1
		if (digitOf(code) >= 0) {
			if (digits === 0) start = index
			digits++
			all++
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
	return found ?? (all >= least ? inGroups(text, least) : none)
}

const none: readonly (readonly number[])[] = []

/** Groups as on a card, or of thousands, with anything between them as long as it is the same: `4111/1111/1111/1111`. */
const groups =
	/(?<!\d)\d{4}(\D{1,6}|%20)\d{4}\1\d{4}\1\d{4}(?!\d)|(?<!\d)\d{4}(\D{1,6}|%20)\d{6}\2\d{5}(?!\d)|(?<!\d)\d{1,3}([,'’])\d{3}(?:\3\d{3}){3,5}(?!\d)/g

function inGroups(text: string, least: number): readonly (readonly number[])[] {
	const found: (readonly number[])[] = []
	for (const { 0: match, 1: first, 2: second, 3: third, index } of text.matchAll(groups)) {
		const between = first ?? second ?? third ?? ""
		const end = index + match.length
		// A comma and a space, or more such groups before or after: a list of numbers.
		if (/^[,;] /.test(between)) continue
		const before = text.slice(0, index)
		if (before.endsWith(between) && /\d$/.test(before.slice(0, -between.length))) continue
		if (text.startsWith(between, end) && /\d/.test(text.charAt(end + between.length))) continue
		const positions: number[] = []
		for (let position = index; position < end; )
			if (text.startsWith(between, position)) position += between.length
			else positions.push(position++)
		const digits = positions.map((position) => text.charAt(position)).join("")
		if (digits.length >= least && isCardNumber(digits)) found.push(positions)
	}
	return found
}

/** Searches a run of digits and separators: a card number begins and ends where a group of digits does. */
function inRun(text: string, from: number, to: number, least: number): readonly (readonly number[])[] {
	const isNamed = cardName.test(text.slice(Math.max(0, from - 20), from))
	const identified = /(?:^|[^A-Z])([A-Z]{2})$/.exec(text.slice(Math.max(0, from - 3), from))?.[1]
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
	let free =
		identified === undefined || cardWord.test(identified) ? 0 : identifierLength(identified, digits, boundaries)
	for (const [index, boundary] of boundaries.entries()) {
		if (boundary < free || (boundary === 0 && isIdentifier(text, from - 1, -1))) continue
		const zeros = boundary + (/^0*/.exec(digits.slice(boundary, boundaries[index + 1]))?.[0].length ?? 0)
		// Zeros before it are what fixed columns are filled with; fewer digits after them are any other number.
		const first = digits.length - zeros >= longestPhone ? zeros : boundary
		const plus = first === 0 && text[from - 1] === "+"
		const minimum = plus ? longestPhone + 1 : first > boundary ? longestPhone : least
		const ends = boundaries.slice(index + 1, index + 1 + (first > boundary ? 1 : longest)).reverse()
		const end = ends.find(
			(last) =>
				last - first >= minimum &&
				last - boundary <= longest &&
				isCardNumber(digits.slice(first, last)) &&
				isInOnePiece(text.slice(positions[first], (positions[last - 1] ?? 0) + 1)) &&
				!(last === digits.length && !isNamed && isIdentifier(text, (positions.at(-1) ?? 0) + 1, 1)),
		)
		if (end === undefined) continue
		found.push(positions.slice(first, end))
		free = end
	}
	return found
}

/** Over several lines only groups of four make a card number: two phone numbers in a cell are none. */
function isInOnePiece(text: string): boolean {
	return !/[\n\r]/.test(text) || text.split(/\P{Nd}+/u).every((group) => group.length % 4 === 0)
}

/** Digits of the IBANs of the home countries, after the country. */
const ibanDigits: Readonly<Record<string, number>> = { SE: 22, NO: 13, DK: 16, FI: 16, DE: 20 }

/** How many of `digits` belong to the IBAN or VAT number that begins with this country: its group, or several of four. */
function identifierLength(country: string, digits: string, boundaries: readonly number[]): number {
	const group = boundaries[1] ?? digits.length
	return group >= 8 ? group : (ibanDigits[country] ?? digits.length)
}

/** What announces a card number, whatever stands behind it: `PAN: 4111111111111111X`. */
const cardName =
	/(?<!\p{L})(?:pan|cards?|credit|debit|(?:kredit|bank|betal|debet)?(?:korts?|karten?)|kortti|visa|mastercard|master|maestro|amex|american express|diners|dankort|discover|jcb|cc)(?:\s?(?:no|nr|number|num|nummer|numero))?[^\p{L}\p{Nd}]{0,3}$/iu

/** Two letters that may stand before a card number, unlike those of an identifier. `NO` is Norway. */
const cardWord = /^(?:[cC][cC]|[nN][rR]|no|No)$/

/**
 * Whether the digits that end here are part of an identifier, such as a hash or a number with a letter before it, and
 * not a card number with a word written to it (`Visa4111…`).
 */
function isIdentifier(text: string, start: number, step: 1 | -1): boolean {
	let index = start
	while (isLetter(text.charCodeAt(index))) index += step
	const letters = Math.abs(index - start)
	if (step < 0 && isAnnounced(text.slice(Math.max(0, start - 2), start + 1), letters)) return false
	return letters > 0 && (letters < 3 || digitOf(text.charCodeAt(index)) >= 0)
}

/** After `nr`, the `%B` of a magnetic stripe, or a character of a URL as in `%3D`. */
function isAnnounced(before: string, letters: number): boolean {
	return (letters === 2 && cardWord.test(before.slice(-2))) || /%B$|%[\dA-F]{2}$/i.test(before)
}

function isCardNumber(digits: string): boolean {
	return (
		passesLuhn(digits) && schemes.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits))
	)
}

/** Whether the last digit is right by the check that numbers of cards have. */
export function passesLuhn(digits: string): boolean {
	let sum = 0
	for (let index = digits.length - 1, twice = false; index >= 0; index--, twice = !twice) {
		const digit = digits.charCodeAt(index) - 48
		sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
	}
	return sum % 10 === 0
}

/** The value of a digit of any script, plain or full-width; -1 for anything else. */
export function digitOf(code: number): number {
	if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1
	if (code < 0x0660 || !isDecimal(code)) return -1
	// In Unicode the ten digits of a script begin at …0 or at …6.
	const line = code & ~15
	return code - (isDecimal(line) ? line : line + 6)
}

function isDecimal(code: number): boolean {
	return /\p{Nd}/u.test(String.fromCharCode(code))
}

/** Space, line break, dash, dot or underscore of any kind, or a character without width. */
function isSeparator(code: number): boolean {
	if (code < 128)
		return code === 32 || code === 45 || code === 46 || code === 95 || (code >= 9 && code <= 13) || code === 0
	return wideSeparator.test(String.fromCharCode(code))
}

const wideSeparator = /[\p{Z}\p{Pd}\p{Cf}\p{Mn}\u0085\u00b7\u2022\u2043\u2212\u3164\uff0e\uff3f]/u

function isVisible(code: number): boolean {
	return code < 128 || !/[\p{Cf}\p{Mn}]/u.test(String.fromCharCode(code))
}

function isLetter(code: number): boolean {
	if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
	return /\p{L}/u.test(String.fromCharCode(code))
}
