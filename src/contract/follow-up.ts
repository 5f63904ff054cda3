/** Why somebody has to contact a customer, or to look after them, the most urgent first. Scripts may rely on it. */
export const followUpReasons = [
	"twice",
	"conflict",
	"missing",
	"in-doubt",
	"card-in-doubt",
	"card-waiting",
	"card-question",
	"other-person",
	"renumbered",
	"card-missing",
	"card-unknown",
	"verification-required",
	"rejected",
	"no-customer",
	"differs",
	"card-expired",
	"card-not-stored",
	"card-expiring",
	"no-card",
] as const

export type FollowUpReason = (typeof followUpReasons)[number]

/** A reason in the words of the window and of the report. */
export const reasonWords: Readonly<Record<FollowUpReason, string>> = {
	twice: "Twice at Intergiro",
	conflict: "Conflict",
	missing: "Not listed",
	"in-doubt": "In doubt",
	"card-in-doubt": "Card in doubt",
	"card-waiting": "Card in doubt elsewhere",
	"card-question": "Card to be confirmed",
	"other-person": "Another name or e-mail there",
	"card-unknown": "Card not known",
	renumbered: "Renumbered",
	"card-missing": "Without its card",
	"verification-required": "Cardholder needed",
	rejected: "Declined",
	"no-customer": "No such customer",
	differs: "Different at Intergiro",
	"card-expired": "Card expired",
	"card-not-stored": "There without this card",
	"card-expiring": "Card expires soon",
	"no-card": "Without a card in the file",
}
