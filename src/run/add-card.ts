import type { CardAnswer } from "../contract/answer.ts"
import type { Before } from "../contract/card-state.ts"
import { claimedCard, compactCards, isSameCard, isTwin } from "../contract/cards.ts"
import { type CardOutcome, isRenumbered, listedNumber, type StoredCard } from "../contract/outcome.ts"
import type { Found } from "../contract/ports.ts"
import { type Card, refusedFor, whyHeld } from "./card-questions.ts"
import { cardWords, ofCard } from "./card-words.ts"
import { addedByOthers } from "./known-cards.ts"
import type { Ticket } from "./lane.ts"
import { repeating, type Unlisted } from "./listing.ts"
import { noted } from "./noted.ts"
import { readPage } from "./page.ts"
import { send } from "./send.ts"
import type { Session } from "./session.ts"

/** Looks at the customer, writes down the intent, sends, and writes down what came of it. False: to be tried again. */
export async function addCard(session: Session, card: Card, ticket: Ticket): Promise<boolean> {
	const { world, recorder } = session
	const { entry, customer, token } = card
	const { number, row } = entry
	const there = await look(session, card)
	if (there.kind === "unknown") return true
	const refused = refusedFor(world, card)
	if (refused) {
		// Nothing but that it is there takes the place of its refusal.
		const isThere = there.kind === "held" && there.outcome.kind === "there"
		if (isThere) await hold(session, card, there.outcome)
		else tell(session, card, refused)
		return true
	}
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
	return await conclude(session, card, answer, there.cards)
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
	const sent = others > 0 ? { others } : { were: compactCards(cards) }
	return { before: cards.length, ...(alike > 0 ? { alike } : {}), ...sent }
}

type Looked =
	| { readonly kind: "customer"; readonly cards: readonly StoredCard[] }
	/** No card is added. */
	| { readonly kind: "held"; readonly outcome: CardOutcome }
	/** It cannot be known, and the run stops. */
	| { readonly kind: "unknown" }

/** Whether the customer is the one of the file, and does not have the card. */
async function look(session: Session, card: Card): Promise<Looked> {
	const { world } = session
	const { creatable } = card.entry
	const { id } = card.customer
	const read = repeating({ ...world, pacer: session.pacer, signal: session.signal, patience: session.patience })
	const found = await read<Exclude<Found, Unread>>(
		() => world.api.read(id, rightNumber(session, card), creatable),
		session.reads.tries,
	)
	if (found.kind === "stopped") return { kind: "unknown" }
	if (found.kind === "forbidden" || found.kind === "failed") return setAside(session, found)
	session.reads.succeeded()
	if (found.kind === "missing") return { kind: "held", outcome: { kind: "gone" } }
	const held = whyHeld(session, card, found)
	if (held) return { kind: "held", outcome: held }
	return { kind: "customer", cards: found.cards ?? [] }
}

/** The number of the file, but where a person says that the other one that the customer has at Intergiro is right. */
function rightNumber({ world: { state } }: Session, { entry: { number }, customer }: Card): string {
	return isRenumbered(customer) && !state.said.isNumberRight(number) ? number : listedNumber(number, customer)
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

type Unread = Extract<Found, { readonly kind: "forbidden" | "throttled" | "failed" | "unusable" }>

async function conclude(
	session: Session,
	card: Card,
	answer: CardAnswer,
	before: readonly StoredCard[],
): Promise<boolean> {
	const { number, row } = card.entry
	const { recorder } = session
	const { token } = card
	switch (answer.kind) {
		case "added": {
			const added = answer.card
			const isTwice = added !== undefined && before.some((one) => isTwin(one, added))
			await hold(session, card, isTwice ? { ...answer, twice: true } : answer)
			return true
		}
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
	tell(session, card, outcome)
}

function tell(session: Session, card: Card, outcome: CardOutcome): void {
	const { number, row } = card.entry
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
