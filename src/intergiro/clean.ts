import type { Creatable } from "../customer/creatable.ts"
import { concealer, longerPart } from "./conceal.ts"
import { withoutPrivate } from "./private.ts"
import { bareForms, lettersOf, readings } from "./readings.ts"

export type Clean = (text: string) => string

/**
 * Rids every text of an answer that is kept, whatever field it stands in, of the key, of what is personal by its form, and of the tokens
 * that were sent.
 * @param without takes out what is personal
 */
export function cleaner(conceal: Clean, { method }: Pick<Creatable, "method">, without: Clean = withoutPrivate): Clean {
	const tokens = method.map(({ card }) => card)
	let concealOwn: Clean | undefined
	return (text) => {
		const clean = without(conceal(text))
		if (!tokens.some((token) => shares(clean, token))) return clean
		concealOwn ??= concealer(tokens, longerPart)
		return concealOwn(clean)
	}
}

/** Whether a text, however it is read, has a part of a token in it. */
function shares(text: string, token: string): boolean {
	const forms = [token, ...bareForms(token)]
	for (const reading of readings(text, longerPart))
		for (const one of [reading, lettersOf(reading)])
			for (let at = 0; one && at + longerPart <= one.text.length; at++) {
				const part = one.text.slice(at, at + longerPart)
				if (forms.some((form) => form.includes(part))) return true
			}
	return false
}
