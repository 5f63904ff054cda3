import { endedDoubt, isSaidAbsent, type NumberState } from "../contract/number-state.ts"
import type { Refusal } from "../contract/outcome.ts"

/** What the code of a doubt begins with that was refused when it was sent again: the first request may have spent its card token. */
const refusedAfterDoubt = "refused-after-doubt"

/** Before the refusal, in what is said of such a doubt. */
const before = "It was sent before, and the answer was lost; sent again, it was not created:"

/** What is in doubt all the same: a refusal says nothing of an earlier attempt, of which the card token is refused, too. */
export function refusedInDoubt(refusal: Refusal): { readonly code: string; readonly message: string } {
	const code = refusal.kind === "rejected" ? refusal.code : refusal.kind
	return { code: `${refusedAfterDoubt} ${code}`, message: `${before} ${refusal.message}` }
}

export function isRefusedAfterDoubt(code: string): boolean {
	return code.split(" ", 1)[0] === refusedAfterDoubt
}

/**
 * It was refused when it was sent again, and by a person's word the first try did not create it: that is a refusal, and the same is not sent
 * once more.
 */
export function refusedByWord(state: NumberState | undefined): Refusal | undefined {
	const doubt = isSaidAbsent(state) ? endedDoubt(state) : undefined
	if (doubt === undefined || !isRefusedAfterDoubt(doubt.code)) return undefined
	const code = doubt.code.slice(refusedAfterDoubt.length + 1) || "rejected"
	const refusal = doubt.message.startsWith(before) ? doubt.message.slice(before.length).trim() : ""
	const message = `${refusal} It was refused when it was sent again after a lost answer, and by a person's word it is not there.${doubt.tokens ? " It was not sent once more: the card needs a new token." : ""}`
	return { kind: "rejected", code, message: message.trim() }
}
