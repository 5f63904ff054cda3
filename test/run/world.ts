import type { Answer } from "../../src/contract/answer.ts"
import type { Api, Listed } from "../../src/contract/ports.ts"
import type { RunEvent, StopReason } from "../../src/contract/progress.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { Engine } from "../../src/run/engine.ts"
import type { World } from "../../src/run/session.ts"
import type { RunSettings } from "../../src/run/settings.ts"
import { Waited } from "../../src/run/waited.ts"
import { noLedger } from "../simulation/no-ledger.ts"
import { Random } from "../simulation/random.ts"
import { ProcessClock, VirtualTime } from "../simulation/virtual-clock.ts"

export interface Sent {
	readonly number: string
	/** Milliseconds since the run began. */
	readonly at: number
	/** Requests under way, this one included. */
	readonly together: number
}

interface Server {
	/** Milliseconds until an answer, 20 by default. */
	readonly latency?: number
	answer(number: string, at: number): Answer
	/** All customers; a key that cannot list without it. */
	list?(): readonly Listed[]
	/** The status with which a listing is refused, to a key that says it may list. */
	readonly refuses?: number
	/** Records of what was sent are missing on this computer. */
	readonly truncated?: boolean
}

export const made = (number: string): Answer => ({ kind: "created", id: `id-${number}` })
export const refusedConnection: Answer = { kind: "not-applied", code: "refused", message: "Nothing listens." }

/** A run of so many customers against a server, on a clock that takes no time. */
export class TestRun {
	readonly time = new VirtualTime()
	readonly sent: Sent[] = []
	readonly records: JournalRecord[] = []
	readonly events: RunEvent[] = []
	readonly state = new RunState()
	engine: Engine
	readonly #waited = new Waited()
	#together = 0
	/** Another session of the same process, by other settings. */
	readonly next: (settings: Partial<RunSettings>) => void

	constructor(server: Server, settings: Partial<RunSettings> = {}, customers = 60) {
		const clock = new ProcessClock(this.time, new Random(1))
		const { latency = 20 } = server
		const api: Api = {
			listing: server.list || server.refuses ? "yes" : "no",
			list: async () =>
				server.list
					? { kind: "page", customers: server.list(), unnumbered: 0 }
					: { kind: "forbidden", status: server.refuses ?? 403, message: "Refused." },
			addCard: async () => ({ kind: "ambiguous", code: "reset", message: "" }),
			read: async () => ({ kind: "missing" }),
			create: async ({ number }) => {
				this.#together += 1
				this.sent.push({ number, at: this.time.now, together: this.#together })
				const answer = server.answer(number, this.time.now)
				// What is refused is refused at once.
				if (answer.kind !== "not-applied") await this.time.wait(latency)
				this.#together -= 1
				return answer
			},
		}
		const entries = Array.from({ length: customers }, (_, index) => {
			const number = `c${index + 1}`
			return { row: index + 2, number, creatable: { number, method: [] } }
		})
		const world: World = {
			api,
			clock,
			journal: { append: async (record) => void this.records.push(record), leaving() {}, leavingCard() {} },
			ledger: noLedger,
			entries: async function* () {
				yield entries
			},
			state: this.state,
			mayHave: () => true,
			hashToken: (token) => token,
			truncated: server.truncated ?? false,
			total: customers,
			unsent: { invalid: 0, "left-out": 0 },
			observe: (event) => void this.events.push(event),
			waited: this.#waited,
		}
		const usual = { rate: 0, concurrency: 10, settle: 1_000, resendUnknown: false, preflight: false, verify: false }
		this.engine = new Engine(world, { ...usual, ...settings })
		this.next = (more) => {
			this.engine = new Engine(world, { ...usual, ...settings, ...more })
		}
	}

	/** Runs to its end, or until nothing more happens. */
	async run(): Promise<StopReason | undefined> {
		let stop: StopReason | undefined
		void this.engine.run().then((reason) => {
			stop = reason
		})
		await this.time.rest()
		while (await this.time.step());
		return stop
	}

	/** So many milliseconds pass. */
	async pass(milliseconds: number): Promise<void> {
		await this.time.rest()
		const until = this.time.now + milliseconds
		this.time.after(milliseconds, () => {})
		while (this.time.now < until && (await this.time.step()));
	}

	kinds(): Record<string, number> {
		const kinds: Record<string, number> = {}
		for (const [number] of this.state.numbers) {
			const kind = this.state.outcome(number)?.kind ?? "pending"
			kinds[kind] = (kinds[kind] ?? 0) + 1
		}
		return kinds
	}
}
