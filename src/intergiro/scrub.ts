import { cardNumbersIn } from "../customer/card-number.ts"
import { without } from "./conceal.ts"
import { sequences } from "./readings.ts"

const longest = 300
/** More is not looked at: patterns take their time on long texts. */
const readable = 4_000

/**
 * A message of somebody else's, made fit to be kept and shown: without tokens, addresses, card numbers and the given secrets, on one
 * line, and short.
 */
export function scrub(text: string, secrets: readonly string[] = []): string {
	let clean = text.replace(sequences, "")
	for (const secret of secrets) if (secret.length > 3) clean = clean.replaceAll(secret, "[…]")
	if (clean.length > readable) clean = clean.slice(0, readable).replace(/\S+$/, "")
	clean = clean
		.replace(/\beyJ[\w.-]{8,}|[\w-]{40,}(?:\.[\w-]+)*/g, "[token]")
		.replace(email, "[e-mail]")
		.replace(/\d(?:[ -]?\d){12,18}/g, "[number]")
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
		.trim()
	return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean
}

const email = /[^\s@<>"'(]+@[^\s@<>"')]+/g

/** A JWT, or a segment of one that is longer than an id. */
const token = /\beyJ[\w-]{8,}\.[\w.-]*|\beyJ[\w-]{24,}/g

/**
 * A value that is kept as it came without what by its form is a card token, an e-mail address or a card number. Ids stay, of which
 * `scrub` would take long ones for tokens.
 */
export function withoutPrivate(text: string): string {
	const clean = text.replace(token, "[token]").replace(email, "[e-mail]")
	return without(clean, cardNumbersIn(clean), "[number]")
}
