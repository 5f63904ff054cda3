import { deliver } from "./delivery.ts"
import { plan } from "./plan.ts"
import type { Session } from "./session.ts"

/** Milliseconds of requests that are written down ahead of being sent: enough for a sync, few in doubt after a crash. */
const ahead = 50

/**
 * Takes the customers of the file one by one, as places free up, and brings each to its outcome.
 * @param wanted only these numbers
 * @param most starts at most so many deliveries
 * @returns whether some remain because `most` was reached
 */
export async function feed(session: Session, wanted: (number: string) => boolean, most = Infinity): Promise<boolean> {
	const { world } = session
	const underWay = new UnderWay(session)
	let started = 0
	let more = false
	// Of who exists nothing is learnt here any more.
	const isOpen = (number: string) => wanted(number) && !world.state.isMapped(number)
	try {
		feeding: for await (const batch of world.entries(isOpen)) {
			for (const entry of batch) {
				if (!isOpen(entry.number)) continue
				await underWay.place()
				if (session.stop || underWay.failed) break feeding
				const { number, row } = entry
				const planned = plan(entry, world.state.get(number), session.existing.knowledgeOf(entry, world))
				if (planned.kind === "settle") underWay.start(session.recorder.outcome(number, row, planned.outcome))
				else if (planned.kind === "doubt") {
					const { kind: _, ...doubt } = planned
					underWay.start(session.recorder.append({ type: "ambiguous", number, row, attempt: 0, ...doubt }))
				} else if (planned.kind === "send") {
					more = started >= most
					if (more) break feeding
					started += 1
					underWay.start(deliver(session, entry))
				}
			}
		}
	} catch (error) {
		underWay.fail(error)
	}
	await underWay.end()
	return more
}

/** The customers being worked on: as many as are in flight, and a few whose intent is written down ahead. */
export class UnderWay {
	readonly #session: Session
	#count = 0
	#failure: { readonly error: unknown } | undefined
	#freed = () => {}

	constructor(session: Session) {
		this.#session = session
	}

	get failed(): boolean {
		return this.#failure !== undefined
	}

	/** Resolves when another may start, or none should. */
	async place(): Promise<void> {
		while (this.#count >= this.#most && !this.#session.stop && !this.failed) await this.#change()
	}

	start(work: Promise<void>): void {
		this.#count += 1
		void work
			.catch((error) => this.fail(error))
			.finally(() => {
				this.#count -= 1
				this.#freed()
			})
	}

	/** Nothing more is sent: the first failure is thrown once everything under way has ended. */
	fail(error: unknown): void {
		this.#failure ??= { error }
		this.#session.pacer.stop()
	}

	async end(): Promise<void> {
		while (this.#count > 0) await this.#change()
		if (this.#failure) throw this.#failure.error
	}

	get #most(): number {
		const { concurrency } = this.#session.limit
		const { rate } = this.#session.pacer
		return concurrency + (rate > 0 ? Math.min(concurrency, Math.ceil((rate * ahead) / 1_000)) : concurrency)
	}

	#change(): Promise<void> {
		return new Promise((resolve) => {
			this.#freed = resolve
		})
	}
}
