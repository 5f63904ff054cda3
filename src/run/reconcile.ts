import type { Outcome } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"
import type { Doubt } from "../contract/state.ts"

/** Intergiro has a customer of the number, and nobody can tell whether the request made it. */
export const foundUnlooked = "found-without-baseline"

/**
 * What a complete listing says of a number in doubt; nothing while it does not hold it.
 * Only a number that an earlier listing certainly did not hold can be adopted: otherwise the one that is found may
 * be somebody's from before, without the card that was sent.
 */
export function reconcile(
	{ listed, tokens }: Pick<Doubt, "listed" | "tokens">,
	found: readonly Listed[] = [],
): Outcome | undefined {
	const [customer, ...others] = found
	if (!customer) return undefined
	if (others.length > 0) return conflictOf(found)
	if (!listed)
		return {
			kind: "unknown",
			code: foundUnlooked,
			message: `Intergiro has a customer of this number (${customer.id}), but it was not looked for before the request was sent, so it may be an older one without this card. Look at it at Intergiro.`,
		}
	const { id, status, cards } = customer
	const isOther = cards !== undefined && tokens !== undefined && cards.length !== tokens.length
	return {
		kind: "adopted",
		id,
		...(status === undefined ? {} : { status }),
		...(cards ? { cards } : {}),
		...(isOther ? { differs: ["method"] } : {}),
	}
}

/** Several customers of one number: a person decides. */
export function conflictOf(found: readonly Listed[], what = ""): Outcome {
	const ids = found.map(({ id }) => id)
	const message = `Intergiro has ${ids.length} customers of this number: ${ids.join(", ")}.${what && ` ${what}`} Decide which one stays, and remove the others at Intergiro.`
	return { kind: "conflict", ids, message }
}
