import type { Before } from "../contract/card-state.ts"
import { whatIsThere } from "./add-card.ts"
import { repeating } from "./listing.ts"
import type { Session } from "./session.ts"
import { creatablesOf } from "./settle.ts"

/**
 * Cards that were sent without an answer: after the settle time exactly one card more than before is it, where it has the last digits and the
 * expiry that the token says, and no other run of the ledger sent one since. Anything else stays in doubt, and is not sent again unless a
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
		const card = sent.get(number)?.method.find(({ card }) => world.hashToken(card) === token)?.card
		const found = await read(() => world.api.read(id, number, { number, method: [] }))
		if (found.kind !== "customer" || found.others.includes("id")) continue
		if (card === undefined || !found.cards || !isAdded(doubt, whatIsThere(world, number, card, found.cards))) continue
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
		const card = sent.get(number)?.method.find(({ card }) => world.hashToken(card) === token)?.card
		if (card === undefined || cards === undefined || Date.parse(seenAt) < at) continue
		if (isAdded(doubt, whatIsThere(world, number, card, cards)))
			await recorder.append({ type: "card-outcome", number, row, token, outcome: { kind: "added", by: "look" } })
	}
}

/** Whether what is there now is what was there before, and this card. */
function isAdded({ before, alike = 0, others = 0 }: Before, now: Before): boolean {
	return now.before === before + 1 && now.alike === alike + 1 && (now.others ?? 0) === others
}
