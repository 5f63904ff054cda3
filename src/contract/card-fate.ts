/**
 * What became of a card token of the file: each has exactly one of these.
 * - `sent` with the creation of its customer; `added` to one who exists; `there` before, for all that is known or by a person's word
 * - `missing`: sent, with the creation or added, or there by a person's word, and Intergiro does not have it
 * - `not-known`: sent with a creation whose answer was lost or says nothing of cards, and nothing else says whether Intergiro has it
 * - `not-stored`: the customer was there before, without this card, and nobody asked for it to be added
 * - `unread`: the customer was there before, and nothing that was read says which cards it has; nobody sent this one
 * - `asked`: not added, as only a person can say whether it is the right customer, or another card
 * - `replaced`: refused, or not with Intergiro, or in a row that was sent since with another one; and the customer has another card, sent since, in its place
 * - `refused` by Intergiro, 3-D Secure too; `not-added`: it cannot be, as the token was sent before, or the customer is gone
 * - `in-doubt`: sent to be added, and not known whether it was stored; `waiting`: not sent here, as a card of the customer is in doubt, in this run or in another one
 * - `left`: its row is not sent, and stands in `errors.csv`, or has a note in `results.csv`; `unknown`: its row stands in `unknown.csv`
 * - `pending`: the run has not come to it
 */
export const cardFates = [
	"sent",
	"added",
	"there",
	"missing",
	"not-known",
	"not-stored",
	"unread",
	"asked",
	"replaced",
	"refused",
	"not-added",
	"in-doubt",
	"waiting",
	"left",
	"unknown",
	"pending",
] as const

export type CardFate = (typeof cardFates)[number]

export function noCards(): Record<CardFate, number> {
	return Object.fromEntries(cardFates.map((fate) => [fate, 0])) as Record<CardFate, number>
}
