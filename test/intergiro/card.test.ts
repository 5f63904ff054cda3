import { describe, expect, test } from "vitest"
import { classifyCard } from "../../src/intergiro/classify.ts"
import { customerOf } from "../../src/intergiro/customer.ts"

const token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYXJkIn0.c2lnbmF0dXJl"
const sent = { number: "1", method: [{ type: "token" as const, card: token }] }

function response(status: number, body: unknown) {
	const text = typeof body === "string" ? body : JSON.stringify(body)
	return { kind: "response", status, headers: {}, body: Buffer.from(text) } as const
}

describe("an answer to a card that was added", () => {
	test.each([
		[
			"a stored card",
			201,
			{ type: "card", last4: "1111", token: "secret" },
			{ kind: "added", card: { last4: "1111" } },
		],
		["a card that says nothing else", 200, { type: "card" }, { kind: "added", card: {} }],
		["nothing", 200, "", { kind: "ambiguous", code: "bad-answer" }],
		["something else", 200, { id: "x" }, { kind: "ambiguous" }],
		["a list", 200, [{ type: "card" }], { kind: "ambiguous" }],
		["a refusal", 400, { status: 400, type: "x", error: "card declined" }, { kind: "rejected", code: "card declined" }],
		["a refusal inside a 2xx", 200, { status: 400, type: "x", error: "card expired" }, { kind: "rejected" }],
		["3-D Secure", 400, { status: 400, type: "x", error: "verification required" }, { kind: "verification-required" }],
		["a gateway's page", 502, "<html>", { kind: "ambiguous", ailing: true }],
		["try later", 429, "", { kind: "throttled" }],
		["not found", 404, { status: 404, type: "not found" }, { kind: "wrong-environment" }],
	])("%s", (_, status, body, expected) => {
		expect(classifyCard(response(status, body), sent, 0)).toMatchObject(expected)
	})

	test("a page of something on the way may have passed it on, once a card was added", () => {
		expect(classifyCard(response(403, "<html>"), sent, 0)).toMatchObject({ kind: "wrong-environment" })
		expect(classifyCard(response(403, "<html>"), sent, 0, true)).toMatchObject({ kind: "ambiguous" })
	})
})

describe("a customer that was read", () => {
	const expected = {
		number: "1",
		contact: { name: "Joe Smith", email: "joe@example.com", phone: "+46701234567" },
		method: [],
	}
	const read = (body: unknown, status = 200) => customerOf(response(status, body), "id", "1", expected, 0)

	test.each([
		[{ number: "1", contact: { name: { first: "Joe", last: "Smith" }, email: "joe@EXAMPLE.com" } }, []],
		[{ number: "1", id: "id", contact: { name: "JOE SMITH", email: "Joe@example.com" } }, []],
		[{ number: "1", id: "other", contact: { name: "Joe Smith" } }, ["id"]],
		[{ number: 1, customer: { name: "Ann", email: "joe@example.com" } }, ["contact.name"]],
		[{ number: "01", contact: { email: "ann@example.com", phone: "1" } }, ["number", "contact.email"], "01"],
		[{ number: { toString: 1 }, contact: [] }, ["number"], ""],
		[{ contact: { name: null, email: { billing: 1 } } }, ["contact.email"]],
	])("%j", (body, others, number?: string) => {
		expect(read(body)).toEqual({ kind: "customer", others, ...(number === undefined ? {} : { number }) })
	})

	test("or was not", () => {
		expect(read({ method: [{}, {}] })).toEqual({ kind: "customer", others: [], cards: [{}, {}] })
		expect(read("", 404)).toEqual({ kind: "missing" })
		expect(read("", 403)).toMatchObject({ kind: "forbidden" })
		expect(read("<html>")).toMatchObject({ kind: "failed" })
		expect(read({ status: 429, type: "x" }, 429)).toMatchObject({ kind: "throttled" })
	})
})
