import type { Sentences } from "../customer/sentences.ts"

/** A card as Intergiro stores it, as far as it says so; never its token. */
export interface StoredCard {
	readonly scheme?: string
	/** The first six digits. */
	readonly iin?: string
	readonly last4?: string
	/** Month 1 to 12, and year in four digits. */
	readonly expires?: readonly [month: number, year: number]
}

/** What Intergiro's answer says of a customer beyond its id, as far as it says anything. */
export interface CameBack {
	readonly status?: string
	/** Nothing: the answer says nothing of cards. Empty: it says that there are none. */
	readonly cards?: readonly StoredCard[]
	/** The cards that it had at first, where others were seen since. */
	readonly made?: readonly StoredCard[]
	/** What the tokens say of the cards that were sent, where the answer says nothing of cards. */
	readonly claimed?: readonly StoredCard[]
	/** What came back other than it was sent, as paths in the request such as `contact.address.zipCode`: names alone, no values. */
	readonly differs?: readonly string[]
	/** What was sent and the answer says nothing of, so that it was not compared: `contact`, `method`, `currency` and their like. */
	readonly unsaid?: readonly string[]
}

/** A customer whose number is another spelling of one of the file: the same customer, or another one. */
export interface Spelled {
	readonly number: string
	/** Nothing where it is not known to exist, or where there are several. */
	readonly id?: string
	/** Whether it has the name and e-mail of the file; nothing where that is not known. */
	readonly person?: "same" | "other"
}

/** What looking for a customer in doubt came to. */
export interface Search {
	/** `in-vain`: two listings of all customers did not hold it; `unlisted`: the key cannot list. Nothing where nobody looked. */
	readonly sought?: "in-vain" | "unlisted"
	/** Who is listed under the number that its row was sent with. */
	readonly there?: Spelled
}

/**
 * How a row ended. Exactly one per row; `errors.csv`, `unknown.csv` and `results.csv` follow from it.
 * @typeParam Message what is said of it: the journal has text, and the files also what to do about what a check found
 */
export type Outcome<Message extends Sentences = string> =
	| ({ readonly kind: "created"; readonly id: string } & CameBack)
	/**
	 * Found before anything was sent, at Intergiro or in the ledger; `run` is the earlier run that knew it first, which created it or found it
	 * itself. `given`: it stands at Intergiro under this other number, which it was given when it was created. `by`: a person says which one it
	 * is, and this run never sent it. `mended`: the row was given back, and `run` sent it under the number that a person wrote then.
	 */
	| ({
			readonly kind: "existing"
			readonly id: string
			readonly run?: string
			readonly given?: string
			readonly by?: "person"
			readonly mended?: true
	  } & CameBack)
	/** Ambiguous, then found by reading back, and certainly not there before the run; or a person says that it is this one. */
	| ({ readonly kind: "adopted"; readonly id: string; readonly by?: "person"; readonly given?: string } & CameBack)
	/** Created, and Intergiro gave it another customer number than the file's, `given`. */
	| ({ readonly kind: "renumbered"; readonly id: string; readonly given: string } & CameBack)
	/** Failed a check; never sent. */
	| { readonly kind: "invalid"; readonly code: string; readonly message: Message }
	/** A person left it out, by hand or by an answer, whatever else is wrong with it; never sent. */
	| { readonly kind: "left-out"; readonly code: string; readonly message: Message }
	/** Refused by Intergiro, definitively. */
	| { readonly kind: "rejected"; readonly code: string; readonly message: string }
	/** 3-D Secure has to be done with the cardholder; `url` is where. */
	| { readonly kind: "verification-required"; readonly message: string; readonly url?: string }
	/** Given up on, and certainly not applied. */
	| { readonly kind: "not-sent"; readonly code: string; readonly message: string }
	/** Not known whether it exists: sent by this run or another one, or never, where `other` may be the same customer. */
	| ({ readonly kind: "unknown"; readonly code: string; readonly message: Message; readonly other?: Spelled } & Search)
	/** Intergiro has several customers of this number. */
	| { readonly kind: "conflict"; readonly ids: readonly string[]; readonly message: string }

/** How it ended, as the files tell it. */
export type RowOutcome = Outcome<Sentences>

export type OutcomeKind = Outcome["kind"]

export const outcomeKinds = [
	"created",
	"existing",
	"adopted",
	"renumbered",
	"invalid",
	"left-out",
	"rejected",
	"verification-required",
	"not-sent",
	"unknown",
	"conflict",
] as const satisfies readonly OutcomeKind[]

/** Customers that now exist at Intergiro under one id: the rows of `results.csv`. */
export type Mapped = Extract<Outcome, { id: string }>

/** Intergiro refused a customer, or a card: it does not exist, and its tokens may be spent. */
export function isRefused({ kind }: { readonly kind: OutcomeKind | CardOutcome["kind"] }): boolean {
	return kind === "rejected" || kind === "verification-required"
}

/** How that was. */
export type Refusal = Extract<Outcome, { kind: "rejected" | "verification-required" }>

export function isRefusal(outcome: RowOutcome | CardOutcome): outcome is Refusal {
	return isRefused(outcome)
}

/** Of the documented errors those that say that the card was tried, and not taken. */
const cardErrors: ReadonlySet<string> = new Set([
	"3ds problem",
	"3ds authentication failure",
	"amount limit",
	"authentication required",
	"card declined",
	"card expired",
	"card lost or stolen",
	"card restricted",
	"http-402",
	"insufficient funds",
	"invalid card number",
	"invalid csc",
	"invalid expire date",
	"suspected fraud",
	"token used",
	"unsupported card",
])

/** Whether it was refused for its card, so that only another token can change anything. */
export function isAboutCard(outcome: RowOutcome | CardOutcome): outcome is Refusal {
	if (outcome.kind === "verification-required") return true
	return outcome.kind === "rejected" && cardErrors.has(outcome.code)
}

const mappedKinds: ReadonlySet<OutcomeKind> = new Set<Mapped["kind"]>(["created", "existing", "adopted", "renumbered"])

/** Whether customers who ended so exist. */
export function isMappedKind(kind: OutcomeKind): boolean {
	return mappedKinds.has(kind)
}

export function isMapped(outcome: RowOutcome): outcome is Mapped {
	return "id" in outcome
}

/**
 * Cards were sent with its creation, whose answer was lost or says nothing of them, and nothing that was read since says which cards it has: who
 * says that a customer is there says nothing of its cards.
 */
export function lacksWordOfCards(outcome: RowOutcome): boolean {
	switch (outcome.kind) {
		case "adopted":
			return outcome.cards === undefined
		case "created":
		case "renumbered":
			return outcome.cards === undefined && (outcome.unsaid?.includes("method") ?? false)
		default:
			return false
	}
}

/** It is known by the word of a person. */
export function isByPerson(outcome: Mapped): boolean {
	return "by" in outcome && outcome.by === "person"
}

/** Intergiro gave it another number than the file's, which nobody chose. */
export function isRenumbered(outcome: RowOutcome): boolean {
	if (!("given" in outcome) || outcome.given === undefined || isByPerson(outcome)) return false
	return !("mended" in outcome && outcome.mended)
}

/** The number under which Intergiro lists a customer: another than the file's where it gave one. */
export function listedNumber(number: string, outcome: Mapped): string {
	return ("given" in outcome ? outcome.given : undefined) ?? number
}

/** What became of a card that was to be added to a customer who exists. */
export type CardOutcome =
	/**
	 * `by`: the answer was lost, and the customer has exactly one card more than before, or a person says that it is there. `differs`: in what
	 * the card that came back is not the one that was sent, as paths in the request. `twice`: the customer had the very same card before, by its
	 * scheme, last digits and expiry.
	 */
	| {
			readonly kind: "added"
			readonly card?: StoredCard
			readonly by?: "look" | "person"
			readonly differs?: readonly string[]
			readonly twice?: true
	  }
	| { readonly kind: "rejected"; readonly code: string; readonly message: string }
	| { readonly kind: "verification-required"; readonly message: string; readonly url?: string }
	/** It was in doubt, and a person says that it was not stored: it may be sent once more. */
	| { readonly kind: "absent" }
	/**
	 * Not sent: the customer at Intergiro has another name, e-mail, number or identifier than the file, as paths in the request. `cards`: and has
	 * these, which may be this one.
	 */
	| { readonly kind: "other-person"; readonly fields: readonly string[]; readonly cards?: readonly StoredCard[] }
	/** Not sent: the file has neither name nor e-mail, so that nobody can tell whether the number is the right one. `cards` as before. */
	| { readonly kind: "nameless"; readonly cards?: readonly StoredCard[] }
	/** Not sent: the customer has this very card, by its last digits and expiry, or by the word of a person, who said so of `cards`. */
	| { readonly kind: "there"; readonly by?: "person"; readonly cards?: readonly StoredCard[] }
	/** Not sent: the customer has cards that may be this one, as they expire in the same month. Earlier versions did not write down which. */
	| { readonly kind: "alike"; readonly cards?: readonly StoredCard[] }
	/** Not sent: by the word of a person it was one of these cards, which are not there any more. */
	| { readonly kind: "removed"; readonly cards: readonly StoredCard[] }
	/** Not sent: its token was sent before, and there is no such card where it should be; `number`: for this other customer. */
	| { readonly kind: "spent"; readonly number?: string }
	/** Not sent: Intergiro lists the customer, and has none of this identifier. */
	| { readonly kind: "gone" }
	/** Not sent: the customer could not be read, or its answer does not say which cards it has. */
	| { readonly kind: "unread"; readonly message: string }

/** Cards whose token did not leave. */
export function isHeldBack({ kind }: CardOutcome): boolean {
	return !["added", "rejected", "verification-required", "absent"].includes(kind)
}
