import type { Outcome } from "../contract/outcome.ts"
import type { Entry, LedgerEntry } from "../contract/ports.ts"

/** The code of a customer whose card token was sent before, for whomever. */
export const sentBefore = "token.sent-before"

/** A customer of another number, who exists or may exist, for whom a card token of the row was sent. */
export interface SentAsOther {
	readonly number: string
	/** The file has the token in the row, and a person wrote another one in its place. */
	readonly isReplaced: boolean
}

/** For whom the card tokens of a customer were sent. */
export interface SentTokens {
	/** The numbers for which the tokens of this customer were sent by earlier runs. */
	readonly sentFor: readonly string[]
	/** A customer of another number, who exists or may exist, for whom a token was sent: of this customer, or one that a person replaced. */
	readonly sentAsOther?: SentAsOther
}

type Known = SentTokens & { readonly ledger: LedgerEntry | undefined }

/** Whether a card token of the customer was sent for another number: this customer, perhaps, under its old one. */
export function isOfOther(entry: Pick<Entry, "number">, known: SentTokens): boolean {
	return known.sentAsOther !== undefined || otherNumber(entry, known) !== undefined
}

function otherNumber({ number }: Pick<Entry, "number">, { sentFor }: Pick<SentTokens, "sentFor">): string | undefined {
	return sentFor.find((one) => one !== number)
}

/**
 * A card token is single-use: it is not sent for another customer, nor again once it made one. Whose token was sent under another number may be
 * that customer: with another card it would be there twice, so that a person has to say that it is somebody else.
 */
export function spentToken(entry: Pick<Entry, "number">, known: Known): Outcome | undefined {
	const message = whySpent(entry, known)
	return message === undefined ? undefined : { kind: "invalid", code: sentBefore, message }
}

function whySpent(entry: Pick<Entry, "number">, { sentFor, sentAsOther, ledger }: Known): string | undefined {
	if (sentAsOther) return sentAsOtherWords(sentAsOther)
	const other = otherNumber(entry, { sentFor })
	if (other !== undefined)
		return `Its card token was sent before, for customer number ${other}. If the number was changed, put the old one back; else the card needs a new token.`
	return sentFor.length > 0 && ledger?.state === "exists"
		? `Its card token made customer ${ledger.id} in run ${ledger.run}, and cannot be used again: the card needs a new token.`
		: undefined
}

const before = "was sent before, for customer number "
const known = ", who exists or may exist."

function sentAsOtherWords({ number, isReplaced }: SentAsOther): string {
	const what = isReplaced ? "The card token that the file has in this row" : "Its card token"
	const rest = isReplaced ? "." : ", and give it a new token."
	return `${what} ${before}${number}${known} If the number was changed, put the old one back: with another card the customer would be there twice. If this is another customer, confirm the number for this row${rest}`
}

/** The other number of what an import said of a row that it gave back; nothing where it said no such thing. */
export function numberSentAs(message: string): string | undefined {
	const [, rest] = message.split(before, 2)
	const end = rest?.indexOf(known) ?? -1
	return end < 0 ? undefined : rest?.slice(0, end)
}
