import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Creatable } from "../../src/customer/creatable.ts"
import { cameBack } from "../../src/intergiro/came-back.ts"
import { jwt } from "../customer/jwt.ts"

const claims = { iss: "card", aud: "production", xpr: [12, "39"], enc: "x" }
const address = { street: "Storgatan 1", zipCode: "123 45", city: "Åre", countryCode: "SE" } as const
const sent: Creatable = {
	number: "0012",
	contact: {
		type: "person",
		identityNumber: "19800101-1234",
		name: { first: "Joe", last: "Smith" },
		email: "Joe@Example.com",
		phone: { primary: "+46701234567", landline: "+4681234567" },
		address: { primary: address, billing: { ...address, zipCode: "543 21" } },
	},
	method: [{ type: "token", card: jwt(claims) }],
	currency: "EUR",
	schedule: "weekly",
	limit: 100,
}
const card = { type: "card", scheme: "visa", iin: "411111", last4: "1111", expires: [12, 39], token: "secret" }
const whole = { ...sent, id: "x", method: [card] }

const differs = (answer: object, of = sent) => cameBack(of, { ...answer }).differs ?? []

/** Names in snake_case, by a rule of its own. */
function snake(value: unknown): unknown {
	return JSON.parse(
		JSON.stringify(value).replace(
			/"(zip|country|identity)([A-Z])(\w+)":/g,
			(_, a, b, c) => `"${a}_${b.toLowerCase()}${c}":`,
		),
	)
}

/** The value without, or with another one at, a path such as `contact.email`. */
function changed(value: object, path: string, to?: unknown): Record<string, unknown> {
	const copy = structuredClone(value) as Record<string, unknown>
	const names = path.split(".")
	const last = names.pop() ?? ""
	let at = copy
	for (const name of names) at = at[name] as Record<string, unknown>
	if (to === undefined) delete at[last]
	else at[last] = to
	return copy
}

describe("what came back", () => {
	test("is the same in either letter case", () => {
		expect(differs(whole)).toEqual([])
		expect(JSON.stringify(snake(whole))).toContain('"zip_code"')
		expect(differs(snake(whole) as object)).toEqual([])
	})

	test("is the same in another form", () => {
		const { contact } = whole
		const other = {
			...contact,
			name: " Joe  Smith",
			email: { primary: "Joe@EXAMPLE.com" },
			phone: { primary: "0046 (0)70-123 45 67", landline: "08-123 45 67" },
			address: { ...contact?.address, primary: { ...address, zipCode: "12345", countryCode: "se", city: "A\u030Are" } },
		}
		expect(differs({ ...whole, contact: other, currency: "eur" })).toEqual([])
		const { contact: _, ...rest } = whole
		expect(differs({ ...rest, customer: contact })).toEqual([])
		expect(differs({ ...whole, customer: "cus_1" })).toEqual([])
		expect(differs({ ...whole, contact: {} })).toEqual([])
	})

	test.each(["contact", "method", "currency", "schedule", "limit"])(
		"says nothing of %s where it does not carry it",
		(path) => {
			expect(differs(changed(whole, path))).toEqual([])
			expect(differs(changed(whole, path, null))).toEqual([])
		},
	)

	const inside = [
		"contact.type",
		"contact.identityNumber",
		"contact.name",
		"contact.email",
		"contact.phone",
		"contact.phone.landline",
		"contact.address",
		"contact.address.billing",
		"contact.address.primary.zipCode",
		"contact.address.billing.countryCode",
	]
	test.each(inside)("tells of %s that was dropped from what it carries", (path) => {
		expect(differs(changed(whole, path))).toEqual([path])
		expect(differs(snake(changed(whole, path)) as object)).toEqual([path])
	})

	test.each([...inside.filter((path) => !/phone$|address$|billing$/.test(path)), "currency", "schedule"])(
		"tells of another %s",
		(path) => {
			expect(differs(changed(whole, path, "other"))).toEqual([path])
		},
	)

	test("tells of one address without its zip code, as it was sent", () => {
		const plain = { ...sent, contact: { name: "Joe", address } }
		expect(differs({ contact: { name: "Joe", address: { ...address, zipCode: undefined } } }, plain)).toEqual([
			"contact.address.zipCode",
		])
		expect(differs({ contact: { name: "Joe", address: { primary: address } } }, plain)).toEqual([])
	})

	test("tells of cards: their number, and what their tokens say of them", () => {
		expect(differs({ method: [] })).toEqual(["method"])
		expect(differs({ method: [card, card] })).toEqual(["method"])
		expect(differs({ method: [{ ...card, expires: [11, 39] }] })).toEqual(["method.expires"])
		expect(differs({ method: [{ ...card, expires: ["12", "2039"] }] })).toEqual([])
		expect(differs({ method: [{}] })).toEqual([])
		const two = {
			...sent,
			method: [
				[1, 30],
				[2, 31],
			].map((xpr) => ({ type: "token" as const, card: jwt({ xpr }) })),
		}
		const back = (...expiries: unknown[]) => ({ method: expiries.map((expires) => ({ ...card, expires })) })
		expect(differs(back([2, 31], [1, 30]), two)).toEqual([])
		expect(differs(back([2, 31], [2, 31]), two)).toEqual(["method.expires"])
		const former = { ...sent, method: [{ type: "token" as const, card: jwt({ last4: "1112" }) }] }
		expect(differs({ method: [card] }, former)).toEqual(["method.last4"])
	})

	test("names what was sent and does not come back", () => {
		const unsaid = (answer: object, of = sent) => cameBack(of, { ...answer }).unsaid ?? []
		expect(unsaid(whole)).toEqual([])
		expect(unsaid(snake(whole) as object)).toEqual([])
		expect(unsaid({ number: "0012" })).toEqual(["contact", "method", "currency", "schedule", "limit"])
		expect(unsaid({ ...whole, contact: {} })).toEqual(["contact"])
		expect(unsaid({}, { number: "1", method: [] })).toEqual([])
	})

	test("has the cards, and never their tokens", () => {
		expect(cameBack(sent, { method: [card] }).cards).toEqual([
			{ scheme: "visa", iin: "411111", last4: "1111", expires: [12, 2039] },
		])
		const odd = { scheme: "eyJhbGciOiJIUzI1NiJ9.secret", iin: "4111111111111111", last4: 1111, expires: [13, 39] }
		expect(cameBack(sent, { method: [odd, null, []] }).cards).toEqual([{}, {}, {}])
		expect(cameBack(sent, { method: {} }).cards).toBeUndefined()
	})

	test("never throws, and names fields of the request alone", () => {
		const paths = new Set([
			"contact.address.primary",
			...inside,
			"method",
			"method.expires",
			"method.last4",
			"currency",
			"schedule",
			"limit",
		])
		const hostile = fc.oneof(
			fc.jsonValue({ maxDepth: 6 }),
			fc.constantFrom(
				{ toString: 1 },
				{ valueOf: null, toString: { a: 1 } },
				[[[[]]]],
				JSON.parse('{"__proto__":{"street":1}}'),
			),
		)
		const names = ["contact", "customer", "method", "currency", "schedule", "limit"]
		const answer = fc.dictionary(fc.constantFrom(...names), hostile)
		const contact = fc.dictionary(
			fc.constantFrom("type", "name", "email", "phone", "address", "identity_number"),
			hostile,
		)
		fc.assert(
			fc.property(answer, contact, hostile, (top, inner, cards) => {
				for (const one of [
					top,
					{ ...top, contact: inner },
					{ method: [cards, cards] },
					{ contact: { address: inner } },
				])
					for (const path of differs(one))
						expect(
							[...paths].some(
								(known) => known === path || path.startsWith("contact.address.") || path.startsWith("contact.phone."),
							),
						).toBe(true)
			}),
		)
	})
})
