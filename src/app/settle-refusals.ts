import { isRenumbered, type Outcome } from "../contract/outcome.ts"
import { Refusal } from "../customer/refusal.ts"
import { type Sentences, told } from "../customer/sentences.ts"

/** The number is not in doubt in this run, so that nobody has to say anything. */
export class NotInDoubt extends Refusal {
	override readonly name = "NotInDoubt"
	constructor(number: string, outcome: Outcome | undefined, hasCard: boolean) {
		const hint = hasCard ? told` Its card is: ${{ way: "settle-card", again: true }}.` : ""
		super(told`Customer number ${number} is not in doubt in this run: ${isOf(outcome)}.${hint} Nothing was changed.`)
	}
}

/** No card of the customer is in doubt in this run. */
export class CardNotInDoubt extends Refusal {
	override readonly name = "CardNotInDoubt"
	/** @param refused the first row of the customer, where a card of it was refused */
	constructor(number: string, refused: number | undefined) {
		const hint =
			refused === undefined
				? ""
				: told` One was refused: where it is there since, ${{ way: "say-card", is: "there", row: refused }}.`
		super(told`No card of customer number ${number} is in doubt in this run.${hint} Nothing was changed.`)
	}
}

/** There is nothing of the customer that a person could accept. */
export class NothingToAccept extends Refusal {
	override readonly name = "NothingToAccept"
	constructor(number: string, about: "removed" | "right") {
		const why =
			about === "removed"
				? told`the last run did not look for it in vain: ${{ way: "go-on" }}, which looks`
				: "it is not other at Intergiro than it was sent, as far as this run knows"
		super(told`Of customer number ${number} this cannot be said: ${why}. Nothing was changed.`)
	}
}

/** Intergiro has the customer who is said to be removed. */
export class StillThere extends Refusal {
	override readonly name = "StillThere"
	constructor(id: string) {
		super(`Intergiro has the customer ${id}: it was not removed. Nothing was changed.`)
	}
}

/** The identifier is that of another customer of the run. */
export class OtherCustomer extends Refusal {
	override readonly name = "OtherCustomer"
	constructor(id: string, number: string) {
		super(
			`${id} is the identifier of customer number ${number}. Look again which one this customer has. Nothing was changed.`,
		)
	}
}

/** Intergiro has no customer of the identifier. */
export class NoSuchCustomer extends Refusal {
	override readonly name = "NoSuchCustomer"
	constructor(id: string) {
		super(`Intergiro has no customer under the identifier ${id}. Look again which one it is. Nothing was changed.`)
	}
}

/** Intergiro has the customer under another number. */
export class OtherNumber extends Refusal {
	override readonly name = "OtherNumber"
	constructor(id: string, number: string, there: string) {
		super(
			told`${id} is the identifier of customer number ${there} at Intergiro, not of ${number}. Look whether that is the same customer; where it is, ${{ way: "settle-number", number: there }}. Nothing was changed.`,
		)
	}
}

function isOf(outcome: Outcome | undefined): Sentences {
	if (outcome === undefined) return "it was not sent, or the file does not have it, in just this spelling"
	if (outcome.kind === "conflict")
		return told`Intergiro has several customers of it; ${{ way: "settle-instead", as: "id", what: "which one stays" }}`
	if (isRenumbered(outcome))
		return told`it exists under another number; where that is right, ${{ way: "settle-instead", as: "right" }}`
	return "id" in outcome ? `it is ${outcome.kind}, as ${outcome.id}` : `it is ${outcome.kind}`
}
