import type { Creatable } from "./creatable.ts"

type Method = Creatable["method"][number]

/** A customer that rows after each other are joined to, with the cards of all of them, each once. */
export class JoinedCustomer {
	readonly #first: Creatable
	/** All but its cards; made when it is first compared. */
	#others: string | undefined
	readonly #methods = new Map<string, Method>()

	constructor(first: Creatable) {
		this.#first = first
		this.add(first)
	}

	/** Whether a row is of this customer: whether they differ in nothing but the cards. */
	isOf(next: Creatable): boolean {
		this.#others ??= withoutCards(this.#first)
		return withoutCards(next) === this.#others
	}

	/** Whether a row has a card that is not there yet. */
	lacks({ method }: Creatable): boolean {
		return method.some(({ card }) => !this.#methods.has(card))
	}

	/** Adds the cards of a row. */
	add(next: Creatable): void {
		for (const method of next.method) if (!this.#methods.has(method.card)) this.#methods.set(method.card, method)
	}

	get creatable(): Creatable {
		return { ...this.#first, method: [...this.#methods.values()] }
	}
}

/** All but the cards as one text. Both of two that are compared come from the same schema, so their keys stand in the same order. */
export function withoutCards({ method: _, ...others }: Creatable): string {
	return JSON.stringify(others)
}
