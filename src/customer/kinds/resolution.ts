import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { whole } from "./integer.ts"
import type { ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"

/** Width and height: `2560x1440`, `2560 × 1440`, `[2560, 1440]`; NaN where it is something else. */
export function resolutionOf(text: string): [number, number] {
	const match = /^\[?\s{0,2}(\d{1,6})\s{0,2}[x×*,; ]\s{0,2}(\d{1,6})\s{0,2}\]?$/i.exec(text)
	return [Number(match?.[1]), Number(match?.[2])]
}

/** Width and height in pixels. */
export const resolution = {
	example: "1920x1080",
	schema: z.tuple([whole(1, 100_000), whole(1, 100_000)]),
	read: resolutionOf,
	invalid: "browser.invalid",
	missing: undefined,
	usual: undefined,
	plain: undefined,
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => !Number.isNaN(resolutionOf(value)[1]),
} as const satisfies ValueKind
