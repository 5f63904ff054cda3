import * as z from "zod"

/** A whole number, or NaN. */
export function integerOf(text: string): number {
	return /^[+-]?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

/** A piece of the schema: whole numbers from `minimum` to `maximum`. */
export function whole(minimum: number, maximum: number) {
	return z.int().min(minimum).max(maximum)
}
