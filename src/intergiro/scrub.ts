import { email } from "./private.ts"
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
