/** What a careful person writes in an afternoon: PapaParse, a schema a row, p-limit, `fetch`, and a line of JSON appended for each answer. */
import { createReadStream, createWriteStream } from "node:fs"
import pLimit from "p-limit"
import Papa from "papaparse"
import { z } from "zod"
import { creatableOf, inFlight, key } from "./shared.mjs"

const [, , path, url, out] = process.argv
const text = z.string().trim().min(1)
const schema = z.object({
	number: text,
	firstName: text,
	lastName: text,
	email: z.email(),
	phone: z.string().regex(/^\+\d{6,15}$/),
	street: text,
	zip: text,
	city: text,
	country: z.string().length(2),
	token: z.jwt(),
})
const log = createWriteStream(out)
const limit = pLimit(inFlight)
const headers = { authorization: `Bearer ${key}`, "content-type": "application/json", accept: "application/json" }
const rows = createReadStream(path, "utf8").pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true }))
let waiting = 0
let wake = () => {}

async function send(row) {
	const checked = schema.safeParse(row)
	if (!checked.success) throw new Error(checked.error.message)
	const response = await fetch(`${url}/v1/customer`, {
		method: "POST",
		headers,
		body: JSON.stringify(creatableOf(checked.data)),
	})
	const { id } = await response.json()
	if (response.status !== 201 || !id) throw new Error(`${response.status}`)
	log.write(`${JSON.stringify({ number: row.number, id })}\n`)
	waiting--
	wake()
}

for await (const row of rows) {
	waiting++
	void limit(send, row)
	if (waiting >= 2 * inFlight)
		await new Promise((resolve) => {
			wake = resolve
		})
}
while (waiting > 0)
	await new Promise((resolve) => {
		wake = resolve
	})
log.end()
