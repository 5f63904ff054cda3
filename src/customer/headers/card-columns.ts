import type { Concept } from "./concepts.ts"
import { partsOf } from "./parts.ts"
import { spellings, words } from "./words.ts"

type Concepts = ReadonlySet<Concept>

const ofCards: readonly Concept[] = ["card", "token", "pan", "bin", "security", "gateway", "funding"]

/** Whether a name speaks of cards, ways to pay or tokens in any of our languages, whatever the column holds. */
export function speaksOfCards(name: string): boolean {
	const { known } = partsOf(name)
	const has = conceptsOf(known)
	if (ofCards.some((concept) => has.has(concept))) return true
	if (has.has("holder") && isWithin(has, ownerWords)) return true
	if (has.has("payment") && (has.has("method") || has.has("type"))) return true
	if (has.has("method") && has.size === 1) return true
	return lastFourColumn(name) || (expiryColumn(name) !== undefined && (has.has("month") || has.has("year")))
}

const besideCard: readonly Concept[] = ["card", "payment", "method", "number", "token", "pan", "plain", "and", "or"]
const expiryWords: Concepts = new Set<Concept>([...besideCard, "expiry", "month", "year", "date"])
const lastFourWords: Concepts = new Set<Concept>([...besideCard, "last4", "masked"])

/** What of a card's expiry a column of this name holds. Nothing where something else expires, as a contract. */
export function expiryColumn(name: string): "month" | "year" | "date" | undefined {
	const { known, units, unknown } = partsOf(name)
	const has = conceptsOf([...known, ...units])
	const expires = has.has("expiry") || (has.has("card") && (has.has("month") || has.has("year")))
	if (unknown || !expires || !isWithin(has, expiryWords)) return undefined
	// When a token expires is not when its card does.
	if (has.has("token") && !has.has("card")) return undefined
	if (has.has("month") === has.has("year")) return "date"
	return has.has("month") ? "month" : "year"
}

/** Whether a name says only that something expires, which may be a card or a membership: `Valid until`. */
export function saysOnlyExpiry(name: string): boolean {
	const has = conceptsOf(partsOf(name).known)
	return has.has("expiry") && !(["card", "payment", "method", "token", "pan"] as const).some((one) => has.has(one))
}

const fromWords: ReadonlySet<string> = new Set(
	"from fra från ab von seit vanaf desde dal du depuis od alkaen since start".split(" ").flatMap(spellings),
)

/** Whether what expires has a column for when it began as well, as the validity of a row has and no card: `Valid from` beside `Valid to`. */
export function isOfPeriod(name: string, names: readonly string[]): boolean {
	const [stem] = words(name).main
	return saysOnlyExpiry(name) && stem !== undefined && names.some((other) => beginsPeriod(other, stem))
}

function beginsPeriod(name: string, stem: string): boolean {
	const { main } = words(name)
	return main[0] === stem && main.some((word) => fromWords.has(word))
}

/** Whether a column of this name holds the last four digits of a card number, not of a person's or a phone's. */
export function lastFourColumn(name: string): boolean {
	const { known, unknown } = partsOf(name)
	const has = conceptsOf(known)
	return !unknown && has.has("last4") && isWithin(has, lastFourWords)
}

const cardWords: Concepts = new Set<Concept>([
	...(["card", "token", "singleUse", "intergiro", "payment", "method", "plain", "and", "party"] as const),
	...(["leading", "first", "second", "third", "number", "id", "ref"] as const),
])
/** Words for a second one of which it is not said that it is to be charged as well. */
const inPlace: ReadonlySet<string> = new Set(
	[
		"backup spare other alternate alternative alternativ alternativt alternatives alternatif alternativo alternatywny alternatief",
		"reserv annan annat annen annet andere autre otro otra altro inny muu vaihtoehtoinen",
	].flatMap((line) => line.split(" ")),
)

/** Whether a name says no more of a card than that it is one, and which: `Second card`, `Extrakort`, `Card token 2`. */
export function saysOnlyCard(name: string): boolean {
	const { known, unknown } = partsOf(name)
	// `Token S47` and `Token A` are of a week and a list, whatever such a letter is elsewhere.
	const hasLetter = words(name).main.some((word) => /^\p{L}$/u.test(word))
	const isPlain = !unknown && !hasLetter && known.every(({ text }) => !inPlace.has(text))
	return isPlain && isWithin(conceptsOf(known), cardWords)
}

const idWords: Concepts = new Set<Concept>([
	"card",
	"token",
	"id",
	"ref",
	"code",
	"handle",
	"number",
	"payment",
	"method",
	"plain",
])

/** Whether a name says no more than by what a card is known: `Card ID`, `Korttitunniste`. */
export function saysIdOfCard(name: string): boolean {
	const { known, unknown } = partsOf(name)
	const has = conceptsOf(known)
	return !unknown && has.has("card") && isWithin(has, idWords) && known.every(({ text }) => !inPlace.has(text))
}

/**
 * Whether a name says no more than that a vault holds the cards of these tokens, or that cards or ways to pay became tokens: `Vault Token`,
 * `Carte tokenisée`.
 */
export function saysTokenOfVault(name: string): boolean {
	const { known, unknown } = partsOf(name)
	const has = conceptsOf(known)
	const isVault = known.some(({ text }) => text === "vault") || (has.has("payment") && has.has("method"))
	const isMade = has.has("card") && known.some(({ text }) => /^tokeni[sz]/.test(text))
	return !unknown && ((has.has("token") && isVault) || isMade) && isWithin(has, vaultWords)
}

const vaultWords: Concepts = new Set<Concept>([...idWords, "gateway", "flag"])

const ofOwner: readonly Concept[] = [
	"holder",
	"other",
	"party",
	"served",
	"payer",
	"user",
	"person",
	"contact",
	"name",
	"first",
	"last",
	"email",
]
const ownerWords: Concepts = new Set<Concept>([
	...ofOwner,
	...(["card", "token", "payment", "method", "number", "id", "code", "ref", "full", "plain", "and", "or"] as const),
	...(["billing", "private", "company", "second", "singleUse", "intergiro"] as const),
])

/** What of the card's owner a column may hold. */
export type OwnerPart = "first" | "last" | "whole"

/** Whether a column of this name says whose card a row has: by a number, a name, an e-mail or whatever it is. */
export function ownerColumn(name: string): OwnerPart | undefined {
	const has = conceptsOf(partsOf(name).known)
	const isOfCard = has.has("card") || has.has("token") || has.has("holder")
	if (!isOfCard || !ofOwner.some((concept) => has.has(concept)) || !isWithin(has, ownerWords)) return undefined
	if (has.has("first") === has.has("last")) return "whole"
	return has.has("first") ? "first" : "last"
}

function conceptsOf(pieces: readonly { readonly concepts: readonly Concept[] }[]): Concepts {
	return new Set(pieces.flatMap(({ concepts }) => concepts))
}

function isWithin(concepts: Concepts, allowed: Concepts): boolean {
	for (const concept of concepts) if (!allowed.has(concept)) return false
	return true
}
