import { claimedCard } from "../contract/cards.ts"
import { type Doubt, isOfOthers } from "../contract/number-state.ts"
import type { CameBack, Outcome } from "../contract/outcome.ts"
import type { Listed } from "../contract/ports.ts"
import { isOfPerson } from "../contract/sighting.ts"
import type { Creatable } from "../customer/creatable.ts"
import { isWholeFile } from "./known-cards.ts"

/** Intergiro has a customer of the number, and nobody can tell whether the request made it. */
export const foundUnlooked = "found-without-baseline"

/**
 * What a complete listing says of a number in doubt; nothing while it does not hold it.
 * Only a number that an earlier listing certainly did not hold can be adopted, or who has the very cards that were sent: otherwise the one that
 * is found may be somebody's from before, without them.
 * @param sent to be compared with what was found
 */
export function reconcile(
	{ listed, tokens, ...sending }: Pick<Doubt, "attempt" | "listed" | "tokens" | "refused">,
	found: readonly Listed[] = [],
	sent?: Creatable,
): Outcome | undefined {
	const [customer, ...others] = found
	if (!customer) return undefined
	if (others.length > 0) return conflictOf(found)
	// No card of this run is there.
	if (isOfOthers(sending)) return existingAs(customer.id, customer, sent)
	if (!listed && !(sent && hasItsCards(customer, sent)))
		return {
			kind: "unknown",
			code: foundUnlooked,
			message: `Intergiro has a customer of this number (${customer.id}), but it was not looked for before the request was sent, so it may be an older one without this card. Look at it at Intergiro.`,
		}
	const { id, cards, compare } = customer
	const isOther = cards !== undefined && tokens !== undefined && cards.length !== tokens.length
	const differs = [...new Set([...((sent && compare?.(sent)) ?? []), ...(isOther ? ["method"] : [])])]
	return { kind: "adopted", id, ...asListed(customer, differs) }
}

/** Whether it has the very cards that were sent, by their last digits, and no others: then it is as it should be, whoever made it. */
function hasItsCards({ cards = [], compare }: Listed, sent: Creatable): boolean {
	const claimed = sent.method.map(({ card }) => claimedCard(card))
	const isPerson = !(compare?.(sent) ?? []).some(isOfPerson)
	return isPerson && cards.length === claimed.length && isWholeFile(cards, claimed)
}

/**
 * With what the listing has of it: among that, whether it is another person than the file's.
 * @param creatable what the file has
 */
export function existingAs(id: string, listed?: Listed, creatable?: Creatable): Extract<Outcome, { kind: "existing" }> {
	if (listed === undefined) return { kind: "existing", id }
	return { kind: "existing", id, ...asListed(listed, (creatable && listed.compare?.(creatable)) ?? []) }
}

/** What the listing has of a customer, and what of it is other than the file's. */
export function asListed(
	{ status, cards }: Listed,
	differs: readonly string[],
): Pick<CameBack, "status" | "cards" | "differs"> {
	return {
		...(status === undefined ? {} : { status }),
		...(cards ? { cards } : {}),
		...(differs.length > 0 ? { differs } : {}),
	}
}

/** Several customers of one number: a person decides. */
export function conflictOf(found: readonly Listed[], what = ""): Outcome {
	const ids = found.map(({ id }) => id)
	const message = `Intergiro has ${ids.length} customers of this number: ${ids.join(", ")}.${what && ` ${what}`} Decide which one stays, and remove the others at Intergiro.`
	return { kind: "conflict", ids, message }
}
