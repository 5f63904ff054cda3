import { readdir } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import type { LedgerPort } from "../contract/ports.ts"
import type { JournalRecord, Witness } from "../contract/record.ts"
import type { RunState } from "../contract/state.ts"
import { Refusal } from "../customer/refusal.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { JournalDamaged } from "./damage.ts"
import { type Disk, hasCode, nodeDisk } from "./disk.ts"
import { journalPath } from "./journal.ts"
import { Keeper } from "./keeper.ts"
import { type LedgerRecord, ledgerKind, type Registered } from "./ledger-records.ts"
import { type Holder, lockPatiently } from "./lock.ts"
import { type Log, openLog } from "./log.ts"
import { OwnCreated } from "./own-created.ts"
import { type RunFound, readRun } from "./read-run.ts"

/** What is known of a merchant's customer numbers, across runs. Held by one process at a time, until closed. */
export interface Ledger extends LedgerPort {
	/** What is not, or not all, known here: nothing is to be sent before what exists was listed. */
	readonly warnings: readonly LedgerWarning[]
	/**
	 * The ledger that the run worked with before, where it is another one than this: the run comes from another computer, or the ledger
	 * was lost. What other runs created is not known here then.
	 */
	readonly other: Witness | undefined
	/** To be awaited before the first request of a run leaves, also when it is resumed. Rejects with `JournalFailed`. */
	register(run: string, folder: string): Promise<void>
	/** The runs that began later than one, the oldest first. */
	laterThan(run: string): readonly Pick<Registered, "run" | "folder">[]
	/** Remembers how far the journal of the run is; every second by itself while a run goes on. Rejects with `JournalFailed`. */
	mark(): Promise<void>
	/** Takes over what a run has created or left in doubt, at its end and at every stop. Rejects with `JournalFailed`. */
	merge(run: string, state: RunState): Promise<void>
	close(): Promise<void>
}

export interface LedgerWarning {
	/** `ledger`: a part of the ledger itself is missing; all others are about a run. */
	readonly reason: "ledger" | "missing" | "unreadable" | "damaged" | "replaced" | "truncated"
	readonly message: Sentences
	readonly run?: string
	readonly folder?: string
	/** When the run was last begun or resumed. ISO 8601 UTC. */
	readonly at?: string
}

/** The run that is being opened: its open journal says what it knows, wherever its folder is now. */
export interface OwnRun {
	readonly run: string
	readonly state: RunState
	readonly log: Pick<Log<JournalRecord>, "truncated" | "holds" | "witness" | "lose" | "heal">
	/** What its journal remembers of the ledger. */
	readonly ledger: Witness | undefined
}

export interface LedgerRequest {
	/** Where the ledger lives. */
	readonly home: string
	readonly merchant: string
	/** Another process holds the ledger, and this one waits. */
	onWait?(holder: Holder): void
	/** Ends the waiting. */
	readonly signal?: AbortSignal | undefined
	/** Runs that a person decided not to wait for any more: what they sent is not looked for. */
	readonly forgotten?: readonly string[] | undefined
	readonly own?: OwnRun
}

/** A run is to be forgotten that there never was. */
export class UnknownRun extends Refusal {
	override readonly name = "UnknownRun"
	constructor(run: string) {
		super(`There was no run ${run} with this merchant. The warning of a lost run has its name.`)
	}
}

/** Milliseconds. */
const markEvery = 1_000

const wayOut = told`To make a new one from the folders of its runs and, with a private key, from what Intergiro lists: ${{ way: "rebuild-ledger" }}.`
const listedFirst = "What exists is listed before anything is sent now; a key that cannot list sends nothing."
const whatToDo = told`It ended without saying what it sent. ${listedFirst} Put its folder back, or use a private key${{ way: "forget-run" }}.`
const whereItIs = "If its folder was moved or renamed, start that run again where it is now: then it is known there."

/** The ledger of a merchant, without `.log`. */
export function ledgerPath(home: string, merchant: string): string {
	return join(home, "ledger", merchant)
}

/** The merchants of whom there is a ledger, in no order. */
export async function merchantsIn(home: string): Promise<readonly string[]> {
	const names = await readdir(dirname(ledgerPath(home, "any"))).catch(() => [])
	return names.flatMap((name) => (name.endsWith(".log") ? [name.slice(0, -".log".length)] : []))
}

/**
 * Opens `<home>/ledger/<merchant>.log`. While another process holds it, waits and tells `onWait` who does.
 * Runs that ended without being merged, as in a crash, are merged from their journals, and the run that is being opened from its own:
 * both have to begin with what the ledger remembers of them, and the ledger with what the run remembers.
 * Rejects with `UnknownRun`, `JournalDamaged`, `NewerVersion`, `JournalFailed` or the signal's reason.
 */
export async function openLedger(request: LedgerRequest): Promise<Ledger> {
	const path = ledgerPath(request.home, request.merchant)
	const lock = await lockPatiently(path, "ledger of a merchant", request.onWait ?? (() => {}), request.signal)
	let every: NodeJS.Timeout | undefined
	const release = async () => {
		clearInterval(every)
		await lock.release()
	}
	try {
		const ledger = await openHeldLedger(request, nodeDisk, release)
		// At the edge: a mark that fails is told when the run is merged.
		every = setInterval(() => void ledger.mark().catch(() => {}), markEvery).unref()
		return ledger
	} catch (error) {
		await release()
		throw error
	}
}

/**
 * The same for a caller that sees to it that nobody else has the ledger, and to its marks.
 * @param release called when it is closed
 */
export async function openHeldLedger(
	{ home, merchant, own, forgotten = [] }: LedgerRequest,
	disk: Disk,
	release: () => Promise<void> = async () => {},
): Promise<Ledger> {
	try {
		const log = await openLog(ledgerPath(home, merchant), ledgerKind, disk)
		try {
			const ledger = new OpenLedger(log, own, disk, release)
			await ledger.load(forgotten)
			return ledger
		} catch (error) {
			await log.close()
			throw error
		}
	} catch (error) {
		throw error instanceof JournalDamaged ? error.withWayOut(wayOut) : error
	}
}

class OpenLedger implements Ledger {
	readonly warnings: LedgerWarning[] = []
	other: Witness | undefined
	readonly #keeper: Keeper
	/** One mark at a time. */
	#marked = Promise.resolve()

	constructor(
		private readonly log: Log<LedgerRecord>,
		private readonly own: OwnRun | undefined,
		private readonly disk: Disk,
		private readonly release: () => Promise<void>,
	) {
		this.#keeper = new Keeper(log, own && new OwnCreated(own.run, own.state))
	}

	async load(forgotten: readonly string[]): Promise<void> {
		const { book } = this.#keeper
		await this.#keeper.load()
		if (book.instance === undefined) await this.#keeper.name()
		const unheardOf = forgotten.find((run) => !book.knows(run))
		if (unheardOf !== undefined) throw new UnknownRun(unheardOf)
		if (this.own) await this.#compare(this.own)
		for (const run of forgotten)
			if (book.unmerged.has(run) || book.doubtsOf(run).length > 0)
				await this.#keeper.write({ type: "merged", at: new Date().toISOString(), run })
		for (const run of [...book.runs.values()])
			if (book.unmerged.has(run.run) || (await this.#wentOn(run))) await this.#catchUp(run)
		if (this.log.truncated)
			this.warnings.push({ reason: "ledger", message: told`A part of the ledger is missing. ${listedFirst} ${wayOut}` })
	}

	readonly lookup = (number: string) => this.#keeper.book.lookup(number)

	readonly numberOf = (origin: string) => this.#keeper.book.numberOf(origin)

	readonly spellings = (number: string) => this.#keeper.book.spellings(number)

	readonly sentFor = (token: string) => this.#keeper.book.sentFor(token)

	readonly addedTo = (number: string) => this.#keeper.book.addedTo(number)

	readonly sentTo = (number: string) => this.#keeper.book.sentTo(number)

	readonly cardOf = (token: string) => this.#keeper.book.cardOf(token)

	readonly saidThere = (token: string) => this.#keeper.book.saidThere(token)

	readonly saidOf = (number: string) => this.#keeper.book.saidOf(number)

	readonly sentSince = (number: string, token?: string) => this.#keeper.book.sentSince(number, token)

	readonly isRefused = (token: string) => this.#keeper.book.isRefused(token)

	/** Of its own the run itself knows. */
	readonly cardInDoubt = (number: string, token: string) => {
		const { book } = this.#keeper
		const doubts = book.doubtsAbout(number).filter(({ run }) => run !== this.own?.run)
		const card = doubts.find((one) => one.token === token) ?? doubts[0]
		if (card === undefined) return undefined
		return { run: card.run, folder: book.runs.get(card.run)?.folder ?? "", isThis: card.token === token }
	}

	readonly absentFor = (number: string, token: string) => {
		const { book } = this.#keeper
		const run = book.absentFor(number, token)
		return run === undefined || run === this.own?.run ? undefined : { run, folder: book.runs.get(run)?.folder ?? "" }
	}

	readonly lackingFor = (number: string, token: string) => this.#keeper.book.lackingFor(number, token)

	readonly isLacking = (number: string) => this.#keeper.book.isLacking(number)

	readonly sighting = (number: string) => this.#keeper.book.sightings.get(number)

	readonly remade = () => this.#keeper.book.remade()

	readonly sightings = () => this.#keeper.book.sightings

	readonly refusedFor = (token: string) => this.#keeper.book.refusedFor(token)

	/** Nothing while a part is missing: who remembers more goes on to remember it. */
	witness(): Witness | undefined {
		const { instance } = this.#keeper.book
		return instance === undefined || this.log.truncated ? undefined : { instance, ...this.log.witness() }
	}

	register(run: string, folder: string): Promise<void> {
		return this.#keeper.register(run, resolve(folder), this.#journal(run))
	}

	laterThan(run: string): readonly Registered[] {
		return this.#keeper.book.laterThan(run)
	}

	mark(): Promise<void> {
		this.#marked = this.#marked.catch(() => {}).then(() => this.#mark())
		return this.#marked
	}

	async merge(run: string, state: RunState): Promise<void> {
		if (this.own?.run === run && this.own.log.truncated) await this.#keeper.take(run, state)
		else await this.#keeper.merge(run, state, this.#journal(run))
	}

	async takeListing(customers: Parameters<LedgerPort["takeListing"]>[0]): Promise<void> {
		const lost = this.warnings.flatMap(({ run }) => run ?? [])
		await this.#keeper.takeListing(this.own?.run ?? "listing", customers, lost)
		await this.log.heal()
		await this.own?.log.heal()
		await this.mark()
	}

	async close(): Promise<void> {
		await this.log.close()
		await this.release()
	}

	async #mark(): Promise<void> {
		if (!this.own) return
		const { run } = this.own
		const journal = this.#journal(run)
		if (journal && journal.hash !== this.#keeper.book.marks.get(run)?.hash)
			await this.#keeper.write({ type: "mark", run, journal })
	}

	/** How far the journal of the run is, where nothing of it is missing: what is remembered of it must not become less. */
	#journal(run: string) {
		return this.own?.run === run && !this.own.log.truncated ? this.own.log.witness() : undefined
	}

	/** Either must begin with what the other one remembers of it. */
	async #compare({ run, log, ledger }: OwnRun): Promise<void> {
		const { instance, replaced, marks } = this.#keeper.book
		const mark = marks.get(run)
		if (mark && !(await log.holds(mark))) await log.lose()
		if (ledger === undefined) return
		if (ledger.instance === instance) {
			if (!(await this.log.holds(ledger))) await this.log.lose()
		} else if (!replaced.has(ledger.instance)) this.other = ledger
	}

	/** Whether the journal of a run that was merged has more than the ledger knows of it: then this ledger is an older one. */
	async #wentOn({ run, folder }: Registered): Promise<boolean> {
		const mark = this.#keeper.book.marks.get(run)
		if (mark === undefined || this.own?.run === run || this.#keeper.book.answered.has(run)) return false
		try {
			const file = await this.disk.open(`${journalPath(folder)}.log`, "read")
			try {
				return (await file.size()) > mark.length
			} finally {
				await file.close()
			}
		} catch {
			// What was merged is known, whatever became of its folder since.
			return false
		}
	}

	async #catchUp(registered: Registered): Promise<void> {
		const { run, folder, at } = registered
		const warn = (reason: LedgerWarning["reason"], what: Sentences) =>
			this.warnings.push({
				run,
				folder,
				at,
				reason,
				message: told`Run ${run} of ${at} in ${folder}: ${what} ${whatToDo}`,
			})
		if (this.own?.run === run) {
			await this.merge(run, this.own.state)
			return
		}
		let found: RunFound
		try {
			found = await readRun(folder, this.#keeper.book.marks.get(run), this.disk)
		} catch (error) {
			if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) warn("missing", `its journal is gone. ${whereItIs}`)
			else warn("unreadable", told`its journal cannot be read: ${said(error)}`)
			return
		}
		const { damage, state, truncated, end } = found
		const remembered = found.ledgers.get(this.#keeper.book.instance ?? "")
		if (remembered && !(await this.log.holds(remembered))) await this.log.lose()
		if (found.run !== run && (found.run !== undefined || !damage)) {
			warn("replaced", `its journal is gone; another one has its place. ${whereItIs}`)
			return
		}
		if (!damage && !truncated) {
			await this.#keeper.merge(run, state, end)
			return
		}
		if (damage) warn("damaged", damage.told)
		else warn("truncated", "a part of its journal is missing.")
		await this.#keeper.take(run, state)
	}
}

function said(error: unknown): Sentences {
	if (error instanceof Refusal) return error.told
	return error instanceof Error ? error.message : String(error)
}
