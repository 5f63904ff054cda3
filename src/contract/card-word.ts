import { holdsCards } from "./cards.ts"
import type { StoredCard } from "./outcome.ts"

/** What a person is asked before a card is added: whether the customer is the one of the file, and whether the card is one that it has. */
export type CardQuestion = "customer" | "card"

/** What a person says of a card of the file that may be one that its customer has. */
export interface CardWord {
	/** The first row of the customer. */
	readonly row: number
	/** Which card of the customer, by its place in the file from 1 on; where one only is in question it needs not be said. */
	readonly card?: number | undefined
	/** `another`: it is another one than that, and is added; `there`: it is that one, and nothing is added. */
	readonly is: "another" | "there"
}

/** The answers to what is asked before a card is sent. One to the one question says nothing of the other. */
export interface Confirmed {
	/** Rows whose customer is the right one, although Intergiro has another name or e-mail or the row has neither. */
	readonly customers: readonly number[]
	readonly cards: readonly CardWord[]
}

/** A person said that a card of the file is there: with the cards of which it was said, each time. Its token was never sent for that. */
export interface SaidThere {
	/** The customer number. */
	readonly number: string
	readonly cards: readonly (readonly StoredCard[])[]
}

/** The cards of which a person said so, where these are there; nothing where one of them is not any more. */
export function saidIn(
	said: SaidThere["cards"],
	there: readonly StoredCard[] | undefined,
): readonly StoredCard[] | undefined {
	return said.findLast((cards) => there === undefined || holdsCards(there, cards))
}
