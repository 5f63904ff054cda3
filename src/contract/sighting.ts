import { type Beside, besideIn, bestBeside } from "./beside.ts"
import type { Exists } from "./expected.ts"
import { listedNumber, type Mapped, type StoredCard } from "./outcome.ts"
import type { Amiss, Words } from "./record.ts"
import type { RunState } from "./state.ts"
import { isKnownAt, isOfValue, type Values, valueAt } from "./values.ts"

/**
 * What was seen of a customer at Intergiro when somebody looked last, whichever run that was: facts alone, which every run compares with its own
 * file. Kept of those who are, or once were, other than their creation, or a file, says.
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
	/** Which cards it should have beside those that runs added to it since, where that is known. */
	readonly beside?: Beside
	/** What it has; nothing where nobody looked at that. */
	readonly values?: Values
	/** What of these a person said is right, in whichever run. */
	readonly words?: Words
	/** In what it came back other than a run sent it, where nobody looked since at what it has of that. Paths in the request. */
	readonly differs?: readonly string[]
	/** Of that, what a person said is right. */
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
			...besideOf(state, exists),
			...valuesOf(state, exists),
			...(state.said.removed.has(number) ? { removed: true } : {}),
		}
	)
}

function besideOf(state: RunState, exists: Exists): Pick<Sighting, "beside"> {
	const beside = besideIn(state, exists)
	return beside === undefined ? {} : { beside }
}

function valuesOf(state: RunState, exists: Exists): Pick<Sighting, "values" | "words" | "differs" | "right"> {
	const { number } = exists
	const words = Object.fromEntries(Object.entries(state.said.wordsOn(number)).filter(([place]) => isOfValue(place)))
	const said = Object.keys(words).length > 0 ? { words } : {}
	const values = state.values.get(number)
	const right = state.said.rightOf(number).filter(isOfValue)
	return { ...(values ? { values } : {}), ...said, ...openIn(values, { differs: unlike(state, exists), right }) }
}

/** What is told of values of which nothing else is known. */
function openIn(values: Values | undefined, told: Pick<Sighting, "differs" | "right">) {
	const [differs, right] = [told.differs, told.right].map((paths = []) =>
		paths.filter((path) => values === undefined || !isKnownAt(values, path)),
	)
	return { ...(differs?.length ? { differs } : {}), ...(right?.length ? { right } : {}) }
}

/** What goes before what was seen so far: a later look; of an earlier one the words alone, where they are of the same customer. */
export function latest(next: Unsigned, before: Sighting | undefined): Unsigned {
	if (before === undefined) return next
	const { run: _, ...kept } = before
	if (next.id !== before.id) return isLater(next, before) ? next : kept
	const beside = bestBeside(next.beside, before.beside)
	// Who did not look at what it has says nothing of that.
	const values = (isLater(next, before) ? next.values : before.values) ?? before.values ?? next.values
	const words = values && wordsOn(values, { ...before.words, ...next.words })
	const both = (one: readonly string[] = [], other: readonly string[] = []) => [...new Set([...one, ...other])]
	const { values: __, words: ___, differs, right, ...seen } = isLater(next, before) ? next : kept
	const told = values
		? { differs: both(before.differs, next.differs), right: both(before.right, next.right) }
		: isLater(next, before)
			? next
			: { differs: before.differs ?? [], right: next.right ?? before.right ?? [] }
	const isGone = next.removed && seen.found.length === 0
	return {
		...seen,
		...(beside ? { beside } : {}),
		...(values ? { values } : {}),
		...(words ? { words } : {}),
		...openIn(values, told),
		...(isGone ? { removed: true } : {}),
	}
}

/** Those words that were said of the values that are there. */
function wordsOn(values: Values, words: Words): Words | undefined {
	const held = Object.entries(words).filter(([place, value]) => valueAt(values, place) === value)
	return held.length > 0 ? Object.fromEntries(held) : undefined
}

/** All of its values that are other than they were sent, also what a person said is right. */
export function othersIn({ differs = [], right = [] }: Pick<Sighting, "differs" | "right">): readonly string[] {
	return [...new Set([...differs, ...right])]
}

/** Paths of what says who it is. */
export function isOfPerson(path: string): boolean {
	return /^contact\.(name|email)\b/.test(path)
}

/** What of the values of one who exists is other than the file's, as far as no person said that it is right: paths in the request. */
export function unlike(state: RunState, { number, outcome }: Pick<Exists, "number" | "outcome">): readonly string[] {
	return outcome.differs === undefined ? [] : state.unaccepted(number, outcome).filter(isOfValue)
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
