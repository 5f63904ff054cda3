import { type FollowUpReason, followUpReasons } from "../contract/follow-up.ts"
import { type CardFacts, cardsOutcome } from "./card-outcome.ts"
import { sentence } from "./ending.ts"

export interface FollowUp {
	/** At least one; the most urgent first. */
	readonly reasons: readonly FollowUpReason[]
	/** What it is about: a sentence for each reason. */
	readonly message: string
	readonly todo: string
	/** Under which Intergiro has the customer. */
	readonly id?: string
	/** Where the cardholder verifies the card. */
	readonly link?: string
}

interface Told {
	readonly message: string
	readonly todo: string
	readonly link?: string | undefined
}

type Reasons = { readonly [Reason in FollowUpReason]?: Told | undefined }

/** What is to be done about a customer, once for all reasons; nothing where nothing is. */
export function followUpOf(facts: CardFacts): FollowUp | undefined {
	const told: Reasons = { ...ofOutcome(facts), ...ofCards(facts), ...ofLook(facts) }
	const reasons = followUpReasons.filter((reason) => told[reason] !== undefined)
	if (reasons.length === 0) return undefined
	const all = reasons.flatMap((reason) => told[reason] ?? [])
	const link = all.find((one) => one.link !== undefined)?.link
	const { outcome } = facts
	return {
		reasons,
		message: all.map(({ message }) => message).join(" "),
		todo: [...new Set(all.map(({ todo }) => todo))].join(" "),
		...(outcome && "id" in outcome ? { id: outcome.id } : {}),
		...(link === undefined ? {} : { link }),
	}
}

function ofOutcome({ number, outcome }: CardFacts): Reasons {
	switch (outcome?.kind) {
		case "conflict":
			return { conflict: { message: outcome.message, todo: "Decide which one stays, and remove the others there." } }
		case "unknown":
			return {
				"in-doubt": {
					message: outcome.message,
					todo: "Run the same command again with a private key, or look at Intergiro and say with settle what it has.",
				},
			}
		case "renumbered":
			return {
				renumbered: {
					message: `Intergiro gave this customer the number ${outcome.given}, not ${number}, as ${outcome.id}.`,
					todo: "Look at it there, and use that number or have it changed.",
				},
			}
		case "verification-required":
			return {
				"verification-required": {
					message: outcome.message,
					todo: "Ask the cardholder to verify the card at the link; a new card token is needed then, and the row of errors.csv is run with it.",
					link: outcome.url,
				},
			}
		case "rejected":
			return {
				rejected: {
					message: outcome.message,
					todo: "Where it is about the card, ask for another one; mend the row of errors.csv and run that file.",
				},
			}
		default:
			return {}
	}
}

const expired = ["token.card-expired", "token.expired"]

function ofCards(facts: CardFacts): Reasons {
	const { rows, outcome, checked } = facts
	const find = (codes: readonly string[]) =>
		rows.flatMap(({ findings }) => findings).find(({ code }) => codes.includes(code))
	const [over, soon] = [find(expired), find(["token.card-expiring"])]
	const { isMissing, isNotStored, isInDoubt, refusal, link, differs } = cardsOutcome(facts)
	return {
		"card-missing": isMissing
			? {
					message:
						checked === "card-missing"
							? "The customer was created, and at the end of the import Intergiro had fewer cards of it than were sent."
							: "The customer was created, and came back without the card.",
					todo: "Ask for the card anew, and add it.",
				}
			: undefined,
		"card-in-doubt": isInDoubt
			? {
					message:
						"Its card was sent to be added, and the answer was lost: whether it was stored is not known. It is not sent again.",
					todo: "Look at the customer's cards at Intergiro.",
				}
			: undefined,
		"card-expired": over && {
			message: sentence(over.message),
			todo: "Ask the customer for another card.",
		},
		"card-expiring": soon && {
			message: sentence(soon.message),
			todo: "Ask the customer for another card before it expires.",
		},
		"card-not-stored":
			isNotStored && !isInDoubt
				? {
						message: `The customer was there before, and the card of this file was not stored with it.${refusal === undefined ? "" : ` ${refusal}`}`,
						todo:
							link === undefined
								? "Add the card to the customer, if it is a new one."
								: "Ask the cardholder to verify the card at the link; a new card token is needed then.",
						link,
					}
				: undefined,
		differs:
			outcome && differs.length > 0
				? {
						message: `Intergiro has other values than were sent: ${differs.join(", ")}.`,
						todo: "Compare the customer at Intergiro with the file, and correct it there.",
					}
				: undefined,
	}
}

function ofLook({ checked }: CardFacts): Reasons {
	if (checked === "missing")
		return {
			missing: {
				message: "Intergiro does not list this customer under its id. It is not sent again by itself.",
				todo: "Verify the run later, then ask Intergiro about the id.",
			},
		}
	if (checked === "twice")
		return {
			twice: {
				message: "Intergiro lists several customers of this number.",
				todo: "Decide which one stays, and remove the others there.",
			},
		}
	return {}
}
