import { createHash } from "node:crypto"
import { basename } from "node:path"
import { type Block, cutBlocks } from "../../csv/block.ts"
import type { Row } from "../../csv/layout.ts"
import { maskCardNumbers } from "../../customer/card-number.ts"
import type { Decision } from "../../customer/columns/decide.ts"
import { findAcrossRows } from "./across-rows.ts"
import { CheckedFile } from "./checked-file.ts"
import { builtWorker, type Checkers, inThisThread, inThreads, threadsFor } from "./checkers.ts"
import { compareSuspects } from "./compare-suspects.ts"
import type { Judged } from "./judged.ts"
import type { OpenedFile } from "./open-file.ts"
import { withOwners } from "./owners.ts"
import { type CheckProgress, ProgressTeller } from "./progress.ts"
import { blockReader, cellReader, type Reading } from "./reading.ts"
import { HashList } from "./repeated.ts"
import { checksumOf, RowIndex } from "./row-index.ts"
import { Summary } from "./summary.ts"
import type { BlockTally } from "./tally.ts"
import "./young-rows.ts"

export type { CheckedFile } from "./checked-file.ts"
export type { CheckProgress } from "./progress.ts"

export interface CheckRequest extends JudgeRequest {
	/** How the mapping was decided; without it, it is settled, and nothing about it is asked. */
	readonly decision?: Decision | undefined
}

/** How the rows of a file are judged. */
interface JudgeRequest extends Reading {
	readonly onProgress?: ((progress: CheckProgress) => void) | undefined
	readonly signal?: AbortSignal | undefined
	/** The built worker, where it does not lie beside the program. */
	readonly worker?: string | undefined
	/** How many of them; by the size of the file where nothing is said. */
	readonly threads?: number
}

/** What is checked: a file that was opened, or one by itself. */
type Subject = Pick<OpenedFile, "path" | "size"> & Partial<Pick<OpenedFile, "name" | "workbook">>

/** Files from this size on are checked by threads of their own, in bytes: starting them takes as long as checking this. */
const large = 4 * 1024 * 1024

/** A block on its way through the check, its bytes given away. */
interface Pending extends Omit<Block, "bytes"> {
	readonly length: number
	readonly checksum: number
	readonly tally: Promise<BlockTally>
}

/** A file whose rows were judged one by one, and not compared with each other yet; to be closed in any case. */
export interface JudgedFile extends Pick<CheckedFile, "layout" | "mapping" | "rows" | "evidence" | "facts"> {
	/** The last data row; nothing where there is none. Rejects with `UnreadableFile`. */
	lastRow(): Promise<Pick<Row, "row" | "cells"> | undefined>
	/** Compares its rows. Rejects as `checkFile` does. @param decision how the mapping was decided */
	compared(decision: Decision | undefined): Promise<CheckedFile>
	close(): Promise<void>
}

/**
 * Checks every row of a file; nothing of it is kept in memory but where its rows are and what is wrong with them.
 * Throws `UnreadableFile`, `UnusableMapping`, or the reason of the signal.
 */
export async function checkFile(opened: Subject, { decision, ...request }: CheckRequest): Promise<CheckedFile> {
	const judged = await judgeFile(opened, request)
	try {
		return await judged.compared(decision)
	} finally {
		await judged.close()
	}
}

/** The first half of `checkFile`, which tells what all rows say of the columns. Rejects as it does. */
export async function judgeFile(
	opened: Subject,
	{ onProgress, signal, worker = builtWorker(), threads = threadsFor(opened.size), ...reading }: JudgeRequest,
): Promise<JudgedFile> {
	const { size } = opened
	const readBlock = blockReader(reading)
	const checkers = worker !== undefined && size >= large ? inThreads(worker, reading, threads) : inThisThread(reading)
	try {
		const judged = await judgeBlocks(opened, reading, checkers, new ProgressTeller(size, onProgress), signal)
		const { index, summary, evidence } = judged
		return {
			layout: reading.layout,
			mapping: reading.mapping,
			rows: index.rows,
			evidence: evidence.columns,
			facts: evidence.facts,
			async lastRow() {
				const read = cellReader(reading)
				let last: Pick<Row, "row" | "cells"> | undefined
				for await (const { block } of index.read(index.rows - 1)) last = read(block).at(-1)
				return last
			},
			async compared(decision) {
				const owners = await findAcrossRows(index, reading, summary.rowsWith("token.other-card"), evidence, signal)
				const read = withOwners(readBlock, owners)
				const compared = await compareSuspects(judged, reading, read, (hashes) => checkers.repeated(hashes), signal)
				return CheckedFile.of({ judged, reading, read, owners, decision, ...compared })
			},
			close: () => checkers.close(),
		}
	} catch (error) {
		await checkers.close()
		throw error
	}
}

/** Judges every row by itself, and finds those that may have something in common with another. */
async function judgeBlocks(
	{ path, name = maskCardNumbers(basename(path)), workbook }: Subject,
	{ layout }: Reading,
	checkers: Checkers,
	progress: ProgressTeller,
	signal: AbortSignal | undefined,
): Promise<Judged> {
	const index = new RowIndex(path, layout.encoding)
	const summary = new Summary()
	const numbers = new HashList()
	const tokens = new HashList()
	const sha256 = createHash("sha256")
	let size = 0
	const onBytes = (bytes: Uint8Array) => {
		size += bytes.length
		sha256.update(bytes)
	}
	const take = async ({ tally: pending, ...block }: Pending) => {
		const tally = await pending
		const position = index.rows
		for (const code of tally.codes) summary.add(code, position)
		numbers.add(position, tally.numbers)
		tokens.add(position, tally.tokens, tally.tokenRows)
		index.add({ ...block, count: tally.rows })
		progress.tell(block.offset + block.length, index.rows)
	}

	const pending: Pending[] = []
	for await (const { bytes, ...block } of cutBlocks(path, layout, { signal, onBytes })) {
		const { length } = bytes
		const checksum = checksumOf(bytes)
		const tally = checkers.check({ ...block, bytes })
		// A failure is met when its turn comes; until then it must not count as unhandled.
		tally.catch(() => {})
		pending.push({ ...block, length, checksum, tally })
		if (pending.length >= checkers.capacity) await take(pending.shift() as Pending)
	}
	for (const block of pending) await take(block)
	signal?.throwIfAborted()
	return {
		source: { name, size, sha256: sha256.digest("hex"), ...(workbook ? { workbook: workbook.identity } : {}) },
		index,
		summary,
		numbers,
		tokens,
		evidence: await checkers.evidence(),
	}
}
