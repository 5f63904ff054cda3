import { readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import * as z from "zod"
import { type Place, placeSchema } from "../src/app/check/mended-places.ts"
import type { Edits, Reading } from "../src/app/check/reading.ts"
import { JsonFile } from "../src/app/json-file.ts"
import { journalReading, readingOfRun } from "../src/app/run-reading.ts"
import type { History, PastRun } from "./history.ts"

const editsSchema = z.object({
	cells: z.array(z.object({ row: z.number(), column: z.string(), value: z.string() })),
	skipped: z.array(z.number()),
	kept: z.array(z.number()).default([]),
	confirmed: z.array(z.number()).default([]),
})

const placedSchema = z.object({ path: z.string(), at: z.number(), places: z.array(placeSchema) })

/**
 * What was mended of a file, for its next check: by its content, so that another file never gets it; where its
 * file became another one, what fits is found again by the places. Mended values are
 * contact data, so they wait here only until a run has them in its folder, and are found there from then on.
 */
export class KeptMends {
	constructor(
		private readonly home: string,
		private readonly history: History,
	) {}

	/** What was mended last: what waits, or else what the newest run of the file has; nothing where nobody looked at it yet. */
	async of(sha256: string): Promise<Edits | undefined> {
		const waiting = this.#waiting(sha256).value
		if (waiting) return waiting
		for (const run of this.history.of(sha256)) {
			const reading = await readingOf(run)
			if (reading) return reading.edits ?? { cells: [], skipped: [] }
		}
		return undefined
	}

	/** What was mended last of another content of this file, and where. */
	async before(path: string, sha256: string): Promise<{ edits: Edits; places: readonly Place[] } | undefined> {
		const kept = (await this.#allPlaced()).filter((one) => one.other !== sha256 && one.path === path)
		for (const { other, places } of kept) {
			const edits = await this.of(other)
			if (edits) return { edits, places }
		}
		return undefined
	}

	/** How many mends the next check of each file takes up, by its path; files without any are left out. */
	async counts(): Promise<ReadonlyMap<string, number>> {
		const counts = new Map<string, number>()
		for (const { path, places } of await this.#allPlaced()) if (!counts.has(path)) counts.set(path, places.length)
		return counts
	}

	/** Where files were mended, the newest first. */
	async #allPlaced() {
		const end = ".places.json"
		const names = await readdir(join(this.home, "mends")).catch(() => [])
		return names
			.filter((name) => name.endsWith(end))
			.map((name) => name.slice(0, -end.length))
			.flatMap((other) => {
				const { value } = this.#placed(other)
				return value === undefined ? [] : [{ other, ...value }]
			})
			.sort((a, b) => b.at - a.at)
	}

	/** Remembers where a file was mended, without its values. */
	place(sha256: string, path: string, places: readonly Place[]) {
		this.#placed(sha256).value = { path, at: Date.now(), places: [...places] }
	}

	keep(sha256: string, { cells, skipped, kept = [], confirmed = [] }: Edits) {
		const lists = { cells: [...cells], skipped: [...skipped], kept: [...kept], confirmed: [...confirmed] }
		this.#waiting(sha256).value = lists
	}

	/** What a run was mended with, for a check of its file by itself: unless something was mended since. */
	keepOf(sha256: string, { edits }: Reading) {
		if (this.#waiting(sha256).value === undefined) this.keep(sha256, edits ?? { cells: [], skipped: [] })
	}

	/** Lets go of what a run has in its folder; what was mended after it began goes on waiting. */
	async release(run: PastRun): Promise<void> {
		const edits = this.#waiting(run.sha256).value
		const reading = edits && (await readingOf(run))
		if (reading && journalReading(reading).mends === journalReading({ ...reading, edits }).mends)
			await rm(this.#path(run.sha256), { force: true })
	}

	#waiting(sha256: string) {
		return new JsonFile(this.#path(sha256), editsSchema.optional(), undefined)
	}

	#placed(sha256: string) {
		return new JsonFile(join(this.home, "mends", `${sha256}.places.json`), placedSchema.optional(), undefined)
	}

	#path(sha256: string): string {
		return join(this.home, "mends", `${sha256}.json`)
	}
}

/** Nothing where the folder is gone, or its mends are not what they were: a run that goes on is told so, a check need not be. */
async function readingOf({ reference: { folder } }: PastRun): Promise<Reading | undefined> {
	const run = await readingOfRun(folder).catch(() => undefined)
	return run?.reading
}
