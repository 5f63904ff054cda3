import type { CardFate } from "../contract/card-fate.ts"
import { type FollowUpReason, followUpReasons } from "../contract/follow-up.ts"
import { isByPerson, isMapped, type Outcome } from "../contract/outcome.ts"
import type { Amiss } from "../contract/record.ts"
import { cardWords, ofCard } from "../run/card-words.ts"
import type { CardEnding } from "./card-fates.ts"
import { listed, missingWords } from "./card-list.ts"
import type { Checked } from "./checked.ts"
import { differenceTold } from "./differing.ts"
import { type CheckedRow, sentence } from "./ending.ts"

/** What is known of a customer at the end. */
export interface FollowUpFacts {
	readonly number: string
	/** The number that an earlier run gave it back with, where a spreadsheet changed it. */
	readonly former?: string | undefined
	/** Its rows: several that were joined, or one. */
	readonly rows: readonly CheckedRow[]
	readonly outcome: Outcome | undefined
	/** Cards that were sent with its creation. */
	readonly sent: number
	/** What became of the card tokens in its rows. */
	readonly cards: readonly CardEnding[]
	/** What the look at the end of the run came to. */
	readonly checked: Checked | undefined
	/** Where it is not listed as it should be. */
	readonly amiss?: Amiss | undefined
}

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

function ofOutcome({ number, former, rows, outcome }: FollowUpFacts): Reasons {
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
					message: outcome.message,
					todo: rows.some(({ changed }) => changed)
						? `Put the old customer number${former === undefined ? "" : `, ${former},`} back and run the file again, or run the unknown.csv that it came from as it was.`
						: "Run the same command again with a private key, or look at Intergiro and say with settle what it has.",
				},
			}
		case "renumbered":
		case "existing":
		case "adopted":
			// Who was found under another number by a person is meant so.
			if (outcome.given === undefined || isByPerson(outcome)) return {}
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
		default:
			return {}
	}
}

function askToVerify(link: string | undefined): string {
	return link === undefined
		? "Intergiro gave no link: ask the cardholder to verify the card with you, as for a new one;"
		: "Ask the cardholder to verify the card at the link;"
}

const expired = ["token.card-expired", "token.expired"]

function ofCards(facts: FollowUpFacts): Reasons {
	const { rows, outcome } = facts
	const find = (codes: readonly string[]) =>
		rows.flatMap(({ findings }) => findings).find(({ code }) => codes.includes(code))
	const [over, soon, none] = [expired, ["token.card-expiring"], ["card.none", "card.left-out"]].map(find)
	const { cards } = facts
	const endedAs = (...fates: readonly CardFate[]) => cards.filter(({ fate }) => fates.includes(fate))
	const [question] = endedAs("asked")
	const waiting = endedAs("waiting")
	const doubted = endedAs("in-doubt")
	const tokens = cards.map(({ token }) => token)
	const toldOf = (card: CardEnding) => sentenceOf(card, tokens)
	const notStored = endedAs("not-stored", "not-added", "refused", "left").filter(({ isReplaced }) => !isReplaced)
	const verified = cards.find((card) => card.outcome?.kind === "verification-required")
	const verifiedAt = verified?.outcome?.kind === "verification-required" ? verified.outcome.url : undefined
	const isThere = outcome !== undefined && "id" in outcome
	return {
		"card-missing": lacksCards(facts)
			? {
					message: `${whyMissing(facts)} ${missingWords(cards)}`.trim(),
					todo:
						endedAs("missing").length > 1
							? "Ask for the cards anew, and add them."
							: "Ask for the card anew, and add it.",
				}
			: undefined,
		"card-in-doubt":
			doubted.length > 0
				? {
						message: [
							doubted.map(({ token }) => ofCard(lostCard(tokens), token, tokens)).join(" "),
							waiting.length > 0 && `Not sent, and waiting for that: ${listed(waiting, tokens)}.`,
						]
							.filter(Boolean)
							.join(" "),
						todo: "Look at the customer's cards at Intergiro, and say with settle whether it is there: --card-stored or --card-absent.",
					}
				: undefined,
		"card-question": question && {
			message: endedAs("asked").map(toldOf).join(" "),
			todo: "Look at the customer at Intergiro. Where it is the right one, say so with --add-cards --confirm-cards and its row.",
		},
		"card-expired": over && {
			message: sentence(over.message),
			todo: "Ask the customer for another card.",
		},
		"card-expiring": soon && {
			message: sentence(soon.message),
			todo: "Ask the customer for another card before it expires.",
		},
		"verification-required": verified && {
			message: ofCard(
				`${tokens.length > 1 ? "It" : "Its card"} was not added. ${told(verified)}`,
				verified.token,
				tokens,
			),
			todo: `${askToVerify(verifiedAt)} a new card token is needed then.`,
			link: verifiedAt,
		},
		"card-not-stored":
			isThere && notStored.length > 0
				? {
						message: [notStoredWords(cards, notStored), ...notStored.filter((card) => card !== verified).map(toldOf)]
							.filter(Boolean)
							.join(" "),
						todo: [...new Set(notStored.map(todoOf))].join(" "),
					}
				: undefined,
		"no-card":
			none && hasNoCard(facts)
				? {
						message: sentence(none.message),
						todo: "Nothing, where the customer pays in another way; else ask for a card, and add it.",
					}
				: undefined,
		differs: outcome && differenceTold({ outcome, cards, fields: differencesOf(facts) }),
	}
}

function lostCard(tokens: readonly string[]): string {
	return `${tokens.length > 1 ? "It" : "Its card"} was sent to be added, and the answer was lost: whether it was stored is not known.`
}

function whyMissing({ outcome, checked }: FollowUpFacts): string {
	if (outcome?.kind === "existing") return "A card was added, and at the end of the import Intergiro did not have it."
	return checked === "card-missing"
		? "The customer was created, and at the end of the import Intergiro had fewer cards of it than were sent."
		: "The customer was created, and came back without a card that was sent."
}

/** Of one card it is plain which; of several those that nobody asked to be added are named, the others tell of themselves. */
function notStoredWords(cards: readonly CardEnding[], notStored: readonly CardEnding[]): string {
	if (cards.length === 1) return "The customer was there before, and the card of this file was not stored with it."
	const untold = notStored.filter((card) => told(card) === "")
	const those = `of the file's ${cards.length} cards`
	const stored = notStored.length === cards.length ? `none ${those} was` : `not all ${those} were`
	const lead = `The customer was there before, and ${stored} stored with it.`
	const tokens = cards.map(({ token }) => token)
	return untold.length > 0 ? `${lead} Not stored: ${listed(untold, tokens)}.` : lead
}

/** The same of one card of several; empty where nobody asked for it. */
function sentenceOf(card: CardEnding, tokens: readonly string[]): string {
	const words = told(card)
	return words && ofCard(words, card.token, tokens)
}

/** Why a card was not added, in a sentence; empty where nobody asked for it. */
function told({ outcome }: CardEnding): string {
	return (outcome && cardWords(outcome)) ?? ""
}

function todoOf({ fate, outcome }: CardEnding): string {
	if (fate === "not-stored") return "Have it added by the same command with --add-cards, if it is a new card."
	if (fate === "left") return "Mend the row, then have the card added, if it is a new one."
	if (outcome?.kind === "gone" || outcome?.kind === "other-person") return "Ask Intergiro about the identifier."
	return outcome?.kind === "verification-required" ? "" : "Ask for the card anew: this token cannot be used again."
}

/** Paths in the request that came back with another value; that cards are missing is told as such. */
function differencesOf({ outcome, cards }: FollowUpFacts): readonly string[] {
	const ofCustomer = (outcome && "differs" in outcome && outcome.differs) || []
	const ofCards = cards.flatMap(({ outcome }) => (outcome?.kind === "added" && outcome.differs) || [])
	return [...new Set([...ofCustomer, ...ofCards])].filter((path) => path !== "method")
}

/** Whether a customer certainly is without any card, and none was sent. */
function hasNoCard({ outcome, sent, cards }: FollowUpFacts): boolean {
	if (outcome === undefined || !isMapped(outcome) || sent + cards.length > 0) return false
	return outcome.kind === "existing" ? outcome.cards?.length === 0 : (outcome.cards?.length ?? 0) === 0
}

/** Whether a card that was sent is not there. */
function lacksCards({ outcome, sent, cards, checked }: FollowUpFacts): boolean {
	if (outcome === undefined || !("id" in outcome)) return false
	if (checked === "card-missing") return true
	if (outcome.kind === "existing") return false
	const isLess = outcome.differs?.includes("method") || (outcome.cards !== undefined && outcome.cards.length < sent)
	const added = cards.filter(({ fate }) => fate === "added").length
	return (isLess ?? false) && (outcome.cards?.length ?? 0) < sent + added
}

function ofLook({ number, outcome, checked, amiss }: FollowUpFacts): Reasons {
	const [other] = amiss?.found ?? []
	if (checked === "missing")
		return {
			missing: {
				message: `Intergiro does not list this customer under its id${other === undefined ? "" : `, and under its number another one, ${other}`}. It is not sent again by itself.`,
				todo:
					other === undefined
						? "Verify the run later, then ask Intergiro about the id."
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
