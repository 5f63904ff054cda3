import type { Answer, CardAnswer } from "../contract/answer.ts"
import type { Proof } from "../contract/proof.ts"
import { namedDifferences } from "./difference-words.ts"
import type { Session } from "./session.ts"

/** A customer came back: one more is proved, or a person has to look before another one is created like it. */
export function differed(
	session: Session,
	number: string,
	answer: Extract<Answer | CardAnswer, { kind: "created" | "renumbered" | "added" }>,
): void {
	const { proof } = session.world.state
	const fields = proof.unaccepted(answer)
	if (fields.length === 0 || session.settings.onDifferences === "accept") session.toProve -= 1
	else if (session.toProve > 0) session.doubtful = new Map(fields.map((field) => [field, [number]]))
}

/** What came back otherwise in an earlier session would do so again: nothing is sent before somebody looked at it. */
export async function lookAtFirst(session: Session): Promise<void> {
	const { open, missing } = session.world.state.proof
	const isProved = missing === 0 && !session.settings.addCards
	if (session.stop || isProved || open.size === 0) return
	const { onDifferences, seenDifferences = false } = session.settings
	if (seenDifferences || onDifferences === "accept") await accept(session, [...open.keys()])
	else session.doubtful = open
}

/** Another customer is about to be sent: not before a person has looked at those that came back otherwise. */
export function lookBefore(session: Session): void {
	const { doubtful } = session
	if (doubtful === undefined) return
	session.doubtful = undefined
	const reason = { kind: "differences", fields: [...doubtful.keys()], message: describe(doubtful) } as const
	if (session.settings.onDifferences === "ask") session.ask(reason)
	else session.halt(reason)
}

export function accept({ recorder }: Session, fields: readonly string[]): Promise<void> {
	return recorder.append({ type: "accepted", fields })
}

function describe(open: Proof["open"]): string {
	const numbers = [...new Set([...open.values()].flat())]
	const who = `${numbers.length === 1 ? "Customer" : "Customers"} ${numbers.join(", ")}`
	const fields = namedDifferences([...open.keys()])
	return `${who} came back from Intergiro other than sent: ${fields} ${fields.includes(", ") ? "are" : "is"} missing or different.`
}
