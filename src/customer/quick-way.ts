import { isCity } from "./addresses.ts"
import { kindOf } from "./field-kind.ts"
import type { Field } from "./fields.ts"
import type { PlainTest } from "./kinds/kind.ts"
import { text } from "./kinds/text.ts"
import { hasDigit } from "./quick-look.ts"

/** What lets the check of a row leave out what costs, without a difference to what it says. */
export interface QuickWay {
	/** How to see that a value of the field is fine as it stands; undefined when there is no quick way to see it. */
	readonly plain: (field: Field) => PlainTest | undefined
	/** Whether the schema takes any text there. */
	readonly free: (field: Field) => boolean
}

/** With a digit it may hold a zip code as well. */
const plainCity: PlainTest = (value) => !hasDigit(value) && text.plain(value)

export const quickWay: QuickWay = {
	plain: (field) => (isCity(field) ? plainCity : kindOf(field).plain),
	free: (field) => kindOf(field).invalid === undefined,
}

/** Every value goes through everything: the measure of the quick way. */
export const wholeWay: QuickWay = { plain: () => undefined, free: () => false }
