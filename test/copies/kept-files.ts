import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { checkFile } from "../../src/app/check/check-file.ts"
import { examineFile } from "../../src/app/check/examine.ts"
import { openFile } from "../../src/app/check/open-file.ts"
import type { Edits } from "../../src/app/check/reading.ts"
import { openRun, type Run } from "../../src/app/run.ts"
import { readingOfRun } from "../../src/app/run-reading.ts"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import type { Merchant, Trick } from "../cli/merchant.ts"
import { Random } from "../simulation/random.ts"
import { Judge } from "./judge.ts"
import { Place } from "./place.ts"

/** The files of a run folder that are read again: by the same run, by a new one, or by who looks at what became of it. */
export const kept = [
	"mends.json",
	"results.csv",
	"errors.csv",
	"unknown.csv",
	"follow-up.csv",
	"summary.json",
	"rows.jsonl",
]

const customers = 12
const [folder, home] = ["run", "home"]
const mends: Edits = {
	cells: [
		{ row: 3, column: "email", value: "mended@example.com" },
		{ row: 12, column: "email", value: "mended-too@example.com" },
	],
	skipped: [4],
}
/** What becomes of the first customers: the doubts that exist and do not, and what is given back. */
const first: Readonly<Record<string, Trick>> = {
	c5: "create-and-drop",
	c6: "drop",
	c7: { status: 400, body: { status: 400, type: "x", error: "card declined" } },
	c8: { status: 400, body: { status: 400, type: "x", error: "verification required" } },
}

/** How a run goes on: in its own folder, or a file of it in a new one; with a key that can list, or one that cannot. */
export interface Way {
	readonly into: "same" | "new"
	readonly key: "private" | "public"
}

export const ways: readonly Way[] = (["same", "new"] as const).flatMap((into) =>
	(["private", "public"] as const).map((key) => ({ into, key })),
)

/** What became of it. */
export interface WentOn {
	/** Of the file that was run to its end. */
	readonly rows?: number
	/** Why it was not. */
	readonly why?: string
	readonly violations: readonly string[]
}

const refusals = new Set(["RunRefused", "UnreadableFile", "UnusableMapping", "JournalDamaged", "WouldOverwrite"])

/** An import with mended cells, whose second session was killed: its files are those of the first. */
export class KeptFiles {
	readonly #place = new Place(new Random(1))
	readonly #merchant: Merchant
	#copy = ""
	#forget = () => {}

	constructor(merchant: Merchant) {
		this.#merchant = merchant
	}

	async begin(): Promise<void> {
		const rows = Array.from({ length: customers }, (_, index) => {
			const at = [2, 10, 11].includes(index + 1) ? "(at)" : "@"
			return `c${index + 1},Name ${index + 1},c${index + 1}${at}example.com,token-${index + 1}`
		})
		writeFileSync(this.#place.path("customers.csv"), `number,name,email,card token\n${rows.join("\n")}\n`)
		this.#merchant.trick = (number) => first[number] ?? "create"
		await this.#run("customers.csv", folder, "public", { first: 7, edits: mends })
		let run: Run | undefined
		this.#merchant.trick = () => {
			// A dead process sends nothing.
			if (this.#copy !== "") return "drop"
			this.#copy = this.#place.keep([folder, home])
			run?.stop()
			return "create-and-drop"
		}
		await this.#run("customers.csv", folder, "public", {}, (started) => {
			run = started
		})
		this.#merchant.trick = () => "create"
		this.#forget = this.#merchant.remember()
	}

	bytes(name: string): Buffer {
		return readFileSync(this.#place.path(this.#copy, folder, name))
	}

	/** Goes on after one of the files became another, or is gone. */
	async goOn(name: string, bytes: Buffer | undefined, { into, key }: Way): Promise<WentOn> {
		const place = this.#place
		this.#forget()
		place.putBack(this.#copy, [folder, home])
		place.lose("other")
		place.lose("given.csv")
		const judge = new Judge(this.#merchant)
		const before = this.#merchant.received.length
		const altered = place.path(folder, name)
		if (bytes) writeFileSync(altered, bytes)
		else place.lose(folder, name)
		// Mends without the journal that names them are as good as new ones.
		const isBegunAnew = into === "new" && name === "mends.json"
		if (isBegunAnew) for (const path of place.files(place.path(folder), /^journal\./)) place.lose(path)
		const isSame = into === "same" || isBegunAnew
		const given = name.endsWith(".csv") ? altered : place.path(folder, "errors.csv")
		if (!isSame && existsSync(given)) copyFileSync(given, place.path("given.csv"))
		const ended = isSame
			? await this.#run("customers.csv", folder, key, isBegunAnew ? { edits: mends } : {})
			: await this.#run("given.csv", "other", key)
		judge.judgeLedger()
		const violations = [...judge.violations]
		if (ended.rows === undefined) {
			if (this.#merchant.received.length > before) violations.push("refused, and something was sent")
		} else judge.judgeFiles(place.path(isSame ? folder : "other"), ended.rows, key === "private")
		if (bytes && isBegunAnew && !this.#isKept(bytes)) violations.push("mends of somebody were thrown away")
		return { ...ended, violations: [...violations, ...judge.violations.filter((one) => !violations.includes(one))] }
	}

	remove(): void {
		this.#place.remove()
	}

	/** Whether these mends are still there, under whatever name. */
	#isKept(bytes: Buffer): boolean {
		return this.#place.files(this.#place.path(folder), /^mends\.json/).some((path) => readFileSync(path).equals(bytes))
	}

	/** Begins a run, or goes on with it as its folder says. */
	async #run(
		name: string,
		into: string,
		key: Way["key"],
		{ edits, first }: { readonly edits?: Edits; readonly first?: number } = {},
		onStarted: (run: Run) => void = () => {},
	): Promise<Omit<WentOn, "violations">> {
		const place = this.#place
		const inputs = [place.path(name)]
		try {
			const checked = await this.#checked(place.path(name), place.path(into), edits)
			if (checked === undefined) return { why: "it asks something" }
			const run = await openRun({
				inputs,
				checked,
				folder: place.path(into),
				target: {
					kind: "server",
					url: this.#merchant.url,
					key: this.#merchant[key === "private" ? "key" : "alsoPublic"],
				},
				settings: {
					rate: 0,
					concurrency: 4,
					settle: 10,
					resendUnknown: false,
					preflight: true,
					verify: true,
					...(first === undefined ? {} : { first }),
				},
				home: place.path(home),
			})
			onStarted(run)
			const { stop } = await run.start()
			return stop === undefined ? { rows: checked.rows } : { why: stop.kind }
		} catch (error) {
			if (error instanceof Error && refusals.has(error.name)) return { why: error.name }
			throw error
		}
	}

	/** Nothing where the file asks something. */
	async #checked(path: string, into: string, edits: Edits | undefined) {
		const opened = await openFile(path, {}, this.#place.path(home))
		const begun = await readingOfRun(into)
		if (begun !== undefined) return (await checkFile(opened, begun.reading)).decided
		const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
		return (await examineFile(opened, { options, edits })).decided
	}
}
