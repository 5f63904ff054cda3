import type { Before, CardDoubt } from "../contract/card-state.ts"
import { claimedCard, isSameCard } from "../contract/cards.ts"
import type { StoredCard } from "../contract/outcome.ts"
import type { Creatable } from "../customer/creatable.ts"
import { whatIsThere } from "./add-card.ts"
import { cardOfToken } from "./file-cards.ts"
import { repeating } from "./listing.ts"
import type { Session } from "./session.ts"
import { creatablesOf } from "./settle.ts"

/**
 * Cards that were sent without an answer: after the settle time exactly one card more than before is it, where it has the last digits and the
 * expiry that the token says, and no other run of the ledger sent one since; so is the only one that there is with the last digits and the expiry
 * that this token says, and no other. Anything else stays in doubt, and is not sent again unless a
 * person says that it is not there.
 */
export async function settleCards(session: Session): Promise<void> {
	const { world, recorder, settings } = session
	const { clock, state } = world
	const doubts = [...state.cards.doubts()]
	if (doubts.length === 0 || session.stop || !session.canList) return
	const last = Math.max(...doubts.map(([, { at }]) => at))
	session.enter("settling")
	const wait = Math.max(0, Math.min(last + settings.settle - clock.wall(), settings.settle))
	await session.settle(wait)
	const sent = await creatablesOf(world, new Set(doubts.map(([, { number }]) => number)))
	const read = repeating({ ...world, pacer: session.pacer, signal: session.signal, patience: session.patience })
	for (const [token, doubt] of doubts) {
		if (session.stop) return
		const { number, row, id } = doubt
		const found = await read(() => world.api.read(id, number, { number, method: [] }))
		if (found.kind !== "customer" || found.others.includes("id")) continue
		if (!found.cards || !isStored(world, { token, doubt, creatable: sent.get(number) }, found.cards)) continue
		await recorder.append({ type: "card-outcome", number, row, token, outcome: { kind: "added", by: "look" } })
		session.observe({ type: "card", number, row, kind: "added" })
	}
}

/** Those of which another run saw since that they are there. */
export async function hearOfCards({ world, recorder }: Session): Promise<void> {
	const { state, ledger } = world
	const seen = [...state.cards.doubts()].filter(([, { number, id }]) => ledger.sighting(number)?.id === id)
	const sent = await creatablesOf(world, new Set(seen.map(([, { number }]) => number)))
	for (const [token, doubt] of seen) {
		const { number, row, at } = doubt
		const { cards, at: seenAt = "" } = ledger.sighting(number) ?? {}
		if (cards === undefined || Date.parse(seenAt) < at) continue
		if (isStored(world, { token, doubt, creatable: sent.get(number) }, cards))
			await recorder.append({ type: "card-outcome", number, row, token, outcome: { kind: "added", by: "look" } })
	}
}

interface Doubted {
	/** Its hash. */
	readonly token: string
	readonly doubt: CardDoubt
	/** What the file has of the customer. */
	readonly creatable: Creatable | undefined
}

/** Whether the card of a token that is in doubt is one of those that are there. */
function isStored(
	world: Session["world"],
	{ token, doubt, creatable }: Doubted,
	there: readonly StoredCard[],
): boolean {
	const tokens = creatable?.method.map(({ card }) => card) ?? []
	const card = tokens.find((card) => world.hashToken(card) === token)
	if (card === undefined) return false
	return isNamed(world, doubt, { card, tokens }, there) || isAdded(doubt, whatIsThere(world, doubt.number, card, there))
}

/** Whether exactly one has the last digits and the expiry that the token says: none could be it when it was sent, and no other token is known to be of such a card. */
function isNamed(
	{ ledger, state, hashToken }: Session["world"],
	{ number, alike = 0 }: CardDoubt,
	{ card, tokens }: { readonly card: string; readonly tokens: readonly string[] },
	there: readonly StoredCard[],
): boolean {
	if (alike > 0) return false
	const isIt = (one: StoredCard) => isSameCard(one, claimedCard(card)) === true
	const ofFile = tokens.filter((one) => one !== card).map((one) => cardOfToken({ ledger, hashToken }, one))
	const ofOthers = [...ledger.sentTo(number)].map((one) => ledger.cardOf(one)?.card ?? {})
	const ofRun = state.cards.addedTo(number)?.known ?? []
	return there.filter(isIt).length === 1 && ![...ofFile, ...ofOthers, ...ofRun].some(isIt)
}

/** Whether what is there now is what was there before, and this card. */
function isAdded({ before, alike = 0, others = 0 }: Before, now: Before): boolean {
	return now.before === before + 1 && now.alike === alike + 1 && (now.others ?? 0) === others
}
