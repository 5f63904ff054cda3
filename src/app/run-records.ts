import { type FileHandle, stat } from "node:fs/promises"
import { join } from "node:path"
import type { CardQuestion } from "../contract/card-word.ts"
import { type FollowUpReason, followUpReasons } from "../contract/follow-up.ts"
import { outcomeOf } from "../contract/number-state.ts"
import { type OutcomeKind, outcomeKinds } from "../contract/outcome.ts"
import { openFile } from "../disk/open.ts"
import { hasCode } from "../journal/disk.ts"
import { readRun } from "../journal/read-run.ts"
import { type RowRecord, recordLines, rowsFile } from "../report/rows-file.ts"

/** Records that are read together. */
const blockLength = 1_000

/** The records are others now: the run went on. */
export class RecordsChanged extends Error {
	override readonly name = "RecordsChanged"
}

/** How a row ended. Nothing while the run has not come to it. */
type Kind = OutcomeKind | undefined

/** What is known of each record without reading it. */
interface Index {
	/** Where each block begins, and where the last one ends: bytes. */
	readonly offsets: readonly number[]
	readonly kinds: readonly Kind[]
	readonly reasons: readonly (FollowUpReason | undefined)[]
	readonly asked: { readonly [Question in CardQuestion]: readonly number[] }
	/** Those with cards that are there by a person's word. */
	readonly said: readonly number[]
}

/** How the rows of a run ended, in the order of the file: read as they are asked for, since there may be millions. */
export class RunRecords {
	private constructor(
		private readonly path: string,
		private readonly version: string,
		private readonly index: Index,
		/** Of a run whose program did not write the file yet. */
		private readonly all: readonly RowRecord[] | undefined,
	) {}

	/** Reads through them once. Rejects as reading a journal does, where the run has none. */
	static async open(folder: string): Promise<RunRecords> {
		const path = join(folder, rowsFile)
		try {
			return new RunRecords(path, await versionOf(path), await indexOf(path), undefined)
		} catch (error) {
			if (!hasCode(error, "ENOENT")) throw error
			const all = await ofJournal(folder)
			const kinds = all.map(kindOf)
			return new RunRecords(
				path,
				"",
				{ offsets: [], kinds, reasons: [], asked: { customer: [], card: [] }, said: [] },
				all,
			)
		}
	}

	get count(): number {
		return this.index.kinds.length
	}

	/** Positions of the records that ended so, and need a person for this reason first. */
	positions(wanted: {
		readonly outcome?: OutcomeKind | undefined
		readonly reason?: FollowUpReason | "any"
		/** Those of whom this is asked, among whatever else. */
		readonly asked?: CardQuestion
		/** Those of whose cards a person said that they are there. */
		readonly said?: true | undefined
	}): number[] {
		const { kinds, reasons } = this.index
		const { outcome, reason, asked, said } = wanted
		if (said) return [...this.index.said]
		if (asked) return [...this.index.asked[asked]]
		return Array.from(kinds.keys()).filter((position) => {
			if (reason !== undefined) return reason === "any" ? reasons[position] !== undefined : reasons[position] === reason
			const kind = kinds[position]
			return outcome === undefined ? kind !== undefined : kind === outcome
		})
	}

	/** The records at these ascending positions. Rejects with `RecordsChanged`. */
	async *at(positions: readonly number[]): AsyncGenerator<readonly [position: number, record: RowRecord], void> {
		if (this.all) {
			for (const position of positions) if (this.all[position]) yield [position, this.all[position]]
			return
		}
		if ((await versionOf(this.path).catch(() => "gone")) !== this.version)
			throw new RecordsChanged("The rows of this run were written anew.")
		const file = await openFile(this.path, "read")
		try {
			let read = -1
			let lines: readonly string[] = []
			for (const position of positions) {
				const block = Math.floor(position / blockLength)
				if (block !== read) lines = await this.#block(file, block)
				read = block
				const line = lines[position - block * blockLength]
				if (line) yield [position, JSON.parse(line)]
			}
		} finally {
			await file.close()
		}
	}

	async #block(file: FileHandle, block: number): Promise<readonly string[]> {
		const { offsets } = this.index
		const start = offsets[block] ?? 0
		const bytes = Buffer.alloc((offsets[block + 1] ?? start) - start)
		await file.read(bytes, 0, bytes.length, start)
		return bytes.toString("utf8").split("\n")
	}
}

function kindOf({ outcome }: RowRecord): Kind {
	// A name of the list, not of the line, which would be kept alive with it.
	return outcomeKinds.find((kind) => kind === outcome?.kind)
}

async function versionOf(path: string): Promise<string> {
	const { size, mtimeMs, ino } = await stat(path)
	return `${size} ${mtimeMs} ${ino}`
}

async function indexOf(path: string): Promise<Index> {
	const offsets = [0]
	const kinds: Kind[] = []
	const reasons: (FollowUpReason | undefined)[] = []
	const asked = { customer: [] as number[], card: [] as number[] }
	const said: number[] = []
	let offset = 0
	for await (const line of recordLines(path)) {
		const record = JSON.parse(line) as RowRecord
		const { followUp } = record
		for (const question of questionsOn(followUp)) asked[question].push(kinds.length)
		if (record.cardsSaid) said.push(kinds.length)
		kinds.push(kindOf(record))
		// Names of the list, not of the line, which would be kept alive with them.
		reasons.push(followUp && followUpReasons.find((reason) => reason === followUp.reasons[0]))
		offset += Buffer.byteLength(line) + 1
		if (kinds.length % blockLength === 0) offsets.push(offset)
	}
	if (kinds.length % blockLength > 0) offsets.push(offset)
	return { offsets, kinds, reasons, asked, said }
}

/** Two questions apart: an answer to the one says nothing of the other. */
function questionsOn(followUp: RowRecord["followUp"]): readonly CardQuestion[] {
	const { reasons = [], cardsAsked = [] } = followUp ?? {}
	const isOther =
		reasons.includes("other-person") && cardsAsked.some(({ isRemoved, isRefused }) => !isRemoved && !isRefused)
	return [
		...(reasons.includes("card-question") || isOther ? (["customer"] as const) : []),
		...(cardsAsked.length > 0 ? (["card"] as const) : []),
	]
}

/** What the journal has by itself: rows that failed a check are not in it. */
async function ofJournal(folder: string): Promise<readonly RowRecord[]> {
	const { state } = await readRun(folder)
	return [...state.numbers]
		.flatMap(([number, one]): RowRecord[] => {
			const outcome = outcomeOf(one)
			return outcome && one.kind !== "free" ? [{ row: one.row, number, outcome }] : []
		})
		.sort((a, b) => a.row - b.row)
}
