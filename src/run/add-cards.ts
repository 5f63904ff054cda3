import { maySend } from "../contract/card-state.ts"
import { isMapped, type Mapped } from "../contract/outcome.ts"
import type { Entry } from "../contract/ports.ts"
import { addCard, type Card, hold } from "./add-card.ts"
import { UnderWay } from "./feed.ts"
import { plan } from "./plan.ts"
import type { Session } from "./session.ts"
import { untilDone } from "./tries.ts"

const needsPrivateKey = "Cards are added with a private key, which can read customers; this one cannot."

/**
 * Adds the cards of the file that were never sent to those of its customers who exist; creates nobody.
 * @param most goes to at most so many customers
 * @returns whether some remain because `most` was reached
 */
export async function addCards(session: Session, most = Infinity): Promise<boolean> {
	const { world } = session
	if (!session.canList) session.halt({ kind: "wrong-environment", code: "public-key", message: needsPrivateKey })
	const underWay = new UnderWay(session)
	let started = 0
	let more = false
	try {
		feeding: for await (const batch of world.entries())
			for (const entry of batch) {
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
	const { state } = session.world
	for (const card of cards) {
		if (session.stop || state.cards.isInDoubt(card.entry.number)) return
		if (isSpent(session, card)) await hold(session, card, { kind: "spent" })
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

const absent = {
	kind: "not-sent",
	code: "no-customer",
	message: "Intergiro has no customer of this number to whom a card could be added.",
} as const

/** The cards of the file that are still to be added to a customer, and those that cannot be any more, of which nobody was told yet. */
function cardsOf({ world }: Session, entry: Entry, customer: Mapped): readonly Card[] {
	const { number, creatable } = entry
	const created = world.state.get(number)
	const isOfCreation = (token: string) => created?.kind === "settled" && (created.tokens?.includes(token) ?? false)
	return creatable.method.flatMap((method) => {
		const token = world.hashToken(method.card)
		const before = world.state.cards.byToken.get(token)
		if (before !== undefined && !maySend(before)) return []
		const isOpen = before !== undefined || customer.differs?.includes("method") || !isOfCreation(token)
		// What another run sent for this very customer is with it, for all that is known.
		const isElsewhere = before === undefined && !isOfCreation(token) && world.ledger.sentFor(token) === number
		return isOpen && !isElsewhere ? [{ entry, customer, method, token }] : []
	})
}

/** A card token is single-use. One that was sent, and whose card is not where it should be, cannot be used again: unless a person says so. */
function isSpent({ world }: Session, { entry, customer, token }: Card): boolean {
	const before = world.state.cards.byToken.get(token)
	if (before?.kind === "settled" && before.outcome.kind === "absent") return false
	const sentFor = world.ledger.sentFor(token)
	return (customer.differs?.includes("method") ?? false) || (sentFor !== undefined && sentFor !== entry.number)
}
