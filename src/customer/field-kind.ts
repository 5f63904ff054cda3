import { type Field, fields } from "./fields.ts"
import type { ValueKind } from "./kinds/kind.ts"
import { kinds } from "./kinds/kinds.ts"
import { streetLine } from "./kinds/street-line.ts"

/** All that is known of the values of a field. */
export function kindOf(field: Field): ValueKind {
	return fields[field].path.endsWith(".street") ? streetLine : kinds[fields[field].kind]
}

/** Whether the values of a field have a form, which the check holds them to. */
export function hasForm(field: Field): boolean {
	return kindOf(field).fits !== undefined
}

/** Whether a raw cell, not empty, can be a value of the field at all; true where its values have no form. */
export function fits(field: Field, value: string): boolean {
	return kindOf(field).fits?.(value) ?? true
}
