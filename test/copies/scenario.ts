import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { examineFile } from "../../src/app/check/examine.ts"
import { openFile } from "../../src/app/check/open-file.ts"
import { openRun, type Run } from "../../src/app/run.ts"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import type { RunSettings } from "../../src/run/session.ts"
import { table } from "../cli/command.ts"
import { type Merchant, startMerchant, type Trick } from "../cli/merchant.ts"
import { Random } from "../simulation/random.ts"

/** Milliseconds; everything of this merchant shows at once. */
const settle = 20

/** What became of one import with copies. */
export interface Played {
	readonly violations: readonly string[]
	/** In words, in order: to see how a violation came about. */
	readonly story: readonly string[]
}

/**
 * One import with real files, a real socket and everything that can happen to run folder and home between its sessions: kills, older
 * copies, cuts, lost files, new folders, a second home. The merchant's own ledger judges it.
 */
export async function play(seed: number): Promise<Played> {
	const merchant = await startMerchant()
	const scenario = new Scenario(seed, merchant)
	try {
		await scenario.play()
		return scenario
	} finally {
		await merchant.close()
		scenario.remove()
	}
}

type Kept = "folder" | "home"

class Scenario implements Played {
	readonly violations: string[] = []
	readonly story: string[] = []
	readonly #random: Random
	readonly #merchant: Merchant
	readonly #root = mkdtempSync(join(tmpdir(), "copies-"))
	readonly #isPrivate: boolean
	readonly #customers: number
	/** Numbers that may be sent once more, as often. */
	readonly #consents = new Map<string, number>()
	#folder = "run-1"
	readonly #home = "home"
	/** The copy that somebody keeps of folder and home. */
	#kept: string | undefined
	#copies = 0
	#folders = 1
	/** What was tampered with since everything was listed. */
	readonly #tampered = new Set<Kept>()
	/** Both were, and something was sent without listing what exists: nobody could notice. */
	#isBlind = false

	constructor(seed: number, merchant: Merchant) {
		this.#random = new Random(seed)
		this.#merchant = merchant
		this.#isPrivate = this.#random.chance(0.5)
		this.#customers = 4 + this.#random.below(12)
		const rows = Array.from(
			{ length: this.#customers },
			(_, index) => `c${index + 1},Name ${index + 1},token-${index + 1}`,
		)
		writeFileSync(this.#at("customers.csv"), `number,name,card token\n${rows.join("\n")}\n`)
	}

	async play(): Promise<void> {
		const steps = 2 + this.#random.below(5)
		for (let step = 0; step < steps; step++) {
			await this.#session(this.#weather(), this.#random.pick(["end", "stop", "kill", "kill"]))
			for (let count = this.#random.below(4); count > 0; count--) this.#mischief()
		}
		await this.#session(() => "create", "end")
	}

	remove(): void {
		rmSync(this.#root, { recursive: true })
	}

	#at(...names: string[]): string {
		return join(this.#root, ...names)
	}

	#weather(): () => Trick {
		const bad = this.#random.pick([0, 0.2, 0.5])
		return () => {
			if (!this.#random.chance(bad)) return "create"
			return this.#random.pick<Trick>([
				"create-and-drop",
				"create-and-fail",
				"drop",
				{ status: 429, headers: { "retry-after": "0" }, body: {} },
			])
		}
	}

	async #session(weather: () => Trick, end: "end" | "stop" | "kill"): Promise<void> {
		const consents = this.#isPrivate && this.#random.chance(0.2)
		const before = this.#merchant.received.length
		const after = this.#random.below(this.#customers + 1)
		let run: Run | undefined
		let taken: string | undefined
		let isDead = false
		this.#merchant.latency = end === "end" ? 0 : this.#random.below(4)
		this.#merchant.trick = () => {
			// A dead process sends nothing.
			if (isDead) return "drop"
			if (end !== "end" && this.#merchant.received.length - before > after) {
				if (end === "stop") run?.stop()
				else taken ??= this.#keep()
				isDead = end === "kill"
				if (isDead) run?.stop()
			}
			return weather()
		}
		const settings: RunSettings = {
			rate: 0,
			concurrency: 1 + this.#random.below(4),
			settle,
			resendUnknown: consents,
			preflight: this.#random.chance(0.8),
			verify: this.#random.chance(0.5),
		}
		const isListed = this.#isPrivate && settings.preflight
		this.#isBlind ||= this.#tampered.size === 2 && !isListed
		const key = this.#isPrivate ? this.#merchant.key : this.#merchant.alsoPublic
		this.story.push(
			`session in ${this.#folder} with ${this.#home}, ${end} after ${after}${consents ? ", consenting" : ""}${settings.preflight ? "" : ", no preflight"}`,
		)
		try {
			run = await openRun({
				inputs: [this.#at("customers.csv")],
				checked: await this.#checked(),
				folder: this.#at(this.#folder),
				target: { kind: "server", url: this.#merchant.url, key },
				settings,
				home: this.#at(this.#home),
			})
			const finished = await run.start()
			if (isListed && finished.stop === undefined && taken === undefined) this.#tampered.clear()
			this.story.push(`  ${finished.stop?.kind ?? "finished"}: ${JSON.stringify(finished.summary?.outcomes)}`)
		} catch (error) {
			this.story.push(`  refused: ${error instanceof Error ? error.message : error}`)
			run = undefined
		}
		if (taken !== undefined) this.#putBack(taken)
		else if (run !== undefined) this.#judgeFiles()
		if (consents)
			for (const number of this.#numbers()) this.#consents.set(number, (this.#consents.get(number) ?? 0) + 1)
		this.#judge()
	}

	async #checked() {
		const opened = await openFile(this.#at("customers.csv"))
		const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
		const { decided } = await examineFile(opened, { options })
		if (decided === undefined) throw new Error("the file asks something")
		return decided
	}

	/** A copy of everything, as a kill leaves it: without the locks, which are of a process that is gone. */
	#keep(): string {
		const name = `copy-${++this.#copies}`
		for (const part of [this.#folder, this.#home])
			if (existsSync(this.#at(part)))
				cpSync(this.#at(part), this.#at(name, part), { recursive: true, filter: (path) => !/\.lock\./.test(path) })
		return name
	}

	#putBack(copy: string, parts = [this.#folder, this.#home]): void {
		for (const part of parts) {
			rmSync(this.#at(part), { recursive: true, force: true })
			if (existsSync(this.#at(copy, part))) cpSync(this.#at(copy, part), this.#at(part), { recursive: true })
		}
	}

	/** What people, backups and disks do to files between two sessions. */
	readonly #mischiefs: Readonly<Record<string, () => void>> = {
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
		"take a new folder": () => {
			this.#folder = `run-${++this.#folders}`
			this.#tampered.add("folder")
		},
		"lose the folder": () => this.#lose("folder", /./),
	}

	#mischief(): void {
		const names = Object.keys(this.#mischiefs)
		const name = names[this.#random.below(names.length + 3)] ?? this.#random.pick(["keep a copy", "take a new folder"])
		this.story.push(name)
		this.#mischiefs[name]?.()
	}

	#restore(what: Kept, part: string): void {
		if (this.#kept === undefined || !existsSync(this.#at(this.#kept, part))) return
		this.#tampered.add(what)
		this.#putBack(this.#kept, [part])
	}

	#cut(what: Kept, names: RegExp, to?: number): void {
		for (const path of this.#files(what, names)) {
			const bytes = readFileSync(path)
			writeFileSync(path, bytes.subarray(0, to ?? this.#random.below(bytes.length + 1)))
		}
	}

	#lose(what: Kept, names: RegExp): void {
		for (const path of this.#files(what, names)) rmSync(path)
	}

	/** About to be tampered with. */
	#files(what: Kept, names: RegExp): readonly string[] {
		const folder = what === "home" ? this.#at(this.#home, "ledger") : this.#at(this.#folder)
		const files = existsSync(folder) ? readdirSync(folder).filter((file) => names.test(file)) : []
		if (files.length > 0) this.#tampered.add(what)
		return files.map((file) => join(folder, file))
	}

	#numbers(): readonly string[] {
		return Array.from({ length: this.#customers }, (_, index) => `c${index + 1}`)
	}

	/** Never twice: but by consent, or where nobody can notice. */
	#judge(): void {
		if (this.#isBlind) return
		for (const [number, ids] of this.#merchant.ledger)
			if (ids.length > 1 + (this.#consents.get(number) ?? 0)) this.#violate(`${number} was created ${ids.length} times`)
	}

	/** Whoever looks at the files after a session finds each row once, and nobody in `errors.csv` who exists. */
	#judgeFiles(): void {
		const read = (name: string) => {
			const path = this.#at(this.#folder, name)
			return existsSync(path) ? table(path).map(({ number = "" }) => number) : []
		}
		const results = read("results.csv")
		const errors = read("errors.csv")
		const unknown = read("unknown.csv")
		const told = new Set<string>()
		for (const number of [...results, ...errors, ...unknown])
			if (told.has(number)) this.#violate(`${number} stands in two files`)
			else told.add(number)
		if (this.#isBlind) return
		for (const number of errors)
			if (this.#merchant.ledger.has(number))
				this.#violate(`${number} exists, and errors.csv says that it may be sent again`)
		for (const number of results)
			if (!this.#merchant.ledger.has(number)) this.#violate(`${number} does not exist, and results.csv has it`)
	}

	#violate(what: string): void {
		this.violations.push(what)
		this.story.push(`  VIOLATION: ${what}`)
	}
}
