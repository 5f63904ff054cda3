import { lookBefore } from "./differences.ts"
import type { Ticket } from "./lane.ts"
import type { Session } from "./session.ts"

/**
 * Tries when its turn comes, again and again, until it is done or the run stops. Whoever waits here has written nothing down.
 * @param attempt one request; false: certainly not applied, and to be tried again
 */
export async function untilDone(session: Session, attempt: (ticket: Ticket) => Promise<boolean>): Promise<void> {
	const { lane, pacer, patience, signal, world } = session
	for (let isDone = false; !isDone; ) {
		const ticket = await lane.enter()
		try {
			if (patience.wait > 0) await world.clock.sleep(patience.wait, signal)
			lookBefore(session)
			await pacer.ready()
			if (session.stop) return
			if (lane.admits(ticket)) isDone = await attempt(ticket)
		} finally {
			lane.leave(ticket)
		}
	}
}
