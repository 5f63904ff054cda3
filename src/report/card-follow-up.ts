import type { CardFate } from "../contract/card-fate.ts"
import { isOfCard } from "../contract/card-paths.ts"
import { isMapped } from "../contract/outcome.ts"
import { distinct, joined, type Sentences, told, type Way } from "../customer/sentences.ts"
import { cardWords, elsewhereWords, ofCard, twiceWords } from "../run/card-words.ts"
import type { AccountedCard } from "./card-facts.ts"
import { listed, missingWords } from "./card-list.ts"
import { ofAlike, ofPerson, todoOfRefused, todoOfRemoved } from "./card-questions.ts"
import { differenceTold } from "./differing.ts"
import { askToVerify, type FollowUpFacts, type Reasons } from "./follow-up-facts.ts"
import { sentence } from "./row-outcomes.ts"

/** A card that was asked for anew stands in no file yet. */
const howToAdd: Way = { way: "add-new-card" }

const addCards: Way = { way: "add-cards" }

const expired = ["token.card-expired", "token.expired"]

/** What is to be done about a customer's cards. */
export function ofCards(facts: FollowUpFacts): Reasons {
	const { rows, outcome, isAsked } = facts
	const find = (codes: readonly string[]) =>
		rows.flatMap(({ findings }) => findings).find(({ code }) => codes.includes(code))
	const [over, soon, none] = [expired, ["token.card-expiring"], ["card.none", "card.left-out"]].map(find)
	const { cards } = facts
	const endedAs = (...fates: readonly CardFate[]) => cards.filter(({ fate }) => fates.includes(fate))
	const removed = cards.filter(({ outcome }) => outcome?.kind === "removed")
	// A card that was sent is not there, or nobody knows which.
	const isSent = removed.length === 0 || endedAs("missing").length > removed.length
	const waiting = endedAs("waiting")
	const [{ elsewhere } = {}] = waiting
	const doubted = endedAs("in-doubt")
	const unknown = endedAs("not-known", "unread")
	const tokens = cards.map(({ token }) => token)
	const toldOf = (card: AccountedCard) => sentenceOf(card, tokens)
	const notStored = endedAs("not-stored", "not-added", "refused", "left")
	const verified = cards.find((card) => card.fate !== "replaced" && card.outcome?.kind === "verification-required")
	const verifiedAt = verified?.outcome?.kind === "verification-required" ? verified.outcome.url : undefined
	const isThere = outcome !== undefined && "id" in outcome
	return {
		"card-missing": lacksCards(facts)
			? {
					message: [isSent && `${whyMissing(facts)} ${missingWords(cards)}`.trim(), ...removed.map(toldOf)]
						.filter(Boolean)
						.join(" "),
					todo: joined([
						...(isSent ? [askAnew(endedAs("missing").length - removed.length)] : []),
						...todoOfRemoved(facts),
					]),
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
						todo: told`Look at the customer's cards at Intergiro, and ${{ way: "settle-card" }}.`,
					}
				: undefined,
		"card-waiting": elsewhere && {
			message: [elsewhereWords(elsewhere), tokens.length > 1 && `Not sent: ${listed(waiting, tokens)}.`]
				.filter(Boolean)
				.join(" "),
			todo: told`Look at the customer's cards at Intergiro, and ${{ way: "settle-card", folder: elsewhere.folder }}. ${whenSettled(waiting)}${{ way: "forget-run", run: elsewhere.run }}`,
		},
		"card-question": ofPerson(cards, toldOf),
		"card-alike": ofAlike(facts),
		"card-twice": ofTwice(cards),
		"card-unknown":
			unknown.length > 0
				? {
						message: [unknownWords(outcome, unknown), ...unknown.map(toldOf)].filter(Boolean).join(" "),
						todo: joined([
							...distinct(unknown.map(({ fate }) => (fate === "unread" ? lookAndAdd : lookAtCards))),
							...(isAsked && unknown.some(({ fate }) => fate === "unread") ? [asksFirst] : []),
						]),
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
		"verification-required": verified && {
			message: ofCard(
				`${tokens.length > 1 ? "It" : "Its card"} was not added. ${whyNot(verified)}`,
				verified.token,
				tokens,
			),
			todo: joined([`${askToVerify(verifiedAt)} a new card token is needed then.`, ...todoOfRefused({ rows, cards })]),
			link: verifiedAt,
		},
		"card-not-stored":
			isThere && notStored.length > 0
				? {
						message: [notStoredWords(cards, notStored), ...notStored.filter((card) => card !== verified).map(toldOf)]
							.filter(Boolean)
							.join(" "),
						todo: joined([
							...distinct(notStored.map(todoOf)),
							...(isAsked && notStored.some(isToBeAdded) ? [asksFirst] : []),
							...(verified ? [] : todoOfRefused({ rows, cards })),
						]),
					}
				: undefined,
		"no-card":
			none && hasNoCard(facts)
				? {
						message: sentence(none.message),
						todo: "Nothing, where the customer pays in another way; else ask for a card, and add it.",
					}
				: undefined,
		...differenceTold({ outcome, cards, fields: differencesOf(facts) }),
	}
}

function askAnew(count: number): Sentences {
	return count > 1
		? told`Ask for the cards anew, and add them: ${howToAdd}.`
		: told`Ask for the card anew, and add it: ${howToAdd}.`
}

/** A card that was sent is there twice. */
function ofTwice(cards: readonly AccountedCard[]): Reasons["card-twice"] {
	const twice = cards.filter(({ isTwice }) => isTwice)
	if (twice.length === 0) return undefined
	const ofToken = ({ outcome, card }: AccountedCard) => (outcome?.kind === "added" ? outcome.card : undefined) ?? card
	const isAdded = ({ outcome }: AccountedCard) => outcome?.kind === "added"
	return {
		message: distinct(twice.map((one) => twiceWords(ofToken(one), isAdded(one)))).join(" "),
		todo: "Look at the customer's cards at Intergiro, and have one of the two removed there.",
	}
}

const lookAtCards = told`Look at the customer's cards at Intergiro. Where one is not there, its token may be spent: ask for the card anew, and add it: ${howToAdd}.`

const lookAndAdd = told`Have it added ${addCards}, and a private key: that looks first whether the customer has it.`

const asksFirst = told`That asks whether the customer is the right one: where it is, ${{ way: "confirm-card" }}.`

/** Whether the card is one that is added by whoever asks for that, in this folder. */
export function isToBeAdded({ fate, absentIn }: AccountedCard): boolean {
	return fate === "not-stored" && absentIn === undefined
}

/** Why nobody knows of cards that were sent whether they are there: in this run, or in the one that sent them. */
function unknownWords(outcome: FollowUpFacts["outcome"], unknown: readonly AccountedCard[]): string {
	if (unknown.every(({ fate }) => fate === "unread")) return unknown.some((card) => whyNot(card)) ? "" : unlistedWords
	const those = `whether the customer has ${unknown.length > 1 ? "those that were" : "the one that was"} sent`
	const runs = [...new Set(unknown.flatMap(({ sentBy }) => sentBy ?? []))]
	if (runs.length > 0) return `It is not known ${those}, in run ${runs.join(" and ")}: follow-up.csv there says more.`
	if (outcome?.kind === "existing")
		return `An earlier run sent this card for the customer, who was there before this one, and nothing that was read tells of cards: it is not known ${those}.`
	const answer = outcome?.kind === "adopted" ? "was lost" : "says nothing of cards"
	return `The answer to the creation ${answer}, and nothing that was read since tells of them: it is not known ${those}.`
}

function lostCard(tokens: readonly string[]): string {
	return `${tokens.length > 1 ? "It" : "Its card"} was sent to be added, and the answer was lost: whether it was stored is not known.`
}

function whyMissing({ outcome, checked }: FollowUpFacts): string {
	if (outcome?.kind === "existing") return "A card was added, and at the end of the import Intergiro did not have it."
	const cameWithout = outcome !== undefined && isMapped(outcome) && outcome.differs?.includes("method")
	return checked === "card-missing" || !cameWithout
		? "The customer was created, and at the end of the import Intergiro had fewer cards of it than were sent."
		: "The customer was created, and came back without a card that was sent."
}

const unlistedWords =
	"The customer was there before. Nothing was sent, and nothing that was read says which cards it has, so that it is not known whether it has those of this file."

/** Of one card it is plain which; of several those that nobody asked to be added are named, the others tell of themselves. */
function notStoredWords(cards: readonly AccountedCard[], notStored: readonly AccountedCard[]): string {
	const wasSent = notStored.some((card) => card.wasSent)
	if (cards.length === 1)
		return wasSent
			? "The customer was there before, and is without the card of this file, which was sent for it before."
			: "The customer was there before, and the card of this file was not stored with it."
	const untold = notStored.filter((card) => whyNot(card) === "")
	const those = `of the file's ${cards.length} cards`
	const none = notStored.length === cards.length
	const stored = none ? `none ${those} was stored with it` : `not all ${those} were stored with it`
	const there = `is without ${none ? "any" : "some"} ${those}`
	const lead = `The customer was there before, and ${wasSent ? there : stored}.`
	const tokens = cards.map(({ token }) => token)
	return untold.length > 0 ? `${lead} Not stored: ${listed(untold, tokens)}.` : lead
}

/** The same of one card of several; empty where nobody asked for it. */
function sentenceOf(card: AccountedCard, tokens: readonly string[]): string {
	const words = whyNot(card)
	return words && ofCard(words, card.token, tokens)
}

/** Why a card was not added, in a sentence; empty where nobody asked for it. */
function whyNot({ outcome, renewedBy }: AccountedCard): string {
	if (renewedBy !== undefined) return `Run ${renewedBy} sent this row with another card, which Intergiro does not have.`
	return (outcome && cardWords(outcome)) ?? ""
}

/** The run that has a card in doubt sends that one once more by itself, where it is not there. */
function whenSettled(waiting: readonly AccountedCard[]): Sentences {
	const ways = waiting.map(({ elsewhere }) =>
		elsewhere?.isThis
			? told`Where it is not there, have it added ${{ way: "add-cards", folder: elsewhere.folder }}.`
			: told`Then have ${waiting.length > 1 ? "the others" : "this one"} added ${addCards}.`,
	)
	return joined(distinct(ways))
}

function todoOf({ fate, outcome, absentIn }: AccountedCard): Sentences {
	if (absentIn) return told`Have it added ${{ way: "add-cards", folder: absentIn.folder }}.`
	if (fate === "not-stored") return told`Have it added ${addCards}, if it is a new card.`
	if (fate === "left") return "Mend the row, then have the card added, if it is a new one."
	if (outcome?.kind === "gone" || outcome?.kind === "other-person") return "Ask Intergiro about the identifier."
	return outcome?.kind === "verification-required"
		? ""
		: told`Ask for the card anew, as this token cannot be used again, and add it: ${howToAdd}.`
}

/** Paths in the request that came back with another value; that cards are missing is told as such, and which of the file are not there. */
function differencesOf(facts: FollowUpFacts): readonly string[] {
	const { outcome, cards } = facts
	const isToldByCard =
		outcome?.kind === "existing" && cards.some(({ fate }) => fate === "not-added" || fate === "missing")
	const ofCustomer = (outcome && "differs" in outcome && outcome.differs) || []
	const ofCards = cards.flatMap(({ outcome }) => (outcome?.kind === "added" && outcome.differs) || [])
	return [...new Set([...ofCustomer, ...ofCards])].filter((path) =>
		path === "method" ? hasMoreCards(facts) : !(isToldByCard && isOfCard(path)),
	)
}

/** Whether it came back, or is listed, with more cards than were there and sent. */
function hasMoreCards({ outcome, sent, cards }: FollowUpFacts): boolean {
	if (outcome?.kind === "existing") return outcome.differs?.includes("method") ?? false
	const added = cards.filter(({ fate }) => fate === "added").length
	return outcome !== undefined && "cards" in outcome && (outcome.cards?.length ?? 0) > sent + added
}

/** Whether a customer certainly is without any card, and none was sent. */
function hasNoCard({ outcome, sent, cards, isBare = false }: FollowUpFacts): boolean {
	if (outcome === undefined || !isMapped(outcome) || sent + cards.length > 0) return false
	if (outcome.cards !== undefined) return outcome.cards.length === 0
	return outcome.kind !== "existing" || isBare
}

/** Whether a card that was sent is not there. */
function lacksCards({ outcome, sent, cards, checked }: FollowUpFacts): boolean {
	if (outcome === undefined || !("id" in outcome)) return false
	const lost = cards.filter(({ fate }) => fate === "missing" || fate === "replaced")
	if (lost.length > 0 && lost.every(({ fate }) => fate === "replaced")) return false
	// Of one who was there before another card may be gone, while those that were sent are there.
	if (outcome.kind === "existing") return lost.length > 0
	if (checked === "card-missing") return true
	// Where another card is in its place, that says both.
	if (lost.length > 0) return !outcome.differs?.some(isOfCard) || (outcome.cards?.length ?? 0) < sent
	const isLess = outcome.differs?.includes("method") || (outcome.cards !== undefined && outcome.cards.length < sent)
	const added = cards.filter(({ fate }) => fate === "added").length
	return (isLess ?? false) && (outcome.cards?.length ?? 0) < sent + added
}
