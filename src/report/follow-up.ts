import { type FollowUpReason, followUpReasons } from "../contract/follow-up.ts"
import { isRenumbered } from "../contract/outcome.ts"
import { noCustomer } from "../run/add-cards.ts"
import { doubtWords } from "../run/doubt-words.ts"
import { otherSpelling } from "../run/plan.ts"
import { foundUnlooked } from "../run/reconcile.ts"
import { ofCards } from "./card-follow-up.ts"
import { askToVerify, type FollowUpFacts, type Reasons } from "./follow-up-facts.ts"

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

/** What is to be done about a customer, once for all reasons; nothing where nothing is. */
export function followUpOf(facts: FollowUpFacts): FollowUp | undefined {
	const parts: readonly Reasons[] = [ofOutcome(facts), ofCards(facts), ofLook(facts)]
	const tellingOf = (reason: FollowUpReason) =>
		parts.map((part) => part[reason]).find((telling) => telling !== undefined)
	const reasons = followUpReasons.filter((reason) => tellingOf(reason) !== undefined)
	if (reasons.length === 0) return undefined
	const all = reasons.flatMap((reason) => tellingOf(reason) ?? [])
	const link = all.find((one) => one.link !== undefined)?.link
	const { outcome } = facts
	return {
		reasons,
		message: all.map(({ message }) => message).join(" "),
		todo: [...new Set(all.map(({ todo }) => todo))].filter(Boolean).join(" "),
		...(outcome && "id" in outcome ? { id: outcome.id } : {}),
		...(link === undefined ? {} : { link }),
	}
}

function ofOutcome({ number, former, rows, outcome, isNumberRight = false }: FollowUpFacts): Reasons {
	switch (outcome?.kind) {
		case "conflict":
			return {
				conflict: {
					message: outcome.message,
					todo: "Decide which one stays, remove the others there, and say with settle which one it is (--id).",
				},
			}
		case "unknown":
			return {
				"in-doubt": {
					message: doubtWords(outcome),
					todo: rows.some(({ changed }) => changed)
						? `Put the old customer number${former === undefined ? "" : `, ${former},`} back and run the file again, or run the unknown.csv that it came from as it was.`
						: outcome.code === otherSpelling
							? "Look whether it is the same customer. Say which with settle: --id when it is the same, --absent when it is another one."
							: outcome.code === foundUnlooked
								? "Look at the customer at Intergiro, and say with settle whether it is this one (--id)."
								: "Run the same command again with a private key, or look at Intergiro and say with settle what it has.",
				},
			}
		case "renumbered":
		case "existing":
		case "adopted":
			// Whom a person found, or sent, under another number is meant so.
			if (!isRenumbered(outcome) || isNumberRight) return {}
			return {
				renumbered: {
					message: `Intergiro gave this customer the number ${outcome.given}, not ${number}, as ${outcome.id}.`,
					todo: "Look at it there, and use that number or have it changed. Where it is right as it is, say so with settle (--right).",
				},
			}
		case "verification-required":
			return {
				"verification-required": {
					message: outcome.message,
					todo: `${askToVerify(outcome.url)} a new card token is needed then, and the row of errors.csv is run with it.`,
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
		case "not-sent":
			// Whatever else was given up on is only to be run again.
			if (outcome.code !== noCustomer) return {}
			return {
				"no-customer": {
					message: outcome.message,
					todo: "Look whether its number is right. Where it is not, mend the row of errors.csv and run that file; where it is, the same command without --add-cards creates the customer.",
				},
			}
		default:
			return {}
	}
}

function ofLook({ number, outcome, checked, amiss }: FollowUpFacts): Reasons {
	const [other] = amiss?.found ?? []
	if (checked === "missing")
		return {
			missing: {
				message: `Intergiro does not list this customer under its id${other === undefined ? "" : `, and under its number another one, ${other}`}. It is not sent again by itself.`,
				todo:
					other === undefined
						? "Verify the run later, then ask Intergiro about the id. Where it was removed there on purpose, say so with settle (--removed)."
						: "Look which one it is, and say so with settle (--id).",
			},
		}
	if (checked === "other-number")
		return {
			renumbered: {
				message: `Intergiro lists the id of this customer, ${outcome && "id" in outcome ? outcome.id : ""}, under the number ${amiss?.under}, not ${number}.`,
				todo: "Look whether that is the same customer. Where it is, say so with settle (--id with --number); else say which one it is.",
			},
		}
	if (checked === "twice")
		return {
			twice: {
				message: `Intergiro lists several customers of this number: ${amiss?.found.join(", ")}.`,
				todo: "Decide which one stays, remove the others there, and run the same command again; where another one stays than the one of this run, say so with settle (--id).",
			},
		}
	return {}
}
