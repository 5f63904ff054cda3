import type { CardWord } from "../contract/card-word.ts"
import { isByPerson, isMapped, isRenumbered } from "../contract/outcome.ts"
import { isOfPerson } from "../contract/sighting.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { alikeWords, cardName, cardsThere, ofCard } from "../run/card-words.ts"
import type { AccountedCard } from "./card-facts.ts"
import type { Customer } from "./customers.ts"
import type { FollowUpFacts, Telling } from "./follow-up-facts.ts"

/** A card of the file of which only a person can say whether it is one that its customer has. */
export interface AskedCard {
	/** Its place among those of the customer in the file, from 1 on, where there are several. */
	readonly card?: number
	/** What it is called where there are several: `card 1 of 2 (expires 12/2038)`. */
	readonly name?: string
	/** Those that the customer has, in words: `the card ending in 4463, expires 08/2028`. */
	readonly there: string
	/** Or had: by the word of a person it was one of these, which are not there any more. */
	readonly isRemoved?: true
	/** Its token was refused, so that it can be that one, and is not added in any case. */
	readonly isRefused?: true
}

type CardsOf = Pick<FollowUpFacts, "rows" | "cards">

/** Those that may be ones that the customer has, and those that are not there any more. */
export function askedCards({ cards }: CardsOf): readonly AskedCard[] {
	return cards.flatMap((card) => {
		const those = alikeOf(card)
		if (those) return [{ ...placeOf(card, cards), there: cardsThere(those) }]
		if (card.alike) return [{ ...placeOf(card, cards), there: cardsThere(card.alike), isRefused: true }]
		if (card.outcome?.kind !== "removed") return []
		return [{ ...placeOf(card, cards), there: cardsThere(card.outcome.cards), isRemoved: true }]
	})
}

/** Those that are there by a person's word alone, and with which of the cards that the customer has. Who said so may take it back. */
export function saidCards(cards: readonly AccountedCard[]): readonly AskedCard[] {
	return cards.flatMap((card) => {
		const { outcome } = card
		if (outcome?.kind !== "there" || outcome.by !== "person") return []
		return [{ ...placeOf(card, cards), there: cardsThere(outcome.cards) }]
	})
}

/** The cards that the customer has and that may be this one; nothing where that is no question. */
function alikeOf({ fate, outcome }: AccountedCard) {
	if (fate !== "asked") return undefined
	switch (outcome?.kind) {
		case "alike":
			return outcome.cards ?? []
		case "other-person":
		case "nameless":
			return outcome.cards
		default:
			return undefined
	}
}

function placeOf({ token }: AccountedCard, cards: readonly AccountedCard[]): Pick<AskedCard, "card" | "name"> {
	if (cards.length === 1) return {}
	const tokens = cards.map(({ token }) => token)
	return { card: tokens.indexOf(token) + 1, name: cardName(token, tokens) }
}

/** Whether it is another card than one that the customer has: apart from who the customer is. */
export function ofAlike({ rows, cards }: CardsOf): Telling | undefined {
	const asked = cards.filter((card) => alikeOf(card) !== undefined)
	if (asked.length === 0) return undefined
	const tokens = cards.map(({ token }) => token)
	const open = askedCards({ rows, cards }).filter(({ isRemoved, isRefused }) => !isRemoved && !isRefused)
	return {
		message: asked.map((card) => ofCard(alikeTold(card), card.token, tokens)).join(" "),
		todo: [
			"Look at the customer's cards at Intergiro.",
			...open.flatMap(({ name = "the file's", card, there }) => {
				return [
					...[` Where ${name} is another one than ${there}, `, wayToSay("another", rows, card), ", and it is added; "],
					...["where it is that one, ", wayToSay("there", rows, card), ", and nothing is added."],
				]
			}),
		],
	}
}

/** That it was not sent is told of the customer already, where it is asked who that is. */
function alikeTold(card: AccountedCard): string {
	const words = alikeWords(alikeOf(card))
	return card.outcome?.kind === "alike" ? `${words} It was not sent.` : words
}

/** Who the customer is: whether it is the one of the file. */
export function ofPerson(
	cards: readonly AccountedCard[],
	toldOf: (card: AccountedCard) => string,
): Telling | undefined {
	const asked = cards.filter(({ fate, outcome }) => fate === "asked" && outcome?.kind !== "alike")
	if (asked.length === 0) return undefined
	return { message: asked.map((card) => toldOf(withoutAlike(card))).join(" "), todo: askPerson }
}

/** Which of its cards may be this one is told by itself. */
function withoutAlike(card: AccountedCard): AccountedCard {
	const { outcome } = card
	if (outcome?.kind !== "other-person" && outcome?.kind !== "nameless") return card
	const { cards: _, ...apart } = outcome
	return { ...card, outcome: apart }
}

const askPerson = told`Look at the customer at Intergiro. Where it is the right one, ${{ way: "confirm-card" }}.`

/** A card that was there by a person's word, and is not any more: its token was never sent. */
export function todoOfRemoved({ rows, cards }: CardsOf): readonly Sentences[] {
	return cards
		.filter(({ outcome }) => outcome?.kind === "removed")
		.map((removed) => {
			const { name = "it", card } = placeOf(removed, cards)
			return told`Where ${name} is to be added again, ${wayToSay("another", rows, card)}.`
		})
}

/** Of those that were refused the ones that may be there since: who looked says so. */
export function todoOfRefused({ rows, cards }: CardsOf): readonly Sentences[] {
	return cards.flatMap((refused) => {
		if (refused.alike === undefined) return []
		const { name = "it", card } = placeOf(refused, cards)
		return [
			told`Where ${name} is ${cardsThere(refused.alike)} that is there since, ${wayToSay("there", rows, card)}, and nothing is added.`,
		]
	})
}

/** How a person says which card it is, by the first row of the customer. */
function wayToSay(is: CardWord["is"], rows: CardsOf["rows"], card: number | undefined) {
	const row = rows[0]?.row ?? 0
	return { way: "say-card", is, row, ...(card === undefined ? {} : { card }) } as const
}

/** Whether it is asked who a customer is before a card is added to it: a person's word on a name or an e-mail is no answer to that. */
export function asksWho(
	{ first, outcome }: Pick<Customer, "first" | "outcome">,
	{ isNumberRight, amiss }: Pick<FollowUpFacts, "isNumberRight" | "amiss">,
): boolean {
	if (outcome === undefined || !isMapped(outcome)) return false
	const { name, email } = first.creatable?.contact ?? {}
	const isNameless = outcome.kind === "existing" && !isByPerson(outcome) && name === undefined && email === undefined
	const isRenamed = (isRenumbered(outcome) && !isNumberRight) || amiss?.under !== undefined
	return isNameless || isRenamed || (outcome.differs?.some(isOfPerson) ?? false)
}
