import type { CardState } from "../contract/card-state.ts"
import type { Outcome } from "../contract/outcome.ts"
import type { Checked } from "./checked.ts"
import type { Contact } from "./contact.ts"
import type { DraftFile } from "./draft-file.ts"
import type { CheckedRow } from "./ending.ts"

/** Why somebody has to contact a customer, or to look after them. Scripts may rely on it. */
export type FollowUpReason =
	| "verification-required"
	| "rejected"
	| "card-expired"
	| "card-not-stored"
	| "card-in-doubt"
	| "renumbered"
	| "missing"
	| "twice"

export interface FollowUp {
	readonly reason: FollowUpReason
	/** What it is about, and what to do. */
	readonly message: string
	/** Where the cardholder verifies the card. */
	readonly link?: string
}

export const followUpColumns = ["reason", "number", "name", "email", "link", "row", "message"]

const expired = ["token.card-expired", "token.expired"]

/**
 * What is to be done about the customer of a row.
 * @param checked what the look at the end of the run came to
 * @param sentFor the customer number for which a card token was ever sent, by the ledger
 */
export function followUpsOf(
	{ number = "", findings, tokens = [] }: CheckedRow,
	outcome: Outcome | undefined,
	checked: Checked | undefined,
	sentFor: ((token: string) => string | undefined) | undefined,
	cardOf?: (token: string) => CardState | undefined,
): readonly FollowUp[] {
	const found: FollowUp[] = []
	if (outcome?.kind === "verification-required") {
		const link = outcome.url === undefined ? {} : { link: outcome.url }
		const message = `${outcome.message} The cardholder has to verify the card, and a new token is needed then.`
		found.push({ reason: "verification-required", message, ...link })
	}
	if (outcome?.kind === "rejected")
		found.push({ reason: "rejected", message: `${outcome.message} Where it is about the card, ask for another one.` })
	const expiry = findings.find(({ code }) => expired.includes(code))
	if (expiry) found.push({ reason: "card-expired", message: `${expiry.message} ${expiry.tip}` })
	if (outcome?.kind === "renumbered")
		found.push({
			reason: "renumbered",
			message: `Intergiro gave this customer the number ${outcome.given}, not ${number}, as ${outcome.id}. Look at it there, and use that number or have it changed.`,
		})
	const cards = tokens.flatMap((token) => cardOf?.(token) ?? [])
	const doubt = cards.find(({ kind }) => kind !== "settled")
	if (doubt)
		found.push({
			reason: "card-in-doubt",
			message:
				"Its card was sent to be added, and the answer was lost: whether it was stored is not known. Look at the customer's cards at Intergiro; it is not sent again.",
		})
	else if (outcome?.kind === "existing" && !isStored(number, tokens, outcome.run, sentFor, cardOf))
		found.push({
			reason: "card-not-stored",
			message: `This customer was there before (${outcome.id}), and the card of this file was not stored with it.${reasonOf(cards)} Add it there, if it is a new one.`,
		})
	if (checked === "missing")
		found.push({
			reason: "missing",
			message:
				"Intergiro does not list this customer under its id. It is not sent again by itself: verify the run later, then ask Intergiro about the id.",
		})
	if (checked === "twice")
		found.push({
			reason: "twice",
			message:
				"Intergiro lists several customers of this number. Decide which one stays, and remove the others at Intergiro.",
		})
	return found
}

/** Why a card could not be added, in a sentence. */
function reasonOf(cards: readonly CardState[]): string {
	const refused = cards.find((card) => card.kind === "settled" && card.outcome.kind !== "added")
	if (refused?.kind !== "settled") return ""
	const { outcome } = refused
	if (outcome.kind === "other-person")
		return ` It was not added, as Intergiro has another ${outcome.fields.join(", ")} for it.`
	return "message" in outcome ? ` ${outcome.message}` : ""
}

/** Whether the cards of a row certainly are where they should be, of a customer who was there before. */
export function isStored(
	number: string,
	tokens: readonly string[],
	run: string | undefined,
	sentFor: ((token: string) => string | undefined) | undefined,
	cardOf?: (token: string) => CardState | undefined,
): boolean {
	return tokens.every((token) => {
		const card = cardOf?.(token)
		if (card) return card.kind === "settled" && card.outcome.kind === "added"
		return run !== undefined && (sentFor === undefined || sentFor(token) === number)
	})
}

/** The file with everybody whom somebody has to contact or to look after. */
export class FollowUpFile {
	/** Lines written so far, without the header. */
	lines = 0

	private constructor(readonly draft: DraftFile) {}

	static async begin(draft: DraftFile): Promise<FollowUpFile> {
		await draft.writeRow(followUpColumns, ",")
		return new FollowUpFile(draft)
	}

	async add({ number = "", row }: CheckedRow, { name, email }: Contact, { reason, link = "", message }: FollowUp) {
		await this.draft.writeRow([reason, number, name, email, link, String(row), message], ",")
		this.lines++
	}
}
