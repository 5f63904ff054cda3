import { isSent, refusalOf } from "../contract/card-state.ts"
import { saidIn } from "../contract/card-word.ts"
import { claimedCard, isSameCard } from "../contract/cards.ts"
import { type CardOutcome, isByPerson, type Mapped, type Refusal, type StoredCard } from "../contract/outcome.ts"
import type { Entry, Found } from "../contract/ports.ts"
import type { Method } from "../customer/creatable.ts"
import { cardOfToken } from "./file-cards.ts"
import type { Session } from "./session.ts"

/** A card that is to be added to a customer who exists. */
export interface Card {
	readonly entry: Entry
	readonly customer: Mapped
	readonly method: Method
	/** The hash by which the ledger knows its token. */
	readonly token: string
	/** It was sent with the creation of the customer, and so is never sent again. */
	readonly isOfCreation: boolean
}

type Read = Extract<Found, { readonly kind: "customer" }>

const noCards = "Intergiro does not say which cards the customer has."

/**
 * Why a card is not sent to the customer that was read: what only a person can say, or that it is there. Whether the customer is the one of the
 * file, and whether the card is one that it has, are two questions, and the answer to the one says nothing of the other.
 */
export function whyHeld(session: Session, card: Card, { others, cards }: Read): CardOutcome | undefined {
	const { row } = card.entry
	const isConfirmed = session.settings.confirmCards?.customers.includes(row) ?? false
	// Whoever answers for another identifier is not the one that the card would be added to.
	if (others.includes("id")) return { kind: "other-person", fields: others }
	const isOther = others.length > 0 && !isConfirmed
	if (cards === undefined)
		return isOther ? { kind: "other-person", fields: others } : { kind: "unread", message: noCards }
	const held = isThere(session, card, cards)
	if (held?.kind === "there" || held?.kind === "removed") return held
	const question = held?.cards ? { cards: held.cards } : {}
	if (isOther) return { kind: "other-person", fields: others, ...question }
	return !isConfirmed && isNameless(card) ? { kind: "nameless", ...question } : held
}

/** Nothing tells whether the number of the file is the one of this customer: the run did not make it, nobody named it, and a row has no name. */
function isNameless({ entry, customer }: Card): boolean {
	const { name, email } = entry.creatable.contact ?? {}
	return customer.kind === "existing" && !isByPerson(customer) && name === undefined && email === undefined
}

/** Whether the customer has the card already, or one that may be it; those of the file's other tokens are none. */
function isThere(
	session: Session,
	card: Card,
	cards: readonly StoredCard[],
): Extract<CardOutcome, { readonly kind: "there" | "alike" | "removed" }> | undefined {
	const { token, method } = card
	const said = saidThere(session, card.entry.number, token)
	const saidOf = saidIn(said, cards)
	const left = withoutOthers(session, card, cards)
	const word = wordOn(session, card, left)
	// Who said so may take it back.
	if (saidOf && word !== "another") return { kind: "there", by: "person", cards: saidOf }
	const same = left.map((one) => isSameCard(one, claimedCard(method.card)))
	if (same.includes(true)) return { kind: "there" }
	const alike = left.filter((_, place) => same[place] === undefined)
	if (word === "another") return undefined
	if (alike.length > 0)
		return word === "there" ? { kind: "there", by: "person", cards: alike } : { kind: "alike", cards: alike }
	const removed = said.at(-1)
	return removed && { kind: "removed", cards: removed }
}

/** How a card of the customer was refused when it was added, in this run or another one: it is never sent again, and a person may say that it is there since. */
export function refusedFor(
	{ state, ledger }: Pick<Session["world"], "state" | "ledger">,
	{ entry, token }: Pick<Card, "entry" | "token">,
): Refusal | undefined {
	const own = refusalOf(state.cards.byToken.get(token))
	if (own) return own
	const refused = ledger.refusedFor(token)
	return refused?.isAdded && refused.number === entry.number ? refused.refusal : undefined
}

/** The cards of which a person said that one of them is that of a token of the customer, in this run or in another one. */
function saidThere({ world: { state, ledger } }: Session, number: string, token: string) {
	const elsewhere = ledger.saidThere(token)
	return [...(elsewhere?.number === number ? elsewhere.cards : []), ...state.cards.saidThere(token)]
}

/** The cards of a customer but for those of the file's other tokens, as far as these are known to be there. */
function withoutOthers(session: Session, { entry, method }: Card, cards: readonly StoredCard[]): readonly StoredCard[] {
	const left = [...cards]
	for (const { card } of entry.creatable.method) {
		if (card === method.card) continue
		const token = session.world.hashToken(card)
		const [said] = saidIn(saidThere(session, entry.number, token), cards) ?? []
		const known = isKnownToken(session, entry.number, token) ? cardOfToken(session.world, card) : said
		const index = known ? left.findIndex((one) => isSameCard(one, known) !== false) : -1
		if (index >= 0) left.splice(index, 1)
	}
	return left
}

/** A card of it may be with the customer, by what was sent. */
function isKnownToken({ world: { state, ledger } }: Session, number: string, token: string): boolean {
	const created = state.get(number)
	const added = state.cards.byToken.get(token)
	const isFound = added?.kind === "settled" && added.outcome.kind === "there" && added.outcome.by === undefined
	if (added !== undefined && ((isSent(added) && !refusalOf(added)) || isFound)) return true
	if (ledger.cardOf(token) !== undefined) return true
	return created?.kind === "settled" && (created.tokens?.includes(token) ?? false)
}

/** What a person says of a card that is in question; nothing of one of several, where that does not say which. */
function wordOn(session: Session, card: Card, left: readonly StoredCard[]): "another" | "there" | undefined {
	const { row, number, creatable } = card.entry
	const place = creatable.method.indexOf(card.method) + 1
	const words = session.settings.confirmCards?.cards.filter((one) => one.row === row) ?? []
	const own = words.find((one) => one.card === place)
	if (own) return own.is
	const asked = creatable.method.filter((one) => {
		const isKnown = one !== card.method && isKnownToken(session, number, session.world.hashToken(one.card))
		return !isKnown && left.some((there) => isSameCard(there, claimedCard(one.card)) === undefined)
	})
	return asked.length <= 1 ? words.find((one) => one.card === undefined)?.is : undefined
}
