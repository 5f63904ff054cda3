import { isOfCard, isOfCards } from "../contract/card-paths.ts"
import { claimedCard, hasTwins, isSameCard } from "../contract/cards.ts"
import { isByPerson, isMapped, type RowOutcome, type StoredCard } from "../contract/outcome.ts"
import { isOfPerson } from "../contract/sighting.ts"
import { joined, told } from "../customer/sentences.ts"
import { shownCard } from "../run/card-words.ts"
import { otherCard } from "../run/difference-words.ts"
import type { AccountedCard } from "./card-facts.ts"
import type { Reasons } from "./follow-up-facts.ts"

interface Differing {
	readonly outcome: RowOutcome | undefined
	readonly cards: readonly AccountedCard[]
	/** Paths in the request that came back with another value. */
	readonly fields: readonly string[]
}

/** What is to be said and done where a customer at Intergiro is other than the file: of values that can be corrected, and of a card, which cannot. */
export function differenceTold({ outcome, cards, fields }: Differing): Reasons {
	if (outcome === undefined || fields.length === 0) return {}
	const values = fields.filter((path) => !isOfCards(path))
	// In what it is another person is told where it is asked who the customer is.
	const asked = cards.flatMap(({ fate, outcome }) =>
		fate === "asked" && outcome?.kind === "other-person" ? outcome.fields : [],
	)
	const untold = values.filter((path) => !asked.includes(path))
	const other = fields.some(isOfCard) ? otherTold(outcome, cards) : undefined
	const hasMore = fields.includes("method")
	const wasThere = isMapped(outcome) && (isByPerson(outcome) || outcome.kind === "existing")
	const than = wasThere ? "the file" : "were sent"
	const isOtherPerson = wasThere && values.some(isOfPerson)
	const telling = {
		message: [
			...(untold.length > 0 ? [`Intergiro has other values than ${than}: ${untold.join(", ")}.`] : []),
			...(hasMore ? ["Intergiro has more cards of this customer than were there and sent."] : []),
			...(other ? [other.message] : []),
		].join(" "),
		todo: joined([
			...(isOtherPerson
				? [
						...madeHere(outcome),
						"Look whether it is the customer of the file. Where it is, correct it there, or in the file; where it is somebody else, do not use this id: the row needs another customer number.",
					]
				: values.length > 0
					? ["Compare the customer at Intergiro with the file, and correct it there."]
					: []),
			...(other ? [other.todo] : []),
			...(hasMore ? [moreTodo(outcome)] : []),
			told`Where it is right as it is, ${{ way: "settle", as: "right" }}.`,
		]),
	}
	// Who may be somebody else goes before all that is told of cards.
	return isOtherPerson ? { "other-person": telling } : { differs: telling }
}

/** Whom an earlier run created is hardly a stranger: it may have read the same rows otherwise. */
function madeHere(outcome: RowOutcome): readonly string[] {
	if (outcome.kind !== "existing" || outcome.run === undefined) return []
	return [`It was created by run ${outcome.run}: as the columns and cells were then, where that run had this row.`]
}

/** What to do where more cards are there than should be. */
function moreTodo(outcome: RowOutcome): string {
	const cards = ("cards" in outcome && outcome.cards) || []
	return hasTwins(cards)
		? "Look at its cards at Intergiro, and have one that is there twice removed."
		: "Look at its cards at Intergiro, and whose the one is that nobody sent."
}

/** Which card is there, and which should be, as far as both are known: of the file, or of another run, where those of the file are all there. */
function otherTold(
	outcome: RowOutcome,
	cards: readonly AccountedCard[],
): { readonly message: string; readonly todo: string } {
	const added = cards.flatMap(({ outcome }) => (outcome?.kind === "added" && outcome.card ? [outcome.card] : []))
	const there = ("cards" in outcome && outcome.cards) || added
	const wanted = cards
		.filter(({ fate }) => fate === "sent" || fate === "added" || fate === "missing" || fate === "there")
		// What the file says of it goes before what came of it.
		.map(({ token, card }) => ({ ...card, ...claimedCard(token) }))
	const [others, lacking] = [without(there, wanted), without(wanted, there)]
	const [other, own] = [shown(others), shown(lacking)]
	const isWanted = (one: StoredCard) => wanted.some((card) => isSameCard(one, card) === true)
	if (lacking.length === 0 && others.length > 0 && others.every(isWanted))
		return {
			message: `Intergiro has the customer, but not a card that another run sent for it; the one ${other} is there twice.`,
			todo: "Look at its cards at Intergiro, and have one of the two removed there.",
		}
	if (lacking.length === 0 && wanted.length > 0 && other)
		return {
			message: `Intergiro has the customer, but it has a card that is not one of those that were sent, for this file or by another run: there is one ${other}.`,
			todo: "Look whose card it is.",
		}
	const known = other && own && `: there is one ${other}; the file's is one ${own}`
	return {
		message: `Intergiro has the customer, but ${otherCard}${known}.`,
		todo: "Look whose card it is, and ask for the card of the file anew where that is the right one.",
	}
}

/** Those that have no match among the others. */
function without(some: readonly StoredCard[], others: readonly StoredCard[]): readonly StoredCard[] {
	const left = [...others]
	return some.filter((card) => {
		const place = left.findIndex((one) => isSameCard(one, card) === true)
		if (place >= 0) left.splice(place, 1)
		return place < 0
	})
}

function shown(cards: readonly StoredCard[]): string {
	return cards.map(shownCard).filter(Boolean).join(" and one ")
}
