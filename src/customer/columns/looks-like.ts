import { isDate } from "../kinds/damage.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import { isPhones, looksLikeStreet } from "./value-form.ts"
import { shapeOf } from "./value-shape.ts"

const amount = /^-?\d{1,3}(?:[ .,]?\d{3})*[.,]\d{2}$/
const whole = /^\d+$/

/** By what customers are reached: no such value is left out unseen. */
export function isContactData(examples: string[]): boolean {
	const like = looksLike({ examples })
	return like === emails || like === phones || like === addresses
}

/** Whether somebody wrote something there: what few rows have of it is hardly ever of a system. */
export function isInWords(examples: readonly string[]): boolean {
	return examples.some((value) => /\p{L}{3}/u.test(value))
}

const emails = "e-mail addresses"
const phones = "phone numbers"
const addresses = "addresses"

/** What the first values of a column look like, in words for a person; nothing where they look like nothing in particular. */
export function looksLike({ examples }: Pick<ColumnEvidence, "examples">): string | undefined {
	if (examples.length === 0) return undefined
	const all = (test: (value: string) => boolean) => examples.every(test)
	if (all(isDate)) return "dates"
	if (all((value) => amount.test(value))) return "amounts"
	if (all((value) => shapeOf(value) === "email")) return emails
	if (all((value) => shapeOf(value) === "phone" || isPhones(value))) return phones
	if (all(looksLikeStreet)) return addresses
	if (all((value) => shapeOf(value) === "name")) return "names, or other words"
	if (all((value) => whole.test(value))) return "numbers"
	return all((value) => shapeOf(value) === "word") ? "single words" : undefined
}
