import { brackets, joining, keyOf, otherwise, partsOfCompanies, separator, within } from "./aside-words.ts"
import { forbidsUse, isNegation } from "./headers/spent.ts"
import { isBarred } from "./headers/state-column.ts"
import { behindLegalForm, hasLegalForm, withoutLegalForms } from "./legal-form.ts"

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}[\p{L}\p{M}'’./]*/gu) ?? []

/** Capitals that are hardly an abbreviation, and so many together where there are several words. */
const leastLetters = 5

/**
 * The parts of a name behind it, in brackets, set apart or behind the form of a company, that are in capitals which the name itself is not
 * written in, and no abbreviations: `SPÄRRAD`, `DO NOT USE`. In any language, and whoever it is said of.
 */
export function raisedParts(name: string): readonly string[] {
	const [first = "", ...behind] = name.replace(brackets, "").split(separator)
	const direct = behindLegalForm(first)
	if (!isQuiet(direct === "" ? first : first.slice(0, first.lastIndexOf(direct)))) return []
	return [
		...[...name.matchAll(brackets)].flatMap(([, aside = ""]) => (isRaised(aside) ? aside.trim() : [])),
		...behind.flatMap((aside) => (isRaised(aside) ? aside.trim() : [])),
		...(isPhrase(wordsOf(direct)) && isRaised(direct) ? [direct] : []),
	]
}

/** Whether a name ends in a word of small letters, apart from the form of a company. */
function isQuiet(head: string): boolean {
	return /\p{Ll}/u.test(withoutLegalForms(head).trim().split(/\s+/).at(-1) ?? "")
}

function isRaised(part: string): boolean {
	if (/\p{Ll}|&/u.test(part) || hasLegalForm(part)) return false
	const words = wordsOf(part)
	const keys = words.map(keyOf)
	if (otherwise.has(keys[0] ?? "") || keys.every((key) => within.has(key))) return false
	if (keys.some((key) => joining.has(key) && key.length > 1) || keys.some((key) => partsOfCompanies.has(key)))
		return false
	const letters = keys.reduce((sum, key) => sum + key.length, 0)
	return (
		keys.some((key) => key.length >= leastLetters) ||
		(words.length > 1 && (letters >= leastLetters || keys.some(isNegation)))
	)
}

/** Whether words are more than titles and abbreviations behind a name: `NO CARD`, and not `MBA MSC`. */
export function isPhrase(words: readonly string[]): boolean {
	return words.length > 1 && words.some((word) => /\p{L}{4}/u.test(word))
}

const refers = /^(?:see|se|siehe|s\.|zie|voir|ver|vedi|zob|zobacz|katso|kts)[ .:]+(?:\p{L}+[ .:]+){0,2}\d/iu

/** A part of a name that says by its words that somebody is barred, not to be used, or another one, however it is written; whoever it is said of. */
export function knownRemark(name: string): string | undefined {
	const parts = [
		...name.replace(brackets, "").split(separator).slice(1),
		...[...name.matchAll(brackets)].map(([, aside = ""]) => aside),
	]
	return parts.find((part) => {
		const keys = wordsOf(part).map(keyOf)
		return isBarred(keys[0] ?? "") || forbidsUse(keys) || refers.test(part.trim())
	})
}
