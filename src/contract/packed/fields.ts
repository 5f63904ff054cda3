import type { Packing, Unpacking } from "./packing.ts"

/** How a field is put into bytes. */
export interface Field<Value> {
	write(value: Value, to: Packing): void
	read(from: Unpacking): Value
}

export const text: Field<string> = { write: (value, to) => to.text(value), read: (from) => from.text() }
export const name: Field<string> = { write: (value, to) => to.name(value), read: (from) => from.name() }
export const count: Field<number> = { write: (value, to) => to.count(value), read: (from) => from.count() }

export const yesNo: Field<boolean> = {
	write: (value, to) => to.count(Number(value)),
	read: (from) => from.count() === 1,
}

export function list<Item>({ write, read }: Field<Item>): Field<readonly Item[]> {
	return {
		write: (items, to) => to.list(items, (item) => write(item, to)),
		read: (from) => from.list(() => read(from)),
	}
}

/** One of few values, each put as its place among them. */
export function oneOf<const Value>(values: readonly Value[]): Field<Value> {
	return {
		write: (value, to) => to.count(values.indexOf(value)),
		read: (from) => values[from.count()] as Value,
	}
}

type KeyOf<Union> = Union extends unknown ? keyof Union : never
type ValueOf<Union, Key extends PropertyKey> = Union extends { readonly [K in Key]?: infer Value } ? Value : never

/** A field each for whatever the objects of a union may have, so that none that is added can be left out. */
export type FieldsOf<Union> = { readonly [Key in KeyOf<Union>]-?: Field<Exclude<ValueOf<Union, Key>, undefined>> }

/** An object, put as which fields it has and what they are; of at most 31 fields. */
export function object<Union extends object>(fields: FieldsOf<Union>): Field<Union> {
	const keys = Object.keys(fields)
	const each = Object.values(fields) as readonly Field<unknown>[]
	return {
		write(value, to) {
			const has = value as Readonly<Record<string, unknown>>
			let mask = 0
			for (let index = 0; index < keys.length; index++) if (has[keys[index] ?? ""] !== undefined) mask |= 1 << index
			to.count(mask)
			for (let left = mask; left !== 0; left &= left - 1) {
				const index = lowest(left)
				each[index]?.write(has[keys[index] ?? ""], to)
			}
		},
		read(from) {
			const value: Record<string, unknown> = {}
			for (let left = from.count(); left !== 0; left &= left - 1) {
				const index = lowest(left)
				value[keys[index] ?? ""] = each[index]?.read(from)
			}
			// What is read is what was written, field by field.
			return value as Union
		},
	}
}

/** The place of the lowest bit that is set. */
function lowest(mask: number): number {
	return 31 - Math.clz32(mask & -mask)
}
