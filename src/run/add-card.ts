import type { CardAnswer } from "../contract/answer.ts"
import { type Before, isSent } from "../contract/card-state.ts"
import { claimedCard, isSameCard } from "../contract/cards.ts"
import { type CardOutcome, isByPerson, listedNumber, type Mapped, type StoredCard } from "../contract/outcome.ts"
import type { Entry, Found } from "../contract/ports.ts"
import type { Method } from "../customer/creatable.ts"
import { cardWords, ofCard } from "./card-words.ts"
import { addedByOthers, cardOfToken } from "./known-cards.ts"
import type { Ticket } from "./lane.ts"
import { repeating, type Unlisted } from "./listing.ts"
import { noted } from "./noted.ts"
import { readPage } from "./page.ts"
import { send } from "./send.ts"
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

/** Looks at the customer, writes down the intent, sends, and writes down what came of it. False: to be tried again. */
export async function addCard(session: Session, card: Card, ticket: Ticket): Promise<boolean> {
	const { world, recorder } = session
	const { entry, customer, token } = card
	const { number, row } = entry
	const there = await look(session, card)
	if (there.kind === "unknown") return true
	if (there.kind === "held") {
		await hold(session, card, there.outcome)
		return true
	}
	const before = whatIsThere(world, number, card.method.card, there.cards)
	const beside = tokensOf(card).flatMap((one) => (one === card.method.card ? [] : [world.hashToken(one)]))
	await recorder.append({ type: "card-intent", number, row, id: customer.id, token, ...before, beside })
	const about = { number, ticket, isDoubted: false }
	// It has just answered for the customer.
	const request = async () => {
		const leave = (leaving: () => void) => world.api.addCard(customer.id, card.method, leaving)
		return readPage(await noted(leave, () => recorder.leavingCard(token)), true)
	}
	const answer = await session.limit(() => send(session, about, request))
	if (answer === "blocked" || answer === "stopped") {
		await recorder.append({ type: "card-not-applied", number, token, code: answer })
		return answer === "stopped"
	}
	return await conclude(session, card, answer)
}

/** What the customer has, to know the card by where its answer is lost. */
export function whatIsThere(
	{ state, ledger }: Session["world"],
	number: string,
	card: string,
	cards: readonly StoredCard[],
): Before {
	const claimed = claimedCard(card)
	const alike = cards.filter((one) => isSameCard(one, claimed) !== false).length
	const others = addedByOthers({ state, ledger }, number)
	return { before: cards.length, ...(alike > 0 ? { alike } : {}), ...(others > 0 ? { others } : {}) }
}

type Looked =
	| { readonly kind: "customer"; readonly cards: readonly StoredCard[] }
	/** No card is added. */
	| { readonly kind: "held"; readonly outcome: CardOutcome }
	/** It cannot be known, and the run stops. */
	| { readonly kind: "unknown" }

/** Whether the customer is the one of the file, and does not have the card. */
async function look(session: Session, card: Card): Promise<Looked> {
	const { world, settings } = session
	const { number, row, creatable } = card.entry
	const { id } = card.customer
	const read = repeating({ ...world, pacer: session.pacer, signal: session.signal, patience: session.patience })
	const found = await read<Exclude<Found, Unread>>(
		() => world.api.read(id, listedNumber(number, card.customer), creatable),
		session.reads.tries,
	)
	if (found.kind === "stopped") return { kind: "unknown" }
	if (found.kind === "forbidden" || found.kind === "failed") return setAside(session, found)
	session.reads.succeeded()
	if (found.kind === "missing") return { kind: "held", outcome: { kind: "gone" } }
	const isConfirmed = settings.confirmCards?.includes(row) ?? false
	// Whoever answers for another identifier is not the one that the card would be added to.
	if (found.others.includes("id") || (found.others.length > 0 && !isConfirmed))
		return { kind: "held", outcome: { kind: "other-person", fields: found.others } }
	if (found.cards === undefined) return { kind: "held", outcome: { kind: "unread", message: noCards } }
	if (isConfirmed) return { kind: "customer", cards: found.cards }
	const known = knownCard(session, card, found.cards) ?? (isNameless(card) ? "nameless" : undefined)
	return known === undefined ? { kind: "customer", cards: found.cards } : { kind: "held", outcome: { kind: known } }
}

/** One that cannot be read keeps nobody else from their cards, unless nobody can be read. */
function setAside(session: Session, unread: Extract<Unlisted, { readonly kind: "forbidden" | "failed" }>): Looked {
	const { message } = unread
	session.reads.failed()
	if (unread.kind === "failed" && !unread.isGeneral && !session.reads.isHopeless)
		return { kind: "held", outcome: { kind: "unread", message } }
	session.halt({ kind: "reading-failed", message })
	return { kind: "unknown" }
}

/** Nothing tells whether the number of the file is the one of this customer: the run did not make it, nobody named it, and a row has no name. */
function isNameless({ entry, customer }: Card): boolean {
	const { name, email } = entry.creatable.contact ?? {}
	return customer.kind === "existing" && !isByPerson(customer) && name === undefined && email === undefined
}

type Unread = Extract<Found, { readonly kind: "forbidden" | "throttled" | "failed" | "unusable" }>

const noCards = "Intergiro does not say which cards the customer has."

/** Whether the customer has the card already, or one that may be it; those of the file's other tokens are none. */
function knownCard(
	session: Session,
	{ entry, method }: Card,
	cards: readonly StoredCard[],
): "there" | "alike" | undefined {
	const left = [...cards]
	for (const { card } of entry.creatable.method) {
		const isOther = card !== method.card && isKnownToken(session, entry.number, session.world.hashToken(card))
		const index = isOther ? left.findIndex((one) => isSameCard(one, cardOfToken(session.world, card)) !== false) : -1
		if (index >= 0) left.splice(index, 1)
	}
	const same = left.map((one) => isSameCard(one, claimedCard(method.card)))
	return same.includes(true) ? "there" : same.includes(undefined) ? "alike" : undefined
}

/** A card of it may be with the customer, by what was sent. */
function isKnownToken({ world: { state, ledger } }: Session, number: string, token: string): boolean {
	const created = state.get(number)
	const added = state.cards.byToken.get(token)
	const isThere = added !== undefined && (isSent(added) || (added.kind === "settled" && added.outcome.kind === "there"))
	if (isThere || ledger.cardOf(token) !== undefined) return true
	return created?.kind === "settled" && (created.tokens?.includes(token) ?? false)
}

async function conclude(session: Session, card: Card, answer: CardAnswer): Promise<boolean> {
	const { number, row } = card.entry
	const { recorder } = session
	const { token } = card
	switch (answer.kind) {
		case "added":
			await hold(session, card, answer)
			return true
		case "rejected":
		case "verification-required":
			await hold(session, card, answer)
			return true
		case "ambiguous": {
			const { code, message } = answer
			await recorder.append({ type: "card-ambiguous", number, token, code, message })
			session.cards.others += 1
			session.observe({
				type: "card",
				number,
				row,
				kind: "in-doubt",
				message: ofCard(message, card.method.card, tokensOf(card)),
			})
			return true
		}
		case "wrong-environment":
			await recorder.append({ type: "card-not-applied", number, token, code: answer.code })
			return true
		case "throttled":
		case "not-applied":
			await recorder.append({ type: "card-not-applied", number, token, code: answer.kind })
			return false
	}
}

/** Writes down what became of a card, and tells it. */
export async function hold(session: Session, card: Card, outcome: CardOutcome): Promise<void> {
	const { entry, token } = card
	const { number, row } = entry
	await session.recorder.append({ type: "card-outcome", number, row, token, outcome })
	if (outcome.kind === "added") session.cards.added += 1
	else session.cards.others += 1
	const words = cardWords(outcome)
	const message = words === undefined ? {} : { message: ofCard(words, card.method.card, tokensOf(card)) }
	session.observe({ type: "card", number, row, kind: outcome.kind, ...message })
}

/** Tells of a card that is not sent now, and is still to be. */
export function wait(session: Session, card: Card, words: string): void {
	const { number, row } = card.entry
	session.cards.others += 1
	const message = ofCard(words, card.method.card, tokensOf(card))
	session.observe({ type: "card", number, row, kind: "waiting", message })
}

/** Those of all cards of the customer. */
function tokensOf({ entry }: Card): readonly string[] {
	return entry.creatable.method.map(({ card }) => card)
}
