import { isOfCards } from "./card-paths.ts"
import type { Outcome } from "./outcome.ts"

/** A customer, or a card of one, that came back from Intergiro or did not. */
export type Returned = { readonly kind: string; readonly differs?: readonly string[] } | Outcome

/** So many customers have to come back right before several requests are under way at a time. */
const wanted = 3
/** Numbers named of those that came back otherwise. */
const named = 3

/**
 * Whether a run creates what the file says: its first customers are compared with what was sent, one after the other. A fold over the
 * journal, like the state that it is a part of.
 */
export class Proof {
	/** Fields that came back otherwise while this was not proved and that nobody accepted, each with some customer numbers. */
	readonly open: Map<string, readonly string[]> = new Map()
	readonly #accepted = new Set<string>()
	#right = 0
	#rightCards = 0
	#letterCase = "camel"

	/** Customers that still have to come back right. */
	get missing(): number {
		return Math.max(0, wanted - this.#right)
	}

	/** Another letter case is another way to write every customer, so that nothing is proved by those before. */
	begin(settings: unknown): void {
		const letterCase = letterCaseIn(settings)
		if (letterCase === this.#letterCase) return
		this.#letterCase = letterCase
		this.#right = 0
		this.open.clear()
	}

	/** The fields of a customer that came back otherwise and that nobody accepted. */
	unaccepted(outcome: Returned): readonly string[] {
		return fieldsOf(outcome).filter((field) => !this.#accepted.has(field))
	}

	/** The same, with those of cards: who goes on although a card is another one has not said that it is that of each customer. */
	told(outcome: Returned): readonly string[] {
		return fieldsOf(outcome).filter((field) => isOfCards(field) || !this.#accepted.has(field))
	}

	add(number: string, outcome: Outcome): void {
		if (outcome.kind !== "created" && outcome.kind !== "renumbered") return
		const fields = this.unaccepted(outcome)
		if (fields.length === 0) this.#right += 1
		else if (this.missing > 0) this.#doubt(number, fields)
	}

	/** A card was added; `differs`: in what it is another one than was sent. */
	addCard(number: string, differs: readonly string[] = []): void {
		const fields = this.unaccepted({ kind: "added", differs })
		if (fields.length === 0) this.#rightCards += 1
		else if (this.#rightCards < wanted) this.#doubt(number, fields)
	}

	accept(fields: readonly string[]): void {
		for (const field of fields) {
			this.#accepted.add(field)
			this.open.delete(field)
		}
	}

	#doubt(number: string, fields: readonly string[]): void {
		for (const field of fields) {
			const numbers = this.open.get(field) ?? []
			if (numbers.length < named) this.open.set(field, [...numbers, number])
		}
	}
}

function fieldsOf(outcome: Returned): readonly string[] {
	const differs = ("differs" in outcome && outcome.differs) || []
	return outcome.kind === "renumbered" ? ["number", ...differs] : differs
}

function letterCaseIn(settings: unknown): string {
	const isSnake =
		typeof settings === "object" && settings !== null && "letterCase" in settings && settings.letterCase === "snake"
	return isSnake ? "snake" : "camel"
}
