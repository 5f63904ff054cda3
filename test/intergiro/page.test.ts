import { expect, test } from "vitest"
import { pageOf } from "../../src/intergiro/page.ts"

const now = Date.parse("2026-11-23T12:00:00Z")

function page(status: number, body: unknown, headers: Record<string, string> = {}) {
	const text = typeof body === "string" ? body : JSON.stringify(body)
	return pageOf({ kind: "response", status, headers, body: Buffer.from(text) }, now)
}

test("keeps what it needs of each customer", () => {
	const body = [
		{ id: "a", number: "1", status: "active", contact: { name: "Joe" } },
		{ id: "b", number: 2 },
	]
	expect(page(200, body, { "x-ms-continuation": "next" })).toEqual({
		kind: "page",
		customers: [
			{ id: "a", number: "1", status: "active" },
			{ id: "b", number: "2" },
		],
		continuation: "next",
	})
})

test("leaves out customers without a number, which are none of ours", () => {
	const body = [{}, { id: "a" }, { id: "a", number: "" }, { id: "b", number: null }, { id: "a", number: "1" }]
	expect(page(200, body)).toEqual({ kind: "page", customers: [{ id: "a", number: "1" }] })
})

test.each([
	null,
	7,
	"x",
	[[]],
	{ number: "1" },
	{ id: "", number: "1" },
	{ id: 5, number: "1" },
	{ id: "a", number: {} },
])("%j in a listing may be a customer that exists: the page failed", (entry) => {
	expect(page(200, [{ id: "a", number: "2" }, entry])).toMatchObject({ kind: "failed", code: "bad-answer" })
})

test("an empty page may have another after it", () => {
	expect(page(200, [], { "x-ms-continuation": "next" })).toMatchObject({ customers: [], continuation: "next" })
	expect(page(200, [], { "x-ms-continuation": "" })).not.toHaveProperty("continuation")
})

test.each([401, 403, 404, 405])("%i: this key may not list", (status) => {
	expect(page(status, "")).toMatchObject({ kind: "forbidden" })
	expect(page(200, { status, type: "forbidden" })).toMatchObject({ kind: "forbidden" })
})

test("429 and 503 say how long to wait", () => {
	expect(page(429, "", { "retry-after": "2" })).toMatchObject({ kind: "throttled", wait: 2_000 })
	expect(page(503, "")).toEqual({ kind: "throttled", message: expect.any(String) })
})

test.each<[number, unknown]>([
	[200, "<html></html>"],
	[200, '[{"id":"a","num'],
	[200, {}],
	[200, { status: 500, type: "server error" }],
	[201, []],
	[204, ""],
	[302, ""],
	[400, ""],
	[500, []],
])("%i with %j failed, and may be asked again", (status, body) => {
	expect(page(status, body)).toMatchObject({ kind: "failed" })
})

test("no answer failed, sent or not", () => {
	for (const sent of [true, false]) {
		const error = Object.assign(new Error("x"), { code: "ECONNRESET" })
		expect(pageOf({ kind: "failure", sent, error }, now)).toMatchObject({ kind: "failed", code: "reset" })
	}
})
