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

/** An object, put as which fields it has and what they are. */
export function object<Union extends object>(fields: FieldsOf<Union>): Field<Union> {
	const all = Object.entries(fields) as readonly [string, Field<unknown>][]
	return {
		write(value, to) {
			const has = value as Readonly<Record<string, unknown>>
			let mask = 0
			for (const [index, [key]] of all.entries()) if (has[key] !== undefined) mask += 2 ** index
			to.count(mask)
			for (const [key, field] of all) if (has[key] !== undefined) field.write(has[key], to)
		},
		read(from) {
			const value: Record<string, unknown> = {}
			const mask = from.count()
			for (const [index, [key, field]] of all.entries())
				if (Math.floor(mask / 2 ** index) % 2 === 1) value[key] = field.read(from)
			// What is read is what was written, field by field.
			return value as Union
		},
	}
}
