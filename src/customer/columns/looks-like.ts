import { isDate } from "../kinds/damage.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import { shapeOf } from "./value-shape.ts"

const amount = /^-?\d{1,3}(?:[ .,]?\d{3})*[.,]\d{2}$/
const whole = /^\d+$/

/** What the first values of a column look like, in words for a person; nothing where they look like nothing in particular. */
export function looksLike({ examples }: Pick<ColumnEvidence, "examples">): string | undefined {
	if (examples.length === 0) return undefined
	const all = (test: (value: string) => boolean) => examples.every(test)
	if (all(isDate)) return "dates"
	if (all((value) => amount.test(value))) return "amounts"
	if (all((value) => shapeOf(value) === "email")) return "e-mail addresses"
	if (all((value) => shapeOf(value) === "phone")) return "phone numbers"
	if (all((value) => shapeOf(value) === "name")) return "names, or other words"
	if (all((value) => whole.test(value))) return "numbers"
	return all((value) => shapeOf(value) === "word") ? "single words" : undefined
}
