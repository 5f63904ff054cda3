import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"

/** An IP address, of either version. */
export const ip = {
	example: "192.0.2.1",
	schema: z.union([z.ipv4(), z.ipv6()]),
	read: asItIs,
	invalid: "ip.invalid",
	missing: undefined,
	usual: undefined,
	plain: undefined,
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => /^\d+(?:\.\d+){3}|:/.test(value),
} as const satisfies ValueKind
