import { isOfCard } from "../contract/card-paths.ts"
import { isByPerson, isMapped, type Mapped } from "../contract/outcome.ts"
import type { LedgerPort, Listed } from "../contract/ports.ts"
import type { Sighting } from "../contract/sighting.ts"
import type { RunState } from "../contract/state.ts"
import {
	type Hash,
	isKnownAt,
	isOfValue,
	isSamePlace,
	missingIn,
	othersThan,
	placeOf,
	type Values,
	valueAt,
} from "../contract/values.ts"
import type { Creatable } from "../customer/creatable.ts"

/**
 * In what a customer is other than the file, once its values were looked at: what was told before of others stays told. Paths in the request.
 * @param found in what it is, by that look
 */
export function differsNow(outcome: Mapped, found: readonly string[], values: Values): readonly string[] {
	const others = found.filter(isOfValue)
	const told = (outcome.differs ?? []).filter((path) =>
		isOfValue(path)
			? !isKnownAt(values, path) && !others.some((one) => isSamePlace(one, path))
			: isSent(outcome) || isOfCard(path),
	)
	return [...others, ...told]
}

/** In what a listed customer is other than the file, as far as that is compared; nothing where it is not. */
export function differsIn(outcome: Mapped, listed: Listed, sent: Creatable, hash: Hash): readonly string[] | undefined {
	const found = listed.compare?.(sent)
	if (isByPerson(outcome) && outcome.kind !== "existing") return found?.filter(isOfAll)
	const values = listed.values?.(hash)
	return found && values && differsNow(outcome, found, values)
}

/** Whoever was sent came back with all of its contact, and its cards; who was there before may have another address. */
function isOfAll(path: string): boolean {
	return path.startsWith("contact.") || isOfCard(path)
}

/** In what a customer is other than the file, by what another run saw of it. */
export function differsBy(outcome: Mapped, values: Values, sent: Creatable, hash: Hash): readonly string[] {
	return differsNow(outcome, othersThan(sent, values, hash, isSent(outcome)), values)
}

/** The places of what a run sent, and of which there is none: a listing alone does not tell that of who was there before. */
export function noneOf(listed: Listed, sighting: Sighting | undefined, hash: Hash): Values | undefined {
	if (sighting?.values === undefined || listed.id !== sighting.id) return undefined
	const there = listed.values?.(hash).at ?? {}
	const none = Object.entries(sighting.values.at).filter(([place, value]) => value === "" && !there[place])
	return none.length > 0 ? { at: Object.fromEntries(none) } : undefined
}

/** With that. */
export function withNone(listed: Listed, sighting: Sighting | undefined, hash: Hash): Listed {
	const none = noneOf(listed, sighting, hash)
	const { compare } = listed
	if (none === undefined || compare === undefined) return listed
	return { ...listed, compare: (sent) => [...new Set([...compare(sent), ...othersThan(sent, none, hash)])] }
}

/** Whether the run sent it with what the file has: who was there before may be of an earlier file. */
function isSent(outcome: Mapped): boolean {
	return outcome.kind !== "existing"
}

interface Knowing {
	readonly state: RunState
	readonly ledger: Pick<LedgerPort, "sighting">
	readonly hashToken: Hash
}

/**
 * What a look found of the values of a customer, where they are to be known to other runs: it is, or once was, other than a file.
 * @param differs in what it is other than this one
 */
export function valuesSeen(
	{ state, ledger, hashToken }: Knowing,
	number: string,
	{ listed, sent, differs }: { readonly listed: Listed; readonly sent: Creatable; readonly differs: readonly string[] },
): Values | undefined {
	const found = listed.values?.(hashToken)
	const sighting = ledger.sighting(number)
	const before = state.values.get(number) ?? (sighting?.id === listed.id ? sighting.values : undefined)
	if (found === undefined || (before === undefined && !differs.some(isOfValue))) return undefined
	const outcome = state.outcome(number)
	const dropped = outcome && isMapped(outcome) && isSent(outcome) ? missingIn(sent, found) : []
	const gone = Object.keys(before?.at ?? {}).filter((place) => before?.at[place] === "")
	const none = [...dropped, ...gone].map(placeOf).filter((place) => !valueAt(found, place))
	const empty = Object.fromEntries(none.map((place) => [place, ""]))
	if (Object.keys(found.at).length === 0) return undefined
	return found.isWhole ? { ...found, at: { ...empty, ...found.at } } : { ...before, at: { ...before?.at, ...found.at } }
}
