import { holdsCards, isTwin, placesOf } from "../contract/cards.ts"
import type { ExpectedCards } from "../contract/expected.ts"
import type { Mapped, StoredCard } from "../contract/outcome.ts"
import { type FileCard, mostWith } from "../run/file-cards.ts"
import {
	isCertainlyKnown,
	isSaidRight,
	isWholeFile,
	type KnownCards,
	unlikeFile,
	unlikeKnown,
} from "../run/known-cards.ts"

/** What is known of the cards of a customer of the run. */
export interface CardsOfRun {
	/** How the customer ended, with the cards that were seen last. */
	readonly outcome: Mapped
	/** Cards that the run sent for it, where it did, or those of its creation. */
	readonly expected: ExpectedCards | undefined
	/** Which it can have, by all runs. */
	readonly known: KnownCards | undefined
	/** What is known of those of the file, where the run wrote that down. */
	readonly ofFile: readonly FileCard[]
}

/**
 * How many cards a customer should have, where those that are listed are not as many, or are others: than the run sent, than it can have for all
 * that runs know, or than `results.csv` has by the last look. Whoever was there before may have any beside those of the file.
 */
export function cardsAmiss(
	found: readonly StoredCard[],
	{ outcome, expected, known, ofFile }: CardsOfRun,
): number | undefined {
	// What all runs know goes before what was seen last, which may have been put right since.
	if (isSaidRight(found, known) || isCertainlyKnown(found, known)) return undefined
	const isExact = expected?.isExact ?? outcome.kind !== "existing"
	const least = expected?.count ?? 0
	const counted = expected?.isExact ? expected.count : Infinity
	const most = known === undefined ? counted : mostWith(found, known, ofFile)
	if (found.length > most) return most
	if (found.length < least && !(expected && holdsAdded(found, expected))) return least
	if (!holdsCards(found, expected?.known ?? [])) return Math.max(least, found.length)
	const unlike = isExact ? unlikeKnown(found, known) : unlikeFile(found, known, ofFile)
	if (unlike.length > 0) return Math.max(least, found.length)
	const isRight = !isExact && isWholeFile(found, ofFile)
	const seen = withoutTwins(outcome.cards ?? [])
	return isRight || holdsCards(found, seen) ? undefined : Math.max(least, seen.length)
}

/** Of who was there before other cards may be gone since, as long as those that were added certainly are there. */
function holdsAdded(found: readonly StoredCard[], { isExact, known }: ExpectedCards): boolean {
	const isNamed = known.length > 0 && known.every(({ last4 }) => last4 !== undefined)
	return !isExact && isNamed && holdsCards(found, known)
}

/** How many of the cards of the file that were refused may be among those that are there. */
export function refusedAndThere(found: readonly StoredCard[], ofFile: readonly FileCard[]): number {
	const others = ofFile.filter(({ sent }) => sent !== "refused")
	const refused = ofFile.filter(({ sent }) => sent === "refused")
	return placesOf(found, [...others, ...refused]).size - placesOf(found, others).size
}

/** Of one that is there twice either may be removed. */
function withoutTwins(cards: readonly StoredCard[]): readonly StoredCard[] {
	return cards.filter((card, place) => !cards.slice(0, place).some((other) => isTwin(card, other)))
}
