import type { Quirks } from "./fault.ts"

type Fields = Record<string, unknown>

/** What a server with these quirks keeps of a request. */
export function kept(body: Fields | undefined, { drops = [], takesSnakeCaseOnly }: Quirks): Fields | undefined {
	if (body === undefined || (drops.length === 0 && !takesSnakeCaseOnly)) return body
	const isKept = (name: string) =>
		!(takesSnakeCaseOnly && /[A-Z]/.test(name)) &&
		!drops.some((dropped) => name === dropped || name === snakeCase(dropped))
	return renamed(body, (name) => (isKept(name) ? name : undefined)) as Fields
}

/** A value with every name of a field in snake_case. */
export function inSnakeCase(value: unknown): unknown {
	return renamed(value, snakeCase)
}

/** @param rename the new name of a field; nothing to leave it out */
function renamed(value: unknown, rename: (name: string) => string | undefined): unknown {
	if (Array.isArray(value)) return value.map((one) => renamed(one, rename))
	if (typeof value !== "object" || value === null) return value
	return Object.fromEntries(
		Object.entries(value).flatMap(([name, one]) => {
			const to = rename(name)
			return to === undefined ? [] : [[to, renamed(one, rename)]]
		}),
	)
}

function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
