/** What a text comes to when it is read in some way. */
export interface Reading {
	readonly text: string
	/** Where in the text that was given a character of it begins. */
	from(at: number): number
	/** Where it ends. */
	to(at: number): number
	/** The spaces between its words are left away: what ends with a space does not end there any more. */
	readonly isJoined?: boolean
}

type Way = (text: string) => readonly Piece[] | undefined
/** A character, and from where to where it stands. */
type Piece = readonly [character: string, from: number, to: number]

/** Nothing that anybody sends is written in itself more often, or is longer; that bounds the work. */
const deepest = 4
const mostCharacters = 200_000

/** An escape sequence of a terminal. */
const sequence = "[\\u001b\\u009b]\\[?[0-?]*[ -/]*[@-~]?"
export const sequences = new RegExp(sequence, "g")

/** What has neither width nor effect of its own, or no sign that is known. */
const without = "\\p{Cf}\\p{M}\\p{Co}\\p{Cn}\\u115f\\u1160\\u2800\\u3164\\uffa0"
const weightless = new RegExp(`[${without}]+`, "gu")

/** What no eye sees between two letters: white space, control and format characters, marks that are put on a letter, and tags of a page. */
const unseen = new RegExp(`${sequence}|</?[a-z][^<>]*>|[\\p{Z}\\p{Cc}${without}]+`, "giu")

/** A byte as URLs, strings, pages and JSON write one; of each alternative the digits, in the radix of `radixes`. */
const escaped =
	/%([\da-f]{2})|[\\0]x([\da-f]{2})|\\?u\{0*([\da-f]{1,6})\}|[\\%]u([\da-f]{4})|&#x0*([\da-f]{1,6});?|&#0*(\d{1,7});?|\\([0-3]?[0-7]{2})|\\([^\w\s]|[0abefnrtv])|&(amp|lt|gt|quot|apos|sol|equals|plus|shy|zwj|zwnj|nbsp|tab|newline|ensp|emsp|thinsp|commat|period|hyphen|dash);/gi
const radixes = [16, 16, 16, 16, 16, 10, 8]
const controls: Readonly<Record<string, string>> = {
	"0": "\0",
	a: "\u0007",
	b: "\b",
	e: "\u001b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "\t",
	v: "\v",
}
const named: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	sol: "/",
	equals: "=",
	plus: "+",
	shy: "\u00ad",
	zwj: "\u200d",
	zwnj: "\u200c",
	nbsp: "\u00a0",
	tab: "\t",
	newline: "\n",
	ensp: "\u2002",
	emsp: "\u2003",
	thinsp: "\u2009",
	commat: "@",
	period: ".",
	hyphen: "-",
	dash: "-",
}

/** One number among others, with the prefixes that say how it is written. */
const numbers: readonly (readonly [radix: number, form: RegExp])[] = [
	[16, /^(?:0x|x|u|(?:25)+(?=..$))?((?:[\da-f]{2})+|[\da-f])h?$/i],
	[10, /^0*(\d{1,3}|65[2-3]\d\d)$/],
	[8, /^(?:0o|o)?0*([0-7]{1,3})$/],
	[2, /^(?:0b)?([01]{7,8})$/],
]

const plainSigns = /^[\w+/.,:;=~-]*$/

/** Without what cannot be seen, and plain letters for those that only look otherwise (`Ａ`, `𝐀`). */
const seen =
	(gaps: RegExp): Way =>
	(text) =>
		plainSigns.test(text) || (text.search(gaps) < 0 && text.normalize("NFKC") === text)
			? undefined
			: replaced(text, gaps, () => undefined)

const encoded = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g

/** Bytes as the characters that they are together. */
const fromUtf8: Way = (text) =>
	/[\xc2-\xf4][\x80-\xbf]/.test(text)
		? replaced(text, encoded, ([bytes]) => Buffer.from(bytes, "latin1").toString())
		: undefined

/** Every character of a text, with what is found replaced. */
function replaced(text: string, sought: RegExp, by: (found: RegExpExecArray) => string | undefined): readonly Piece[] {
	const pieces: Piece[] = []
	let end = 0
	const keep = (to: number) => {
		while (end < to) {
			const one = String.fromCodePoint(text.codePointAt(end) ?? 0)
			if (one < "\u0080") {
				pieces.push([one, end, ++end])
				continue
			}
			for (const unit of one.normalize("NFKC").split("")) pieces.push([unit, end, end + one.length])
			end += one.length
		}
	}
	for (const found of text.matchAll(sought)) {
		const { 0: whole, index } = found
		keep(index)
		end = index + whole.length
		for (const unit of (by(found) ?? "").split("")) pieces.push([unit, index, end])
	}
	keep(text.length)
	return pieces
}

/** Letters and digits alone, whatever stands between them. */
const alone: Way = (text) =>
	/^[a-z\d]*$/i.test(text)
		? undefined
		: Array.from(text.matchAll(/[a-z\d]/gi), ({ 0: letter, index }) => [letter, index, index + 1])

const unescaped: Way = (text) =>
	/[%\\&]|u\{|0x/i.test(text)
		? replaced(text, escaped, ([whole, ...groups]) => {
				const which = groups.findIndex((group) => group !== undefined)
				const said = groups[which] ?? ""
				const radix = radixes[which]
				if (radix === undefined) return controls[said] ?? named[said.toLowerCase()] ?? said
				const code = Number.parseInt(said, radix)
				return code > 0x10ffff ? whole : String.fromCodePoint(code)
			})
		: undefined

/** A byte as mails write one, which may be a value of a URL as well. */
const quoted: Way = (text) =>
	/=[2-9a-f][\da-f]/i.test(text)
		? replaced(text, /=([2-9a-f][\da-f])/gi, ([, byte = ""]) => String.fromCharCode(Number.parseInt(byte, 16)))
		: undefined

/** All numbers that may be bytes as the characters that these are, however they are separated. */
const inNumbers =
	(radix: number, form: RegExp): Way =>
	(text) => {
		// One word alone is a run.
		if (/^\w*$/.test(text) || text.replace(/[^\da-f]+/gi, "").length < 16) return undefined
		const pieces: Piece[] = []
		for (const { 0: word, index } of text.matchAll(/[a-z\d]+/gi)) {
			const digits = form.exec(word)?.[1]
			if (digits === undefined) continue
			for (const one of radix === 16 ? (digits.match(/ff[0-5].|../gi) ?? [digits]) : [digits]) {
				const code = Number.parseInt(one, radix)
				// No sign is below: of a character that has two bytes one is 0. Above are wide letters.
				if ((code >= 32 && code <= 255) || (code > 0xff00 && code < 0xff5f))
					pieces.push([String.fromCharCode(code), index, index + word.length])
			}
		}
		return pieces
	}

/** Bytes that somebody may read: printed letters, and what UTF-8 and UTF-16 make of them. Eight in a row are hardly chance. */
const legible = /(?:[\0\t\n\r -~]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){8,}/g

/**
 * Out of a run of signs that stand for bytes, whatever stands right before and behind them: decoded from each of its first signs on, as
 * nobody knows where the bytes begin.
 * @param signs that stand for one byte
 */
const inRuns =
	(run: RegExp, offsets: number, signs: number, decode: (run: string) => string): Way =>
	(text) => {
		const pieces: Piece[] = []
		for (const { 0: word, index } of text.matchAll(run))
			for (let offset = 0; offset < offsets; offset++)
				for (const { 0: found, index: first } of decode(word.slice(offset)).matchAll(legible)) {
					const place = (at: number) => index + offset + (first + at) * signs
					// Of what was decoded elsewhere it is no part.
					if (pieces.length > 0) pieces.push(["\n", Math.floor(place(0)), Math.floor(place(0))])
					for (const [at, letter] of found.split("").entries())
						if (letter !== "\0") pieces.push([letter, Math.floor(place(at)), Math.ceil(place(at + 1))])
				}
		return pieces
	}

const decoders: readonly Way[] = [
	inRuns(/[\w+/-]{12,}/g, 4, 4 / 3, (run) => Buffer.from(run, "base64").toString("latin1")),
	inRuns(/[\da-f]{16,}/gi, 2, 2, (run) => Buffer.from(run, "hex").toString("latin1")),
	// Bytes of as many digits each, with nothing between them.
	...[
		[3, 10],
		[3, 8],
		[4, 10],
		[4, 8],
	].map(([digits = 0, radix = 0]) => {
		const byte = new RegExp(`.{${digits}}`, "g")
		return inRuns(new RegExp(`[0-${radix - 1}]{${8 * digits},}`, "g"), digits, digits, (run) =>
			(run.match(byte) ?? []).map((one) => String.fromCharCode(Number.parseInt(one, radix))).join(""),
		)
	}),
]

/** Letters that are only written as tags, and not seen. */
const fromTags: Way = (text) =>
	/[\u{e0020}-\u{e007e}]/u.test(text)
		? replaced(text, /[\u{e0020}-\u{e007e}]/gu, ([tag]) => String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000))
		: undefined

const joined = seen(unseen)

const inside: readonly Way[] = [
	fromTags,
	unescaped,
	quoted,
	...numbers.map(([radix, form]) => inNumbers(radix, form)),
	seen(weightless),
	joined,
	fromUtf8,
	...decoders,
]

function read({ from, to, text, isJoined = false }: Reading, way: Way): Reading | undefined {
	const pieces = way(text)
	if (pieces === undefined) return undefined
	return {
		text: pieces.map(([one]) => one).join(""),
		from: (at) => from(pieces[at]?.[1] ?? 0),
		to: (at) => to((pieces[at]?.[2] ?? 1) - 1),
		// What is decoded has spaces of its own.
		isJoined: way === joined || (isJoined && !decoders.includes(way)),
	}
}

/** A short word or id, or words without a digit: what is written in other signs than its own is longer, and has some. */
const plain = /^(?:[\w-]{0,23}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[a-z .,:;'’()“”-]*)$/i

/**
 * All that a text may be read as, at least `shortest` characters each: as it is, without what cannot be seen, with every byte that is
 * written as a number or escaped in place of it, out of Base64, and these of one another.
 */
export function* readings(text: string, shortest: number): Generator<Reading> {
	const whole: Reading = { text, from: (at) => at, to: (at) => at + 1 }
	if (plain.test(text)) {
		yield whole
		const letters = read(whole, joined)
		if (letters) yield letters
		return
	}
	let left = mostCharacters
	const known = new Set<string>()
	let latest = [whole]
	for (let depth = 0; depth <= deepest && latest.length > 0; depth++) {
		const next: Reading[] = []
		for (const reading of latest) {
			if (reading.text.length < shortest || known.has(reading.text) || left < 0) continue
			known.add(reading.text)
			left -= reading.text.length
			yield reading
			for (const way of inside) {
				const other = read(reading, way)
				if (other) next.push(other)
			}
		}
		latest = next
	}
}

/** The letters and digits of a reading alone; nothing where it has nothing else. */
export function lettersOf(reading: Reading): Reading | undefined {
	return read(reading, alone)
}

/** The same text without what cannot be seen, and its letters and digits alone. */
export function bareForms(text: string): readonly string[] {
	const seen = joined(text)
	return [seen ? seen.map(([one]) => one).join("") : text, text.replace(/[^a-z\d]+/gi, "")]
}
