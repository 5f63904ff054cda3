import { type CardState, maySend } from "../contract/card-state.ts"
import type { CardWord } from "../contract/card-word.ts"
import { claimedCard } from "../contract/cards.ts"
import { missingCards } from "../contract/missing-cards.ts"
import type { NumberState } from "../contract/number-state.ts"
import { type CardOutcome, isMapped, type Mapped } from "../contract/outcome.ts"
import type { Entry } from "../contract/ports.ts"
import { addCard, hold, wait } from "./add-card.ts"
import { type Card, refusedFor } from "./card-questions.ts"
import { elsewhereWords } from "./card-words.ts"
import { UnderWay } from "./feed.ts"
import { plan } from "./plan.ts"
import type { Session } from "./session.ts"
import { untilDone } from "./tries.ts"

const needsPrivateKey = "Cards are added with a private key, which can read customers; this one cannot."

interface Choice {
	/** To at most so many customers. */
	readonly most?: number | undefined
	/** To these alone. */
	readonly only?: ReadonlySet<string>
}

/**
 * Adds the cards of the file that were never sent to those of its customers who exist; creates nobody.
 * @returns whether some remain because `most` was reached
 */
export async function addCards(session: Session, { most = Infinity, only }: Choice = {}): Promise<boolean> {
	const { world } = session
	if (!session.canList) session.halt({ kind: "wrong-environment", code: "public-key", message: needsPrivateKey })
	const underWay = new UnderWay(session)
	let started = 0
	let more = false
	try {
		feeding: for await (const batch of world.entries(only && ((number) => only.has(number))))
			for (const entry of batch) {
				if (only && !only.has(entry.number)) continue
				await underWay.place()
				if (session.stop || underWay.failed) break feeding
				const { customer, learn } = existing(session, entry)
				const cards = customer ? cardsOf(session, entry, customer) : []
				more = cards.length > 0 && started >= most
				if (more) break feeding
				if (cards.length > 0) started += 1
				if (learn) underWay.start(learn().then(() => addTo(session, cards)))
				else if (cards.length > 0) underWay.start(addTo(session, cards))
			}
	} catch (error) {
		underWay.fail(error)
	}
	await underWay.end()
	return more
}

/** One card at a time: otherwise nobody could tell which of two made one more. What waits for a doubt was never sent. */
async function addTo(session: Session, cards: readonly Card[]): Promise<void> {
	const { state, ledger } = session.world
	for (const card of cards) {
		const elsewhere = ledger.cardInDoubt(card.entry.number, card.token)
		if (elsewhere) {
			wait(session, card, elsewhereWords(elsewhere))
			continue
		}
		if (session.stop || state.cards.isInDoubt(card.entry.number)) return
		if (isSpent(session, card)) await hold(session, card, spent(ledger.sentFor(card.token), card.entry.number))
		else await untilDone(session, (ticket) => addCard(session, card, ticket))
	}
}

interface Existing {
	readonly customer?: Mapped
	/** Writes down what was not known of the number in this run. */
	learn?(): Promise<void>
}

/** The customer, where the journal knows that it exists, or the listing or the ledger do; and what is to be written down of it, or of its absence. */
function existing({ world, existing, recorder }: Session, entry: Entry): Existing {
	const { number, row } = entry
	const known = world.state.outcome(number)
	if (known && isMapped(known)) return { customer: known }
	const planned = plan(entry, world.state.get(number), existing.knowledgeOf(entry, world))
	switch (planned.kind) {
		case "settle": {
			const { outcome } = planned
			return {
				...(isMapped(outcome) ? { customer: outcome } : {}),
				learn: () => recorder.outcome(number, row, outcome),
			}
		}
		case "doubt": {
			const { code, message } = planned
			return { learn: () => recorder.append({ type: "ambiguous", number, row, attempt: 0, code, message }) }
		}
		case "send":
			return { learn: () => recorder.outcome(number, row, absent) }
		case "skip":
			return {}
	}
}

/** The code of a row whose customer does not exist, so that it gets no card. */
export const noCustomer = "no-customer"

const absent = {
	kind: "not-sent",
	code: noCustomer,
	message: "Intergiro has no customer of this number to whom a card could be added.",
} as const

/** The cards of the file that are still to be added to a customer, and those that cannot be any more, of which nobody was told yet. */
function cardsOf({ world, settings }: Session, entry: Entry, customer: Mapped): readonly Card[] {
	const { state, ledger } = world
	const { number } = entry
	const cards = entry.creatable.method.map((method) => {
		const token = world.hashToken(method.card)
		return { entry, customer, method, token, isOfCreation: isOfCreation(state.get(number), token) }
	})
	const missing = missingSent(
		cards.filter(({ isOfCreation, token }) => isOfCreation || isAdded(state.cards.byToken.get(token))),
	)
	return cards.filter((card) => {
		const { token, isOfCreation } = card
		const before = state.cards.byToken.get(token)
		if (refusedFor(world, card)) return hasWord(settings.confirmCards?.cards, card)
		if (before !== undefined && !maySend(before)) return false
		if (isOfCreation) return missing.has(card)
		// What another run sent for this very customer, before or since, is with it, for all that is known.
		return isSaidAbsent(before) || ledger.sentFor(token) !== number
	})
}

/** Whether a person says something of a card, or of its customer's, where that does not say of which. */
function hasWord(words: readonly CardWord[] = [], { entry, method }: Card): boolean {
	const place = entry.creatable.method.indexOf(method) + 1
	return words.some(({ row, card = place }) => row === entry.row && card === place)
}

/** Those of which Intergiro certainly does not have the card, although it was sent; of several that are alike nobody knows which. */
function missingSent<Sent extends Card>(sent: readonly Sent[]): ReadonlySet<Sent> {
	const stored = sent[0]?.customer.cards
	if (stored === undefined || sent[0]?.customer.kind === "existing") return new Set()
	const { places, isCertain } = missingCards(
		sent.map(({ method }) => claimedCard(method.card)),
		stored,
	)
	return new Set(isCertain ? sent.filter((_, place) => places.has(place)) : [])
}

/** Whether a token was sent with the creation; where older journals do not say with which, it was with all of them. */
function isOfCreation(created: NumberState | undefined, token: string): boolean {
	if (created?.kind !== "settled") return false
	return created.tokens?.includes(token) ?? (created.attempt > 0 && created.outcome.kind !== "existing")
}

function isAdded(state: CardState | undefined): boolean {
	return state?.kind === "settled" && state.outcome.kind === "added"
}

/** A person says that no card came of it. */
function isSaidAbsent(state: CardState | undefined): boolean {
	return state?.kind === "settled" && state.outcome.kind === "absent"
}

function spent(sentFor: string | undefined, number: string): CardOutcome {
	return { kind: "spent", ...(sentFor === undefined || sentFor === number ? {} : { number: sentFor }) }
}

/** A card token is single-use. One that was sent, and whose card is not where it should be, cannot be used again: unless a person says so. */
function isSpent({ world }: Session, { entry, token, isOfCreation }: Card): boolean {
	if (isSaidAbsent(world.state.cards.byToken.get(token))) return false
	const sentFor = world.ledger.sentFor(token)
	return isOfCreation || (sentFor !== undefined && sentFor !== entry.number)
}
