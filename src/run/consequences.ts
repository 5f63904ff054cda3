import type { Answer, CardAnswer } from "../contract/answer.ts"
import { differed } from "./differences.ts"
import type { Ticket } from "./lane.ts"
import type { Session } from "./session.ts"

type Of<Kind extends Answer["kind"]> = Extract<Answer, { kind: Kind }>

/** A request that was answered, or will not be. */
export interface Done {
	/** The customer number that was sent. */
	readonly number: string
	readonly answer: Answer | CardAnswer
	/** When it left, by `clock.now()`. */
	readonly sentAt: number
	readonly ticket: Ticket
	/** It was in doubt before, so that a refusal was to be expected. */
	readonly isDoubted: boolean
}

/** What the answer to one request means for all the others: at once, before the next one leaves. */
export function spread(session: Session, done: Done): void {
	const { number, answer, sentAt, ticket, isDoubted } = done
	if (answer.kind !== "not-applied") session.reached(ticket)
	switch (answer.kind) {
		case "created":
		case "renumbered":
		case "added":
			differed(session, number, answer)
			answered(session, ticket)
			session.refusals.succeeded()
			break
		case "rejected":
		case "verification-required":
			answered(session, ticket)
			if (!isDoubted) refused(session, answer)
			break
		case "ambiguous":
			doubted(session, answer, sentAt)
			break
		case "throttled":
			throttled(session, answer, sentAt)
			break
		case "not-applied":
			unreachable(session, answer, ticket)
			break
		case "wrong-environment":
			session.halt({ kind: "wrong-environment", code: answer.code, message: answer.message })
	}
}

/** Intergiro itself answered: all is well with the server and the way to it. */
function answered(session: Session, ticket: Ticket): void {
	const { breaker, lane, pacer, throttle, world } = session
	breaker.answered()
	if (session.toProve <= 0) lane.widen(ticket)
	pacer.rate = throttle.answered(world.clock.now())
}

/** Many refusals for one reason are hardly the cards' fault: a person looks at it before more tokens are spent. */
function refused(session: Session, answer: Of<"rejected" | "verification-required">): void {
	const code = answer.kind === "rejected" ? answer.code : answer.kind
	const count = session.refusals.refused(code)
	if (count === undefined) return
	const message = `${count} customers in a row were not created for one and the same reason. The last: ${answer.message}`
	const reason = { kind: "refusals", code, count, message } as const
	if (session.settings.onRefusals === "ask") session.ask(reason)
	else session.halt(reason)
}

/** One doubt is bad luck; several in a row are not. */
function doubted(session: Session, answer: Of<"ambiguous">, sentAt: number): void {
	const { breaker, world } = session
	const isTooMuch = breaker.doubted(sentAt)
	if (answer.recurs === "wrong-environment")
		session.halt({ kind: answer.recurs, code: answer.code, message: answer.message })
	else if (answer.recurs) session.halt({ kind: answer.recurs, message: answer.message })
	else if (isTooMuch) {
		const message = `Too many requests had no clear answer. The last: ${answer.message}`
		session.halt({ kind: "breaker", message })
	}
	if (!answer.ailing) return
	breaker.trouble(world.clock.now())
	narrow(session)
	const { wait, code, message } = answer
	const status = Number(code.replace("http-", ""))
	if (wait !== undefined) throttled(session, { kind: "throttled", status, wait, message }, sentAt)
}

/** Everyone pauses as it is asked for. */
function throttled(session: Session, answer: Of<"throttled">, sentAt: number): void {
	const now = session.world.clock.now()
	const throttling = session.throttle.throttled(now, sentAt, answer.wait, session.meter.rate(now))
	switch (throttling.kind) {
		case "pause": {
			const { milliseconds, rate } = throttling
			session.pacer.throttleFor(milliseconds)
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

/** Nothing got through: one request at a time tries again. What failed together with it is the same moment. */
function unreachable(session: Session, { code, message }: Of<"not-applied">, ticket: Ticket): void {
	if (!session.lane.admits(ticket)) return
	session.breaker.trouble(session.world.clock.now())
	narrow(session)
	session.unreachable(code, message)
}

function narrow({ lane, pacer }: Session): void {
	lane.narrow()
	pacer.recall()
}
