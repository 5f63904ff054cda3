import type { Answer } from "../contract/answer.ts"
import type { Entry } from "../contract/ports.ts"
import type { Turn } from "./pacer.ts"
import { backoff } from "./retry.ts"
import type { Session } from "./session.ts"

type Sent = { readonly answer: Answer; readonly sentAt: number }

/**
 * Brings one customer to Intergiro: writes down the intent, sends, writes down what came of it, and tries again what
 * was certainly not applied. Ends with an outcome, in doubt, or, when the run stops, free to be sent later.
 */
export async function deliver(session: Session, entry: Entry): Promise<void> {
	const { recorder, pacer, world } = session
	const { number, row } = entry
	const before = world.state.get(number)
	const doubted = before?.kind === "doubt"
	const tokens = entry.creatable.method.map(({ card }) => world.hashToken(card))
	let failures = 0
	for (let attempt = (before?.attempt ?? 0) + 1; ; attempt++) {
		await pacer.ready()
		if (session.stop) return
		const intent = { type: "intent", number, row, attempt, ...(tokens.length > 0 ? { tokens } : {}) } as const
		await recorder.append(intent)
		const sent = await session.limit(() => send(session, entry, attempt))
		if (sent === "blocked" || sent === "stopped") {
			await recorder.append({ type: "not-applied", number, attempt, code: sent })
			if (sent === "stopped") return
			continue
		}
		const { answer, sentAt } = sent
		switch (answer.kind) {
			case "created":
			case "renumbered":
				succeed(session)
				return recorder.outcome(number, row, answer)
			case "rejected":
			case "verification-required":
				succeed(session)
				return doubted
					? recorder.append(stillDoubted(entry, attempt, answer.message))
					: recorder.outcome(number, row, answer)
			case "ambiguous": {
				const { code, message } = answer
				await recorder.append({ type: "ambiguous", number, row, attempt, code, message })
				return fail(session, message)
			}
			case "wrong-environment":
				await recorder.append({ type: "not-applied", number, attempt, code: answer.code })
				return session.halt(answer)
			case "throttled":
				await recorder.append({ type: "not-applied", number, attempt, code: "throttled" })
				throttled(session, answer, sentAt)
				break
			case "not-applied": {
				const { code, message } = answer
				await recorder.append({ type: "not-applied", number, attempt, code })
				fail(session, message)
				if (session.stop) return
				failures += 1
				if (!session.budget.spend(failures))
					return doubted
						? recorder.append(stillDoubted(entry, attempt, message))
						: recorder.outcome(number, row, { kind: "not-sent", code, message })
				const milliseconds = backoff(failures, world.clock.random())
				session.observe({ type: "retry", number, code, milliseconds })
				await world.clock.sleep(milliseconds, session.signal)
			}
		}
	}
}

/** A refusal says nothing of an earlier attempt: the card token of one that was applied is refused, too. */
function stillDoubted({ number, row }: Entry, attempt: number, refusal: string) {
	const message = `It was sent before, and the answer was lost; sent again, it was not created: ${refusal}`
	return { type: "ambiguous", number, row, attempt, code: "refused-after-doubt", message } as const
}

async function send(session: Session, { creatable }: Entry, attempt: number): Promise<Exclude<Turn, "go"> | Sent> {
	const turn = await session.pacer.turn()
	if (turn !== "go") return turn
	session.recorder.leaving(creatable.number, attempt)
	const { api, clock } = session.world
	const sentAt = clock.now()
	session.sent += 1
	const flight = { sentAt }
	session.inFlight.add(flight)
	session.meter.sent(sentAt)
	const answer = await api.create(creatable)
	session.inFlight.delete(flight)
	session.meter.answered(clock.now() - sentAt)
	return { answer, sentAt }
}

function succeed({ breaker, budget, pacer, throttle, world }: Session): void {
	breaker.note(false)
	budget.earn()
	pacer.rate = throttle.answered(world.clock.now())
}

function fail(session: Session, message: string): void {
	if (session.breaker.note(true))
		session.halt({ kind: "breaker", message: `Too many requests failed in a row; the last: ${message}` })
}

function throttled(session: Session, answer: Extract<Answer, { kind: "throttled" }>, sentAt: number): void {
	const now = session.world.clock.now()
	const throttling = session.throttle.throttled(now, sentAt, answer.wait, session.meter.rate(now))
	switch (throttling.kind) {
		case "pause": {
			const { milliseconds, rate } = throttling
			session.pacer.pauseFor(milliseconds)
			session.pacer.rate = rate
			session.observe({ type: "throttled", status: answer.status, milliseconds, rate })
			break
		}
		case "same":
			break
		case "give-up":
			session.halt({ kind: "throttled", message: throttling.message })
	}
}
