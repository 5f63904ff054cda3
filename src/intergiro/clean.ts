import type { Creatable } from "../customer/creatable.ts"
import { concealer, longerPart } from "./conceal.ts"
import { bareForms, lettersOf, readings } from "./readings.ts"

export type Clean = (text: string) => string

/**
 * Rids every text of an answer that is kept, whatever field it stands in, of the key, of what is personal by its form, and of the tokens
 * that were sent.
 * @returns for what takes out what is personal, how a text is rid of it all
 */
export function cleaner(
	conceal: Clean,
	{ method }: Pick<Creatable, "method">,
): (without: (text: string) => string) => Clean {
	const tokens = method.map(({ card }) => card)
	const isShared = sharing(tokens)
	let concealOwn: Clean | undefined
	return (without) => (text) => {
		const clean = without(conceal(text))
		if (!isShared(clean)) return clean
		concealOwn ??= concealer(tokens, longerPart)
		return concealOwn(clean)
	}
}

/** Whether a text, however it is read, has a part of one of the tokens in it. */
function sharing(tokens: readonly string[]): (text: string) => boolean {
	// Once for all texts of an answer, most of which are shorter than a part.
	let forms: readonly string[] | undefined
	const isPart = (part: string) => {
		forms ??= tokens.flatMap((token) => [token, ...bareForms(token)])
		return forms.some((form) => form.includes(part))
	}
	return (text) => {
		for (const reading of readings(text, longerPart))
			for (const one of [reading, lettersOf(reading)])
				for (let at = 0; one && at + longerPart <= one.text.length; at++)
					if (isPart(one.text.slice(at, at + longerPart))) return true
		return false
	}
}
