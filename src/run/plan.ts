import {
	type Doubt,
	endedDoubt,
	isOfOthers,
	isSaidAbsent,
	type NumberState,
	type Settled,
} from "../contract/number-state.ts"
import { isMapped, isRefused, type Outcome, type Spelled } from "../contract/outcome.ts"
import type { Entry, LedgerEntry, Listed, Refused } from "../contract/ports.ts"
import type { Creatable } from "../customer/creatable.ts"
import { conflictOf, existingAs, reconcile } from "./reconcile.ts"
import { refusedByWord } from "./refused-after-doubt.ts"
import { type SentTokens, spentToken } from "./sent-before.ts"

/** Doubts about what this run did not send itself. */
const doubtsOfOthers = ["earlier-run", "from-unknown", "not-listed", "other-spelling"] as const

/** A number may be another spelling of somebody's: no listing tells, only a person can. */
export const otherSpelling = "other-spelling" satisfies (typeof doubtsOfOthers)[number]

/** Whether a doubt is about what this run did not send itself. */
export function isDoubtOfOthers(code: string): boolean {
	return doubtsOfOthers.some((one) => one === code)
}

/** What is known of a customer apart from this run's own journal. */
export interface Knowledge extends SentTokens {
	/** The customers of this number in the listing before sending. */
	readonly listed: readonly Listed[] | undefined
	/** What exists was listed completely: what `listed` does not hold was not there. */
	readonly isListed: boolean
	readonly ledger: LedgerEntry | undefined
	/** The run that asks, whose own journal may have lost what the ledger has of it. */
	readonly run?: string
	/** The customer that the ledger has for this number, as the listing has it: under another number perhaps, that Intergiro gave it. */
	readonly listedById: Listed | undefined
	/** Customers at Intergiro, or of earlier runs, whose numbers are another spelling of this one. */
	readonly spellings: readonly Spelled[]
	/** A token of this customer that was refused. */
	readonly refused?: Refused | undefined
	/** Which card that was, where it was not all of the customer's. */
	readonly refusedCard?: string
	/** Nobody of the number is there by the last look of another run; the customer may be elsewhere. */
	readonly isGone?: boolean
	/** When another run looked, of which `listed` is: milliseconds since 1970. */
	readonly seenAt?: number
	/** What the ledger has of the number under which a run sent the row that had this one. */
	readonly sentAs?: { readonly number: string; readonly ledger: LedgerEntry }
	/** An earlier run gave this very row back, and it was sent under this number since. */
	readonly isSameRow?: boolean
	/** It was sent under another number since, which the ledger has, and the listing perhaps. */
	readonly mended?: {
		readonly number: string
		readonly ledger: LedgerEntry
		readonly listed: Listed | undefined
		readonly isGone: boolean
	}
}

export type Plan =
	| { readonly kind: "send" }
	/** Settled already, or in doubt and settled later. */
	| { readonly kind: "skip" }
	| { readonly kind: "settle"; readonly outcome: Outcome }
	/** Not to be sent before it is known, or said by a person, that it does not exist. */
	| {
			readonly kind: "doubt"
			readonly code: (typeof doubtsOfOthers)[number]
			readonly message: string
			readonly other?: Spelled
	  }

type Planned = Pick<Entry, "number" | "ambiguous" | "changed" | "origins"> & Partial<Pick<Entry, "creatable">>

/** What to do with one customer, from all that is known of its number. */
export function plan(entry: Planned, state: NumberState | undefined, known: Knowledge): Plan {
	if (isEnded(state)) return learntSince(entry, state, known) ?? { kind: "skip" }
	// What is in doubt here may exist under its own number.
	if (state?.kind !== "doubt") {
		const mended = sentUnderOther(entry, known)
		if (mended) return mended
	}
	if (entry.changed && state === undefined && !known.isSameRow && (known.listed || known.ledger))
		return { kind: "settle", outcome: changedNumber(entry) }
	const isConsented = state?.kind === "doubt"
	// Also what a person ended too early was sent by this run, and is its own where it is there.
	const ended = endedDoubt(state)
	const own = isConsented ? state : ended && !isOfOthers(ended) ? ended : undefined
	const outcome = (own && reconcile(own, known.listed)) ?? (isConsented ? undefined : existing(known, entry))
	if (outcome) return { kind: "settle", outcome }
	// A journal that is an older copy may still have a consent that was used: what the ledger has is looked for first.
	const isAllowed = isSaidAbsent(state) || (isConsented && (known.isListed || known.ledger?.state !== "exists"))
	const doubt = isAllowed ? undefined : doubtOfOthers(entry, state, known)
	if (doubt) return doubt
	const spent = spentToken(entry, known) ?? refusedToken(known) ?? refusedByWord(state)
	if (spent === undefined) return { kind: "send" }
	// What may exist stays in doubt, whatever is wrong with sending it.
	return isConsented ? { kind: "skip" } : { kind: "settle", outcome: spent }
}

/**
 * What another run knows of it since. What was refused here was given back, and may have been sent there: then it is no error of this run any
 * more. What was in doubt there is in doubt no more, or for another reason.
 */
function learntSince(entry: Planned, state: NumberState | undefined, known: Knowledge): Plan | undefined {
	if (state?.kind === "doubt")
		return isOfOthers(state) ? learntOfOthers(entry, state, known) : learntOfOwn(entry, state, known)
	if (state?.kind === "settled" && state.outcome.kind === "conflict") return learntOfConflict(entry, state, known)
	if (state?.kind !== "settled" || !isRefused(state.outcome)) return undefined
	// By a person's word it was not there, which may have come too early.
	const own = state.ended && reconcile(state.ended, known.listed)
	if (own && isMapped(own)) return { kind: "settle", outcome: own }
	const mended = sentUnderOther(entry, known)
	if (mended) return mended
	if (!known.ledger) return undefined
	const outcome = existingSince(known, entry)
	return outcome ? { kind: "settle", outcome } : doubtOfOthers(entry, state, known)
}

/** Of several customers of the number one is left: by what was listed or seen since. */
function learntOfConflict(entry: Planned, { ended }: Settled, known: Knowledge): Plan | undefined {
	if (known.listed?.length !== 1) return undefined
	const own = ended && !isOfOthers(ended) ? ended : undefined
	const outcome = own ? reconcile(own, known.listed, entry.creatable) : existingSince(known, entry)
	return outcome && { kind: "settle", outcome }
}

/** Whoever exists, as it was the very row that a later run sent. */
export function asMended(outcome: Outcome | undefined): Outcome | undefined {
	return outcome?.kind === "existing" ? { ...outcome, mended: true } : outcome
}

/** Who exists by what another run did; what a person wrote in the very row since is meant so. */
export function existingSince(known: Knowledge, entry: Pick<Planned, "creatable">): Outcome | undefined {
	return known.isSameRow ? asMended(existing(known, {})) : existing(known, entry)
}

/** What this run sent, and another run saw at Intergiro since. */
function learntOfOwn({ creatable }: Planned, state: Doubt, { seenAt = 0, listed }: Knowledge): Plan | undefined {
	const outcome = seenAt > state.at ? reconcile(state, listed, creatable) : undefined
	return outcome && outcome.kind !== "unknown" ? { kind: "settle", outcome } : undefined
}

function learntOfOthers(entry: Planned, state: Doubt, known: Knowledge): Plan | undefined {
	const outcome = known.ledger && existingSince(known, entry)
	const learnt = outcome ? { kind: "settle" as const, outcome } : sentUnderOther(entry, known)
	// Only what exists ends a doubt: that it may be wrong to send the row is no proof of anything.
	if (learnt?.kind === "settle" && isMapped(learnt.outcome)) return learnt
	if (known.ledger?.state !== "exists") return undefined
	const doubt = doubtOfOthers(entry, state, known)
	return doubt?.kind === "doubt" && doubt.code !== state.code ? doubt : undefined
}

/**
 * What became of the very row goes before who has its number. In the file that it is from, it is the customer of the number that it was
 * mended to; where it comes back under any other one, a person has to say which is right.
 */
function sentUnderOther({ number, origins }: Planned, { mended }: Knowledge): Plan | undefined {
	if (mended === undefined) return undefined
	const { number: given, ledger, listed, isGone } = mended
	const { run } = ledger
	if (ledger.state === "unknown") return { kind: "doubt", ...neverLearnt(run, given) }
	const { id } = ledger
	if (origins !== undefined) return { kind: "settle", outcome: rowSent(number, { given, run, id }) }
	if (isGone) {
		const message = `Run ${run} had this row as customer number ${JSON.stringify(given)}, as ${id}, and Intergiro does not list it: it may have been removed there.`
		return { kind: "doubt", code: "not-listed", message }
	}
	return { kind: "settle", outcome: { ...existingAs(id, listed), run, given, mended: true } }
}

/** A run sent the row under another number, and has that in doubt. */
export function neverLearnt(run: string, number: string) {
	const message = `Run ${run} sent this row as customer number ${JSON.stringify(number)}, and never learnt whether it was created.`
	return { code: "earlier-run", message } as const
}

/** Nothing more is to be done for it now. What was given up on, or was only wrong in the file, is tried again. */
function isEnded(state: NumberState | undefined): boolean {
	switch (state?.kind) {
		case "in-flight":
			return true
		case "doubt":
			return !state.consented
		case "settled":
			return state.outcome.kind !== "not-sent" && state.outcome.kind !== "invalid"
		case "free":
		case undefined:
			return false
	}
}

/** What was there before anything was sent. The listing goes before the ledger: it is newer. */
function existing(
	{ listed = [], isListed, ledger, listedById, isGone }: Knowledge,
	{ creatable }: Pick<Planned, "creatable">,
): Outcome | undefined {
	// Whom an earlier run made for this number goes before whoever has the number now, but for somebody who is not the one of the file.
	if (ledger?.state === "exists" && listedById && listed.every(({ id }) => id !== listedById.id))
		if (!isRather(listed, listedById, creatable)) return existingElsewhere(ledger, listedById, creatable)
	const [first, ...others] = listed
	if (first && others.length > 0) return conflictOf(listed, "Nothing was sent.")
	if (first) {
		return { ...existingAs(first.id, first, creatable), ...(isOfRun(ledger, first) ? { run: ledger.run } : {}) }
	}
	if (ledger?.state !== "exists" || isListed || isGone) return undefined
	const { id, run, under } = ledger
	return { kind: "existing", id, run, ...(under === undefined ? {} : { given: under, by: "person" }) }
}

/** Whether one of those is the person of the file, and the other one is not. */
function isRather(those: readonly Listed[], other: Listed, creatable: Creatable | undefined): boolean {
	return (
		creatable !== undefined &&
		other.isPerson?.(creatable) === false &&
		those.some(({ isPerson }) => isPerson?.(creatable))
	)
}

/** Whether an earlier run knew the customer; or has it in doubt, and nobody of its number was there when it was sent. */
function isOfRun(ledger: LedgerEntry | undefined, { id, cards }: Listed): ledger is LedgerEntry {
	if (ledger?.state === "exists") return ledger.id === id
	// Its cards may be lost all the same.
	return (ledger?.listed ?? false) && cards !== undefined
}

/** Whom an earlier run knew, and who stands there under another number: one that it was given, or where a person found it. */
export function existingElsewhere(
	{ id, run, under }: Extract<LedgerEntry, { state: "exists" }>,
	listed: Listed,
	creatable?: Creatable,
): Outcome {
	const { number: given } = listed
	return { ...existingAs(id, listed, creatable), run, given, ...(given === under ? { by: "person" } : {}) }
}

/** What was refused for its card stays so until it has another token: as long as the row is as it was given back, nothing is sent. */
function refusedToken({ refused, refusedCard }: Knowledge): Outcome | undefined {
	if (refused === undefined) return undefined
	const { run, refusal } = refused
	const message = `Run ${run} sent ${refusedCard === undefined ? "this card token" : `the token of ${refusedCard}`}, and it was not taken: ${refusal.message} It was not sent again: the card needs a new token.`
	return { ...refusal, message }
}

/** Where the row is that had the number of a customer, who was refused under it. */
function rowElsewhere({ number, ledger }: NonNullable<Knowledge["sentAs"]>): string {
	const what = `the row that had this customer number as customer number ${JSON.stringify(number)}`
	return ledger.state === "exists"
		? `Run ${ledger.run} has ${what}, which exists as ${ledger.id}.`
		: `Run ${ledger.run} sent ${what}, and never learnt whether it was created.`
}

function doubtOfOthers(entry: Planned, state: NumberState | undefined, known: Knowledge): Plan | undefined {
	const { ledger, sentAs } = known
	if (ledger?.state === "exists") {
		const message = `Run ${ledger.run} had it as ${ledger.id}, and Intergiro does not list it: it may have been removed there.`
		return { kind: "doubt", code: "not-listed", message }
	}
	if (ledger && sentAs) return { kind: "doubt", code: "earlier-run", message: rowElsewhere(sentAs) }
	// Any holds, also that of a run whose journal is older now.
	if (ledger && ledger.other === undefined) {
		const message =
			ledger.run === known.run
				? "This import sent this customer number, or was about to, and its journal does not say what became of it."
				: `Run ${ledger.run} sent this customer number and never learnt whether it was created.`
		return { kind: "doubt", code: "earlier-run", message }
	}
	// Before what consent may lift: whether two spellings are one customer only a person says. Who cannot list knows it of who could.
	const spellings = known.spellings.length === 0 && ledger?.other ? [ledger.other] : known.spellings
	const [other] = spellings
	const asked = spellingDoubt(spellings)
	if (other && asked) {
		const isSent = entry.ambiguous || (state?.kind === "doubt" && state.attempt > 0)
		if (isSent) return { kind: "doubt", ...asked }
		// Which one of several it would be, nobody can say for all at once.
		const { id: _, ...several } = other
		const isOne = new Set(spellings.map(({ id }) => id)).size === 1
		return { kind: "doubt", ...asked, message: `Never sent. ${asked.message}`, other: isOne ? other : several }
	}
	if (entry.ambiguous && state === undefined) {
		const message =
			"By what an earlier import wrote beside it, this row may have been sent before, but no run on this computer sent this customer number. If the number was changed, put the old one back: the customer may exist under it."
		return { kind: "doubt", code: "from-unknown", message }
	}
	return undefined
}

/** The question whether a customer is one of those whose numbers may be another spelling of its own; nothing where there are none. */
export function spellingDoubt(spellings: readonly Spelled[]) {
	const [other] = spellings
	if (other === undefined) return undefined
	return { code: otherSpelling, message: mayBeOther(other, new Set(spellings.map(({ id }) => id)).size) } as const
}

/** What is known of a customer whose number may be another spelling of somebody's. */
function mayBeOther({ number, id, person }: Spelled, count: number): string {
	const has = id === undefined ? "was sent before" : `exists as ${id}`
	const others = count > 1 ? ` So may ${count - 1} more.` : ""
	const who =
		person === undefined
			? ""
			: person === "same"
				? " It has the same name and e-mail."
				: " It has another name or e-mail there."
	return `Customer number ${number}, which ${has}, may be another spelling of it.${who}${others}`
}

/** Somebody else may have the number that a person wrote in place of another: nothing is sent, and nothing said of who has it. */
export function changedNumber({ number }: Planned): Outcome {
	const message = `The customer number was changed since an import gave this row back, and ${JSON.stringify(number)} is that of a customer who exists or may exist. Put the old number back, or confirm this one for this row.`
	return { kind: "invalid", code: "number.changed", message }
}

/** The code of a row that was sent under another number than it has now. */
export const rowSentBefore = "number.row-sent"

/** A row that came back was created since, under another number: it is not created again under this one. */
function rowSent(
	number: string,
	{ given, run, id }: { readonly given: string; readonly run: string; readonly id: string },
): Outcome {
	const now = number === "" ? "it has none now" : `not ${JSON.stringify(number)}`
	const message = `Run ${run} created this very row as customer number ${JSON.stringify(given)}, ${now}: it exists as ${id}, and was not sent again.`
	return { kind: "invalid", code: rowSentBefore, message }
}
