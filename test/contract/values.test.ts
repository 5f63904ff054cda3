import { describe, expect, it } from "vitest"
import { fingerprints, othersThan, placeOf, type Values, valueAt } from "../../src/contract/values.ts"
import type { Creatable } from "../../src/customer/creatable.ts"
import { cameBack } from "../../src/intergiro/came-back.ts"
import { otherValues } from "../../src/intergiro/other-person.ts"
import { valuesThere } from "../../src/intergiro/values-there.ts"
import { tokenHasher } from "../../src/journal/token-hash.ts"
import { Random } from "../simulation/random.ts"

const hash = tokenHasher("a merchant")

function valuesOf(customer: object): Values {
	return { at: fingerprints(valuesThere(customer as Record<string, unknown>), hash), isWhole: true }
}

const choices = {
	name: ["Anna Ek", "ANNA EK", "Bo Ek", { first: "Anna", last: "Ek" }],
	email: ["a@example.com", "A@example.com", "a@EXAMPLE.com", { primary: "a@example.com" }],
	phone: ["+46701234567", "070-1234567", "+46 (0)70 123 45 67", "+46731234567", { primary: "0701234567" }],
	street: ["Street 1", "Street  1", "Street 2"],
	zipCode: ["12345", "123 45", "54321"],
	currency: ["SEK", "sek", "EUR"],
	limit: [100, 200],
}

function customer(random: Random, isThere: boolean): Creatable {
	const some = (field: keyof typeof choices) =>
		random.chance(0.8) ? { [field]: random.among(choices[field] as readonly unknown[]) } : {}
	const address = { ...some("street"), ...some("zipCode") }
	const inGroup = random.chance(0.5) ? { primary: address } : address
	return {
		number: "1",
		contact: {
			...some("name"),
			...some("email"),
			...some("phone"),
			...(Object.keys(address).length > 0 ? { address: isThere ? inGroup : address } : {}),
		},
		method: [],
		...some("currency"),
		...some("limit"),
	} as unknown as Creatable
}

describe("fingerprints of the values of a customer", () => {
	it("tell of every file what the values themselves tell", () => {
		const random = new Random(7)
		let differing = 0
		for (let time = 0; time < 3_000; time++) {
			const [sent, there] = [customer(random, false), customer(random, true)]
			const direct = otherValues(sent, there as unknown as Record<string, unknown>)
			expect([...othersThan(sent, valuesOf(there), hash)].sort(), JSON.stringify({ sent, there })).toEqual(
				[...direct].sort(),
			)
			if (direct.length > 0) differing++
		}
		expect(differing).toBeGreaterThan(1_000)
	})

	it("tell who sent it what is missing, and of capitals", () => {
		const sent: Creatable = {
			number: "1",
			contact: { name: "Anna", email: "a@example.com", address: { street: "Street 1", zipCode: "12345" } },
			method: [],
		}
		for (const contact of [
			{ name: "ANNA", email: "a@example.com", address: { street: "Street 1" } },
			{ name: "Anna", email: "a@example.com" },
		]) {
			const direct = cameBack(sent, { contact }).differs
			expect(othersThan(sent, valuesOf({ contact }), hash, true)).toEqual(direct)
		}
	})

	it("say nothing of what nobody looked at, and that there is none where a run sent it in vain", () => {
		const sent: Creatable = { number: "1", contact: { address: { zipCode: "12345" } }, method: [], currency: "SEK" }
		expect(othersThan(sent, { at: {} }, hash)).toEqual([])
		const none = { at: { "contact.address.primary.zipCode": "" } }
		expect(othersThan(sent, none, hash)).toEqual(["contact.address.zipCode"])
		expect(valueAt(none, "currency")).toBeUndefined()
	})

	it("have one place for a value, however a file writes its path", () => {
		expect(["contact.email", "contact.email.primary"].map(placeOf)).toEqual(Array(2).fill("contact.email.primary"))
		expect(placeOf("contact.address.city")).toBe(placeOf("contact.address.primary.city"))
		expect(placeOf("contact.address.billing.city")).toBe("contact.address.billing.city")
	})

	it("are too short to say which value it is, and none is that value", () => {
		const { at } = valuesOf({ contact: { name: "Anna", phone: "0701234567" }, currency: "SEK" })
		for (const print of Object.values(at)) expect(print).toMatch(/^[\w-]{4,6}$/)
		expect(JSON.stringify(at)).not.toMatch(/Anna|1234567|SEK/)
	})
})
