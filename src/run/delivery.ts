import type { Answer } from "../contract/answer.ts"
import { endedDoubt, isSaidAbsent, type NumberState } from "../contract/number-state.ts"
import { type Entry, originOf } from "../contract/ports.ts"
import type { Ticket } from "./lane.ts"
import { noted } from "./noted.ts"
import { readPage } from "./page.ts"
import { refusedInDoubt } from "./refused-after-doubt.ts"
import { send } from "./send.ts"
import type { Session } from "./session.ts"
import { untilDone } from "./tries.ts"

/** What is known of the customer while it is delivered. */
interface Parcel {
	readonly entry: Entry
	/** The card tokens that it spends, each as the hash that the ledger knows it by. */
	readonly tokens: readonly string[]
	/** It was in doubt before, so that a refusal proves nothing. */
	readonly doubted: boolean
	attempt: number
	/** A try was turned away (429) and may have spent the card token all the same. */
	turnedAway: boolean
}

/**
 * Brings one customer to Intergiro: writes down the intent, sends, writes down what came of it, and tries again what
 * was certainly not applied. Ends with an outcome, in doubt, or, when the run stops, free to be sent later.
 */
export async function deliver(session: Session, entry: Entry): Promise<void> {
	const { world } = session
	const before = world.state.get(entry.number)
	// That it is not there, a person may have said too early.
	const doubted = before?.kind === "doubt" || endedDoubt(before) !== undefined
	const turnedAway = before?.kind === "free" && before.code === "throttled"
	const tokens = entry.creatable.method.map(({ card }) => world.hashToken(card))
	const parcel: Parcel = { entry, tokens, doubted, attempt: before?.attempt ?? 0, turnedAway }
	await untilDone(session, (ticket) => attempt(session, parcel, ticket))
}

/** The rows of earlier runs that the customer is from; its own, where this run gave them back before, and a person may have mended them since. */
function originsOf(
	{ world: { state, run } }: Session,
	{ number, row, joined = [], origins = [] }: Entry,
): readonly string[] {
	const wasGivenBack = run !== undefined && (state.get(number)?.kind === "settled" || isSaidAbsent(state.get(number)))
	return wasGivenBack ? [...origins, ...[row, ...joined].map((one) => originOf(run, one))] : origins
}

/** One request from its intent to what came of it. False: certainly not applied, and to be tried again. */
async function attempt(session: Session, parcel: Parcel, ticket: Ticket): Promise<boolean> {
	const { recorder } = session
	const { entry } = parcel
	const { number, row } = entry
	parcel.attempt += 1
	const { attempt } = parcel
	const { tokens } = parcel
	const origins = originsOf(session, entry)
	const from = { ...(tokens.length > 0 ? { tokens } : {}), ...(origins.length > 0 ? { origins } : {}) }
	const intent = { type: "intent", number, row, attempt, ...from } as const
	await recorder.append(intent)
	const about = { number, ticket, isDoubted: parcel.doubted }
	const sent = await session.limit(() => send(session, about, () => create(session, parcel)))
	if (sent === "blocked" || sent === "stopped") {
		const code = parcel.turnedAway ? "throttled" : sent
		await recorder.append({ type: "not-applied", number, attempt, code })
		return sent === "stopped"
	}
	switch (sent.kind) {
		case "created":
		case "renumbered":
			await recorder.outcome(number, row, sent)
			return true
		case "rejected":
		case "verification-required":
			if (parcel.doubted) await recorder.append({ type: "ambiguous", number, row, attempt, ...refusedInDoubt(sent) })
			else await recorder.outcome(number, row, parcel.turnedAway ? afterTurnedAway(sent) : sent)
			return true
		case "ambiguous": {
			const { code, message } = sent
			await recorder.append({ type: "ambiguous", number, row, attempt, code, message })
			return true
		}
		case "wrong-environment":
			await recorder.append({ type: "not-applied", number, attempt, code: sent.code })
			return true
		case "throttled":
			parcel.turnedAway = true
			await recorder.append({ type: "not-applied", number, attempt, code: "throttled" })
			return false
		case "not-applied":
			await recorder.append({ type: "not-applied", number, attempt, code: sent.code })
			return false
	}
}

/** A connection on which answers slipped by one gives the answer of another request: that is no new number. */
function unmixed(answer: Answer, { world }: Session): Answer {
	if (answer.kind !== "renumbered" || !isAnswerTo(answer.id, world.state.get(answer.given))) return answer
	const message = "The answer is the one to another request of this run: what became of this one is not known."
	return { kind: "ambiguous", code: "other-number", message }
}

function isAnswerTo(id: string, state: NumberState | undefined): boolean {
	if (state?.kind === "in-flight") return true
	return state?.kind === "settled" && "id" in state.outcome && state.outcome.id === id
}

function afterTurnedAway<Refusal extends { readonly message: string }>(refusal: Refusal): Refusal {
	const message = `${refusal.message} The first try was turned away (429), and may have spent the card token all the same.`
	return { ...refusal, message }
}

/** What Intergiro answers to the creation; that it leaves is noted first. */
async function create(session: Session, { entry, attempt }: Parcel): Promise<Answer> {
	const { recorder, world } = session
	const answered = await noted(
		(leaving) => world.api.create(entry.creatable, leaving),
		() => recorder.leaving(entry.number, attempt),
	)
	// Also where it is the first answer of a session: whoever created somebody knows that Intergiro is there.
	return readPage(unmixed(answered, session), world.state.hasCreated)
}
