import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { fixture } from "./fixture.ts"

const own = fixture()

/** No JWT: nothing tells it from a word. */
const key = "sk_live-Zq81mKp04vTn55Rw"

const csv = [
	"Customer number,Name,E-mail",
	...Array.from({ length: 16 }, (_, at) => `K${at},Kund ${at},kund${at}@example.com`),
	"",
].join("\n")

const error = (text: string) => ({ status: 400, type: "malformed content", error: text, description: text })

/** What a server may answer that repeats the key of a request. */
const answers = [
	{ status: 400, body: error(`the key ${key} may not`) },
	{ status: 400, body: error(`Bearer ${key.slice(0, 15)}… may not`) },
	{ status: 400, body: error(Buffer.from(key).toString("base64")) },
	{ status: 422, body: error(key.toUpperCase()) },
	{
		status: 400,
		body: { ...error("verification required"), content: { details: { url: `https://acs.example/?k=${key}` } } },
	},
	{ status: 201, creates: "K8", body: { id: "a1", number: "K8", status: key } },
	{
		status: 201,
		creates: "K9",
		body: { id: "b1", number: "K9", method: [{ scheme: key.slice(0, 18), last4: "4242" }] },
	},
	{ status: 400, body: error(`basic ${Buffer.from(`Bearer ${key}`).toString("base64")}`) },
	{
		status: 400,
		body: {
			...error("verification required"),
			content: { details: { url: `https://acs.example/?k=${key.slice(0, 15)}` } },
		},
	},
	{ status: 418, body: `<html>${key}</html>` },
	{ status: 502, body: error(key) },
]

test("a key that is no JWT stands nowhere, however a server repeats it", async () => {
	own.merchant.accept(key)
	own.merchant.trick = (number) => answers[Number(number.slice(1)) - 3] ?? "create"
	own.environment.INTERGIRO_API_KEY = key
	const file = own.write("customers.csv", csv)
	const outputs = [await own.run(file, "out", "--json"), await own.run(file, "out")]
	const parts = Array.from({ length: key.length - 7 }, (_, at) => key.slice(at, at + 8).toLowerCase())
	const folder = own.path("out")
	const texts = [
		...outputs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
		...readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "latin1")),
	]
	for (const text of texts) for (const part of parts) expect(text.toLowerCase()).not.toContain(part)
	expect(readFileSync(`${folder}/results.csv`, "utf8")).toContain("K15")
})

test("an answer under a number that is private is in doubt until it is found, and a page of 3-D Secure leads on without a secret", async () => {
	own.merchant.accept(key)
	own.environment.INTERGIRO_API_KEY = key
	const numbers = [
		key,
		`K1 ${key.slice(0, 18)}`,
		"anna@else.example",
		"4111111111111111",
		"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYXJkIn0.c2ln",
	]
	const address =
		"https://acs.example/?n=4111%201111%201111%201111&t=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYXJkIn0.c2ln&to=/done"
	own.merchant.trick = (number) => {
		const given = numbers[Number(number.slice(1)) - 3]
		if (given !== undefined) return { status: 201, creates: number, body: { id: "", number: given } }
		return number === "K9"
			? { status: 400, body: { ...error("verification required"), content: { details: { url: address } } } }
			: "create"
	}
	const file = own.write("customers.csv", csv)
	// The second run looks up whom the first one left in doubt.
	const outputs = [await own.run(file, "out", "--json"), await own.run(file, "out")]
	const folder = own.path("out")
	const texts = [
		...outputs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
		...readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "latin1")),
	]
	for (const text of texts) for (const number of [...numbers, "4111%201111"]) expect(text).not.toContain(number)
	expect(readFileSync(`${folder}/follow-up.csv`, "utf8")).toContain("https://acs.example/?n=[…]&t=[…]&to=/done")
	expect(own.merchant.received.map(({ number }) => number).toSorted()).toEqual(csv.match(/K\d+/g)?.toSorted())
	const results = readFileSync(`${folder}/results.csv`, "utf8")
	for (const number of ["K3", "K4", "K5", "K6", "K7"]) expect(results).toMatch(new RegExp(`^.*\\b${number}\\b`, "m"))
})
