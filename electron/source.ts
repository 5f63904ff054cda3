import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { basename, dirname } from "node:path"
import { type OpenedFile as Looked, openFile } from "../src/app/check/open-file.ts"
import type { Edits, Reading } from "../src/app/check/reading.ts"
import { readingOfRun } from "../src/app/run-reading.ts"
import { headerKey } from "../src/customer/fields.ts"
import { type Mapping, mappingProblems } from "../src/customer/mapping.ts"
import type { Reading as Chosen, OpenedFile } from "../src/ipc.ts"
import type { History, PastRun } from "./history.ts"
import { Refused } from "./refused.ts"
import type { Preferences } from "./settings.ts"

const shownRows = 20

interface Resumed {
	readonly past: PastRun
	readonly reading: Reading
}

/** The chosen file: how it is read and mapped, before anything of it is checked. */
export class Source {
	mapping: Mapping
	/** A run of this very file, read in this very way, to go on with. */
	resumed: Resumed | undefined
	readonly #remembered: boolean

	private constructor(
		readonly looked: Looked,
		readonly sha256: string,
		private readonly history: History,
		mapping: Mapping | undefined,
		resumed?: Resumed,
	) {
		this.#remembered = mapping !== undefined && resumed === undefined
		this.mapping = mapping ?? looked.proposal.mapping
		this.resumed = resumed
	}

	/** Rejects with `UnreadableFile`. */
	static async open(
		path: string,
		chosen: Partial<Chosen>,
		preferences: Preferences,
		history: History,
	): Promise<Source> {
		const looked = await openFile(path, chosen)
		const remembered = preferences.mappingFor(looked.detection.layout.columns)
		return new Source(looked, await hashOf(path), history, remembered)
	}

	/**
	 * The file of an earlier run, read, mapped and mended as then. Rejects with `UnreadableFile`, `RunRefused` when its
	 * mends are not what they were, or `Refused` when it never began.
	 */
	static async resume(past: PastRun, history: History): Promise<Source> {
		const run = await readingOfRun(past.reference.folder)
		if (run === undefined)
			throw new Refused("The folder of this import is gone, or empty.", "Open the file again to import it anew.")
		const { layout, mapping } = run.reading
		const resumed = { past, reading: run.reading }
		return new Source(await openFile(past.path, layout), past.sha256, history, mapping, resumed)
	}

	get path(): string {
		return this.looked.path
	}

	/** How the rows are to be read and checked. A run that goes on has to read its file as it did, mends included. */
	reading({ settings }: Preferences, edits: Edits): Reading {
		if (this.resumed) return this.resumed.reading
		const { width, height, parent, ...browser } = settings.browser
		return {
			layout: this.looked.detection.layout,
			mapping: this.mapping,
			options: {
				now: Date.now(),
				cleaning: settings.cleaning,
				browser: {
					...browser,
					resolution: [width, height],
					java: false,
					javascript: true,
					...(parent ? { parent } : {}),
				},
			},
			edits,
		}
	}

	view(): OpenedFile {
		const { name, size, detection, proposal, path } = this.looked
		const { layout, evidence, preview } = detection
		const { encoding, delimiter, headerRow, columns } = layout
		const resumed = this.resumed && this.history.get(this.resumed.past.reference.id)
		const unfinished = resumed ?? this.history.unfinished(this.sha256)
		return {
			name,
			folder: basename(dirname(path)),
			size,
			kind: this.#kind(),
			reading: { encoding, delimiter, headerRow },
			evidence: [...evidence],
			columns: [...columns],
			preview: preview.slice(0, shownRows).map(({ row, cells }) => ({ row, cells: [...cells] })),
			proposals: [...proposal.proposals],
			mapping: this.mapping,
			remembered: this.#remembered,
			problems: mappingProblems(this.mapping, columns).map(({ message }) => message),
			...(unfinished ? { unfinished: unfinished.reference } : {}),
			resumed: resumed !== undefined,
		}
	}

	#kind(): OpenedFile["kind"] {
		if (!this.looked.importFile) return "customers"
		const { layout, preview } = this.looked.detection
		const outcome = layout.columns.findIndex((column) => headerKey(column) === "importoutcome")
		return preview.some(({ cells }) => cells[outcome] === "unknown") ? "unknown" : "errors"
	}
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash("sha256")
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk)
	return hash.digest("hex")
}
