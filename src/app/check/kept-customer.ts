import { createHash } from "node:crypto"
import type { Creatable } from "../../customer/creatable.ts"
import { withoutCards } from "../../customer/join.ts"

/**
 * A customer that later rows are compared with, as one short text, and its cards as hashes: what is cut out of a file keeps alive the part of the
 * file that it was cut from.
 */
export class KeptCustomer {
	readonly #others: string
	readonly #cards: readonly string[]

	constructor(customer: Creatable) {
		this.#others = withoutCards(customer)
		this.#cards = [...new Set(cardsOf(customer))]
	}

	/** Whether a row is of this customer: whether they differ in nothing but the cards. */
	isOf(next: Creatable): boolean {
		return withoutCards(next) === this.#others
	}

	/** The cards of a row that this customer does not have, as hashes. */
	missing(next: Creatable): readonly string[] {
		return next.method.length === 0 ? [] : cardsOf(next).filter((card) => !this.#cards.includes(card))
	}

	/** All but its cards. */
	get creatable(): Creatable {
		return { ...(JSON.parse(this.#others) as Omit<Creatable, "method">), method: [] }
	}
}

function cardsOf({ method }: Creatable): readonly string[] {
	return method.map(({ card }) => createHash("sha256").update(card).digest("base64url"))
}
