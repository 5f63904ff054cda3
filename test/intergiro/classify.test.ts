import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { classify } from "../../src/intergiro/classify.ts"
import { TunnelFailed } from "../../src/intergiro/dispatcher.ts"
import { type Exchange, TimedOut, TooLarge } from "../../src/intergiro/transport.ts"
import { sample } from "../sample.ts"

const creatable = {
	number: "1001",
	contact: { name: "Joe Smith", email: "joe.smith@example.com", phone: "+46701234567" },
	method: [{ type: "token" as const, card: "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYXJkIn0.c2lnbmF0dXJl" }],
}
const now = Date.parse("2026-11-23T12:00:00Z")

function answer(status: number, body: unknown = "", headers: Record<string, string> = {}) {
	const text = typeof body === "string" ? body : JSON.stringify(body)
	return classify({ kind: "response", status, headers, body: Buffer.from(text) }, creatable, now)
}

function failure(sent: boolean, code: string, message = "it failed") {
	return classify({ kind: "failure", sent, error: Object.assign(new Error(message), { code }) }, creatable, now)
}

function apiError(status: number, more: object = {}) {
	return { status, type: "malformed content", ...more }
}

const html = "<html><head><title>Bad Gateway</title></head></html>"

describe("nothing was sent", () => {
	test.each([
		["ECONNREFUSED", "refused"],
		["ENOTFOUND", "dns"],
		["EAI_AGAIN", "dns"],
		["EHOSTUNREACH", "unreachable"],
		["ENETUNREACH", "unreachable"],
		["ETIMEDOUT", "timeout"],
		["UND_ERR_CONNECT_TIMEOUT", "timeout"],
		["ECONNRESET", "reset"],
		["UND_ERR_SOCKET", "reset"],
		["UND_ERR_DESTROYED", "closed"],
		["EMFILE", "connection"],
		["", "connection"],
	])("%s: not applied", (code, reason) => {
		expect(failure(false, code)).toMatchObject({ kind: "not-applied", code: reason })
	})

	test.each([
		"DEPTH_ZERO_SELF_SIGNED_CERT",
		"SELF_SIGNED_CERT_IN_CHAIN",
		"UNABLE_TO_VERIFY_LEAF_SIGNATURE",
		"UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
		"CERT_HAS_EXPIRED",
		"ERR_TLS_CERT_ALTNAME_INVALID",
		"ERR_SSL_WRONG_VERSION_NUMBER",
		"EPROTO",
		"UND_ERR_PRX_TLS",
	])("%s: the environment is wrong", (code) => {
		expect(failure(false, code)).toMatchObject({ kind: "wrong-environment", code: "certificate" })
	})

	test.each([
		[407, "wrong-environment"],
		[403, "wrong-environment"],
		[502, "not-applied"],
		[503, "not-applied"],
	])("the proxy answers %i: %s", (status, kind) => {
		const cause = new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`)
		const error = new TunnelFailed(cause.message, { cause })
		expect(classify({ kind: "failure", sent: false, error }, creatable, now)).toMatchObject({ kind, code: "proxy" })
	})

	test("a time-out while connecting: not applied", () => {
		const error = new TimedOut("No answer within 10 ms.")
		expect(classify({ kind: "failure", sent: false, error }, creatable, now)).toMatchObject({ kind: "not-applied" })
	})
})

describe("something was sent and no whole answer came", () => {
	test.each([
		"ECONNRESET",
		"EPIPE",
		"ETIMEDOUT",
		"ECONNREFUSED",
		"UND_ERR_SOCKET",
		"UND_ERR_HEADERS_OVERFLOW",
		"UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
		"UND_ERR_DESTROYED",
		"UND_ERR_INVALID_ARG",
		"HPE_INVALID_CONSTANT",
		"EPROTO",
		"CERT_HAS_EXPIRED",
		"",
	])("%s: ambiguous", (code) => {
		expect(failure(true, code)).toMatchObject({ kind: "ambiguous" })
	})

	test.each([new TimedOut("late"), new TooLarge("large"), new TunnelFailed("x", { cause: new Error("y") })])(
		"%s: ambiguous",
		(error) => {
			expect(classify({ kind: "failure", sent: true, error }, creatable, now)).toMatchObject({ kind: "ambiguous" })
		},
	)
})

describe("2xx", () => {
	/** Nothing of what was sent came back but the number, at most. */
	const unsaid = ["contact", "method"]

	test.each([200, 201, 202])("%i with an id and our number: created", (status) => {
		const body = { id: "SMmmIYXgLFTgE8qW", number: "1001", status: "active", customer: {}, method: "anything" }
		expect(answer(status, body)).toEqual({ kind: "created", id: "SMmmIYXgLFTgE8qW", status: "active", unsaid })
	})

	test("the number may come back as a number, or not at all", () => {
		expect(answer(201, { id: "a", number: 1001 })).toEqual({ kind: "created", id: "a", unsaid })
		expect(answer(201, { id: "a" })).toEqual({ kind: "created", id: "a", unsaid })
	})

	test.each<[string, unknown]>([
		["nothing", ""],
		["HTML", html],
		["JSON that is cut off", '{"id":"abc","number":"10'],
		["a list", [{ id: "a", number: "1001" }]],
		["null", null],
		["no id", { number: "1001" }],
		["an empty id", { id: "", number: "1001" }],
		["an id that is no string", { id: 7, number: "1001" }],
		["an id with a line break", { id: "a\nb", number: "1001" }],
		["a null number", { id: "a", number: null }],
		["an empty number", { id: "a", number: "" }],
		["a number that is a list", { id: "a", number: ["1001"] }],
		["a number with a fraction", { id: "a", number: 1001.5 }],
		["a number beyond what JSON keeps", '{"id":"a","number":12345678901234567890}'],
		["an error about the server", apiError(500)],
		["an error that may follow a success", apiError(409)],
		["an error about the key", apiError(401)],
	])("%s: ambiguous", (_, body) => {
		expect(answer(200, body)).toMatchObject({ kind: "ambiguous" })
	})

	test.each([
		[undefined, "no id"],
		["", "no id"],
		[7, "an id that cannot be read"],
		["DE29 7051", "an id that cannot be read"],
	])("of the id %j it is said that there is %s", (id, said) => {
		expect(answer(200, { id, number: "1001" })).toMatchObject({ message: `Intergiro's answer has ${said}.` })
	})

	test.each(["id", "number"])("an %s with a byte that is none of UTF-8 is not what was said: ambiguous", (field) => {
		const said = { id: "a", number: "1001", [field]: "a?" }
		for (const wrong of ["\xff", "\xef\xbf\xbd"]) {
			const body = Buffer.from(JSON.stringify(said).replace("?", wrong), "latin1")
			expect(classify({ kind: "response", status: 201, headers: {}, body }, creatable, now)).toMatchObject({
				kind: "ambiguous",
				code: "bad-answer",
			})
		}
	})

	test.each(["id", "number"])("an %s with half a character is not what was said: ambiguous", (field) => {
		const body = Buffer.from(JSON.stringify({ id: "a", number: "1001", [field]: "a?" }).replace("?", "\\ud800"))
		expect(classify({ kind: "response", status: 201, headers: {}, body }, creatable, now)).toMatchObject({
			kind: "ambiguous",
			code: "bad-answer",
		})
	})

	test.each<[string, unknown, string]>([
		["another number", "1002", "1002"],
		["our number with zeros", "0001001", "0001001"],
		["another number, as one", 1002, "1002"],
	])("%s: renumbered", (_, number, given) => {
		expect(answer(201, { id: "a", number, status: "active" })).toEqual({
			kind: "renumbered",
			id: "a",
			given,
			status: "active",
			unsaid,
		})
	})

	test("a number with zeros that comes back without them is another one", () => {
		const zeros = { ...creatable, number: "0012" }
		for (const number of ["12", 12]) {
			const body = Buffer.from(JSON.stringify({ id: "a", number }))
			expect(classify({ kind: "response", status: 201, headers: {}, body }, zeros, now)).toMatchObject({
				kind: "renumbered",
				given: "12",
			})
		}
	})

	test("a long number that comes back as one has lost its last digits, and is the same", () => {
		const long = { ...creatable, number: "12345678901234567890" }
		const body = Buffer.from('{"id":"a","number":12345678901234567890}')
		expect(classify({ kind: "response", status: 201, headers: {}, body }, long, now)).toEqual({
			kind: "created",
			id: "a",
			unsaid,
		})
	})

	test.each([
		["invalid input", "token used", "token used"],
		[undefined, "Card token already used.", "token used"],
		["invalid input", "The token has been spent", "token used"],
		["unauthorized", "The API token was used before", undefined],
		["invalid input", "token", "invalid input"],
		["invalid input", "Zip code used before 1999", "invalid input"],
	])("an error %s, %s, is %s", (error, description, code) => {
		const said = answer(400, apiError(400, { ...(error ? { error } : {}), description }))
		expect(said).toMatchObject(code ? { kind: "rejected", code } : { kind: "wrong-environment", code: error })
	})

	test("a refusal in the API's shape is a refusal", () => {
		expect(answer(200, apiError(400, { error: "card declined" }))).toMatchObject({
			kind: "rejected",
			code: "card declined",
		})
	})
})

describe("the environment is wrong", () => {
	test.each([301, 302, 307, 308, 304, 401, 403, 404, 405, 407])("%i", (status) => {
		for (const body of ["", html, apiError(status), apiError(400)]) {
			expect(answer(status, body)).toMatchObject({ kind: "wrong-environment", code: `http-${status}` })
		}
	})

	test.each(["unauthorized", "merchant not found", "blocked merchant"])("%s", (error) => {
		expect(answer(400, apiError(400, { error }))).toMatchObject({ kind: "wrong-environment", code: error })
	})
})

describe("after a customer was created with this key at this URL", () => {
	function later(status: number, body: unknown) {
		const text = typeof body === "string" ? body : JSON.stringify(body)
		return classify({ kind: "response", status, headers: {}, body: Buffer.from(text) }, creatable, now, true)
	}

	test.each([401, 403, 404, 405])("%i without the API's shape comes from something on the way: ambiguous", (status) => {
		for (const body of ["", html, "{}"])
			expect(later(status, body)).toMatchObject({ kind: "ambiguous", code: `http-${status}`, ailing: true })
	})

	test.each([401, 403, 404, 405])("%i in the API's shape: the environment is wrong", (status) => {
		expect(later(status, apiError(status))).toMatchObject({ kind: "wrong-environment", code: `http-${status}` })
	})

	test.each([301, 302, 303, 307, 308])(
		"%i, to a login perhaps, comes from something on the way: ambiguous",
		(status) => {
			for (const body of ["", html])
				expect(later(status, body)).toMatchObject({ kind: "ambiguous", code: `http-${status}`, ailing: true })
		},
	)

	test.each([400, 422])("%i with a page, or with nothing, is no refusal of Intergiro's: ambiguous", (status) => {
		for (const body of ["", html, "Bad Request"])
			expect(later(status, body)).toMatchObject({ kind: "ambiguous", code: `http-${status}`, ailing: true })
		for (const body of [apiError(status), { message: "card declined" }])
			expect(later(status, body)).toMatchObject({ kind: "rejected" })
	})

	test("407 is a proxy's, which has passed nothing on: the environment is wrong", () => {
		expect(later(407, html)).toMatchObject({ kind: "wrong-environment" })
	})
})

test("what is said of a refusal is what is known of it", () => {
	const said = (body: unknown) => JSON.stringify(answer(403, body))
	expect(said(apiError(403, { description: "Blocked." }))).toContain(
		"Intergiro does not accept the API key (403: Blocked)",
	)
	expect(said(html)).toContain("or something on the way")
})

describe("refusals", () => {
	test.each([400, 422])("%i, whatever the body", (status) => {
		for (const body of ["", html, "{"]) {
			expect(answer(status, body)).toMatchObject({ kind: "rejected", code: `http-${status}` })
		}
	})

	test.each([402, 406, 410, 412, 413, 415, 418, 451])("%i with the API's shape, ambiguous without", (status) => {
		expect(answer(status, apiError(status))).toMatchObject({ kind: "rejected", code: "malformed content" })
		expect(answer(status, html)).toMatchObject({ kind: "ambiguous" })
	})

	test("say what Intergiro says", () => {
		const content = { property: "contact.email", type: "string", description: "Not an address." }
		expect(answer(400, apiError(400, { content }))).toEqual({
			kind: "rejected",
			code: "malformed content",
			message: "Intergiro refused it: contact.email: Not an address.",
		})
	})

	test("repeat neither tokens nor contact data nor card numbers", () => {
		const said = `${creatable.method[0]?.card} of Joe Smith, joe.smith@example.com, +46701234567, 4111 1111 1111 1111\nis bad`
		const text = JSON.stringify(answer(400, apiError(400, { error: said, description: said })))
		expect(text).toContain("is bad")
		for (const secret of ["eyJ", "Joe", "joe", "4670", "4111", "\\n"]) expect(text).not.toContain(secret)
	})

	test("verification required keeps the URL", () => {
		const url = "https://3ds.example/challenge?id=4111111111111111"
		const content = { details: { visible: true, method: "POST", url, data: { type: "challenge" } } }
		const body = apiError(400, { error: "verification required", content })
		for (const status of [400, 422, 402, 200]) {
			expect(answer(status, body)).toEqual({ kind: "verification-required", message: expect.any(String), url })
		}
	})

	test.each(["javascript:alert(1)", "file:///etc/passwd", "nowhere", 7, undefined])(
		"verification at %s has no URL",
		(url) => {
			const body = apiError(400, { error: "verification required", content: { details: { url } } })
			expect(answer(400, body)).toEqual({ kind: "verification-required", message: expect.any(String) })
		},
	)
})

describe("try later", () => {
	test.each<[Record<string, string>, number | undefined]>([
		[{}, undefined],
		[{ "retry-after": "7" }, 7_000],
		[{ "retry-after": "0" }, 0],
		[{ "retry-after": "Mon, 23 Nov 2026 12:00:30 GMT" }, 30_000],
		[{ "retry-after": "Monday, 23-Nov-26 12:00:30 GMT" }, 30_000],
		[{ "retry-after": "Mon Nov 23 12:00:30 2026 GMT" }, 30_000],
		[{ "retry-after": "Mon, 23 Nov 2026 13:00:30 GMT", date: "Mon, 23 Nov 2026 13:00:00 GMT" }, 30_000],
		[{ "retry-after": "Mon, 23 Nov 2026 11:00:00 GMT" }, 0],
		[{ "retry-after": "-5" }, undefined],
		[{ "retry-after": "soon" }, undefined],
		[{ "x-ms-retry-after-ms": "350" }, 350],
		[{ "x-ms-retry-after-ms": "350", "retry-after": "1" }, 350],
		[{ "x-ms-retry-after-ms": "?", "retry-after": "1" }, 1_000],
	])("%j", (headers, wait) => {
		const told = wait === undefined ? {} : { wait }
		const message = expect.any(String)
		expect(answer(429, "", headers)).toEqual({ kind: "throttled", status: 429, ...told, message })
		// A gateway may have given up after the customer was made.
		for (const status of [500, 502, 503, 504])
			for (const body of [html, apiError(503)])
				expect(answer(status, body, headers)).toEqual({
					kind: "ambiguous",
					code: `http-${status}`,
					ailing: true,
					...told,
					message,
				})
	})
})

test.each([408, 409, 425, 500, 501, 502, 503, 504, 507, 520, 599, 101, 600])(
	"%i: ambiguous, whatever the body",
	(status) => {
		for (const body of ["", html, apiError(400), apiError(status), { id: "a", number: "1001" }]) {
			expect(answer(status, body)).toMatchObject({ kind: "ambiguous" })
		}
	},
)

/** Statuses as "200-299 304". */
function ranges(statuses: readonly number[]): string {
	const runs: [number, number][] = []
	for (const status of statuses) {
		const last = runs.at(-1)
		if (last && last[1] === status - 1) last[1] = status
		else runs.push([status, status])
	}
	return runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(" ")
}

const everyStatus = Array.from({ length: 500 }, (_, index) => 100 + index)

test.each([
	["nothing", "", { rejected: "400 422", ambiguous: "100-299 402 406 408-421 423-428 430-599" }],
	["HTML", html, { rejected: "400 422", ambiguous: "100-299 402 406 408-421 423-428 430-599" }],
	[
		"a refusal in the API's shape",
		apiError(400),
		{
			rejected: "200-299 400 402 406 410-424 426-428 430-499",
			ambiguous: "100-199 408-409 425 500-599",
		},
	],
	[
		"our customer",
		{ id: "a", number: "1001" },
		{ created: "200-299", rejected: "400 422", ambiguous: "100-199 402 406 408-421 423-428 430-599" },
	],
])("every status with %s", (_, body, expected) => {
	const kinds = new Set(everyStatus.map((status) => answer(status, body).kind))
	const found = Object.fromEntries(
		[...kinds].map((kind) => [kind, ranges(everyStatus.filter((status) => answer(status, body).kind === kind))]),
	)
	expect(found).toEqual({ ...expected, "wrong-environment": "300-399 401 403-405 407", throttled: "429" })
})

test("nothing but a good 2xx is ever created, and nothing that was sent is ever called not applied", () => {
	const exchange: fc.Arbitrary<Exchange> = fc.oneof(
		fc.record({
			kind: fc.constant("response" as const),
			status: fc.integer({ min: 100, max: 699 }),
			headers: fc.constant({}),
			body: fc
				.oneof(
					fc.json(),
					fc.string(),
					fc
						.record(
							{
								id: fc.string(),
								number: fc.constantFrom("1001", "1002"),
								status: fc.nat(999),
								type: fc.string(),
								error: fc.string(),
							},
							{ requiredKeys: [] },
						)
						.map((body) => JSON.stringify(body)),
				)
				.map((text) => Buffer.from(text)),
		}),
		fc.record({
			kind: fc.constant("failure" as const),
			sent: fc.boolean(),
			error: fc.string().map((code) => Object.assign(new Error("x"), { code })),
		}),
	)
	fc.assert(
		fc.property(exchange, (result) => {
			const { kind } = classify(result, creatable, now)
			if (result.kind === "failure") expect(kind).toBe(result.sent ? "ambiguous" : "not-applied")
			else if (result.status >= 500) expect(kind).toBe("ambiguous")
			else {
				expect(kind).not.toBe("not-applied")
				if (kind === "created") expect(result.status >= 200 && result.status < 300).toBe(true)
			}
		}),
		{ numRuns: sample(700) },
	)
})
