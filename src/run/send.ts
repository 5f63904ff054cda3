import type { Answer, CardAnswer } from "../contract/answer.ts"
import { type Done, spread } from "./consequences.ts"
import type { Turn } from "./pacer.ts"
import type { Session } from "./session.ts"

/**
 * Sends one request when its turn comes, counts it while it is under way, and lets everybody know at once what its answer means. Nothing
 * is sent where the lane became narrow meanwhile, or the run stops.
 * @param request resolves with the answer; where it rejects, nothing more may be sent
 */
export async function send<Said extends Answer | CardAnswer>(
	session: Session,
	{ number, ticket, isDoubted }: Pick<Done, "number" | "ticket" | "isDoubted">,
	request: () => Promise<Said>,
): Promise<Exclude<Turn, "go"> | Said> {
	const { clock } = session.world
	if (!session.lane.admits(ticket)) return "blocked"
	const turn = await session.pacer.turn()
	if (turn !== "go") return turn
	if (!session.lane.admits(ticket)) return "blocked"
	const sentAt = clock.now()
	const flight = { sentAt }
	session.sent += 1
	session.inFlight.add(flight)
	session.meter.sent(sentAt)
	const answer = await request()
	session.inFlight.delete(flight)
	session.meter.answered(clock.now() - sentAt)
	spread(session, { number, answer, sentAt, ticket, isDoubted })
	return answer
}
