import { bareForms, readings } from "./readings.ts"

/** So many characters in a row of a secret are a part of it that nobody may see; fewer are in many words. */
const shortest = 8
/** Of an address, where fewer may be a word of it. */
const shortestInAddress = 12

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

/**
 * Puts `[…]` in place of every part of the secrets, of eight characters and more, however it is written: as it is, in other letters,
 * as a URL, JSON, Base64 or hexadecimal digits have it, as numbers, and with whatever between its characters cannot be seen. Secrets of
 * fewer characters are not known from words, and stay.
 */
export function concealer(secrets: readonly string[], part = shortest): (text: string) => string {
	const parts = new Set<string>()
	for (const form of forms)
		for (const secret of secrets) {
			const written = form(secret)
			for (const one of new Set([written, ...bareForms(written)])) {
				const lower = inLowerCase(one)
				for (let at = 0; at + part <= lower.length; at++) parts.add(lower.slice(at, at + part))
			}
		}
	return (text) => {
		if (text.length < part || parts.size === 0) return text
		const taken: Range[] = []
		for (const reading of readings(text, part)) {
			const lower = inLowerCase(reading.text)
			for (let at = 0; at + part <= lower.length; at++)
				if (parts.has(lower.slice(at, at + part))) taken.push([reading.from[at] ?? 0, reading.to[at + part - 1] ?? 0])
		}
		return without(text, taken)
	}
}

/** From where to where. */
type Range = readonly [from: number, to: number]

/** The text with `[…]` in place of what is taken. */
function without(text: string, taken: readonly Range[]): string {
	let shown = ""
	let end = 0
	for (const [from, to] of taken.toSorted(([one], [other]) => one - other)) {
		if (from > end || (from === 0 && end === 0)) shown += `${text.slice(end, from)}[…]`
		end = Math.max(end, to)
	}
	return shown + text.slice(end)
}

/** Letter for letter: some have two in lower case. */
function inLowerCase(text: string): string {
	const lower = text.toLowerCase()
	if (lower.length === text.length) return lower
	return text.replace(/\p{Lu}/gu, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one))
}

/**
 * An address without the secrets that stand in it whole, and without parts of what nothing else has of them: what a JWT begins with other
 * tokens of it have, too, and an address that is not as it was leads nowhere.
 */
export function concealInAddress(address: string, secrets: readonly string[]): string {
	let shown = address
	for (const secret of secrets)
		if (secret.length >= shortest) for (const form of forms) shown = shown.replaceAll(form(secret), "[…]")
	const own = secrets.map((secret) => (secret.startsWith("eyJ") ? (secret.split(".")[2] ?? "") : secret))
	return concealer(own, shortestInAddress)(shown)
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
