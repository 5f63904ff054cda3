import { repeating } from "./listing.ts"
import type { Session } from "./session.ts"

/**
 * Cards that were sent without an answer: after the settle time exactly one card more than before is it. Anything else stays in doubt, and
 * is not sent again unless a person says that it is not there.
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
		const found = await read(() => world.api.read(id, number, { number, method: [] }))
		const isOther = found.kind === "customer" && found.others.includes("id")
		if (isOther || found.kind !== "customer" || found.cards?.length !== before + 1) continue
		await recorder.append({ type: "card-outcome", number, row, token, outcome: { kind: "added", by: "look" } })
		session.observe({ type: "card", number, row, kind: "added" })
	}
}
