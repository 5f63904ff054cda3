import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fieldNames, fields } from "../../src/customer/fields.ts"
import type { ValueKind } from "../../src/customer/kinds/kind.ts"
import { kinds } from "../../src/customer/kinds/kinds.ts"

const all = Object.entries<ValueKind>(kinds)

test("every kind is that of a field", () => {
	const used = new Set<string>(fieldNames.map((field) => fields[field].kind))
	expect(Object.keys(kinds).filter((name) => !used.has(name))).toEqual([])
})

describe.each(all)(
	"of the kind %s",
	(_, { example, schema, read, invalid, usual, plain, damage, odd, fits, standIn }) => {
		const takes = (text: string) => schema.safeParse(read(text)).success
		const country = "SE"

		test("the example is as it should be, by all that is known of it", () => {
			expect(takes(example)).toBe(true)
			expect(fits?.(example) ?? true).toBe(true)
			expect(plain?.(example, country) ?? true).toBe(true)
			expect(usual?.is?.test(example) ?? true).toBe(true)
			expect(usual?.clean(example, country) ?? example).toBe(example)
			expect([damage?.(example, country, true), odd(example), standIn?.(example)]).toEqual([
				undefined,
				undefined,
				undefined,
			])
		})

		test("some text is refused where there are words for it, and none where there are not", () => {
			if (invalid) expect(takes("\u0001 ?")).toBe(false)
			else fc.assert(fc.property(fc.string({ minLength: 1, unit: "binary" }), takes))
		})

		test("what certainly is in its usual form has nothing to be cleaned", () => {
			if (!usual) return
			const text = fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[\w+@. -]{1,12}$/), fc.constant(example))
			fc.assert(
				fc.property(text, (value) => {
					const clean = usual.clean(value, country)
					// An amount `1.50` is sent as it would be otherwise.
					if (usual.is?.test(value) && takes(value)) expect(read(clean ?? value)).toEqual(read(value))
					// And to clean twice is to clean once.
					if (clean !== undefined) expect(usual.clean(clean, country) ?? clean).toBe(clean)
				}),
				{ numRuns: 1_000 },
			)
		})

		test("nothing throws, whatever the text", () => {
			fc.assert(
				fc.property(fc.string({ unit: "binary" }), fc.constantFrom("", "SE", "GB", "??"), (value, where) => {
					takes(value)
					usual?.clean(value, where)
					usual?.unlikely?.(where)
					damage?.(value, where, true)
					odd(value)
					standIn?.(value)
					fits?.(value)
					plain?.(value, where)
				}),
				{ numRuns: 500 },
			)
		})
	},
)

describe("an identity number", () => {
	const damage = (value: string, country: string) => kinds.identityNumber.damage(value, country)

	test.each([
		["102031234", "SE"],
		["2031234", "SE"],
		["102631234", "SE"],
		["102031234", "DK"],
		["1020312345", "NO"],
	])("lacks the zeros before it: %s in %s", (value, country) => {
		expect(damage(value, country)).toBe("identity-number.zeros")
		expect(kinds.identityNumber.plain(value, country)).toBe(false)
	})

	test.each([
		["0102031234", "SE"],
		["010203-1234", "SE"],
		["200102031234", "SE"],
		["5560360793", "SE"],
		["19850102", "SE"],
		["12345678", "DK"],
		["912345678", "NO"],
		["01020312345", "NO"],
		["102031234", "FI"],
		["102031234", ""],
	])("is whole, or nobody knows: %s in %s", (value, country) => {
		expect(damage(value, country)).toBeUndefined()
	})
})
