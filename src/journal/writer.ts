import { JournalFailed } from "../contract/record.ts"
import type { DiskFile } from "./disk.ts"
import { chain, encode, maximum } from "./frame.ts"
import type { Head, Progress } from "./head.ts"

interface Waiting {
	readonly line: Buffer
	/** That chains the next line to it. */
	readonly hash: string
	readonly resolve: () => void
	readonly reject: (error: JournalFailed) => void
}

/** Writes records in groups: all that wait go out in one write and one sync, the next group when that is done. */
export class Writer {
	#waiting: Waiting[] = []
	#committing: Promise<void> | undefined
	#failure: JournalFailed | undefined
	#previous: string
	#progress: Progress

	constructor(
		private readonly path: string,
		private readonly file: DiskFile,
		private readonly head: Head,
		progress: Progress,
	) {
		this.#previous = progress.hash
		this.#progress = progress
	}

	/** What is durable. */
	get progress(): Progress {
		return this.#progress
	}

	async append(record: object): Promise<void> {
		if (this.#failure) throw this.#failure
		const line = encode(record, this.#previous)
		const hash = chain(line)
		this.#previous = hash
		return new Promise((resolve, reject) => {
			this.#waiting.push({ line, hash, resolve, reject })
			this.#committing ??= this.#commit()
		})
	}

	/** Puts the number of requests that left into the head. Throws when it cannot be written. */
	note(sent: number): void {
		this.#progress = { ...this.#progress, sent }
		this.head.write(this.#progress)
	}

	async close(): Promise<void> {
		await this.#committing
		this.#failure ??= new JournalFailed(`${this.path} is closed.`)
		await this.file.close()
		await this.head.close()
	}

	async #commit(): Promise<void> {
		let group: Waiting[] = []
		try {
			// Lets everything that is appended in this turn join the first group.
			await undefined
			while (this.#waiting.length > 0) {
				group = this.#take()
				const bytes = Buffer.concat(group.map(({ line }) => line))
				const { length, records } = this.#progress
				await this.file.write(length, bytes)
				await this.file.sync()
				this.#advance({
					records: records + group.length,
					length: length + bytes.length,
					hash: group.at(-1)?.hash ?? this.#progress.hash,
				})
				for (const { resolve } of group) resolve()
			}
		} catch (error) {
			// What a failed sync leaves behind is unknown, and a second one may claim success: only opening again leads on.
			const failure = failed(`${this.path} could not be written`, error)
			this.#failure = failure
			for (const { reject } of [...group, ...this.#waiting.splice(0)]) reject(failure)
		} finally {
			this.#committing = undefined
		}
	}

	#advance(to: Omit<Progress, "sent">): void {
		this.#progress = { ...this.#progress, ...to }
		try {
			this.head.write(this.#progress)
		} catch {
			// An older head says less: the log itself is what counts, and it has been written.
		}
	}

	/** Never more at once than a recovery is ready to find torn. */
	#take(): Waiting[] {
		let bytes = 0
		const count = this.#waiting.findIndex(({ line }) => {
			bytes += line.length
			return bytes > maximum
		})
		return this.#waiting.splice(0, count < 0 ? this.#waiting.length : count)
	}
}

export function failed(what: string, cause: unknown): JournalFailed {
	return new JournalFailed(`${what}: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause })
}
