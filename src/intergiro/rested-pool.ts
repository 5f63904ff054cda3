import { buildConnector, Client, Dispatcher, errors } from "undici"

/** Milliseconds after an answer in which a connection is not used: time for a server that closes it to do so. */
const shortest = 15
/** A server that was seen to end a connection so soon gets more time, up to a second. */
const margin = 4
const longest = 1_000

interface Resting {
	readonly client: Client
	/** When its last answer was complete, by `performance.now()`. */
	readonly since: number
}

/**
 * One connection for each request in flight, and a few that rest. Some servers close a connection a moment after their answer, without
 * a word before; a request that is written in that moment is in doubt. So a connection rests after each answer, and the one that has
 * rested longest is used next; where none has rested enough, another is opened. They are as many as are in flight and as are used
 * within one rest.
 */
export class RestedPool extends Dispatcher {
	readonly #origin: string | URL
	readonly #options: Client.Options
	readonly #clients = new Set<Client>()
	/** The one that has rested longest first. */
	readonly #resting: Resting[] = []
	#rest = shortest
	#isDestroyed = false

	constructor(origin: string | URL, { connect, ...options }: Client.Options) {
		super()
		this.#origin = origin
		// One connector for all, so that they share TLS sessions.
		const connector = typeof connect === "function" ? connect : buildConnector({ ...connect, allowH2: false })
		this.#options = { ...options, connect: connector }
	}

	override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
		if (this.#isDestroyed) throw new errors.ClientDestroyedError()
		return this.#take().dispatch(options, handler)
	}

	#take(): Client {
		const [first] = this.#resting
		if (first === undefined || performance.now() - first.since < this.#rest) return this.#open()
		this.#resting.shift()
		return first.client
	}

	/** Connects when it is used, and again when its connection has ended since. */
	#open(): Client {
		const client = new Client(this.#origin, this.#options)
		let isUsable = true
		client.on("connectionError", () => {
			isUsable = false
		})
		client.on("disconnect", () => this.#learn(client))
		client.on("drain", () => {
			if (isUsable) this.#resting.push({ client, since: performance.now() })
			else {
				this.#clients.delete(client)
				void client.destroy()
			}
		})
		this.#clients.add(client)
		return client
	}

	/** A connection ended. Where its server did so of its own accord while it rested, all have to rest longer. */
	#learn(client: Client): void {
		const ended = this.#resting.find((resting) => resting.client === client)
		if (ended === undefined) return
		const rested = performance.now() - ended.since
		if (rested < longest) this.#rest = Math.max(this.#rest, Math.min(longest, margin * rested))
	}

	override close(): Promise<void> {
		return this.destroy()
	}

	override async destroy(): Promise<void> {
		this.#isDestroyed = true
		this.#resting.length = 0
		await Promise.all([...this.#clients].map((client) => client.destroy()))
	}
}
