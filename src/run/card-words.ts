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

/** Why a card was not added, or how it is another one, in a sentence; nothing where all is well. */
export function cardWords(outcome: CardOutcome): string | undefined {
	switch (outcome.kind) {
		case "added":
			return outcome.differs && "The card that came back is not the one that was sent, by its last digits or expiry."
		case "there":
			return "The customer has this card already, by its last digits and expiry. It was not sent."
		case "other-person":
			return outcome.fields.includes("id")
				? "Intergiro answered with another customer than the one that was asked for. The card was not sent."
				: `Intergiro has another ${outcome.fields.map(wordOf).join(" and ")} for this customer than the file. The card was not sent.`
		case "nameless":
			return "The file has neither name nor e-mail of this customer, so that nothing says whether its number is the right one. The card was not sent."
		case "alike":
			return "The customer has a card that expires in the same month, and may be this one. It was not sent."
		case "spent":
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
