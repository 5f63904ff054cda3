import { claimsOf, isJwt } from "../customer/claims.ts"
import { cardNumbersRead } from "./private.ts"
import { bareForms, lettersOf, readings } from "./readings.ts"
import { type Range, without } from "./without.ts"

/** So many characters in a row of a secret are a part of it that nobody may see; fewer are in many words. */
const shortest = 8
/** Of an address, where fewer may be a word of it. */
const shortestInAddress = 12
/** Of a segment of a JWT, which begins as those of others do. */
export const longerPart = 16

const forms: readonly ((secret: string) => string)[] = [
	(secret) => secret,
	encodeURIComponent,
	(secret) => JSON.stringify(secret).slice(1, -1),
	(secret) => Buffer.from(secret).toString("hex"),
	// Behind other bytes, as behind a word or a name, Base64 has other letters of it; those that it shares with them are left away.
	...(["base64", "base64url"] as const).flatMap((form) =>
		[0, 1, 2].map((before) => (secret: string) => {
			const written = Buffer.from("\0".repeat(before) + secret).toString(form)
			return before === 0 ? written : written.slice(before + 1)
		}),
	),
	// Byte by byte, as a URL, a string or a page may have each.
	...["%", "\\x", "\\u00"].map((sign) => (secret: string) => byBytes(secret, (byte) => sign + hex(byte))),
	(secret) => byBytes(secret, (byte) => `&#${byte};`),
	(secret) => byBytes(secret, (byte) => `&#x${byte.toString(16)};`),
]

const hex = (byte: number) => byte.toString(16).padStart(2, "0")
const byBytes = (text: string, write: (byte: number) => string) => Array.from(Buffer.from(text), write).join("")

/** How a part of a secret may stand in a text that cannot be read otherwise, as it stands among other signs. */
function writtenAs(part: string): readonly string[] {
	const bytes = Buffer.from(part)
	// Behind other bytes Base64 has other letters of it; those that it shares with what is before and behind are left away.
	const base64 = (["base64", "base64url"] as const).flatMap((form) =>
		[0, 1, 2].map((before) =>
			Buffer.concat([Buffer.alloc(before), bytes])
				.toString(form)
				.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6)),
		),
	)
	return [part, bytes.toString("hex"), bytes.join(""), ...base64]
}

/**
 * Puts `[…]` in place of every part of the secrets, of eight characters and more, however it is written: as it is, in other letters,
 * as a URL, JSON, Base64 or hexadecimal digits have it, as numbers, and with whatever between its characters cannot be seen. Secrets of
 * fewer characters are not known from words, and stay.
 */
export function concealer(secrets: readonly string[], part = shortest): (text: string) => string {
	/** What parts look like in a text, by how that begins. */
	const parts = new Map<string, Set<string>>()
	const add = (written: string) => {
		const lower = inLowerCase(written)
		if (lower.length < part) return
		const begin = lower.slice(0, part)
		parts.set(begin, (parts.get(begin) ?? new Set()).add(lower))
	}
	for (const secret of secrets)
		for (const form of new Set([secret, ...bareForms(secret)]))
			for (let at = 0; at + part <= form.length; at++)
				for (const written of writtenAs(form.slice(at, at + part)))
					for (const one of [written, ...bareForms(written)]) add(one)
	/** Where a part begins and ends. */
	const findIn = function* (text: string) {
		const lower = inLowerCase(text)
		for (let at = 0; at + part <= lower.length; at++)
			for (const written of parts.get(lower.slice(at, at + part)) ?? [])
				if (lower.startsWith(written, at)) yield [at, at + written.length] as const
	}
	return (text) => {
		if (text.length < part || parts.size === 0) return text
		// Most of what is asked about is one short word, of which nothing is found.
		if (word.test(text) && findIn(text).next().done) return text
		const taken: Range[] = []
		for (const reading of readings(text, part))
			for (const one of [reading, lettersOf(reading)])
				if (one) for (const [first, end] of findIn(one.text)) taken.push([one.from(first), one.to(end - 1)])
		return without(text, taken)
	}
}

const word = /^[a-z\d]{0,23}$/i

/** Letter for letter: some have two in lower case. */
function inLowerCase(text: string): string {
	const lower = text.toLowerCase()
	if (lower.length === text.length) return lower
	return text.replace(/\p{Lu}/gu, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one))
}

/** A JWT, also where its dots are escaped. */
const jwt = /eyJ[\w-]{4,}(?:\.|%(?:25)*2e)eyJ[\w-]+(?:(?:\.|%(?:25)*2e)[\w-]*)?/gi

/** Whether it says of itself that it is of a card, or says nothing that can be read; that of a page's own session does neither. */
function isOfCard(jwt: string): boolean {
	const claims = claimsOf(jwt.replace(/%(?:25)*2e/gi, "."))
	return claims === undefined || claims.iss === "card" || "xpr" in claims || "enc" in claims
}

/** Where the tokens of cards stand in an address, however they are written, but for words that run into each other. */
function* cardTokensIn(address: string): Generator<Range> {
	for (const { text, from, to, isJoined } of readings(address, longerPart))
		for (const { 0: found, index } of isJoined ? [] : text.matchAll(jwt))
			if (isOfCard(found)) yield [from(index), to(index + found.length - 1)]
}

/**
 * An address without the secrets and parts of them, without any card token, whoever's it is, and without card numbers. Everything else
 * stays as it is: an address that is not as it was leads nowhere.
 */
export function concealInAddress(address: string, secrets: readonly string[]): string {
	let shown = without(address, [...cardTokensIn(address)])
	for (const secret of secrets)
		if (secret.length >= shortest) for (const form of forms) shown = shown.replaceAll(form(secret), "[…]")
	// Its header is that of others as well, and says nothing.
	const segments = secrets.filter(isJwt).flatMap((one) => one.split(".").slice(1))
	shown = concealer(segments, longerPart)(shown)
	const own = secrets.map((secret) => (isJwt(secret) ? (secret.split(".")[2] ?? "") : secret))
	const concealed = concealer(own, shortestInAddress)(shown)
	return without(concealed, cardNumbersRead(concealed))
}

/** The same value with every text in it concealed. */
export function concealIn<Value>(value: Value, conceal: (text: string) => string): Value {
	const within = (one: unknown): unknown => {
		if (typeof one === "string") return conceal(one)
		if (Array.isArray(one)) return one.map(within)
		if (typeof one !== "object" || one === null) return one
		return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, within(each)]))
	}
	return within(value) as Value
}
