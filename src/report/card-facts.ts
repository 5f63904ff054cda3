import type { CardFate } from "../contract/card-fate.ts"
import type { CardState } from "../contract/card-state.ts"
import type { SaidThere } from "../contract/card-word.ts"
import type { LackingCard, LaterCard } from "../contract/lacking.ts"
import type { CardOutcome, RowOutcome, StoredCard } from "../contract/outcome.ts"
import type { CardAbsent, CardElsewhere, Refused } from "../contract/ports.ts"
import type { Checked } from "./checked.ts"
import type { CheckedRow } from "./checked-row.ts"

/** What is known of a customer's cards at the end. */
export interface CardFacts {
	/** Its number in the file, and the one that its tokens were sent for. */
	readonly numbers: readonly string[]
	/** Its rows: several that were joined, or one. */
	readonly rows: readonly CheckedRow[]
	readonly outcome: RowOutcome | undefined
	/** Cards that were sent with its creation. */
	readonly cards: number
	/** The customer number for which a card token was ever sent, by the ledger. */
	readonly sentFor: ((token: string) => string | undefined) | undefined
	/** What is known of the card of a token: what it says itself, and what Intergiro said of the one that came of it. */
	readonly cardOfToken: (token: string) => StoredCard
	/** Of which cards of a customer a person said that one of them is that of a token, by whichever run. */
	readonly saidThere?: ((token: string) => SaidThere["cards"]) | undefined
	/** How Intergiro refused a card token that was sent, by this run or an earlier one. */
	readonly refusedFor?: ((token: string) => Refused | undefined) | undefined
	/** What became of a card token that was to be added to the customer. */
	readonly cardOf?: ((token: string) => CardState | undefined) | undefined
	/** What the look at the end of the run came to. */
	readonly checked?: Checked | undefined
	/** The other run that has a card of it in doubt, perhaps this very one. */
	readonly elsewhere?: ((token: string) => CardElsewhere | undefined) | undefined
	/** The other run that may send a card of it once more. */
	readonly absentFor?: ((token: string) => CardAbsent | undefined) | undefined
	/** What the runs that sent a card of it know of that, where it is not there for all that they know. */
	readonly lackingFor?: ((token: string) => LackingCard | undefined) | undefined
	/** The cards that were sent for it since a token was, and not beside it, or at all; of all, but for these. */
	readonly sentSince?: ((tokens: readonly string[], token?: string) => readonly OwnLater[]) | undefined
	/** How many cards the customer can have, where any run knows that. */
	readonly most?: number | undefined
	/** Of these the ones that are known. */
	readonly knownStored?: readonly StoredCard[] | undefined
	/** It has another card than was sent, and nobody said that it is right. */
	readonly hasOther?: boolean | undefined
	/** A run knows which cards it should have, and these are others, or not as many. */
	readonly isUnlikeKnown?: boolean | undefined
	/** The cards that it has are right by a person's word, whatever was sent. */
	readonly isSaidRight?: boolean | undefined
	/** Whether the customer for whom a card token was sent last was refused. */
	readonly isRefused?: ((token: string) => boolean) | undefined
	/** Whether a card token was sent by whichever run to be added to the customer, and not refused. */
	readonly isAdded?: ((token: string) => boolean) | undefined
	/** How many cards a customer who was there before has at least, as cards were added to it. */
	readonly least?: number | undefined
}

/** A later card, with its token where it is one of the file's. */
export interface OwnLater extends LaterCard {
	readonly own?: string
}

export interface AccountedCard {
	readonly token: string
	readonly fate: CardFate
	/** What is known of the card: what its token says, and what Intergiro said of the one that came of it. */
	readonly card?: StoredCard
	/** It was sent for this customer, in another run, and is not there. */
	readonly wasSent?: true
	/** What became of it where it was to be added. */
	readonly outcome?: CardOutcome
	/** It was refused, and the customer has these, which may be it. */
	readonly alike?: readonly StoredCard[]
	/** The customer has the very same card twice. */
	readonly isTwice?: true
	/** Not sent, as a card of the customer is in doubt there. */
	readonly elsewhere?: CardElsewhere
	/** The run that may send it once more, as by a person's word it was not stored. */
	readonly absentIn?: CardAbsent
	/** The run that sent it, and does not know whether it is there. */
	readonly sentBy?: string
	/** A card of the customer is missing, and nobody can tell whether it is this one or another. */
	readonly isUnclear?: true
	/** The run that sent the row since with another card, which is not there either. */
	readonly renewedBy?: string
}
