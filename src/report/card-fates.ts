import type { CardFate } from "../contract/card-fate.ts"
import { type CardState, isSent, ownCard, refusalOf } from "../contract/card-state.ts"
import { saidIn } from "../contract/card-word.ts"
import { claimedCard, hasTwins, isSameCard, mayBeSame } from "../contract/cards.ts"
import { hasOwnCards, type LaterCard } from "../contract/lacking.ts"
import { type Missing, missingCards } from "../contract/missing-cards.ts"
import { isRefused, lacksWordOfCards, type Refusal, type RowOutcome, type StoredCard } from "../contract/outcome.ts"
import type { AccountedCard, CardFacts } from "./card-facts.ts"
import { asSeen, isFormer, isMadeBy, isThere, standingReader, withAlike } from "./card-standing.ts"
import type { CheckedRow } from "./checked-row.ts"
import { mayExist } from "./explain.ts"

/** What became of each card token in the rows of a customer, once where several of its rows have the same. */
export function accountedCards(facts: CardFacts): readonly AccountedCard[] {
	const stored = storedIn(facts.outcome)
	const accounted = asSeen(withMissing(facts), stored, facts.cardOfToken)
	const tokens = accounted.map(({ token }) => token)
	const isMended = facts.outcome?.kind === "existing" && facts.outcome.mended === true
	// What the customer has beside those of the file may be in the place of others; where it was not read, it is as those say who sent them.
	let spare = stored ? stored.length - accounted.filter(isThere).length : Infinity
	let replaced = 0
	// So many of those that were stored are gone: where as many are there as should be, one that is not what was sent is told, and not replaced.
	let gone = stored && facts.most !== undefined ? facts.most - stored.length : Infinity
	const taken = new Set<string>()
	return withAlike(accounted, facts, stored).map((entry): AccountedCard => {
		const { token, fate } = entry
		const isLost = replaceable.includes(fate) && entry.outcome?.kind !== "removed"
		const isOpen = isLost || (isMended && renewable.includes(fate))
		if (fate !== "replaced" && !isOpen) return entry
		const since = facts.sentSince?.(tokens, token) ?? []
		const isFormer = since.some((later) => later.isMade)
		const isStored = lost.includes(fate) && !isMended && !isFormer && !facts.isRefused?.(token)
		const mayBeReplaced = !isStored || gone > 0
		const others = since.filter(({ own }) => own === undefined)
		const able = others.filter(({ card = {}, lacking }) =>
			stored ? stored.some((one) => mayBeSame(one, card)) : lacking === undefined,
		).length
		if (fate === "replaced" || (mayBeReplaced && able > replaced && spare > 0)) {
			replaced++
			spare--
			gone--
			return { token, fate: "replaced" }
		}
		const own = since.find(
			({ own = "" }) => !taken.has(own) && accounted.some((one) => one.token === own && isThere(one)),
		)
		if (mayBeReplaced && own?.own !== undefined) {
			taken.add(own.own)
			gone--
			return { token, fate: "replaced" }
		}
		return isMended && renewable.includes(fate) ? renewed(entry, since) : entry
	})
}

/** Whether a card that was sent is with the customer twice: by what is listed, or by what came back where nothing was listed since. */
export function isTwice(card: AccountedCard, facts: CardFacts): boolean {
	const { outcome, token } = card
	const { outcome: customer, checked, cardOfToken } = facts
	if (facts.isSaidRight || !(wasAdded(card, facts) || (facts.isUnlikeKnown && wasSent(card, facts)))) return false
	const added = outcome?.kind === "added" ? outcome : undefined
	const known = added?.card ?? cardOfToken(token)
	const stored = storedIn(customer)
	if (stored === undefined || (added && checked === undefined)) return added?.twice ?? false
	return hasTwins(stored.filter((one) => mayBeSame(one, known)))
}

function wasAdded({ fate, token }: AccountedCard, { isAdded }: CardFacts): boolean {
	return fate === "added" || (fate === "there" && isAdded?.(token) === true)
}

/** Whether it is there, and a run sent it for this customer: that it has more cards than it can have is told as such. */
function wasSent({ fate, token }: AccountedCard, { numbers, sentFor, outcome }: CardFacts): boolean {
	const isCounted = outcome !== undefined && "differs" in outcome && outcome.differs?.includes("method")
	return !isCounted && (fate === "sent" || (fate === "there" && numbers.includes(sentFor?.(token) ?? "")))
}

/** Sent, and not there: another card may be in its place. */
const replaceable: readonly CardFate[] = ["refused", "missing", "not-added"]
/** Of these it was stored, for all that is known, unless it was sent with a customer who was refused. */
const lost: readonly CardFate[] = ["missing", "not-added"]
/** Never sent: with a row that was sent since it may be another card. */
const renewable: readonly CardFate[] = ["left", "not-stored", "unread"]

/** The row was sent since with other cards: of this one what is known of those. */
function renewed(entry: AccountedCard, since: readonly LaterCard[]): AccountedCard {
	const { token } = entry
	const [missing, open] = [true, false].map((one) => since.find(({ lacking }) => lacking?.isMissing === one)?.lacking)
	if (missing) return { token, fate: "not-added", renewedBy: missing.run }
	return open ? { token, fate: "not-known", sentBy: open.run } : entry
}

function withMissing(facts: CardFacts): readonly AccountedCard[] {
	const accounted = cardsOf(facts)
	const sent = accounted.filter(({ fate }) => fate === "sent" || fate === "added")
	const { places, isCertain } = missingOf(facts, sent)
	if (places.size === 0) return accounted
	const missing = new Set([...places].map((place) => sent[place]))
	return accounted.map((entry) => {
		if (!missing.has(entry)) return entry
		return { ...entry, fate: "missing", ...(isCertain ? {} : { isUnclear: true }) }
	})
}

function cardsOf(facts: CardFacts): readonly AccountedCard[] {
	const { rows, outcome, cards } = facts
	const tokens = [...new Set(rows.flatMap(tokensOf))]
	if (tokens.length === 0) return []
	if (outcome === undefined) return tokens.map((token) => ({ token, fate: "pending" }))
	if (!("id" in outcome)) {
		if (!isRefused(outcome)) return tokens.map((token) => ({ token, fate: mayExist(outcome) ? "unknown" : "left" }))
		// Of several that were not sent again, it was one that had been refused before.
		const refused = tokens.filter((token) => facts.refusedFor?.(token))
		const isRefusedHere = (token: string) => refused.length === 0 || refused.includes(token)
		return tokens.map((token) => ({ token, fate: isRefusedHere(token) ? "refused" : "left" }))
	}
	const refusedOf = (token: string) => refusalOf(facts.cardOf?.(token)) ?? addedRefusal(facts, token)
	const states = tokens.map((token) => asRefused(facts.cardOf?.(token), refusedOf(token)))
	const isDoubted = states.some((state) => state !== undefined && state.kind !== "settled")
	const hasOwn = outcome.kind !== "existing" || cards > 0
	const standing = hasOwn ? undefined : standingReader(facts, outcome, tokens, states.map(left))
	return tokens.map((token, index): AccountedCard => {
		const state = states[index]
		const refused = refusedOf(token)
		const isTaken = !refused && (left(state) !== undefined || facts.sentFor?.(token) !== undefined)
		const said = isTaken ? [] : (facts.saidThere?.(token) ?? [])
		const there = saidIn(said, outcome.cards)
		if (there) return { token, fate: "there", outcome: { kind: "there", by: "person", cards: there } }
		// It was sent with the creation; that it is missing is told of the customer.
		const ofCreation = lacksWordOfCards(outcome) ? "not-known" : "sent"
		if (standing === undefined) return { token, ...(state ? added(state, ofCreation) : { fate: ofCreation }) }
		const elsewhere = facts.elsewhere?.(token)
		const waiting = elsewhere && ({ token, fate: "waiting", elsewhere } as const)
		const stands = left(state) ? undefined : standing(token)
		const [removed] = said.slice(-1)
		if (removed && !refused) {
			const alike = outcome.cards?.filter((card) => isSameCard(card, facts.cardOfToken(token)) === undefined) ?? []
			return alike.length > 0
				? { token, fate: "asked", outcome: { kind: "alike", cards: alike } }
				: { token, fate: "missing", outcome: { kind: "removed", cards: removed } }
		}
		// One that was held back is the customer's by the word of the run that sent it, or by what was read, but by no run's word alone.
		if (stands === "there" && (state === undefined || facts.sentFor)) return { token, fate: "there" }
		if (state) {
			const entry = added(state, "not-added")
			return waiting && ["asked", "not-stored", "unread"].includes(entry.fate) ? waiting : { token, ...entry }
		}
		const sentFor = facts.sentFor?.(token)
		const isOfThis = sentFor !== undefined && facts.numbers.includes(sentFor)
		if (isOfThis && facts.isSaidRight) return { token, fate: "there" }
		if (!isOfThis && rows.some(({ valid }) => !valid)) return { token, fate: "left" }
		if (waiting?.elsewhere.isThis) return waiting
		const absentIn = facts.absentFor?.(token)
		if (absentIn) return { token, fate: "not-stored", outcome: { kind: "absent" }, absentIn }
		if (sentFor !== undefined) {
			const refusal = facts.refusedFor?.(token)?.refusal
			const lacking = facts.lackingFor?.(token)
			// It was sent for this customer, and nothing that was read tells of its cards.
			const mayBeIt = outcome.cards?.some((card) => mayBeSame(card, facts.cardOfToken(token))) ?? true
			const isUnsaid = mayBeIt && (outcome.cards === undefined || (lacking && !isMadeBy(outcome, lacking)))
			const isOpen = isOfThis && isUnsaid && !refusal && !facts.isRefused?.(token) && !lacking?.isMissing
			if (isOpen && !isFormer(facts, tokens, token))
				return { token, fate: "not-known", ...(lacking ? { sentBy: lacking.run } : {}) }
			if (stands === "replaced") return { token, fate: stands }
			if (refusal) return { token, fate: "refused", outcome: refusal }
			const wasSent = isOfThis && !facts.isRefused?.(token) && !isFormer(facts, tokens, token)
			return {
				token,
				fate: "not-added",
				outcome: { kind: "spent", ...(isOfThis ? {} : { number: sentFor }) },
				...(wasSent ? { wasSent } : {}),
			}
		}
		const alike = typeof stands === "object" ? stands.alike : undefined
		if (!isDoubted && !waiting && alike) return { token, fate: "asked", outcome: { kind: "alike", cards: alike } }
		if (waiting && !isDoubted) return waiting
		return { token, fate: isDoubted ? "waiting" : outcome.cards === undefined ? "unread" : "not-stored" }
	})
}

/** How it was refused for this customer when it was added, by another run. */
function addedRefusal({ refusedFor, numbers }: CardFacts, token: string): Refusal | undefined {
	const refused = refusedFor?.(token)
	return refused?.isAdded && numbers.includes(refused.number) ? refused.refusal : undefined
}

/** What was found, or said, since a card was refused is known of as of any other. */
function asRefused(state: CardState | undefined, refused: Refusal | undefined): CardState | undefined {
	return state?.kind === "settled" && refused ? { ...state, outcome: refused } : state
}

/** What became of a token that left; of one that was held back in this run it is known as of any other. */
function left(state: CardState | undefined): CardState | undefined {
	return state && isSent(state) ? state : undefined
}

/** Which of the cards that were sent, with the creation or added, Intergiro does not have. */
function missingOf(facts: CardFacts, sent: readonly AccountedCard[]): Missing {
	const { outcome, cards: created, checked, least = 0 } = facts
	const stored = storedIn(outcome)
	if (outcome === undefined || stored === undefined || !("id" in outcome)) return none
	const added = sent.filter(({ fate }) => fate === "added")
	if (outcome.kind !== "existing") {
		const tokens = sent.map(({ token }) => token)
		if (hasOwnCards(outcome, created, added.map(storedAs))) return none
		const others = facts.sentSince?.(tokens).filter(({ lacking }) => lacking === undefined).length ?? 0
		const count = created + added.length + others - stored.length
		if (count > 0)
			return missingCards(
				sent.map((one) => cardOf(one, facts)),
				stored,
				{ count },
			)
		// As many are there as should be, others among them, and none can be the card of a token by that one's own word.
		if (!facts.hasOther || facts.isSaidRight) return none
		const gone = [...sent.keys()].filter((place) => {
			const claimed = claimedCard(sent[place]?.token ?? "")
			return !stored.some((one) => mayBeSame(one, claimed))
		})
		return { places: new Set(gone), open: new Set(gone), isCertain: true }
	}
	// It may have cards from before, so that only what it should have now says that one is missing.
	if (created > 0 || checked !== "card-missing") return none
	return missingCards(added.map(storedAs), stored, { count: least - stored.length, hasOthers: true })
}

/** The cards that Intergiro has of a customer, where that is known. */
function storedIn(outcome: RowOutcome | undefined): readonly StoredCard[] | undefined {
	return outcome && "cards" in outcome ? outcome.cards : undefined
}

const none: Missing = { places: new Set(), open: new Set(), isCertain: true }

/** What is known of a card that was sent: as Intergiro stored it where it was added, or else by its token's own word. */
function cardOf(entry: AccountedCard, { cardOfToken }: CardFacts): StoredCard {
	return entry.fate === "added" ? storedAs(entry) : cardOfToken(entry.token)
}

function storedAs({ outcome }: AccountedCard): StoredCard {
	return outcome?.kind === "added" ? ownCard(outcome) : {}
}

/** The card tokens of a row that are, or would be, sent. */
export function tokensOf(row: CheckedRow): readonly string[] {
	return row.tokens ?? row.creatable?.method.map(({ card }) => card) ?? []
}

function added(state: CardState, spent: CardFate): Omit<AccountedCard, "token"> {
	if (state.kind !== "settled") return { fate: "in-doubt" }
	const { outcome } = state
	switch (outcome.kind) {
		case "added":
		case "there":
			return { fate: outcome.kind, outcome }
		case "alike":
		case "nameless":
			return { fate: "asked", outcome }
		case "other-person":
			// No person can say that an answer for another identifier is right.
			return { fate: outcome.fields.includes("id") ? "not-added" : "asked", outcome }
		case "rejected":
		case "verification-required":
			return { fate: "refused", outcome }
		case "absent":
			return { fate: "not-stored", outcome }
		case "removed":
			return { fate: "missing", outcome }
		case "unread":
			return { fate: "unread", outcome }
		case "spent":
		case "gone":
			return { fate: spent, outcome }
	}
}
