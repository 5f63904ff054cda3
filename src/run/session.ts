import pLimit from "p-limit"
import type { Api, Choice, Clock, Entries, JournalPort, LedgerPort } from "../contract/ports.ts"
import type { Asking, Phase, RunEvent, StopReason } from "../contract/progress.ts"
import type { Proof } from "../contract/proof.ts"
import type { RunState } from "../contract/state.ts"
import { Breaker } from "./breaker.ts"
import { Existing } from "./existing.ts"
import { Lane, type Ticket } from "./lane.ts"
import { type Listing, listAll } from "./listing.ts"
import { Meter } from "./meter.ts"
import { Pacer } from "./pacer.ts"
import { Patience } from "./patience.ts"
import { Reads } from "./reads.ts"
import { Recorder } from "./recorder.ts"
import { Refusals } from "./refusals.ts"
import type { RunSettings } from "./settings.ts"
import { Stopper } from "./stopper.ts"
import { Throttle } from "./throttle.ts"
import type { Waited } from "./waited.ts"

/** What a run works on and with. */
export interface World {
	readonly api: Api
	readonly clock: Clock
	readonly journal: JournalPort
	readonly ledger: LedgerPort
	readonly entries: Entries
	/** Its name, by which its rows are known wherever they come back; nothing where they never do. */
	readonly run?: string
	/** What the journal said when it was opened; the run keeps it up to date. */
	readonly state: RunState
	/** Records of what was sent are missing, of this run or of an earlier one: nothing is sent before what exists was listed. */
	readonly truncated: boolean
	/** What earlier sessions of the process waited for, where no other run can have sent any of it since. */
	readonly waited?: Waited
	/** Whether the file may have this customer number, or another spelling of it. */
	mayHave(number: string): boolean
	/** The hash by which the ledger knows a card token. */
	hashToken(token: string): string
	/** Customers that `entries` yields. */
	readonly total: number
	/** Rows that failed a check, and those that a person left out. */
	readonly unsent: Readonly<Record<"invalid" | "left-out", number>>
	observe?(event: RunEvent): void
}

const refusedKey = "The key is wrong, or it is not valid any more."

/** All that is listed of a customer is kept until it is compared, so that of a million it would fill the memory. */
export const mostCompared = 10_000

/** What the steps of one session share. */
export class Session {
	readonly recorder: Recorder
	readonly pacer: Pacer
	readonly throttle: Throttle
	readonly limit: ReturnType<typeof pLimit>
	readonly breaker = new Breaker()
	readonly refusals = new Refusals()
	readonly lane = new Lane()
	readonly patience: Patience
	readonly meter = new Meter()
	readonly signal = new Stopper()
	readonly existing = new Existing()
	readonly reads = new Reads()
	/** Until so many customers more came back right, one request is in flight at a time. */
	toProve: number
	canList: boolean
	phase: Phase = "ready"
	/** Customers at Intergiro that were read so far, where this phase reads them. */
	listed: number | undefined
	stop: StopReason | undefined
	/** Until when it waits for what may still take effect: by `clock.now()`, and by the clock on the wall. */
	settling: { readonly until: number; readonly at: number } | undefined
	/** Requests without an answer, the oldest first. */
	readonly inFlight = new Set<{ readonly sentAt: number }>()
	sent = 0
	/** What became of cards in this session, where it adds some. */
	readonly cards = { added: 0, others: 0 }
	/** Fields that came back otherwise, each with customer numbers: to be looked at before anything more is sent. */
	doubtful: Proof["open"] | undefined
	/** What it paused for by itself. */
	asking: Asking | undefined

	constructor(
		readonly world: World,
		readonly settings: RunSettings,
	) {
		this.recorder = new Recorder(world.journal, world.clock, world.state, (event) => this.observe(event))
		this.pacer = new Pacer(world.clock, settings.rate)
		this.throttle = new Throttle(settings.rate)
		this.patience = new Patience(world.clock, settings.patience)
		this.limit = pLimit(settings.concurrency)
		this.canList = world.api.listing !== "no"
		world.state.proof.begin(settings)
		// The cards that are added are proved anew in each session: one at a time at first.
		this.toProve = settings.addCards ? 3 : world.state.proof.missing
		if (this.toProve > 0) this.lane.narrow()
	}

	observe(event: RunEvent): void {
		this.world.observe?.(event)
	}

	/** Waits for what may still take effect: it is looked for after that. */
	async settle(milliseconds: number): Promise<void> {
		const { clock } = this.world
		this.settling = { until: clock.now() + milliseconds, at: clock.wall() + milliseconds }
		await clock.sleep(milliseconds, this.signal)
		this.settling = undefined
	}

	enter(phase: Phase): void {
		this.phase = phase
		this.listed = undefined
		this.observe({ type: "phase", phase })
	}

	/** Nothing more is sent; what is in flight is finished and written down. The first reason stands. */
	halt(reason: StopReason): void {
		if (this.stop || this.phase === "ended") return
		this.stop = reason
		this.asking = undefined
		this.observe({ type: "stop", reason })
		this.signal.abort()
		this.pacer.stop()
		this.lane.open()
	}

	/** Pauses until a person says that it goes on. */
	ask(asking: Asking): void {
		if (this.stop) return
		this.asking = asking
		this.pacer.pause()
		this.observe({ type: "asking", asking })
	}

	/** It can be seen how far the listing is. */
	readonly onPage = (customers: number) => {
		this.listed = customers
	}

	/** A request got through; one that left before an outage began does not end it. */
	reached(ticket: Ticket): void {
		if (!this.lane.admits(ticket)) this.patience.answered()
		else if (this.patience.reached()) this.observe({ type: "reachable" })
	}

	/** Nothing got through: it is tried again, or the run stops. */
	unreachable(code: string, message: string): void {
		const { patience } = this
		const isNew = !patience.isTried
		if (!patience.failed(message)) this.halt({ kind: "unreachable", message: patience.end })
		else if (isNew) this.observe({ type: "unreachable", code, message, milliseconds: patience.wait })
	}

	/** A complete listing, or what is left when there is none: no listing with this key, or a run that stops. */
	async list(wanted?: Choice): Promise<Extract<Listing, { kind: "listed" }> | undefined> {
		const { api, clock, state, ledger } = this.world
		const { pacer, signal, patience, onPage } = this
		const observe = (event: RunEvent) => this.observe(event)
		let values = 0
		// What was sent is compared, as any other answer is; of others it is looked whether they are the customers of the file.
		const compared = (number: string) => {
			const one = state.get(number)
			if (one?.kind === "doubt" && one.attempt > 0) return "whole"
			// What another run sent may have been of other columns than this one's, or of a file that was mended since.
			const isOfRun = one === undefined && ledger.lookup(number)?.state === "exists"
			return isOfRun && values++ < mostCompared ? "values" : "person"
		}
		const listing = await listAll({ api, clock, pacer, signal, patience, observe, onPage }, wanted, compared)
		switch (listing.kind) {
			case "listed":
				return listing
			case "forbidden":
				// A key that does not say what it may is refused here where it may only create; and where it is wrong, with the first customer.
				if (api.listing !== "yes") this.observe({ type: "cannot-list", message: listing.message })
				else this.halt({ kind: "wrong-environment", code: "http-401", message: `${listing.message} ${refusedKey}` })
				this.canList = false
				return undefined
			case "failed":
				this.halt({ kind: "listing-failed", message: listing.message })
				return undefined
			case "stopped":
				return undefined
		}
	}
}
