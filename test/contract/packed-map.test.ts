import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { FinalOutcome, NumberState } from "../../src/contract/number-state.ts"
import { list, name, object, text } from "../../src/contract/packed/fields.ts"
import { type Codec, type Mark, marks, PackedMap } from "../../src/contract/packed/packed-map.ts"
import { settledNumbers } from "../../src/contract/packed/settled.ts"

interface Value {
	readonly id?: string
	readonly scheme?: string
	readonly tokens?: readonly string[]
}

/** Packs what has an id. */
const codec: Codec<Value> = {
	kind: ({ id }) => (id === undefined ? undefined : id.length % 3),
	...object<Value>({ id: text, scheme: name, tokens: list(text) }),
}

const key = fc.oneof(fc.constantFrom("1", "2", "10", "å", "客户", ""), fc.string({ unit: "binary", maxLength: 300 }))
const long = fc.constantFrom("x".repeat(40_000), "å客".repeat(20_000))
const value = fc.record(
	{ id: fc.oneof({ weight: 9, arbitrary: key }, long), scheme: fc.string(), tokens: fc.array(key, { maxLength: 3 }) },
	{ requiredKeys: [] },
)
const step = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ kind: fc.constant("set"), key, value }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant("delete"), key }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant("many"), count: fc.integer({ min: 1, max: 2_000 }) }) },
)

const some = fc.oneof(fc.string(), fc.constantFrom("visa", "active", "http-400"))
const cards = fc.array(
	fc.record(
		{ scheme: some, iin: some, last4: some, expires: fc.tuple(fc.nat(12), fc.nat(2_100)) },
		{ requiredKeys: [] },
	),
)
const cameBack = { status: some, cards, differs: fc.array(some), unsaid: fc.array(some) }
const outcome = fc.oneof(
	outcomeOf("created", { id: some }, cameBack),
	outcomeOf("existing", { id: some }, { run: some, given: some, ...cameBack }),
	outcomeOf("adopted", { id: some }, { by: fc.constant("person"), ...cameBack }),
	outcomeOf("renumbered", { id: some, given: some }, cameBack),
	outcomeOf("invalid", { code: some, message: some }),
	outcomeOf("rejected", { code: some, message: some }),
	outcomeOf("verification-required", { message: some }, { url: some }),
	outcomeOf("not-sent", { code: some, message: some }),
	outcomeOf("conflict", { ids: fc.array(some), message: some }),
)
const settled = fc.record(
	{ kind: fc.constant("settled" as const), row: fc.nat(), attempt: fc.nat(50), outcome, tokens: fc.array(some) },
	{ requiredKeys: ["kind", "row", "attempt", "outcome"] },
)

function outcomeOf(kind: string, has: Record<string, fc.Arbitrary<unknown>>, mayHave: typeof has = {}) {
	return fc
		.tuple(fc.record(has), fc.record(mayHave, { requiredKeys: [] }))
		.map(([given, more]) => ({ kind, ...given, ...more }) as FinalOutcome)
}

describe("a packed map", () => {
	it("holds what a map of objects holds, whatever is set, set again and deleted", () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
				const packed = new PackedMap(codec)
				const plain = new Map<string, Value>()
				const set = (key: string, value: Value) => {
					packed.set(key, value)
					plain.set(key, value)
				}
				for (const one of steps) {
					if ("value" in one) set(one.key, one.value)
					else if ("key" in one) expect(packed.delete(one.key)).toBe(plain.delete(one.key))
					else
						for (let index = 0; index < one.count; index++)
							set(`K-${index}`, { id: `${index}`.repeat(index % 90), scheme: "visa" })
					expect(packed.size).toBe(plain.size)
				}
				for (const [key, value] of plain) expect([packed.get(key), packed.has(key)]).toEqual([value, true])
				expect([packed.get("nobody's"), packed.has("nobody's")]).toEqual([undefined, false])
				expect([...packed]).toHaveLength(plain.size)
				expect(new Map(packed)).toEqual(plain)
				expect([...packed.values()]).toHaveLength(plain.size)
				for (const kind of [0, 1, 2]) {
					const those = [...packed.entries((one) => one === kind)]
					expect(those).toHaveLength(packed.packed(kind))
					for (const [, one] of those) expect(codec.kind(one)).toBe(kind)
				}
			}),
			{ numRuns: 60 },
		)
	})

	it("marks entries until they are set again", () => {
		const packed = new PackedMap(codec)
		const keys = Array.from({ length: 500 }, (_, index) => `K-${index}`)
		for (const key of keys) packed.set(key, { id: key })
		packed.set("other", {})
		for (const key of keys.slice(0, 300)) expect(packed.mark(key, marks.kept)).toBe(true)
		for (const key of keys.slice(200, 400)) packed.mark(key, marks.listed)
		expect([packed.mark("other", marks.kept), packed.mark("nobody's", marks.kept)]).toEqual([false, false])
		for (const key of keys.slice(100, 250)) packed.set(key, { id: `${key}!` })
		const marked = (mark: Mark) => keys.flatMap((key, index) => (packed.isMarked(key, mark) ? [index] : []))
		const between = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)
		expect(marked(marks.kept)).toEqual([...between(0, 100), ...between(250, 300)])
		expect(marked(marks.listed)).toEqual(between(250, 400))
		expect([...packed.entries(() => true, marks.listed)]).toHaveLength(350)
		packed.unmark(marks.kept)
		expect([marked(marks.kept).length, marked(marks.listed).length]).toEqual([0, 150])
		for (const [index, key] of keys.entries()) {
			const id = index >= 100 && index < 250 ? `${key}!` : key
			expect([packed.get(key), packed.kind(key)]).toEqual([{ id }, id.length % 3])
			expect(packed.at(packed.place(key) ?? -1)).toEqual([key, { id }])
		}
	})

	it("knows of a settled number all that its state has", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(some, settled)), (entries) => {
				const states = new PackedMap(settledNumbers)
				for (const [number, one] of entries) states.set(number, one)
				expect(new Map(states)).toEqual(new Map(entries))
			}),
			{ numRuns: 500 },
		)
	})

	it("takes less than 80 bytes for a customer with a card, of whom there are 200,000", () => {
		const states = new PackedMap(settledNumbers)
		const stateOf = (row: number): NumberState => ({
			kind: "settled",
			row,
			attempt: 1,
			outcome: {
				kind: "created",
				id: `${row}`.padStart(16, "c"),
				status: "active",
				cards: [{ scheme: "visa", iin: "411111", last4: `${1_000 + (row % 9_000)}`, expires: [1 + (row % 12), 2029] }],
			},
			tokens: [`${row}`.padStart(22, "t")],
		})
		for (let row = 0; row < 200_000; row++) states.set(`K-${row}`, stateOf(row))
		expect(states.bytes / states.size).toBeLessThan(80)
		for (const row of [0, 77, 199_999]) expect(states.get(`K-${row}`)).toEqual(stateOf(row))
	})
})
