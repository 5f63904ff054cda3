import { claimedCard } from "../contract/cards.ts"
import type { CardOutcome, StoredCard } from "../contract/outcome.ts"
import type { CardElsewhere } from "../contract/ports.ts"
import { shownExpiry } from "../customer/claims.ts"

/** Which one of several cards of a customer it is, by its place in the file and its token's own word. */
export function cardName(token: string, tokens: readonly string[]): string {
	const card = shownCard(claimedCard(token))
	return `card ${tokens.indexOf(token) + 1} of ${tokens.length}${card && ` (${card})`}`
}

/** What a person knows a card by: `ending in 1234, expires 03/2029`. Empty where nothing is known of it. */
export function shownCard({ last4, expires }: StoredCard): string {
	return [
		...(last4 === undefined ? [] : [`ending in ${last4}`]),
		...(expires === undefined ? [] : [`expires ${shownExpiry({ month: expires[0], year: expires[1] })}`]),
	].join(", ")
}

/** A sentence of one card, which says of which where there are several. */
export function ofCard(sentence: string, token: string, tokens: readonly string[]): string {
	return tokens.length > 1 ? `${capitalized(cardName(token, tokens))}: ${sentence}` : sentence
}

function capitalized(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** Why no card is sent while another run has one of the customer in doubt. */
export function elsewhereWords({ run }: CardElsewhere): string {
	return `Run ${run} sent a card of this customer to be added, and never learnt whether it was stored. Until that is settled, none is sent here.`
}

const wordOf = (path: string) => ({ "contact.name": "name", "contact.email": "e-mail" })[path] ?? path

/** That a card of a customer may be the one of the file. */
export function alikeWords(cards: readonly StoredCard[] = []): string {
	return cards.length === 0
		? "The customer has a card that expires in the same month, and may be this one."
		: `The customer has ${cardsThere(cards)}, which may be this one.`
}

function andAlike(cards: readonly StoredCard[] | undefined): string {
	return cards ? ` ${alikeWords(cards)}` : ""
}

/** Cards that a customer has, of which one is meant. */
export function cardsThere(cards: readonly StoredCard[] = []): string {
	const shown = [...new Set(cards.map((card) => `the card ${shownCard(card)}`.trim()))]
	return shown.length > 0 ? shown.join(" or ") : "a card that it has"
}

/** That a customer has one and the same card twice. */
export function twiceWords(card: StoredCard = {}, isAdded = true): string {
	return `${capitalized(cardsThere([card]))} is there twice now${isAdded ? ", as one was added" : ""}.`
}

/** Why a card was not added, or how it is another one, in a sentence; nothing where all is well. */
export function cardWords(outcome: CardOutcome): string | undefined {
	switch (outcome.kind) {
		case "added":
			if (outcome.twice) return twiceWords(outcome.card)
			return outcome.differs && "The card that came back is not the one that was sent, by its last digits or expiry."
		case "there":
			return outcome.by === "person"
				? `A person says that it is ${cardsThere(outcome.cards)}. It was not sent.`
				: "The customer has this card already, by its last digits and expiry. It was not sent."
		case "other-person":
			return outcome.fields.includes("id")
				? "Intergiro answered with another customer than the one that was asked for. The card was not sent."
				: `Intergiro has another ${outcome.fields.map(wordOf).join(" and ")} for this customer than the file. The card was not sent.${andAlike(outcome.cards)}`
		case "nameless":
			return `The file has neither name nor e-mail of this customer, so that nothing says whether its number is the right one. The card was not sent.${andAlike(outcome.cards)}`
		case "alike":
			return `${alikeWords(outcome.cards)} It was not sent.`
		case "removed":
			return `A person said that it is ${cardsThere(outcome.cards)}, which is not there any more. Its token was never sent.`
		case "spent":
			if (outcome.number !== undefined)
				return `Its card token was sent before, for customer number ${outcome.number}, and can be used once only: the card of this customer needs a new token.`
			return "Its card token was sent before, and can be used once only: the card needs a new token."
		case "gone":
			return "Intergiro knows no customer under this identifier. The card was not sent."
		case "unread":
			return `${outcome.message} So nobody can tell whether the customer has this card. It was not sent.`
		case "absent":
			return "A person says that the card was not stored."
		case "rejected":
		case "verification-required":
			return outcome.message
	}
}
