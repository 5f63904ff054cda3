import type { FollowUpReason } from "../contract/follow-up.ts"
import type { RowOutcome } from "../contract/outcome.ts"
import type { Amiss } from "../contract/record.ts"
import type { Sentences } from "../customer/sentences.ts"
import type { AccountedCard } from "./card-facts.ts"
import type { Checked } from "./checked.ts"
import type { CheckedRow } from "./checked-row.ts"

/** What is known of a customer at the end. */
export interface FollowUpFacts {
	readonly number: string
	/** The number that an earlier run gave it back with, where a spreadsheet changed it. */
	readonly former?: string | undefined
	/** Its rows: several that were joined, or one. */
	readonly rows: readonly CheckedRow[]
	readonly outcome: RowOutcome | undefined
	/** Cards that were sent with its creation. */
	readonly sent: number
	/** What became of the card tokens in its rows. */
	readonly cards: readonly AccountedCard[]
	/** Another run created it without a card, and none sent it one since, for all that the ledger knows. */
	readonly isBare?: boolean
	/** A person says that the number that Intergiro gave it is right. */
	readonly isNumberRight?: boolean
	/** Before a card is added to it a person is asked whether it is the one of the file: it is other there, or the row says nothing of it. */
	readonly isAsked?: boolean
	/** What the look at the end of the run came to. */
	readonly checked: Checked | undefined
	/** Where it is not listed as it should be. */
	readonly amiss?: Amiss | undefined
	/** Whoever is there in its place is the customer of another row. */
	readonly isOfOtherRow?: boolean
}

/** What is said of a reason. */
export interface Telling {
	readonly message: Sentences
	readonly todo: Sentences
	readonly link?: string | undefined
}

export type Reasons = { readonly [Reason in FollowUpReason]?: Telling | undefined }

/** What to do where 3-D Secure is needed; a sentence goes on behind it. */
export function askToVerify(link: string | undefined): string {
	return link === undefined
		? "Intergiro gave no link: ask the cardholder to verify the card with you, as for a new one;"
		: "Ask the cardholder to verify the card at the link;"
}
