export interface CheckProgress {
	/** Bytes checked so far, and of the file. */
	readonly bytes: number
	readonly size: number
	/** Data rows so far. */
	readonly rows: number
	/** Milliseconds since the start. */
	readonly elapsed: number
	/** Milliseconds until the end, when they can be told. */
	readonly remaining?: number
}

/** Milliseconds between two tellings. */
const interval = 100

/** Milliseconds after which the speed so far says something. */
const settled = 500

/** Tells the progress of a check, but not too often. */
export class ProgressTeller {
	readonly #size: number
	readonly #onProgress: ((progress: CheckProgress) => void) | undefined
	readonly #started = performance.now()
	#told = this.#started

	constructor(size: number, onProgress: ((progress: CheckProgress) => void) | undefined) {
		this.#size = size
		this.#onProgress = onProgress
	}

	tell(bytes: number, rows: number): void {
		const now = performance.now()
		if (this.#onProgress === undefined || (now - this.#told < interval && bytes < this.#size)) return
		this.#told = now
		const elapsed = now - this.#started
		const left = elapsed < settled ? {} : { remaining: (elapsed * Math.max(0, this.#size - bytes)) / bytes }
		this.#onProgress({ bytes, size: this.#size, rows, elapsed, ...left })
	}
}
