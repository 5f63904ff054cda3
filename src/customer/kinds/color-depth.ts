import { oddInOneLine } from "./characters.ts"
import { integerOf, whole } from "./integer.ts"
import type { ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"

/** Bits of a pixel. */
export const colorDepth = {
	example: "30",
	schema: whole(1, 64),
	read: integerOf,
	invalid: "browser.invalid",
	missing: undefined,
	usual: undefined,
	plain: undefined,
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => /^\d{1,2}(?!\d)/.test(value),
} as const satisfies ValueKind
