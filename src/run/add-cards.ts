import type { CardAnswer } from "../contract/answer.ts"
import { isSent } from "../contract/card-state.ts"
import { claimedCard, isSameCard } from "../contract/cards.ts"
import { type CardOutcome, isMapped, type Mapped, type StoredCard } from "../contract/outcome.ts"
import type { Entry } from "../contract/ports.ts"
import type { Method } from "../customer/creatable.ts"
import { UnderWay } from "./feed.ts"
import type { Ticket } from "./lane.ts"
import { repeating } from "./listing.ts"
import { plan } from "./plan.ts"
import { send } from "./send.ts"
import type { Session } from "./session.ts"
import { untilDone } from "./tries.ts"

/** A card that is to be added to a customer who exists. */
interface Card {
	readonly entry: Entry
	readonly customer: Mapped
	readonly method: Method
	/** The hash by which the ledger knows its token. */
	readonly token: string
}

const needsPrivateKey =
	"Cards are added with a private key, which can read customers; this one cannot. Nothing was sent."

/** Adds the cards of the file that were never sent to those of its customers who exist; creates nobody. */
export async function addCards(session: Session): Promise<void> {
	const { world } = session
	if (!session.canList) session.halt({ kind: "listing-failed", message: needsPrivateKey })
	const underWay = new UnderWay(session)
	try {
		feeding: for await (const batch of world.entries())
			for (const entry of batch) {
				if (entry.creatable.method.length === 0) continue
				await underWay.place()
				if (session.stop || underWay.failed) break feeding
				underWay.start(addTo(session, entry))
			}
	} catch (error) {
		underWay.fail(error)
	}
	await underWay.end()
}

/** One card at a time: otherwise nobody could tell which of two made one more. */
async function addTo(session: Session, entry: Entry): Promise<void> {
	const customer = await existing(session, entry)
	if (customer === undefined) return
	for (const method of entry.creatable.method) {
		const token = session.world.hashToken(method.card)
		const card = { entry, customer, method, token }
		if (session.stop || isInDoubt(session, entry.number)) return
		if (isLost(session, card)) tellSpent(session, card)
		else if (isNew(session, card)) await untilDone(session, (ticket) => attempt(session, card, ticket))
	}
}

/** The customer, where the journal knows that it exists, or the listing or the ledger do. */
async function existing({ world, existing, recorder }: Session, entry: Entry): Promise<Mapped | undefined> {
	const { number, row } = entry
	const known = world.state.outcome(number)
	if (known) return isMapped(known) ? known : undefined
	const planned = plan(entry, world.state.get(number), existing.knowledgeOf(entry, world))
	if (planned.kind !== "settle" || planned.outcome.kind !== "existing") return undefined
	await recorder.outcome(number, row, planned.outcome)
	return planned.outcome
}

function isInDoubt({ world }: Session, number: string): boolean {
	for (const [, doubt] of world.state.cards.doubts()) if (doubt.number === number) return true
	return false
}

/** A card token is single-use: only one that was never sent, by this run or another, is sent. */
function isNew({ world }: Session, { entry, token }: Card): boolean {
	const before = world.state.cards.byToken.get(token)
	if (before !== undefined) return !isSent(before)
	const created = world.state.get(entry.number)
	const isOfCreation = created?.kind === "settled" && created.tokens?.includes(token)
	return !isOfCreation && world.ledger.sentFor(token) === undefined
}

/** Its token was sent, and its card is not where it should be: it needs a new token. */
function isLost({ world }: Session, { entry, customer, token }: Card): boolean {
	if (world.state.cards.byToken.has(token)) return false
	const sentFor = world.ledger.sentFor(token)
	return (customer.differs?.includes("method") ?? false) || (sentFor !== undefined && sentFor !== entry.number)
}

function tellSpent(session: Session, { entry: { number, row } }: Card): void {
	const message = "Its card token was sent before, and can be used once only: the card needs a new token."
	session.observe({ type: "card", number, row, kind: "spent", message })
}

/** Looks at the customer, writes down the intent, sends, and writes down what came of it. False: to be tried again. */
async function attempt(session: Session, card: Card, ticket: Ticket): Promise<boolean> {
	const { world, recorder, settings } = session
	const { entry, customer, token } = card
	const { number, row, creatable } = entry
	const expected = customer.kind === "renumbered" ? customer.given : number
	const read = repeating({ ...world, pacer: session.pacer, signal: session.signal, patience: session.patience })
	const found = await read(() => world.api.read(customer.id, expected, creatable))
	if (found.kind === "stopped") return true
	if (found.kind === "missing") {
		const message = `Intergiro has no customer ${customer.id}.`
		session.observe({ type: "card", number, row, kind: "missing", message })
		return true
	}
	if (found.kind !== "customer" || found.cards === undefined) {
		const message =
			found.kind === "customer" ? "Intergiro does not say which cards a customer has, so none is added." : found.message
		session.halt({ kind: "listing-failed", message })
		return true
	}
	if (found.others.length > 0 && !settings.confirmCards?.includes(row)) {
		await settleCard(session, card, { kind: "other-person", fields: found.others })
		return true
	}
	const isConfirmed = settings.confirmCards?.includes(row)
	const known = isConfirmed ? undefined : knownCard(session, card, found.cards)
	if (known !== undefined) {
		await settleCard(session, card, { kind: known })
		return true
	}
	const before = found.cards.length
	await recorder.append({ type: "card-intent", number, row, id: customer.id, token, before })
	const about = { number, ticket, isDoubted: false }
	const answer = await session.limit(() => send(session, about, () => world.api.addCard(customer.id, card.method)))
	if (answer === "blocked" || answer === "stopped") {
		await recorder.append({ type: "card-not-applied", number, token, code: answer })
		return answer === "stopped"
	}
	return await conclude(session, card, answer)
}

/** Whether the customer has the card already, or one that may be it; those of the file's other tokens are none. */
function knownCard(
	session: Session,
	{ entry, method }: Card,
	cards: readonly StoredCard[],
): "there" | "alike" | undefined {
	const left = [...cards]
	for (const { card } of entry.creatable.method) {
		const isOther = card !== method.card && isKnownToken(session, entry.number, session.world.hashToken(card))
		const index = isOther ? left.findIndex((one) => isSameCard(one, claimedCard(card)) !== false) : -1
		if (index >= 0) left.splice(index, 1)
	}
	const same = left.map((one) => isSameCard(one, claimedCard(method.card)))
	return same.includes(true) ? "there" : same.includes(undefined) ? "alike" : undefined
}

function isKnownToken({ world: { state } }: Session, number: string, token: string): boolean {
	const created = state.get(number)
	return state.cards.byToken.has(token) || (created?.kind === "settled" && (created.tokens?.includes(token) ?? false))
}

async function conclude(session: Session, card: Card, answer: CardAnswer): Promise<boolean> {
	const { number, row } = card.entry
	const { recorder } = session
	const { token } = card
	switch (answer.kind) {
		case "added":
		case "rejected":
		case "verification-required":
			await settleCard(session, card, answer)
			return true
		case "ambiguous": {
			const { code, message } = answer
			await recorder.append({ type: "card-ambiguous", number, token, code, message })
			session.observe({ type: "card", number, row, kind: "in-doubt", message })
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

async function settleCard(session: Session, { entry, token }: Card, outcome: CardOutcome): Promise<void> {
	const { number, row } = entry
	await session.recorder.append({ type: "card-outcome", number, row, token, outcome })
	const message = wordsOf(outcome)
	session.observe({ type: "card", number, row, kind: outcome.kind, ...(message === undefined ? {} : { message }) })
}

function wordsOf(outcome: CardOutcome): string | undefined {
	switch (outcome.kind) {
		case "added":
			return undefined
		case "other-person":
			return `Intergiro has another ${outcome.fields.join(", ")} for this customer than the file.`
		case "there":
			return "The customer has this card already, by its last digits and expiry. It was not sent."
		case "alike":
			return "The customer has a card that expires in the same month, and may be this one. It was not sent."
		case "rejected":
		case "verification-required":
			return outcome.message
	}
}

/**
 * Cards that were sent without an answer: after the settle time exactly one card more than before is it. Anything else stays in doubt, and
 * is never sent again.
 */
export async function settleCards(session: Session): Promise<void> {
	const { world, recorder, settings } = session
	const { clock, state } = world
	const doubts = [...state.cards.doubts()]
	if (doubts.length === 0 || session.stop || !session.canList) return
	const last = Math.max(...doubts.map(([, { at }]) => at))
	session.enter("settling")
	const wait = Math.max(0, Math.min(last + settings.settle - clock.wall(), settings.settle))
	session.settlingUntil = clock.now() + wait
	await clock.sleep(wait, session.signal)
	const read = repeating({ ...world, pacer: session.pacer, signal: session.signal, patience: session.patience })
	for (const [token, { number, row, id, before }] of doubts) {
		if (session.stop) return
		const expected = { number, method: [] }
		const found = await read(() => world.api.read(id, number, expected))
		if (found.kind !== "customer" || found.cards?.length !== before + 1) continue
		await recorder.append({ type: "card-outcome", number, row, token, outcome: { kind: "added", by: "look" } })
		session.observe({ type: "card", number, row, kind: "added" })
	}
}
