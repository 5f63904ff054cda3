/** So many customers in a row that are refused for one reason are hardly so many bad cards. */
const most = 30

/** Counts refusals for one and the same reason, without a success in between. */
export class Refusals {
	#code: string | undefined
	#count = 0
	/** Reasons with which a person wants to go on. */
	readonly #accepted = new Set<string>()

	succeeded(): void {
		this.#count = 0
	}

	/** How many it were, when somebody has to look at it. */
	refused(code: string): number | undefined {
		this.#count = code === this.#code ? this.#count + 1 : 1
		this.#code = code
		return this.#count === most && !this.#accepted.has(code) ? most : undefined
	}

	/** A person has seen the last reason and goes on. */
	accept(): void {
		if (this.#code !== undefined) this.#accepted.add(this.#code)
	}
}
