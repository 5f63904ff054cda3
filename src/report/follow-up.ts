import { type FollowUpReason, followUpReasons } from "../contract/follow-up.ts"
import { isMapped, isRenumbered, listedNumber } from "../contract/outcome.ts"
import { distinct, joined, type Sentences, type Settled, told, type Way } from "../customer/sentences.ts"
import { noCustomer } from "../run/add-cards.ts"
import { doubtWords } from "../run/doubt-words.ts"
import { otherSpelling } from "../run/plan.ts"
import { foundUnlooked } from "../run/reconcile.ts"
import { ofCards } from "./card-follow-up.ts"
import { type AskedCard, askedCards } from "./card-questions.ts"
import { askToVerify, type FollowUpFacts, type Reasons, type Telling } from "./follow-up-facts.ts"

export interface FollowUp {
	/** At least one; the most urgent first. */
	readonly reasons: readonly FollowUpReason[]
	/** What it is about: a sentence for each reason. */
	readonly message: Sentences
	readonly todo: Sentences
	/** Under which Intergiro has the customer. */
	readonly id?: string
	/** Where the cardholder verifies the card. */
	readonly link?: string
	/** The cards of which a person is asked which ones they are. */
	readonly cardsAsked?: readonly AskedCard[]
}

/** @param what as the object of the sentence */
function settle(as: Settled | undefined, what?: string): Way {
	return { way: "settle", ...(what === undefined ? {} : { what }), ...(as === undefined ? {} : { as }) }
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
	const cardsAsked = askedCards(facts)
	return {
		reasons,
		message: joined(all.map(({ message }) => message)),
		todo: joined(distinct(all.map(({ todo }) => todo))),
		...(outcome && "id" in outcome ? { id: outcome.id } : {}),
		...(link === undefined ? {} : { link }),
		...(cardsAsked.length > 0 ? { cardsAsked } : {}),
	}
}

function ofOutcome({ number, former, rows, outcome, isNumberRight = false, checked }: FollowUpFacts): Reasons {
	switch (outcome?.kind) {
		case "conflict":
			return {
				conflict: {
					message: outcome.message,
					todo: told`Decide which one stays, remove the others there, and ${settle("id", "which one it is")}.`,
				},
			}
		case "unknown":
			return {
				"in-doubt": {
					message: doubtWords(outcome),
					todo: rows.some(({ changed }) => changed)
						? told`Put the old customer number${former === undefined ? "" : `, ${former},`} back and ${{ way: "import" }} the file again, or ${{ way: "import" }} the unknown.csv that it came from as it was.`
						: outcome.code === otherSpelling
							? told`Look whether it is the same customer. ${{ way: "settle-which" }}.`
							: outcome.code === foundUnlooked
								? told`Look at the customer at Intergiro, and ${settle("id", "whether it is this one")}.`
								: told`${{ way: "look-again" }}, or look at Intergiro and ${settle(undefined, "what it has")}.`,
				},
			}
		case "renumbered":
		case "existing":
		case "adopted":
			// Whom a person found, or sent, under another number is meant so.
			if (!isRenumbered(outcome) || isNumberRight || checked === "missing") return {}
			return {
				renumbered: {
					message: `Intergiro has this customer under the number ${outcome.given}, not ${number}, as ${outcome.id}.`,
					todo: told`Look at it there, and use that number or have it changed. Where it is right as it is, ${settle("right")}.`,
				},
			}
		case "verification-required":
			return {
				"verification-required": {
					message: outcome.message,
					todo: told`${askToVerify(outcome.url)} a new card token is needed then, and ${{ way: "mend-with-it" }}.`,
					link: outcome.url,
				},
			}
		case "rejected":
			return {
				rejected: {
					message: outcome.message,
					todo: told`Where it is about the card, ask for another one; ${{ way: "mend" }}.`,
				},
			}
		case "not-sent":
			// Whatever else was given up on is only to be run again.
			if (outcome.code !== noCustomer) return {}
			return {
				"no-customer": {
					message: outcome.message,
					todo: told`Look whether its number is right. Where it is not, ${{ way: "mend" }}; where it is, ${{ way: "create-instead" }}.`,
				},
			}
		default:
			return {}
	}
}

function ofLook(facts: FollowUpFacts): Reasons {
	const { number, outcome, checked, amiss } = facts
	if (checked === "missing") return { missing: ofMissing(facts) }
	if (checked === "other-number")
		return {
			renumbered: {
				message: `Intergiro lists the id of this customer, ${outcome && "id" in outcome ? outcome.id : ""}, under the number ${amiss?.under}, not ${number}.`,
				todo: told`Look whether that is the same customer. Where it is, ${settle("id-number")}; else say which one it is.`,
			},
		}
	if (checked === "twice")
		return {
			twice: {
				message: `Intergiro lists several customers of this number: ${amiss?.found.join(", ")}.`,
				todo: told`Decide which one stays, remove the others there, and ${{ way: "go-on" }}; where another one stays than the one of this run, ${settle("id")}.`,
			},
		}
	return {}
}

function ofMissing({ number, outcome, amiss, isOfOtherRow = false }: FollowUpFacts): Telling {
	const [other] = amiss?.found ?? []
	const listed = (outcome && isMapped(outcome) && listedNumber(number, outcome)) || number
	const place = listed === number ? "its number" : `the number ${listed}`
	return {
		message: `Intergiro does not list this customer under its id${other === undefined ? "" : `, and under ${place} another one, ${other}`}. It is not sent again by itself.`,
		todo:
			other === undefined
				? told`Verify the run later, then ask Intergiro about the id. Where it was removed there on purpose, ${settle("removed")}.`
				: isOfOtherRow
					? told`That one is the customer of another row. Verify the run: ${{ way: "look-again" }}, which looks where this one is now.`
					: told`Look which one it is, and ${settle("id")}.`,
	}
}
