import { oddInOneLine } from "./characters.ts"
import { hasDecimal, numberDamage } from "./damage.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { matches } from "./plain-text.ts"
import { standsForValue } from "./stand-in.ts"
import { anyText } from "./text.ts"

/** What a state calls a person or an organization by: any text, as states differ. */
export const identityNumber = {
	example: "19900101-0017",
	schema: anyText,
	read: asItIs,
	invalid: undefined,
	missing: undefined,
	usual: undefined,
	plain: matches(/^\d{6,8}-?\d{4}$/),
	damage: (value) => (hasDecimal(value) ? "value.decimal" : numberDamage(value)),
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: true,
	fits: undefined,
} as const satisfies ValueKind
