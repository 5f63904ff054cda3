import { expect, it } from "vitest"
import { lookedAt } from "../../electron/look-before.ts"
import type { Shown } from "../../src/intergiro/customer.ts"
import type { CreatedBefore } from "../../src/ipc/result.ts"

const at = "2026-11-30T22:13:00.000Z"
type Customer = CreatedBefore["customers"][number]

function created(row: number, values: Customer["values"], standing: Customer["standing"] = "other"): Customer {
	return { row, number: `k${row}`, id: `id-${row}`, standing, values }
}

const name = (there: string, file: string) => ({ path: "contact.name", there: { value: there }, file: { value: file } })
const street = { path: "contact.address.street", there: { value: "Storgatan 1" } }

/** They were created otherwise, and Intergiro has them so now. */
function look(customers: readonly Customer[], there: Readonly<Record<string, Shown>>) {
	const before: CreatedBefore = { same: 1, others: customers.length, uncompared: 0, customers: [...customers] }
	return lookedAt(before, {
		show: async (id) => there[id] ?? { kind: "missing" },
		rowOf: (row) => ({ number: `k${row}`, contact: { name: `Name ${row}` }, method: [] }),
		now: () => at,
	})
}

function has(row: number, values: Readonly<Record<string, unknown>>, others: readonly string[] = []): Shown {
	return { kind: "customer", number: `k${row}`, values, others }
}

it("counts who was corrected or removed at Intergiro since as settled, and shows the others as they are there now", async () => {
	const customers = [2, 3, 4].map((row) => created(row, [name("Växjö", `Name ${row}`)]))
	expect(
		await look(customers, {
			"id-2": has(2, { "contact.name": "Name 2" }),
			"id-4": has(4, { "contact.name": "Luleå" }, ["contact.name"]),
		}),
	).toEqual({
		same: 2,
		others: 1,
		uncompared: 0,
		customers: [created(4, [name("Luleå", "Name 4")])],
		looked: { at, right: 1, gone: 1 },
	})
})

it("takes nobody for right of whom the file sends no value any more and Intergiro has the old one", async () => {
	const { customers, looked } = await look(
		[2, 3].map((row) => created(row, [street])),
		{
			"id-2": has(2, { "contact.name": "Name 2", "contact.address.primary.street": "Storgatan 1" }),
			"id-3": has(3, { "contact.name": "Name 3" }),
		},
	)
	expect(customers.map(({ row }) => row)).toEqual([2])
	expect(looked).toEqual({ at, right: 1, gone: 0 })
})

it("goes by the number that a customer has now, and takes what is sent without a currency for SEK", async () => {
	const number = (row: number) => ({ path: "number", there: { value: `other-${row}` }, file: { value: `k${row}` } })
	const currency = { path: "currency", there: { value: "EUR" }, file: { value: "none, so Intergiro takes SEK" } }
	const { customers } = await look(
		[created(2, [number(2)]), created(3, [number(3)]), created(4, [currency]), created(5, [currency])],
		{
			"id-2": has(2, {}),
			"id-3": { kind: "customer", number: "other-3", values: {}, others: ["number"] },
			"id-4": has(4, { currency: "EUR" }),
			"id-5": has(5, { currency: "SEK" }),
		},
	)
	expect(customers.map(({ row }) => row)).toEqual([3, 4])
})

it("keeps what Intergiro does not say, and whoever could not be read, as they were created", async () => {
	const customers = [2, 3, 4].map((row) => created(row, [name("Växjö", `Name ${row}`)]))
	const before: CreatedBefore = { same: 0, others: 3, uncompared: 0, customers }
	const looked = await lookedAt(before, {
		show: async (id) => (id === "id-2" ? has(2, {}) : { kind: "failed", code: "reset", message: "It broke off." }),
		rowOf: (row) => ({ number: `k${row}`, method: [] }),
		now: () => at,
	})
	expect(looked).toEqual({
		...before,
		customers: customers.map((one) => ({ ...one, standing: "unseen" })),
		looked: { at, right: 0, gone: 0, problem: expect.stringContaining("It broke off.") },
	})
})
