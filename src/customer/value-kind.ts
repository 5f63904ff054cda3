import { isoly } from "isoly"
import { isJwt } from "./claims.ts"
import { fits } from "./field-kind.ts"
import type { Field } from "./fields.ts"

export type ValueKind = "email" | "token" | "country"

const tests: Readonly<Record<ValueKind, (value: string) => boolean>> = {
	email: (value) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value),
	token: isJwt,
	country: (value) => isoly.CountryCode.Alpha2.is(value),
}

/** What nearly all of these values, none of them empty, look like. */
export function looksLike(values: readonly string[]): ValueKind | undefined {
	if (values.length === 0) return undefined
	const kind = (Object.keys(tests) as ValueKind[]).find((kind) => mostly(values, tests[kind], 0.8))
	// A column of "NO" alone says no more often than Norway.
	return kind === "country" && values.every((value) => value === "NO") ? undefined : kind
}

/** Whether at least half of these values can be the field's; so when there are none. */
export function canBe(field: Field, values: readonly string[]): boolean {
	return values.length === 0 || mostly(values, (value) => fits(field, value), 0.5)
}

function mostly(values: readonly string[], test: (value: string) => boolean, share: number): boolean {
	return values.filter(test).length >= values.length * share
}
