import { existsSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { Worker } from "node:worker_threads"
import type { Block } from "../../csv/block.ts"
import { partsRead } from "../../customer/headers/parts.ts"
import { readHeaders } from "../../customer/headers/read-headers.ts"
import { EvidenceKeeper, type WholeEvidence, wholeEvidence } from "./file-evidence.ts"
import type { Beginning, Demand, Replies } from "./protocol.ts"
import { blockJudge, type Reading } from "./reading.ts"
import { repeatedHashes } from "./repeated.ts"
import { type BlockTally, tallyOf } from "./tally.ts"

/** Where blocks are checked. */
export interface Checkers {
	/** How many blocks may be on their way at once. */
	readonly capacity: number
	/** Takes the bytes of the block over. */
	check(block: Block): Promise<BlockTally>
	/** Takes the hashes over; the answer is those that are there more than once. */
	repeated(hashes: Float64Array<ArrayBuffer>): Promise<Float64Array>
	/** What all blocks that were checked say of the whole file. */
	evidence(): Promise<WholeEvidence>
	close(): Promise<void>
}

/** For small files: starting a thread takes longer than checking them. */
export function inThisThread(reading: Reading): Checkers {
	const evidence = new EvidenceKeeper(reading.layout.columns, reading.mapping)
	const judge = blockJudge(reading, evidence.tally)
	return {
		capacity: 1,
		check: async (block) => tallyOf(block, judge, evidence.columns),
		repeated: async (hashes) => repeatedHashes(hashes),
		evidence: async () => wholeEvidence([evidence.result], reading.layout.columns),
		close: async () => {},
	}
}

/** Megabytes for what is made for a row and forgotten: twice as much, which a thread takes by itself, is no faster. */
const youngest = 24

/** A thread that answers in the order of the questions. */
class CheckThread {
	readonly #worker: Worker
	readonly #waiting: { resolve(reply: unknown): void; reject(error: Error): void }[] = []
	#failure: Error | undefined

	constructor(entry: string, reading: Reading) {
		this.#worker = new Worker(entry, {
			workerData: { reading, readings: readHeaders(reading.layout.columns), parts: partsRead() } satisfies Beginning,
			resourceLimits: { maxYoungGenerationSizeMb: youngest },
		})
		this.#worker.on("message", (reply) => this.#waiting.shift()?.resolve(reply))
		this.#worker.on("error", (error) => this.#fail(error))
		this.#worker.on("exit", () => this.#fail(new Error("The thread that checks the file ended")))
	}

	ask<Kind extends keyof Replies>(demand: Demand & { kind: Kind }, ...transfer: ArrayBuffer[]): Promise<Replies[Kind]> {
		return new Promise((resolve, reject) => {
			if (this.#failure !== undefined) return reject(this.#failure)
			this.#waiting.push({ resolve: (reply) => resolve(reply as Replies[Kind]), reject })
			this.#worker.postMessage(demand, transfer)
		})
	}

	async close(): Promise<void> {
		await this.#worker.terminate()
	}

	#fail(error: Error): void {
		this.#failure ??= error
		for (const { reject } of this.#waiting.splice(0)) reject(this.#failure)
	}
}

/** Blocks on their way to one thread: one being checked, one waiting. */
const perThread = 2

/**
 * To start a thread, and to compile in it what all rows need, takes as long as to check a quarter of this; on two cores, one of which
 * reads and cuts, a second one gains little even then.
 */
const bytesPerThread = 128 * 2 ** 20
const mostThreads = 4

/** How many threads are worth starting for a file of this size, in bytes. */
export function threadsFor(size: number): number {
	// This one has little to do meanwhile: it reads and cuts.
	const most = Math.min(mostThreads, Math.max(2, availableParallelism() - 1))
	return Math.min(most, Math.ceil(size / bytesPerThread))
}

/**
 * For large files: threads of their own, so that this one stays free.
 * @param entry the built worker
 * @param count of threads
 */
export function inThreads(entry: string, reading: Reading, count: number): Checkers {
	const threads = Array.from({ length: count }, () => new CheckThread(entry, reading))
	let turn = 0
	const next = () => threads[turn++ % count] as CheckThread
	return {
		capacity: count * perThread,
		check: (block) => next().ask({ kind: "block", block }, block.bytes.buffer),
		repeated: (hashes) => next().ask({ kind: "repeated", hashes }, hashes.buffer),
		evidence: async () =>
			wholeEvidence(
				await Promise.all(threads.map((thread) => thread.ask({ kind: "evidence" }))),
				reading.layout.columns,
			),
		close: async () => {
			await Promise.all(threads.map((thread) => thread.close()))
		},
	}
}

/** The built worker: beside the program or one folder above the part of it that this is. There is none among sources. */
export function builtWorker(): string | undefined {
	const folder = import.meta.dirname
	return [join(folder, "check-worker.js"), join(folder, "..", "check-worker.js")].find((path) => existsSync(path))
}
