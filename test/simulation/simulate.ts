import { isMapped, type Outcome } from "../../src/contract/outcome.ts"
import type { Entry } from "../../src/contract/ports.ts"
import type { StopReason } from "../../src/contract/progress.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import { type Journal, openJournal } from "../../src/journal/journal.ts"
import { Engine } from "../../src/run/engine.ts"
import type { RunSettings } from "../../src/run/settings.ts"
import { defaultSettings } from "../../src/run/settings.ts"
import { Waited } from "../../src/run/waited.ts"
import { type Fault, ModelDisk, type Operation } from "../journal/model-disk.ts"
import { ModelServer } from "./model-server.ts"
import { noLedger } from "./no-ledger.ts"
import { Random } from "./random.ts"
import { ProcessClock, VirtualTime } from "./virtual-clock.ts"

const folder = "/run"
/** After so many sessions the weather clears, nothing dies any more, and the run has to end by itself. */
const storms = 12
const patience = 20
/** Milliseconds after which a request has been applied, or will be within the settle time. */
const slowest = 5_000

export interface Simulated {
	readonly seed: number
	/** What went wrong, in words; empty when nothing did. */
	readonly violations: readonly string[]
	readonly sessions: number
	readonly kills: number
	readonly requests: number
	readonly steps: number
}

/**
 * One import from beginning to end, with everything that can happen to it drawn from the seed: the real engine, journal
 * and classification against a model server, a model disk and a virtual clock, judged by what the server knows.
 */
export async function simulate(seed: number): Promise<Simulated> {
	const simulation = new Simulation(seed)
	await simulation.run()
	return simulation.result()
}

class Simulation {
	readonly #seed: number
	readonly #random: Random
	readonly #time = new VirtualTime()
	readonly #server: ModelServer
	readonly #violations: string[] = []
	readonly #numbers: string[]
	readonly #before: ReadonlySet<string>
	readonly #listing: "yes" | "no" | "maybe"
	readonly #mayList: boolean
	readonly #settle: number
	#deadly: number
	readonly #faulty: number
	/** Sets the clock now and then; a source of its own, so that everything else of a seed stays as it is. */
	readonly #clockRandom: Random
	readonly #jumpy: boolean
	/** What was told to a person: it stands for ever. */
	readonly #told = new Map<string, Outcome>()
	/** Speaks now and then; a source of its own, so that everything else of a seed stays as it is. */
	readonly #personRandom: Random
	/** Numbers of which a person said that Intergiro does not have them. */
	readonly #absent = new Set<string>()
	#disk: ModelDisk
	#sessions = 0
	#kills = 0
	#steps = 0
	#consent = false
	#calm = false
	/** Someone cut the journal off, and its head says so. */
	#cut = false
	readonly #cutter: boolean
	/** Decides of odd servers; a source of its own, so that everything else of a seed stays as it is. */
	readonly #oddRandom: Random
	/** It was told that a customer was created by a server that drops something, and nobody accepted that. */
	#differed = false
	#accepted = false
	/** Dead processes never come back, whatever they still wait for. */
	#process: ProcessClock
	/** What this one waited for in earlier sessions. */
	#waited = new Waited()

	constructor(seed: number) {
		this.#seed = seed
		const random = new Random(seed)
		this.#random = random
		this.#settle = random.pick([1_000, 10_000, 120_000])
		this.#server = new ModelServer(this.#time, random, this.#settle)
		this.#numbers = Array.from({ length: 1 + random.below(30) }, (_, index) => `c${index + 1}`)
		for (const number of this.#numbers)
			if (random.chance(0.1))
				for (let copies = random.chance(0.2) ? 2 : 1; copies > 0; copies--) this.#server.add(number)
		this.#before = new Set(this.#server.customers.map(({ id }) => id))
		this.#mayList = random.chance(0.75)
		this.#listing = this.#mayList ? random.pick(["yes", "yes", "maybe"]) : random.pick(["no", "maybe"])
		this.#deadly = random.pick([0, 0, 0.002, 0.01, 0.05])
		this.#faulty = random.pick([0, 0, 0.002, 0.02])
		this.#clockRandom = new Random(seed + 0x8000_0000)
		this.#personRandom = new Random(seed + 0xc000_0000)
		this.#oddRandom = new Random(seed + 0xa000_0000)
		this.#server.odd = this.#oddRandom.chance(0.2)
		this.#jumpy = this.#clockRandom.chance(0.5)
		this.#cutter = this.#mayList && random.chance(0.25)
		// Who cuts needs somebody who dies, and a request that is on its way then.
		if (this.#cutter) this.#deadly = random.pick([0.01, 0.03])
		this.#server.shy = !this.#cutter
		this.#process = new ProcessClock(this.#time, random)
		this.#disk = new ModelDisk(this.#hook(this.#process))
	}

	async run(): Promise<void> {
		for (;;) {
			this.#sessions += 1
			this.#calm ||= this.#sessions > storms
			this.#server.calm = this.#calm
			const stop = await this.#session()
			if (stop === undefined && this.#calm) break
			// It went through to its end: once more with every row, as mended rows come back.
			if (stop === undefined) this.#calm = true
			if (stop !== undefined && this.#sessions > storms + patience) {
				this.#violations.push(`the run does not end: ${typeof stop === "string" ? stop : stop.kind}`)
				break
			}
			await this.#pass(1_000 + (this.#cutter ? 0 : this.#random.next() * this.#settle))
		}
		// Whatever is still under way at the server comes to its end.
		await this.#pass(2 * this.#settle)
		await this.#judge()
	}

	result(): Simulated {
		return {
			seed: this.#seed,
			violations: this.#violations,
			sessions: this.#sessions,
			kills: this.#kills,
			requests: this.#server.received.length,
			steps: this.#steps,
		}
	}

	/** One process from its start to its end: nothing when the run is complete, otherwise what ended it. */
	async #session(): Promise<StopReason | "killed" | "disk" | undefined> {
		const random = this.#random
		const calm = this.#calm
		const clock = this.#process
		const settings: RunSettings = {
			rate: random.pick([0, 2, 20, 100]),
			concurrency: 1 + random.below(12),
			settle: this.#settle,
			resendUnknown: this.#consent || random.chance(0.15),
			preflight: random.chance(0.8),
			verify: random.chance(0.5),
			onDifferences: calm ? "accept" : this.#oddRandom.pick(["stop", "stop", "ask", "accept"]),
			...(!calm && random.chance(0.15) ? { first: 1 + random.below(5) } : {}),
		}
		this.#consent = settings.resendUnknown
		this.#accepted ||= settings.onDifferences === "accept"
		const events: { engine?: Engine } = {}
		const work = this.#work(clock, settings, (engine) => {
			events.engine = engine
		})
		let ended: { readonly stop: StopReason | "disk" | undefined } | undefined
		work.then(
			(stop) => {
				ended = { stop }
			},
			(error) => {
				this.#violations.push(`the run failed: ${error}`)
				ended = { stop: undefined }
			},
		)
		const from = this.#server.received.length
		let seen = from
		/** The highest rate that was asked for; 0 for none. */
		let highest = settings.rate
		while (!ended) {
			this.#steps += 1
			if (this.#differed && !this.#accepted && this.#server.received.length > seen)
				this.#violations.push("sent after a customer came back otherwise, and nobody looked at it")
			seen = this.#server.received.length
			if (this.#steps > 30_000) {
				this.#violations.push("the run goes on for ever")
				return undefined
			}
			if (this.#jumpy && this.#clockRandom.chance(0.05)) this.#setClock()
			if (!calm && random.chance(this.#deadly)) {
				this.#kill()
				this.#judgeRate(from, highest)
				if (this.#cutter && random.chance(0.5)) this.#cutOff()
				return "killed"
			}
			if (events.engine)
				await this.#interfere(events.engine, (rate) => {
					if (highest > 0) highest = Math.max(highest, rate)
				})
			if (!(await this.#time.step()) && !ended) {
				this.#violations.push("the run hangs: nothing more can happen, and it has not ended")
				return undefined
			}
		}
		this.#judgeRate(from, highest)
		return ended.stop
	}

	/** Forwards or back, as a person or a time server does. */
	#setClock(): void {
		this.#time.set += (this.#clockRandom.next() * 20 - 10) * this.#settle
	}

	/** A person at the window: stops, pauses for a while, changes rate and concurrency. */
	async #interfere(engine: Engine, onRate: (rate: number) => void): Promise<void> {
		const random = this.#random
		const [stop, pause, change] = [random.chance(0.002), random.chance(0.005), random.chance(0.003)]
		if (stop && !this.#calm) engine.stop()
		if (pause) {
			engine.pause()
			this.#time.after(random.next() * 5_000, () => {
				this.#accepted ||= engine.snapshot().asking !== undefined
				engine.resume()
			})
		}
		if (change) {
			const rate = random.pick([2, 20, 100])
			onRate(rate)
			engine.setRate(rate)
			engine.setConcurrency(1 + random.below(12))
		}
		if (stop || pause || change) await this.#time.rest()
	}

	async #work(
		clock: ProcessClock,
		settings: RunSettings,
		onEngine: (engine: Engine) => void,
	): Promise<StopReason | "disk" | undefined> {
		const journal = await openJournal(folder, this.#disk).catch((error) => {
			if (error.name === "JournalDamaged") this.#violations.push(`a crash damaged the journal: ${error.message}`)
			return undefined
		})
		if (!journal) return "disk"
		const records: JournalRecord[] = []
		for await (const record of journal.records) records.push(record)
		const state = RunState.of(records, clock.wall())
		this.#judgeState(state)
		const process = this.#sessions
		let isWritten = true
		const append = (record: JournalRecord) => {
			const appended = journal.append(record)
			appended.catch(() => {
				isWritten = false
			})
			return appended
		}
		const engine = new Engine(
			{
				api: this.#server.api(process, clock, this.#listing, this.#mayList, () => state.hasCreated),
				clock,
				journal: { append, leaving() {}, leavingCard() {} },
				ledger: noLedger,
				entries: () => this.#entries(),
				state,
				waited: this.#waited,
				mayHave: () => true,
				hashToken: (token) => token,
				truncated: this.#cut,
				total: this.#numbers.length,
				unsent: { invalid: 0, "left-out": 0 },
				observe: (event) => {
					if (event.type === "asking") this.#answerSoon(() => engine.resume())
					if (event.type !== "outcome" || !clock.alive) return
					const outcome = state.outcome(event.number)
					if (outcome !== undefined && isMapped(outcome)) this.#told.set(event.number, outcome)
					if (this.#server.odd && event.kind === "created") this.#differed = true
				},
			},
			settings,
		)
		onEngine(engine)
		await this.#speak(state, journal, clock)
		const stop = await engine.run()
		if (clock.alive) {
			this.#judgeTold(state)
			if (isWritten) this.#judgeGiven(state, process)
			if (stop?.kind === "unreachable") this.#judgePatience(process)
		}
		await journal.close()
		return stop
	}

	/** A person at the window is asked, and goes on. */
	#answerSoon(goOn: () => void): void {
		this.#time.after(this.#oddRandom.next() * 5_000, () => {
			this.#accepted = true
			goOn()
		})
	}

	/** A person who looked at Intergiro long enough after the last request says what became of a doubt: always the truth. */
	async #speak(state: RunState, journal: Journal, clock: ProcessClock): Promise<void> {
		for (const [number, { row }] of [...state.doubts()]) {
			const last = this.#server.received.findLast((received) => received.number === number)
			const isQuiet = last === undefined || this.#time.now - last.at > this.#settle + slowest
			const [found, ...others] = this.#server.customers.filter(
				(customer) => customer.number === number || customer.sent === number,
			)
			if (!isQuiet || others.length > 0 || !this.#personRandom.chance(0.2)) continue
			const at = new Date(clock.wall()).toISOString()
			const word = { type: "word", at, number, row, ...(found ? { id: found.id } : {}) } as const
			if (!found) this.#absent.add(number)
			const isWritten = await journal.append(word).then(
				() => true,
				() => false,
			)
			if (!isWritten) return
			state.apply(word)
		}
	}

	/** Whoever looks at the files after a session is told of every request that was never answered. */
	#judgeTold(state: RunState): void {
		for (const { number, certain } of this.#server.received)
			if (!certain && state.outcome(number) === undefined && !this.#isFree(state, number))
				this.#violations.push(`${number} is in doubt, and nobody says so`)
	}

	/** Who was told another number than was sent has not lost the answer. */
	#judgeGiven(state: RunState, process: number): void {
		for (const { number, given, process: sender } of this.#server.received)
			if (given !== undefined && sender === process && state.outcome(number)?.kind !== "renumbered")
				this.#violations.push(`${number} was created as ${given}, and is told to be ${state.outcome(number)?.kind}`)
	}

	/** What has answered before is waited for; an answer to what left before it went may be heard after that. */
	#judgePatience(process: number): void {
		const heardAt = this.#server.heardAt(process)
		if (heardAt !== undefined && this.#time.now - heardAt < defaultSettings.patience - slowest)
			this.#violations.push(`it stopped ${Math.round(this.#time.now - heardAt)} ms after it last heard of the server`)
	}

	/** A person said that it is not there, or a cut took it away, which is judged by what comes of it. */
	#isFree(state: RunState, number: string): boolean {
		const known = state.get(number)
		return this.#cut || (known?.kind === "free" && this.#absent.has(number))
	}

	/** The rows in order; between sessions some may have been mended, so that positions are worth nothing. */
	async *#entries(): AsyncGenerator<Entry[]> {
		const shown = this.#calm ? this.#numbers : this.#numbers.filter(() => !this.#random.chance(0.03))
		for (let start = 0; start < shown.length; start += 4) {
			await this.#time.wait(this.#random.next() * 3)
			yield shown.slice(start, start + 4).map((number) => ({
				row: this.#numbers.indexOf(number) + 2,
				number,
				creatable: { number, contact: { name: "Joe", email: "joe@example.com" }, method: [] },
			}))
		}
	}

	#hook(process: ProcessClock) {
		return async ({ kind, length }: Operation): Promise<Fault | undefined> => {
			await this.#time.wait(kind === "sync" ? this.#random.next() * 8 : this.#random.next())
			if (!process.alive) return { kind: "death" }
			if (this.#calm || (kind !== "write" && kind !== "sync") || !this.#random.chance(this.#faulty)) return undefined
			return {
				kind: "error",
				code: this.#random.pick(["EIO", "ENOSPC"]),
				...(kind === "write" ? { written: this.#random.below(length + 1) } : {}),
			}
		}
	}

	#kill(): void {
		this.#kills += 1
		this.#process.alive = false
		this.#process = new ProcessClock(this.#time, this.#random)
		this.#waited = new Waited()
		const hook = this.#hook(this.#process)
		this.#disk = this.#random.chance(0.5)
			? this.#disk.afterKill(hook)
			: this.#disk.afterPowerLoss((_path, units) => this.#random.below(units + 1), this.#random.chance(0.3), hook)
	}

	/** Cuts the journal off at any byte; what the server knows has to be enough. */
	#cutOff(): void {
		const path = `${folder}/journal.log`
		const content = this.#disk.content(path)
		if (!content || content.length === 0) return
		this.#disk.put(path, content.subarray(0, this.#random.below(content.length)))
		this.#cut = true
		this.#differed = false
		this.#told.clear()
	}

	async #pass(milliseconds: number): Promise<void> {
		const until = this.#time.now + milliseconds
		this.#time.after(milliseconds, () => {})
		while (this.#time.now < until && (await this.#time.step()));
	}

	/** Nothing that was told is forgotten, whatever the disk lost. */
	#judgeState(state: RunState): void {
		for (const [number, told] of this.#told) {
			const known = state.outcome(number)
			if (!known || !isMapped(known) || !isMapped(told) || known.id !== told.id)
				this.#violations.push(`${number} was told to be ${told.kind}, and now is ${known?.kind ?? "not known"}`)
		}
	}

	#judgeRate(from: number, rate: number): void {
		if (rate === 0) return
		const times = this.#server.received.slice(from).map(({ at }) => at)
		let first = 0
		for (let last = 0; last < times.length; last++) {
			while ((times[first] ?? 0) <= (times[last] ?? 0) - 1_000) first += 1
			if (last - first + 1 > Math.max(1, rate * 1.05)) {
				this.#violations.push(`${last - first + 1} requests in a second, and ${rate} allowed`)
				return
			}
		}
	}

	async #judge(): Promise<void> {
		const journal = await openJournal(folder, this.#disk.afterKill())
		const records: JournalRecord[] = []
		for await (const record of journal.records) records.push(record)
		const state = RunState.of(records)
		this.#judgeState(state)
		this.#violations.push(...this.#server.wrongs)
		if (!this.#cut) this.#judgeResends(records)
		for (const number of this.#numbers) this.#judgeNumber(number, state.outcome(number))
	}

	#judgeNumber(number: string, outcome: Outcome | undefined): void {
		const all = this.#server.customers.filter((customer) => customer.number === number)
		const ours = this.#server.customers.filter((customer) => customer.ours && customer.sent === number)
		const wrong = (what: string) => this.#violations.push(`${number}: ${what}`)
		if (ours.length > 1) wrong(`created ${ours.length} times`)
		const ids = all.map(({ id }) => id)
		switch (outcome?.kind) {
			case "created":
			case "adopted":
				if (!(outcome.kind === "adopted" && outcome.by ? [...all, ...ours] : ours).some(({ id }) => id === outcome.id))
					wrong(`${outcome.kind} with an id that we did not create`)
				break
			case "renumbered":
				if (!ours.some(({ id, number: given }) => id === outcome.id && given === outcome.given))
					wrong("renumbered, and no such customer is ours")
				break
			case "existing":
				if (!ids.includes(outcome.id)) wrong("existing with an id that Intergiro does not have")
				if (this.#cut) break
				if (!this.#before.has(outcome.id)) wrong("existing with an id that was not there")
				if (ours.length > 0) wrong("created although it existed")
				break
			case "conflict":
				if (all.length < 2) wrong("a conflict where there is none")
				break
			case "unknown":
				break
			case undefined:
				wrong("without an outcome at the end")
				break
			case "invalid":
			case "rejected":
			case "verification-required":
			case "not-sent":
				if (ours.length > 0) wrong(`${outcome.kind}, and yet created`)
		}
	}

	/** What may have been applied is not sent again, but with consent after looking for it. */
	#judgeResends(records: readonly JournalRecord[]): void {
		const consents = new Map<string, number>()
		let consented = false
		for (const record of records) {
			if (record.type === "session") consented = (record.settings as RunSettings).resendUnknown
			const isAllowed = (consented && record.type === "consent") || (record.type === "word" && record.id === undefined)
			if (isAllowed) consents.set(record.number, (consents.get(record.number) ?? 0) + 1)
		}
		const doubts = new Map<string, number>()
		for (const { number, certain } of this.#server.received) {
			if ((doubts.get(number) ?? 0) > (consents.get(number) ?? 0)) {
				this.#violations.push(`${number}: sent again while in doubt`)
				return
			}
			if (!certain) doubts.set(number, (doubts.get(number) ?? 0) + 1)
		}
	}
}
