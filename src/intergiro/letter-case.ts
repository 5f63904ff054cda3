import { isObject } from "./api-error.ts"

/** How the names of fields are written: `zipCode` or `zip_code`. */
export type LetterCase = "camel" | "snake"

/** The value with every name of a field in snake_case. */
export function inSnakeCase(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inSnakeCase)
	if (!isObject(value)) return value
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [snakeCase(name), inSnakeCase(one)]))
}

/** A field by its name in camelCase, written in either letter case; nothing where neither is there. */
export function fieldOf(object: Readonly<Record<string, unknown>>, name: string): unknown {
	if (Object.hasOwn(object, name)) return object[name]
	const other = snakeCase(name)
	return Object.hasOwn(object, other) ? object[other] : undefined
}

function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
