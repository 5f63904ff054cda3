import type { Exists } from "./expected.ts"
import { listedNumber, type Mapped, type StoredCard } from "./outcome.ts"
import type { Amiss } from "./record.ts"
import type { RunState } from "./state.ts"

/**
 * What was seen of a customer at Intergiro when somebody looked last, whichever run that was: a look by one run is a look for all. Kept of
 * those alone who are, or once were, other than their creation says.
 */
export interface Sighting {
	readonly run: string
	/** When it was looked: ISO 8601 UTC. Nothing where an answer said it, before anybody looked. */
	readonly at?: string
	/** The customer that the run has for the number; nothing where several have it. */
	readonly id?: string
	/** The ids that are listed under the number, or under the one that `id` has there. */
	readonly found: readonly string[]
	/** The number under which `id` is listed, where that is another one than the file's. */
	readonly under?: string
	/** The cards that `id` has, where that was told. */
	readonly cards?: readonly StoredCard[]
	/** In what its contact is other than the file's, and no person said that it is right: paths in the request. */
	readonly differs?: readonly string[]
	/** Of its contact, what a person said is right although it is other, in whichever run: paths in the request. */
	readonly right?: readonly string[]
	/** It is not there, and a person said that this is on purpose. */
	readonly removed?: true
}

type Unsigned = Omit<Sighting, "run">

/** What a run saw of a number last, by its journal; nothing where it knows of no customer. */
export function sightingOf(state: RunState, number: string): Unsigned | undefined {
	const outcome = state.outcome(number)
	// Before anything is sent it is looked whether they are still several.
	if (outcome?.kind === "conflict") return { ...timed(state.listedAt), found: outcome.ids }
	// Whom another run has, and no listing.
	if (isNotListed(state, number)) return { ...timed(state.listedAt), found: [] }
	const exists = state.existing(number)
	return (
		exists && {
			...timed(state.look?.at),
			...standing(number, exists.outcome, state.look?.amiss.get(number)),
			...unlike(state, exists),
			...wordsOn(state, number),
		}
	)
}

/** What a person said of a customer, as far as it holds in every run. */
function wordsOn({ said }: RunState, number: string): Pick<Sighting, "right" | "removed"> {
	const right = [...said.rightOf(number)].filter(isOfContact)
	return { ...(right.length > 0 ? { right } : {}), ...(said.removed.has(number) ? { removed: true } : {}) }
}

/** What goes before what was seen so far: a later look; of an earlier one the words alone, where they are of the same customer. */
export function latest(next: Unsigned, before: Sighting | undefined): Unsigned {
	if (before === undefined || isLater(next, before)) return next
	const { run: _, ...kept } = before
	const { right, removed } = next
	if (next.id !== before.id) return kept
	return { ...kept, ...(right ? { right } : {}), ...(removed && before.found.length === 0 ? { removed } : {}) }
}

/** All of its contact that is other than the file's, also what a person said is right. */
export function othersIn({ differs = [], right = [] }: Pick<Sighting, "differs" | "right">): readonly string[] {
	return [...new Set([...differs, ...right])]
}

/** What of a customer's contact is other than it was sent, or the file has it. */
export function isOfContact(path: string): boolean {
	return path.startsWith("contact.")
}

/** Paths of what says who it is. */
export function isOfPerson(path: string): boolean {
	return /^contact\.(name|email)\b/.test(path)
}

/** What of the contact of one who exists is other, as far as no person said that it is right. */
export function unlike(
	state: RunState,
	{ number, outcome }: Pick<Exists, "number" | "outcome">,
): Pick<Sighting, "differs"> {
	if (outcome.differs === undefined) return {}
	const differs = state.unaccepted(number, outcome).filter(isOfContact)
	return differs.length > 0 ? { differs } : {}
}

/** Whether a listing of this run did not hold a customer whom another run has. */
export function isNotListed(state: RunState, number: string): boolean {
	const one = state.numbers.others.get(number)
	return one?.kind === "doubt" && one.code === "not-listed" && state.listedAt !== undefined
}

function timed(at: string | undefined): Pick<Sighting, "at"> {
	return at === undefined ? {} : { at }
}

function standing(number: string, outcome: Mapped, amiss: Amiss | undefined): Unsigned {
	const { id, cards } = outcome
	const listed = amiss?.under ?? listedNumber(number, outcome)
	const found = amiss === undefined || amiss.under !== undefined ? [id] : amiss.found
	return {
		id,
		found,
		...(listed === number ? {} : { under: listed }),
		...(cards && found.includes(id) ? { cards } : {}),
	}
}

/** Whether it goes before what was seen so far: a later look, or the answer to a creation since. */
export function isLater(next: Pick<Sighting, "at" | "id">, before: Sighting | undefined): boolean {
	if (before === undefined) return true
	if (next.at !== undefined) return next.at >= (before.at ?? "")
	return before.at === undefined || (next.id !== undefined && next.id !== before.id)
}
