import { isEscaped } from "../letters/escapes.ts"
import { isQuoted, oddInOneLine } from "./characters.ts"
import { hasDecimal, numberDamage } from "./damage.ts"
import { isDitto } from "./ditto.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { matches } from "./plain-text.ts"
import { anyText } from "./text.ts"

/** As programs write thousands, with whatever sign: no other number has it so throughout. */
const grouped = /^(?:\d{1,3}(?:,\d{3})+|[1-9]\d{0,2}([ .'’])\d{3}(?:\1\d{3})*)$/

/** The kind of a value before it, as lists of leads have it: `l:1234` is that of a lead. */
const labelled = /^(?:l|f|ag|as|c|p|z):\+?\d/

/** The merchant's own number of a customer: any text, and the one that has to be there. */
export const customerNumber = {
	example: "K-1001",
	schema: anyText,
	read: asItIs,
	invalid: undefined,
	missing: "number.missing",
	usual: undefined,
	// No letters before a dash that could be a month.
	plain: matches(/^(?:[A-Za-z]{1,2}-|[A-Za-z]{0,4})\d{1,9}$/),
	damage: (value) => {
		if (isQuoted(value)) return "number.quoted"
		if (value.includes('"') && !isDitto(value)) return "text.stray-quote"
		if (isEscaped(value)) return "text.escaped"
		if (labelled.test(value)) return "number.word"
		if (hasDecimal(value) || grouped.test(value)) return "number.decimal"
		const damage = numberDamage(value)
		return damage === "value.date" ? "number.date" : damage
	},
	odd: (value) => {
		const odd = oddInOneLine(value)
		if (odd === "text.control-character") return "number.control-character"
		// Told of every number, odd or not, as damage.
		return odd === "text.stray-quote" ? undefined : odd
	},
	// Not the name of a person or company, as in a column "Customer".
	standIn: undefined,
	isWhole: true,
	oneOf: undefined,
	fits: (value) => !/^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*)+$/u.test(value),
} as const satisfies ValueKind
