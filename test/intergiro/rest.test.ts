import pLimit from "p-limit"
import { afterEach, expect, test } from "vitest"
import { connect } from "../../src/intergiro/client.ts"
import { type Arrival, created, http, startFaultServer } from "./fault-server.ts"

const cleanups: (() => unknown)[] = []
afterEach(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** How a server ends its connections without a word before: so many milliseconds after every so manieth answer. */
const endings = [0, 1, 3, 5].flatMap((delay) => [1, 4].map((every) => ({ delay, every })))

test.each(endings)(
	"connections that end $delay ms after an answer, every $every: hardly anybody in doubt, nobody sent twice",
	async ({ delay, every }) => {
		const timers = new Set<NodeJS.Timeout>()
		const server = await startFaultServer({
			onRequest({ socket, number, index }: Arrival) {
				socket.write(http(201, created(number)))
				if (index % every === 0) timers.add(setTimeout(() => socket.end(), delay))
			},
		})
		cleanups.push(server.close, () => timers.forEach(clearTimeout))
		const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key" })
		cleanups.push(client.close)
		const numbers = Array.from({ length: 200 }, (_, index) => `n${index}`)
		const answers = await pLimit(10).map(numbers, (number) => client.create({ number, method: [] }))
		// On a busy machine a few end later than they should. Where connections are used at once, it is dozens.
		expect(answers.filter(({ kind }) => kind !== "created").length).toBeLessThanOrEqual(3)
		expect([...server.deliveries().values()]).toEqual(numbers.map(() => 1))
	},
)

test("connections are used again", async () => {
	const server = await startFaultServer({
		onRequest: ({ socket, number }) => void socket.write(http(201, created(number))),
	})
	cleanups.push(server.close)
	const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key" })
	cleanups.push(client.close)
	const numbers = Array.from({ length: 2_000 }, (_, index) => `n${index}`)
	const answers = await pLimit(10).map(numbers, (number) => client.create({ number, method: [] }))
	expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(["created"]))
	expect(server.connections()).toBeLessThan(numbers.length / 4)
})
