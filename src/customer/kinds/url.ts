import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"

/** The address of a page. */
export const url = {
	example: "https://shop.example.com",
	schema: z.url({ protocol: /^https?$/ }),
	read: asItIs,
	invalid: "browser.invalid",
	missing: undefined,
	usual: undefined,
	plain: undefined,
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => /^https?:/i.test(value),
} as const satisfies ValueKind
