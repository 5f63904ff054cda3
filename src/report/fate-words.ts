import type { CardFate } from "../contract/card-fate.ts"

/** What became of card tokens, in the words of the closing statement and of the report. */
export const fateWords: Readonly<Record<CardFate, { readonly name: string; readonly meaning: string }>> = {
	sent: { name: "cards sent", meaning: "with the creation of their customers, and stored for all that is known" },
	added: { name: "cards added", meaning: "to customers who exist" },
	there: { name: "cards there", meaning: "with customers who were there before, some by a person's word perhaps" },
	missing: {
		name: "cards missing",
		meaning: "sent as well, or there by a person's word, but Intergiro does not have them",
	},
	"not-known": {
		name: "cards not known",
		meaning: "sent, and no answer says whether Intergiro has them",
	},
	"not-stored": { name: "cards not stored", meaning: "their customers were there before" },
	unread: {
		name: "cards not read",
		meaning: "not sent: their customers were there before, and nothing says whether they have them",
	},
	asked: {
		name: "cards to confirm",
		meaning:
			"Intergiro has another customer than the file, or a card that may be this one, or the row has neither name nor e-mail",
	},
	replaced: {
		name: "cards replaced",
		meaning: "refused, missing, or mended, and another card of their customers was stored since in their place",
	},
	refused: { name: "cards refused", meaning: "by Intergiro, with their customers or alone, or 3-D Secure is needed" },
	"not-added": { name: "cards not added", meaning: "their tokens were sent before, or the customer is gone" },
	"in-doubt": { name: "cards in doubt", meaning: "sent, may or may not be stored" },
	waiting: {
		name: "cards waiting",
		meaning: "not sent, as a card of their customer is in doubt, here or in another run",
	},
	left: { name: "cards left", meaning: "in rows that are not sent" },
	unknown: { name: "cards of doubts", meaning: "in rows that may exist" },
	pending: { name: "cards to come", meaning: "in rows not reached yet" },
}
