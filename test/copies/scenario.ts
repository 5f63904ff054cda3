import { rmSync, writeFileSync } from "node:fs"
import { examineFile } from "../../src/app/check/examine.ts"
import { openFile } from "../../src/app/check/open-file.ts"
import { rebuild } from "../../src/app/rebuild.ts"
import { openRun, type Run } from "../../src/app/run.ts"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import type { RunSettings } from "../../src/run/settings.ts"
import { type Merchant, startMerchant, type Trick } from "../cli/merchant.ts"
import { Random } from "../simulation/random.ts"
import { edit } from "./editor.ts"
import { Judge } from "./judge.ts"
import { Place } from "./place.ts"
import { weather } from "./weather.ts"

/** Milliseconds; everything of this merchant shows at once. */
const settle = 20

/** What became of one import with copies. */
export interface Played {
	readonly violations: readonly string[]
	/** In words, in order: to see how a violation came about. */
	readonly story: readonly string[]
	/** Something was sent where nobody could notice what was missing: of that nothing is said. */
	readonly isBlind: boolean
}

/**
 * Imports with real files, a real socket and everything that can happen to files between their sessions: kills, older copies, cuts,
 * lost files, new folders, two homes, a person who edits what is given back. The merchant's own ledger judges them.
 */
export async function play(seed: number): Promise<Played> {
	const merchant = await startMerchant()
	const scenario = new Scenario(seed, merchant)
	try {
		return await scenario.play()
	} finally {
		await merchant.close()
		scenario.remove()
	}
}

type Kept = "folder" | "home"

/** A file and the run folder that it is run into. */
interface Import {
	readonly file: string
	/** Data rows. */
	readonly rows: number
	readonly folder: string
	/** Rows whose changed numbers a person found right. */
	readonly confirmed: readonly number[]
}

class Scenario {
	readonly #story: string[] = []
	readonly #random: Random
	readonly #merchant: Merchant
	readonly #judge: Judge
	readonly #place: Place
	readonly #isPrivate: boolean
	readonly #customers: number
	/** Of ten things that happen between two sessions, so many happen to files; the others are what people do. */
	readonly #harm: number
	/** Every import so far; the last one began last. */
	readonly #imports: Import[] = []
	#import: Import
	#home = "home-1"
	/** The copy that somebody keeps of folder and home. */
	#kept: string | undefined
	/** What was tampered with since everything was listed. */
	readonly #tampered = new Set<Kept>()

	constructor(seed: number, merchant: Merchant) {
		this.#random = new Random(seed)
		this.#place = new Place(this.#random)
		this.#merchant = merchant
		this.#judge = new Judge(merchant)
		this.#isPrivate = this.#random.chance(0.5)
		this.#customers = 4 + this.#random.below(12)
		this.#harm = this.#random.pick([0, 6, 9])
		const invalid = this.#random.pick([0, 0.2])
		const rows = this.#numbers.map((number, index) => {
			const at = this.#random.chance(invalid) ? "(at)" : "@"
			return `${number},Name ${index + 1},${number}${at}example.com,token-${index + 1}`
		})
		writeFileSync(this.#place.path("customers.csv"), `number,name,email,card token\n${rows.join("\n")}\n`)
		this.#import = this.#begin("customers.csv", rows.length)
	}

	async play(): Promise<Played> {
		const steps = 2 + this.#random.below(5)
		for (let step = 0; step < steps; step++) {
			if (this.#random.chance(0.3)) this.#kept = this.#keep()
			await this.#session(weather(this.#random), this.#random.pick(["end", "stop", "kill", "kill"]))
			for (let count = this.#random.below(4); count > 0; count--) await this.#mischief()
		}
		await this.#session(() => "create", "end")
		const { violations, isBlind } = this.#judge
		return { violations, isBlind, story: this.#story }
	}

	remove(): void {
		this.#place.remove()
	}

	get #folder(): string {
		return this.#import.folder
	}

	#begin(file: string, rows: number, confirmed: readonly number[] = []): Import {
		const begun = { file, rows, confirmed, folder: `run-${this.#imports.length + 1}` }
		this.#imports.push(begun)
		return begun
	}

	async #session(answer: (number: string) => Trick, end: "end" | "stop" | "kill"): Promise<void> {
		const consents = this.#isPrivate && this.#random.chance(0.2)
		const before = this.#merchant.received.length
		const after = this.#random.below(this.#customers + 1)
		let run: Run | undefined
		let taken: string | undefined
		let isDead = false
		let isEnded = false
		this.#merchant.latency = end === "end" ? 0 : this.#random.below(4)
		this.#merchant.trick = (number) => {
			// A dead process sends nothing.
			if (isDead) return "drop"
			if (end !== "end" && this.#merchant.received.length - before > after) {
				if (end === "stop") run?.stop()
				else taken ??= this.#keep()
				isDead = end === "kill"
				if (isDead) run?.stop()
			}
			return answer(number)
		}
		const settings: RunSettings = {
			rate: 0,
			concurrency: 1 + this.#random.below(4),
			settle,
			resendUnknown: consents,
			preflight: this.#random.chance(0.8),
			verify: this.#random.chance(0.5),
		}
		const isMoved = this.#random.chance(0.8)
		const isListed = this.#isPrivate && settings.preflight
		this.#judge.isBlind ||= this.#tampered.size === 2 && !isListed
		const key = this.#isPrivate ? this.#merchant.key : this.#merchant.alsoPublic
		this.#story.push(
			`session of ${this.#import.file} in ${this.#folder} with ${this.#home}, ${end} after ${after}${consents ? ", consenting" : ""}${settings.preflight ? "" : ", no preflight"}`,
		)
		try {
			run = await openRun({
				inputs: [this.#place.path(this.#import.file)],
				checked: await this.#checked(),
				folder: this.#place.path(this.#folder),
				target: { kind: "server", url: this.#merchant.url, key },
				settings,
				home: this.#place.path(this.#home),
				onOtherLedger: async () => isMoved,
			})
			const finished = await run.start()
			isEnded = finished.stop === undefined
			if (isListed && isEnded && taken === undefined) this.#tampered.clear()
			this.#story.push(`  ${finished.stop?.kind ?? "finished"}: ${JSON.stringify(finished.summary?.outcomes)}`)
		} catch (error) {
			this.#story.push(`  refused: ${error instanceof Error ? error.message : error}`)
			run = undefined
		}
		if (consents) this.#judge.consents += 1
		if (taken !== undefined) this.#place.putBack(taken, [this.#folder, this.#home])
		else if (run !== undefined) {
			const isLooked = isEnded && this.#isPrivate && settings.verify
			this.#judge.judgeFiles(this.#place.path(this.#folder), isEnded ? this.#import.rows : undefined, isLooked)
		}
		this.#judge.judgeLedger()
		for (const violation of this.#judge.violations) this.#story.push(`  VIOLATION: ${violation}`)
	}

	async #checked() {
		const opened = await openFile(this.#place.path(this.#import.file), {}, this.#place.path(this.#home))
		const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
		const edits = { cells: [], skipped: [], confirmed: this.#import.confirmed }
		const { decided } = await examineFile(opened, { options, ...(edits.confirmed.length > 0 ? { edits } : {}) })
		if (decided === undefined) throw new Error("the file asks something")
		return decided
	}

	#keep(): string {
		return this.#place.keep([this.#folder, this.#home])
	}

	/** What people, backups and disks do to files between two sessions. */
	readonly #mischiefs: Readonly<Record<string, () => unknown>> = {
		"keep a copy": () => {
			this.#kept = this.#keep()
		},
		"put back an older folder": () => this.#restore("folder", this.#folder),
		"put back an older home": () => this.#restore("home", this.#home),
		"cut the journal": () => this.#cut("folder", /^journal\.log$/),
		"cut the journal and its head": () => this.#cut("folder", /^journal\.(log|head)$/),
		"lose the journal's head": () => this.#lose("folder", /^journal\.head$/),
		"cut the ledger": () => this.#cut("home", /\.log$/),
		"cut the ledger and its head": () => this.#cut("home", /\.(log|head)$/),
		"empty the ledger": () => this.#cut("home", /\.log$/, 0),
		"lose the ledger": () => this.#lose("home", /./),
		"lose the notes of what left": () => this.#lose("folder", /^journal\.sent$/),
		"cut the notes of what left": () => this.#cut("folder", /^journal\.sent$/),
		"damage the ledger, and make it anew": () => this.#rebuild(),
		"lose the folder": () => this.#lose("folder", /./),
		"go to another computer": () => {
			this.#home = this.#home === "home-1" ? "home-2" : "home-1"
			this.#tamper("home")
		},
	}

	/** What people do who import. */
	readonly #ways: Readonly<Record<string, () => void>> = {
		"keep a copy": () => {
			this.#kept = this.#keep()
		},
		"take a new folder": () => this.#turnTo(this.#begin(this.#import.file, this.#import.rows, this.#import.confirmed)),
		"go back to an earlier import": () => this.#turnTo(this.#random.among(this.#imports) ?? this.#import),
		"edit what was given back": () => this.#edit(),
	}

	async #mischief(): Promise<void> {
		const all = this.#random.below(10) < this.#harm ? this.#mischiefs : this.#ways
		const [name = "", act] = this.#random.among(Object.entries(all)) ?? []
		this.#story.push(name)
		await act?.()
	}

	#edit(): void {
		const name = this.#random.pick(["errors.csv", "errors.csv", "unknown.csv", "customers.csv"])
		const given = name === "customers.csv" ? [name] : [this.#folder, name]
		if (!this.#place.has(...given)) return
		const file = `edited-${this.#imports.length}.csv`
		const edited = edit(this.#place.path(...given), this.#place.path(file), this.#random)
		if (edited.rows === 0) return
		this.#story.push(...edited.done)
		const isConfirmed = this.#random.chance(0.2)
		const confirmed = isConfirmed ? Array.from({ length: edited.rows }, (_, index) => index + 2) : []
		this.#judge.forgive(edited, isConfirmed)
		this.#turnTo(this.#begin(file, edited.rows, confirmed))
	}

	/** A byte is altered, and a person does as is said then: that knows all that there was, or that something is not known. */
	async #rebuild(): Promise<void> {
		const place = this.#place
		for (const path of place.files(place.path(this.#home, "ledger"), /\.log$/)) place.alter(path)
		const runs = this.#imports.flatMap(({ folder }) => (place.has(folder, "journal.log") ? place.path(folder) : []))
		const key = this.#isPrivate ? this.#merchant.key : this.#merchant.alsoPublic
		try {
			const { unmerged, listed } = await rebuild({
				home: place.path(this.#home),
				folders: runs.filter(() => this.#random.chance(0.5)),
				target: { kind: "server", url: this.#merchant.url, key },
				settle,
				rate: 0,
				signal: new AbortController().signal,
			})
			this.#story.push(`  ${listed ? "listed" : "not listed"}, not all known: ${unmerged.length}`)
		} catch (error) {
			this.#story.push(`  refused: ${error instanceof Error ? error.message : error}`)
		}
	}

	/** Only the home knows now what was sent in the folder before. */
	#turnTo(one: Import): void {
		if (one.folder !== this.#folder) this.#tamper("folder")
		this.#import = one
	}

	#tamper(what: Kept): void {
		this.#tampered.add(what)
		this.#judge.isForgetful ||= what === "home"
	}

	#restore(what: Kept, part: string): void {
		if (this.#kept === undefined || !this.#place.has(this.#kept, part)) return
		this.#tamper(what)
		this.#place.putBack(this.#kept, [part])
	}

	#cut(what: Kept, names: RegExp, to?: number): void {
		for (const path of this.#files(what, names)) this.#place.cut(path, to)
	}

	#lose(what: Kept, names: RegExp): void {
		for (const path of this.#files(what, names)) rmSync(path)
	}

	/** About to be tampered with. */
	#files(what: Kept, names: RegExp): readonly string[] {
		const folder = what === "home" ? this.#place.path(this.#home, "ledger") : this.#place.path(this.#folder)
		const files = this.#place.files(folder, names)
		if (files.length > 0) this.#tamper(what)
		return files
	}

	get #numbers(): readonly string[] {
		return Array.from({ length: this.#customers }, (_, index) => `c${index + 1}`)
	}
}
