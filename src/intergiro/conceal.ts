/** So many characters in a row of a secret are a part of it that nobody may see; fewer are in many words. */
const part = 8

const forms: readonly ((secret: string) => string)[] = [
	(secret) => secret,
	encodeURIComponent,
	(secret) => JSON.stringify(secret).slice(1, -1),
	...(["base64", "base64url", "hex"] as const).map((form) => (secret: string) => Buffer.from(secret).toString(form)),
]

/**
 * Puts `[…]` in place of every part of the secrets, of eight characters and more, however it is written: as it is, in other letters,
 * as a URL, JSON, Base64 or hexadecimal digits have it. Secrets of fewer characters are not known from words, and stay.
 */
export function concealer(secrets: readonly string[]): (text: string) => string {
	const parts = new Set<string>()
	for (const form of forms)
		for (const secret of secrets) {
			const written = form(secret).toLowerCase()
			for (let at = 0; at + part <= written.length; at++) parts.add(written.slice(at, at + part))
		}
	return (text) => {
		if (text.length < part || parts.size === 0) return text
		const lower = text.toLowerCase()
		let shown = ""
		let end = 0
		for (let at = 0; at + part <= lower.length; at++) {
			if (!parts.has(lower.slice(at, at + part))) continue
			if (at > end) shown += text.slice(end, at)
			if (at >= end) shown += "[…]"
			end = at + part
		}
		return end === 0 ? text : shown + text.slice(end)
	}
}

/**
 * An address without the secrets that stand in it whole, or with all that signs them: parts of eight characters would be found in other
 * tokens of it, too, and an address that is not as it was leads nowhere.
 */
export function concealInAddress(address: string, secrets: readonly string[]): string {
	let shown = address
	for (const secret of secrets.flatMap((one) => [one, one.split(".")[2] ?? ""]))
		if (secret.length >= part) for (const form of forms) shown = shown.replaceAll(form(secret), "[…]")
	return shown
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
