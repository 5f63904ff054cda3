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
		unnumbered: 0,
		continuation: "next",
	})
})

test("leaves out customers without a number, which are none of ours, and counts them", () => {
	const body = [{}, { id: "a" }, { id: "a", number: "" }, { id: "b", number: null }, { id: "a", number: "1" }]
	expect(page(200, body)).toEqual({ kind: "page", customers: [{ id: "a", number: "1" }], unnumbered: 4 })
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
	{ id: "a", number: 1.5 },
	{ id: "a", number: 2 ** 53 },
	{ id: "a", number: true },
])("%j in a listing may be a customer that exists: the page is of no use", (entry) => {
	expect(page(200, [{ id: "a", number: "2" }, entry])).toMatchObject({ kind: "unusable" })
})

test.each([[["next", "other"]], [["next", "next"]], [""]])("%j does not say clearly which page is next", (value) => {
	const headers = { "x-ms-continuation": value }
	expect(pageOf({ kind: "response", status: 200, headers, body: Buffer.from("[]") }, now)).toMatchObject({
		kind: "unusable",
	})
})

test("an empty page may have another after it", () => {
	expect(page(200, [], { "x-ms-continuation": "next" })).toMatchObject({ customers: [], continuation: "next" })
})

test.each([401, 403, 404, 405])("%i: this key may not list", (status) => {
	expect(page(status, "")).toMatchObject({ kind: "forbidden" })
	expect(page(200, { status, type: "forbidden" })).toMatchObject({ kind: "forbidden" })
})

test("429 and 503 say how long to wait", () => {
	expect(page(429, "", { "retry-after": "2" })).toMatchObject({ kind: "throttled", status: 429, wait: 2_000 })
	expect(page(503, "")).toEqual({ kind: "throttled", status: 503, message: expect.any(String) })
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

test("no answer failed, and where nothing got through it is waited for", () => {
	const error = Object.assign(new Error("x"), { code: "ECONNRESET" })
	const failed = { kind: "failed", code: "reset", message: expect.any(String) }
	expect(pageOf({ kind: "failure", sent: true, error }, now)).toEqual(failed)
	expect(pageOf({ kind: "failure", sent: false, error }, now)).toEqual({ ...failed, unreachable: true })
})

test("a certificate that is not trusted does not get better by asking again", () => {
	const error = Object.assign(new Error("x"), { code: "CERT_HAS_EXPIRED" })
	expect(pageOf({ kind: "failure", sent: false, error }, now)).toMatchObject({ kind: "unusable" })
})

test("what Intergiro says ends as a sentence does, with one full stop", () => {
	const error = (words: string) => ({ status: 401, type: "not authorized", error: words })
	for (const words of ["The API key is not valid.", "The API key is not valid"])
		expect(page(401, error(words))).toMatchObject({
			message: "Intergiro answered the listing with 401: The API key is not valid.",
		})
})
