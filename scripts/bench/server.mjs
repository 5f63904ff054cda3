/**
 * A server that costs little, in a process of its own: it answers each creation with the customer that was sent, and lists whom it has.
 * No stand-in for Intergiro, which the sandbox is: nothing is checked here.
 * `node server.mjs [milliseconds before an answer]`; prints its port, and to each line of its input what it saw, as JSON.
 */
import { createServer } from "node:net"
import { createInterface } from "node:readline"

const delay = Number(process.argv[2] ?? 0)
const pageLength = 1_000
const separator = Buffer.from("\r\n\r\n")
const inNumber = Buffer.from('"number":"')
const inContact = Buffer.from('"contact":')
/** Each as `number`, or as the listing has it once it is asked for. */
const customers = []
/** When each creation came, in milliseconds. */
let arrivals = []

const idOf = (index) => `bench${String(index).padStart(11, "0")}`
const method =
	'[{"type":"card","scheme":"visa","iin":"411111","last4":"1111","expires":[12,99],"acquirer":"bench","created":"2026-01-01T00:00:00.000Z","token":"stored"}]'

function created(body) {
	const from = body.indexOf(inNumber) + inNumber.length
	const number = body.latin1Slice(from, body.indexOf(0x22, from))
	const id = idOf(customers.push(number))
	const start = body.indexOf(inContact)
	// The contact is sent before the cards, or behind them: it goes to its last brace.
	const contact = start < 0 ? "" : `"contact":${objectAt(body.latin1Slice(start + inContact.length))},`
	const cards = body.includes('"card":"') ? method : "[]"
	return answer(
		201,
		`{"id":"${id}","number":"${number}",${contact}"method":${cards},"status":"active","total":0,"balance":[],"currency":"SEK","schedule":"monthly"}`,
	)
}

/** The object that a text begins with: no brace stands in a value of the benchmark. */
function objectAt(text) {
	let depth = 0
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index)
		if (code === 0x7b) depth++
		else if (code === 0x7d && --depth === 0) return text.slice(0, index + 1)
	}
	return "{}"
}

function page(path) {
	const start = Number(/continuation=(\d+)/.exec(path)?.[1] ?? 0)
	const end = Math.min(start + pageLength, customers.length)
	const listed = []
	for (let index = start; index < end; index++)
		listed.push(`{"id":"${idOf(index + 1)}","number":"${customers[index]}","method":${method},"status":"active"}`)
	return answer(200, `[${listed.join(",")}]`, end < customers.length ? `x-ms-continuation: ${end}\r\n` : "")
}

function answer(status, body, headers = "") {
	return Buffer.from(
		`HTTP/1.1 ${status} OK\r\ncontent-type: application/json\r\n${headers}content-length: ${Buffer.byteLength(body, "latin1")}\r\n\r\n${body}`,
		"latin1",
	)
}

const server = createServer({ noDelay: true }, (socket) => {
	let rest
	socket.on("error", () => {})
	socket.on("data", (chunk) => {
		let bytes = rest === undefined ? chunk : Buffer.concat([rest, chunk])
		rest = undefined
		while (bytes.length > 0) {
			const end = bytes.indexOf(separator)
			const head = end < 0 ? "" : bytes.latin1Slice(0, end)
			const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0)
			const whole = end + separator.length + length
			if (end < 0 || bytes.length < whole) {
				rest = bytes
				return
			}
			const isCreation = head.startsWith("POST")
			if (isCreation) arrivals.push(performance.now())
			const said = isCreation ? created(bytes.subarray(end + separator.length, whole)) : page(head.split(" ", 2)[1])
			if (delay > 0) setTimeout(() => socket.write(said), delay)
			else socket.write(said)
			bytes = bytes.subarray(whole)
		}
	})
})
server.listen(0, "127.0.0.1", () => console.log(server.address().port))

for await (const _ of createInterface(process.stdin)) {
	console.log(JSON.stringify({ customers: customers.length, arrivals: delay > 0 ? arrivals : [] }))
	arrivals = []
}
process.exit()
