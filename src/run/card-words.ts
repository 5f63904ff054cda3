import type { CardOutcome } from "../contract/outcome.ts"

const wordOf = (path: string) => ({ "contact.name": "name", "contact.email": "e-mail" })[path] ?? path

/** Why a card was not added, or how it is another one, in a sentence; nothing where all is well. */
export function cardWords(outcome: CardOutcome): string | undefined {
	switch (outcome.kind) {
		case "added":
			return outcome.differs && `The card that came back is not the one that was sent: ${outcome.differs.join(", ")}.`
		case "there":
			return "The customer has this card already, by its last digits and expiry. It was not sent."
		case "other-person":
			return outcome.fields.includes("id")
				? "Intergiro answered with another customer than the one that was asked for. The card was not sent."
				: `Intergiro has another ${outcome.fields.map(wordOf).join(" and ")} for this customer than the file. The card was not sent.`
		case "alike":
			return "The customer has a card that expires in the same month, and may be this one. It was not sent."
		case "spent":
			return "Its card token was sent before, and can be used once only: the card needs a new token."
		case "gone":
			return "Intergiro knows no customer under this identifier. The card was not sent."
		case "absent":
			return "A person says that the card was not stored."
		case "rejected":
		case "verification-required":
			return outcome.message
	}
}
