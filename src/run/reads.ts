/** So many customers in a row that could not be read are tried only once each from then on. */
const few = 3
/** And so many, before anybody could be read: then it is not about them. */
const many = 10

/** How customers that are read one by one fare: whether it is about some of them, or nobody can be read at all. */
export class Reads {
	#failed = 0
	#hasRead = false

	/** One was read. */
	succeeded(): void {
		this.#failed = 0
		this.#hasRead = true
	}

	/** One could not be read, however often it was tried. */
	failed(): void {
		this.#failed += 1
	}

	/** Tries of the next one; nothing for as many as usual. */
	get tries(): number | undefined {
		return this.#failed >= few ? 1 : undefined
	}

	get isHopeless(): boolean {
		return !this.#hasRead && this.#failed >= many
	}
}
