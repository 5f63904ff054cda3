import { beginsWithLetter, hasDigit, isDigits } from "../quick-look.ts"

/** What a value of a column with an unknown name could be. Values never give a field: they suggest, confirm and contradict. */
export type ValueShape = "email" | "name" | "phone" | "identifier" | "opaque" | "word"

/** `2005/2` is a number with another one behind it: months have two digits there. */
const date = /^(?!\d{4}\/\d$)\d{1,4}[-./]\d{1,2}(?:[-./]\d{1,4})?(?:[ T].*)?$/
const amount = /^[-+]?\d{1,9}[.,]\d{1,4}$/
const email = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/
/** Words of letters alone, two or more. */
const name = /^\p{L}[\p{L}.'’&/-]*(?:,? [\p{L}&(][\p{L}.'’&)/-]*)+$/u
/** With a country code, as no other number is written. */
const phone = /^(?:\+|00 ?[1-9])[\d\s()./-]{6,}$/
const longestIdentifier = 64
const identifier = /^[\p{L}\p{N}](?:[\p{L}\p{N}_./:|-]{0,62}[\p{L}\p{N}])?$/u
/** A prefix or groups of digits apart: `KD 1001`, `12 345`, `#17`. */
const spaced = /^(?:\p{L}{1,4} ?\d{1,12}|#?\d{1,6}(?: \d{1,6})*)$/u
const word = /^[\p{L}\p{M}.'’_-]+$/u
const opaque = /^[\w.~+/=:-]{16,}$/

/** The shape of a value that is not empty and no card token; undefined for any other text. */
export function shapeOf(value: string): ValueShape | undefined {
	if (value.includes("@")) return email.test(value) ? "email" : undefined
	// Nearly every number.
	if (value.length <= longestIdentifier && isDigits(value) && !value.startsWith("00")) return "identifier"
	if (!hasDigit(value)) return name.test(value) ? "name" : word.test(value) ? "word" : undefined
	// Words with a digit in them are none of these.
	if (!beginsWithLetter(value) && !/^\p{L}/u.test(value)) {
		if (phone.test(value)) return "phone"
		if (date.test(value) || amount.test(value)) return undefined
	}
	if (value.length >= 16 && opaque.test(value) && /[a-z]/i.test(value)) return "opaque"
	return identifier.test(value) || spaced.test(value) ? "identifier" : undefined
}
