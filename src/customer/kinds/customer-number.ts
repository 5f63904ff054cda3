import { oddInOneLine } from "./characters.ts"
import { hasDecimal, numberDamage } from "./damage.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { matches } from "./plain-text.ts"
import { anyText } from "./text.ts"

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
		if (value.includes('"')) return "text.stray-quote"
		if (hasDecimal(value)) return "number.decimal"
		const damage = numberDamage(value)
		return damage === "value.date" ? "number.date" : damage
	},
	odd: (value) => {
		const odd = oddInOneLine(value)
		if (odd === "text.control-character") return "number.control-character"
		// Told of every number, odd or not, as damage.
		return odd === "text.stray-quote" && value.includes('"') ? undefined : odd
	},
	// Not the name of a person or company, as in a column "Customer".
	fits: (value) => !/^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*)+$/u.test(value),
} as const satisfies ValueKind
