import type { Outcome } from "../contract/outcome.ts"
import type { LedgerPort } from "../contract/ports.ts"
import type { RunSnapshot, StopReason, Waiting } from "../contract/progress.ts"
import type { Witness } from "../contract/record.ts"
import { addCards } from "./add-cards.ts"
import { accept, lookAtFirst } from "./differences.ts"
import { feed } from "./feed.ts"
import { hear, hearWords } from "./hear.ts"
import { knownRow, type UnsentRow } from "./known-row.ts"
import { lookBack } from "./look-back.ts"
import { Halted, halted } from "./recorder.ts"
import { Session, type World } from "./session.ts"
import type { RunSettings } from "./settings.ts"
import { preflight, settle } from "./settle.ts"
import { settleCards } from "./settle-cards.ts"

const unlisted =
	"Records of what was sent are missing, so what exists has to be listed before anything is sent. Use a private key."

/** What the ledger is now, for the journal to hold it to. */
function remembered(ledger: LedgerPort): { readonly ledger?: Witness } {
	const witness = ledger.witness()
	return witness ? { ledger: witness } : {}
}

/** What an earlier session left in doubt goes first: until it is settled, its customer gets no other card. */
async function addAll(session: Session): Promise<boolean> {
	await settleCards(session)
	await lookAtFirst(session)
	if (session.stop) return false
	session.enter("sending")
	const more = await addCards(session, { most: session.settings.first })
	await settleCards(session)
	return more
}

/** Who was in doubt, and was found since, is there for its cards as anybody else is. */
async function addToFound(session: Session, doubted: ReadonlySet<string>): Promise<void> {
	const found = [...doubted].filter(session.world.state.isMapped)
	if (found.length === 0 || session.stop) return
	session.enter("sending")
	await addCards(session, { only: new Set(found) })
	await settleCards(session)
}

async function createAll(session: Session): Promise<boolean> {
	await settleCards(session)
	await lookAtFirst(session)
	if (session.stop) return false
	session.enter("sending")
	return await feed(session, () => true, session.settings.first)
}

/**
 * Creates the customers of one run, or adds cards to those who exist: looks at what exists, sends, and settles what is in doubt. It lives for one
 * session; to go on after a stop, make a new one on the same journal.
 */
export class Engine {
	readonly #session: Session
	readonly #began: number
	#paused = false

	constructor(world: World, settings: RunSettings) {
		this.#session = new Session(world, settings)
		this.#began = world.clock.now()
	}

	/**
	 * Works until every customer has its outcome, or something stops it.
	 * @returns why it stopped before the end; nothing when it did not
	 * @throws what `entries` throws, after everything in flight was written down
	 */
	async run(): Promise<StopReason | undefined> {
		const session = this.#session
		const { settings, recorder } = session
		const { ledger } = session.world
		try {
			await recorder.append({ type: "session", settings, ...remembered(ledger) })
			// From here on an older copy of the run folder is noticed.
			await ledger.mark().catch((error) => {
				throw halted(error)
			})
			await hear(session)
			const { truncated } = session.world
			if ((settings.preflight || truncated) && session.canList) await preflight(session)
			if (truncated && !session.existing.isListed) session.halt({ kind: "listing-failed", message: unlisted })
			const more = settings.addCards ? await addAll(session) : await createAll(session)
			const doubted = new Set(Array.from(session.world.state.doubts(), ([number]) => number))
			await settle(session)
			if (settings.addCards && !more) await addToFound(session, doubted)
			if (more) session.halt({ kind: "first", count: settings.first ?? 0 })
			if (!session.stop) await lookBack(session)
			// Of those who are new in the journal, too, it is known what others saw of them.
			await hear(session)
			await hearWords(session)
			const reason = session.stop?.kind ?? "finished"
			await recorder.append({ type: "end", reason, requests: session.sent, ...remembered(ledger) })
		} catch (error) {
			if (!(error instanceof Halted)) throw error
			session.halt({ kind: "journal-failed", message: error.message })
		} finally {
			session.world.state.interrupt(session.world.clock.wall())
			session.enter("ended")
		}
		return session.stop
	}

	/** Nothing more is sent; what is in flight is finished and written down. Whoever is asked and stops, stops for what it was about. */
	stop(): void {
		this.#session.halt(this.#session.asking ?? { kind: "asked" })
	}

	pause(): void {
		this.#paused = true
		this.#session.pacer.pause()
	}

	/** Goes on after a pause, also where the run paused by itself and asked. */
	resume(): void {
		const session = this.#session
		const { asking } = session
		this.#paused = false
		if (asking?.kind === "refusals") session.refusals.accept()
		if (asking?.kind === "differences") void this.#accept(asking.fields)
		else this.#goOn()
	}

	/** What a person accepts is written down before anything more is sent. */
	async #accept(fields: readonly string[]): Promise<void> {
		try {
			await accept(this.#session, fields)
			this.#goOn()
		} catch (error) {
			this.#session.halt({ kind: "journal-failed", message: halted(error).message })
		}
	}

	#goOn(): void {
		this.#session.asking = undefined
		if (!this.#paused) this.#session.pacer.resume()
	}

	/** @param rate requests per second; 0 for no limit */
	setRate(rate: number): void {
		this.#session.throttle.ask(rate)
		this.#session.pacer.rate = rate
	}

	setConcurrency(concurrency: number): void {
		this.#session.limit.concurrency = concurrency
	}

	/** How a row ends that is not sent; nothing where nothing is known of it. */
	known(row: UnsentRow): Outcome | undefined {
		return knownRow(row, this.#session.existing, this.#session.world)
	}

	snapshot(): RunSnapshot {
		const session = this.#session
		const { clock, total, unsent } = session.world
		const { counts } = session.recorder
		const { latency } = session.meter
		const ended = session.phase === "ended"
		const now = clock.now()
		const [oldest] = session.inFlight
		const waiting = this.#waiting(now)
		return {
			phase: session.phase,
			paused: this.#paused || session.asking !== undefined,
			total,
			counts: { ...counts, ...unsent, invalid: unsent.invalid + counts.invalid, unknown: ended ? counts.unknown : 0 },
			ambiguous: ended ? 0 : counts.unknown,
			inFlight: session.inFlight.size,
			...(session.listed === undefined ? {} : { listed: session.listed }),
			sent: session.sent,
			...(session.settings.addCards ? { cards: { ...session.cards } } : {}),
			rate: { asked: session.throttle.asked, allowed: session.pacer.rate, achieved: session.meter.rate(now) },
			concurrency: session.limit.concurrency,
			elapsed: now - this.#began,
			...(latency === undefined ? {} : { latency }),
			...(oldest === undefined ? {} : { oldest: now - oldest.sentAt }),
			...(waiting ? { waiting } : {}),
			...(session.settings.resendUnknown ? { resends: true as const } : {}),
			...(session.asking ? { asking: session.asking } : {}),
			...(session.stop ? { stop: session.stop } : {}),
		}
	}

	#waiting(now: number): Waiting | undefined {
		const { pacer, patience, phase, settling } = this.#session
		if (pacer.throttledFor > 0) return { why: "throttled", milliseconds: pacer.throttledFor }
		if (patience.isTried && phase !== "ended")
			return { why: "unreachable", milliseconds: patience.wait, left: patience.left, message: patience.message }
		if (settling === undefined || settling.until <= now) return undefined
		return { why: "settling", milliseconds: settling.until - now, at: settling.at }
	}
}
